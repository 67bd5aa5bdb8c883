"""Find the levels at which targets are drawn, each over its own period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Indicator, Origin
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.facts.record import Target, TargetLevel
from dashboard.domain.judgements.target import said_level
from dashboard.domain.judgements.target_reference import AREA, REFERENCE, reference


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target as drawn: its level, or the two ends of a band, and its count if printed."""

    target: Target
    level: Decimal
    upper: Decimal | None
    count: Decimal | None
    label: str
    count_label: str


_NAMES = {
    TargetLevel.MINIMUM: "Minimum",
    TargetLevel.TARGET: "Target",
    TargetLevel.STRETCH: "Stretch",
}


def target_lines(
    indicator: Indicator, known: KnownFigures, targets: Sequence[Target]
) -> tuple[TargetLine, ...]:
    """All targets that have a level, each to be drawn over its own period."""
    line = known.main
    if line is None:
        return ()
    drawn = []
    for target in targets:
        past = target.period.end < known.quarter.financial_year.end
        if (
            past
            and target.value is None
            and (target.rule in AREA or line.origin is Origin.PUBLISHED)
        ):
            # The reference may have changed since, so a past target's level is not known.
            continue
        there = None
        if target.rule in REFERENCE or target.rule in AREA:
            there = reference(indicator, known, line, target)
        level = there.value if there else target.value
        if level is None:
            continue
        drawn.append(
            TargetLine(
                target=target,
                level=level,
                upper=target.upper,
                count=target.numerator,
                label=_label(indicator, target, level),
                count_label=_count_label(target),
            )
        )
    return tuple(drawn)


def _label(indicator: Indicator, target: Target, level: Decimal) -> str:
    number = said_level(indicator, level)
    if target.rule in REFERENCE or target.rule in AREA:
        # "Decrease on last year: 19.1%" would read as a fall of 19.1%.
        ends_so = target.printed.lower().endswith("last year")
        return f"{target.printed}’s {number}" if ends_so else f"{target.printed}: {number}"
    name = _NAMES[target.level]
    if target.upper is not None:
        return f"{name} {number} to {said_level(indicator, target.upper)}"
    count = f" ({formatted_count(target.numerator)})" if target.numerator is not None else ""
    return f"{name} {number}{count}"


def _count_label(target: Target) -> str:
    """The label among numbers; empty where no number is printed."""
    if target.numerator is None:
        return ""
    return f"{_NAMES[target.level]} {formatted_count(target.numerator)}"
