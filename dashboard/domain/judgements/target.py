"""Judge a figure against its target, and find the level at which to draw the target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.as_at import KnownFigures, Line
from dashboard.domain.facts.indicator import (
    Basis,
    Indicator,
    Origin,
    formatted,
    formatted_count,
    formatted_difference,
    rounded,
)
from dashboard.domain.facts.record import Observation, Target, TargetRule
from dashboard.domain.facts.year import is_total, year_end
from dashboard.domain.judgements.travel import comparable


class TargetVerdict(StrEnum):
    """The outcome of judging a figure against its target."""

    MET = "met"
    MISSED = "missed"
    BASELINE = "baseline year"
    NOT_YET = "judged at year end"
    NONE = "no target set"
    CANNOT = "cannot judge"


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target as drawn: its level, or the two ends of a band, and its count if printed."""

    target: Target
    level: Decimal
    upper: Decimal | None
    count: Decimal | None
    label: str


@dataclass(frozen=True, slots=True)
class TargetFinding:
    """The verdict on a figure, with its numbers.

    `gap` and `count_gap` are figure minus target, in the figure's unit and in people; None where
    not applicable. `words` fits a table cell, `why` is the rule.
    """

    verdict: TargetVerdict
    words: str
    why: str
    target: Target | None = None
    gap: Decimal | None = None
    count_gap: Decimal | None = None
    base: Decimal | None = None


NO_TARGET = TargetFinding(TargetVerdict.NONE, "no target set", "The report prints no target.")
_REFERENCE = (TargetRule.BELOW_REFERENCE, TargetRule.ABOVE_REFERENCE)
_AREA = (TargetRule.BELOW_AREA, TargetRule.ABOVE_AREA)
_BELOW = (TargetRule.BELOW_REFERENCE, TargetRule.BELOW_AREA)


def judge_target(
    indicator: Indicator, known: KnownFigures, targets: tuple[Target, ...]
) -> TargetFinding:
    """The verdict on the latest figure against its financial year's target."""
    line = known.main
    year = line.latest.ends if line else known.quarter.end
    target = next((t for t in targets if t.period.start <= year <= t.period.end), None)
    if target is None:
        return NO_TARGET
    if target.rule is TargetRule.BASELINE_YEAR:
        why = f"The report prints “{target.printed}”: this year's figure becomes the baseline."
        return TargetFinding(TargetVerdict.BASELINE, "Baseline year", why, target)
    if line is None or line.latest.value is None:
        reason = line.latest.symbol.label if line and line.latest.symbol else "no figure"
        return TargetFinding(TargetVerdict.CANNOT, f"cannot judge: {reason}", "", target)
    judged = _judged_line(line, target)
    if judged.latest.value is None or _too_early(judged, target):
        why = "A figure for part of the year is not judged against the whole year's target."
        return TargetFinding(TargetVerdict.NOT_YET, "judged at year end", why, target)
    found = _held_against(indicator, known, judged, target)
    if judged is line:
        return found
    # The screen shows the quarter's figure, so say that the year's figure was judged.
    words, though, more = found.words.partition(", though")
    return replace(found, words=f"{words} for the year{though}{more}")


def _held_against(
    indicator: Indicator, known: KnownFigures, line: Line, target: Target
) -> TargetFinding:
    if target.rule in _REFERENCE or target.rule in _AREA:
        return _against_reference(indicator, known, line, target)
    if target.rule is TargetRule.BETWEEN:
        return _between(indicator, line, target)
    return _against_level(indicator, line, target)


def _judged_line(line: Line, target: Target) -> Line:
    """The line whose latest figure is judged against the target.

    Where figures are for single quarters, the year's own figure is judged once it is known at Q4.
    """
    latest = line.latest
    year = line.at(target.period)
    if line.series.basis is not Basis.PERIOD or latest.period.quarter != 4 or year is None:
        return line
    return replace(line, points=tuple(p for p in line.points if p is not latest))


def _too_early(line: Line, target: Target) -> bool:
    part_year = line.series.basis in (Basis.YEAR_TO_DATE, Basis.PERIOD)
    quarter = line.latest.period.quarter
    whole = line.series.basis is Basis.YEAR_TO_DATE and quarter == 4
    return part_year and bool(quarter) and not whole and target.period != line.latest.period


def _against_level(indicator: Indicator, line: Line, target: Target) -> TargetFinding:
    latest, level = line.latest, target.value
    if latest.value is None or level is None:
        return TargetFinding(TargetVerdict.CANNOT, "cannot judge: no level", "", target)
    gap = rounded(latest.value, line.decimals) - rounded(level, line.decimals)
    at_most = target.rule is TargetRule.AT_MOST
    met = gap <= 0 if at_most else gap >= 0
    count_gap = None
    counted = line.is_counted(indicator)
    if counted and latest.numerator is not None and target.numerator is not None:
        count_gap = latest.numerator - target.numerator
    agrees = count_gap is None or (count_gap <= 0 if at_most else count_gap >= 0) == met
    side = "above" if gap > 0 else "below"
    size = _size(indicator, line, gap, count_gap if agrees else None)
    words = f"{size} {side} target" if gap else "exactly on target"
    why = _level_sentence(indicator, line, target, met)
    if not agrees and latest.numerator is not None and target.numerator is not None:
        words += ", though the count meets it" if not met else ", though the count misses it"
        why += (
            f" By the count it is the other way: {formatted_count(latest.numerator)} against "
            f"{formatted_count(target.numerator)}. The rate decides."
        )
    verdict = TargetVerdict.MET if met else TargetVerdict.MISSED
    return TargetFinding(verdict, words, why, target, gap, count_gap if agrees else None, level)


def _size(indicator: Indicator, line: Line, gap: Decimal, count_gap: Decimal | None) -> str:
    if count_gap:
        return formatted_count(abs(count_gap))
    return formatted_difference(gap, line.decimals, indicator.measure)


def _level_sentence(indicator: Indicator, line: Line, target: Target, met: bool) -> str:
    here = formatted(line.latest.value or Decimal(0), line.decimals, indicator.measure)
    there = formatted(target.value or Decimal(0), line.decimals, indicator.measure)
    limit = "at most" if target.rule is TargetRule.AT_MOST else "at least"
    return f"{here} {'meets' if met else 'misses'} the target of {limit} {there}."


def _between(indicator: Indicator, line: Line, target: Target) -> TargetFinding:
    value, low, high = line.latest.value, target.value, target.upper
    if value is None or low is None or high is None:
        return TargetFinding(TargetVerdict.CANNOT, "cannot judge: no range", "", target)
    here, low, high = (rounded(v, line.decimals) for v in (value, low, high))
    gap = here - high if here > high else here - low if here < low else Decimal(0)
    band = f"{formatted(low, line.decimals, indicator.measure)} to "
    band += formatted(high, line.decimals, indicator.measure)
    why = (
        f"{formatted(here, line.decimals, indicator.measure)} against the range {band}, inclusive."
    )
    if gap == 0:
        return TargetFinding(TargetVerdict.MET, f"within {band}", why, target, gap, base=high)
    size = formatted_difference(gap, line.decimals, indicator.measure)
    side, base = ("above", high) if gap > 0 else ("below", low)
    words = f"{size} {side} the range {band}"
    return TargetFinding(TargetVerdict.MISSED, words, why, target, gap, base=base)


def reference(
    indicator: Indicator, known: KnownFigures, line: Line, target: Target
) -> Observation | None:
    """The figure that a relative target is measured against; None if it is not known."""
    if target.rule in _AREA:
        other = next((c for c in known.comparators if c.area.id == target.reference), None)
        if other is None or is_total(indicator):
            return None
        return comparable(line, other)
    return year_end(indicator, line, target.period.shifted(-1))


def _against_reference(
    indicator: Indicator, known: KnownFigures, line: Line, target: Target
) -> TargetFinding:
    there = reference(indicator, known, line, target)
    if there is None or there.value is None or line.latest.value is None:
        words = "cannot judge: nothing to compare with"
        why = f"The target is “{target.printed}”, and that figure is not known."
        return TargetFinding(TargetVerdict.CANNOT, words, why, target)
    other = next((c for c in known.comparators if c.area.id == there.area.id), line)
    decimals = min(line.decimals, other.decimals)
    gap = rounded(line.latest.value, decimals) - rounded(there.value, decimals)
    below = target.rule in _BELOW
    met = gap < 0 if below else gap > 0
    whose = f"{there.area.name}'s" if target.rule in _AREA else "last year's"
    there_text = formatted(there.value, other.decimals, indicator.measure)
    words = f"{'' if met else 'not '}{'below' if below else 'above'} {whose} {there_text}"
    here_text = formatted(line.latest.value, line.decimals, indicator.measure)
    why = f"The target is “{target.printed}”: {here_text} against {there_text}; equal is a miss."
    verdict = TargetVerdict.MET if met else TargetVerdict.MISSED
    return TargetFinding(verdict, words, why, target, gap, base=there.value)


def target_lines(
    indicator: Indicator, known: KnownFigures, targets: tuple[Target, ...]
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
            and (target.rule in _AREA or line.origin is Origin.PUBLISHED)
        ):
            # The reference may have changed since, so a past target's level is not known.
            continue
        there = None
        if target.rule in _REFERENCE or target.rule in _AREA:
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
                label=_label(indicator, line, target, level),
            )
        )
    return tuple(drawn)


def _label(indicator: Indicator, line: Line, target: Target, level: Decimal) -> str:
    if target.rule in _REFERENCE or target.rule in _AREA:
        value = formatted(level, line.decimals, indicator.measure)
        # "Decrease on last year: 19.1%" would read as a fall of 19.1%.
        ends_so = target.printed.lower().endswith("last year")
        return f"{target.printed}’s {value}" if ends_so else f"{target.printed}: {value}"
    decimals = max(line.decimals, -int(level.as_tuple().exponent))
    number = formatted(level, decimals, indicator.measure)
    if target.upper is not None:
        return f"Target {number} to {formatted(target.upper, decimals, indicator.measure)}"
    count = f" ({formatted_count(target.numerator)})" if target.numerator is not None else ""
    return f"Target {number}{count}"
