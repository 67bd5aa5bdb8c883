"""Choose the targets that apply to the latest figure, and the one that awaits its figure."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import QUARTERS, PeriodKind
from dashboard.domain.facts.record import Observation, Target, TargetLevel


def applicable(known: KnownFigures, targets: Sequence[Target]) -> dict[TargetLevel, Target]:
    """The targets that apply to the latest figure by level: its period's own, else the year's.

    At the year's end the year's come first. Without a figure, those of the chosen quarter's year.
    """
    line = known.main
    latest = line.latest if line else None
    ends = latest.ends if latest else known.quarter.end
    own = [t for t in targets if line and latest and _is_own(line, latest, t)]
    years = [
        t
        for t in targets
        if t.period.kind is PeriodKind.FINANCIAL_YEAR and t.period.start <= ends <= t.period.end
    ]
    at_year_end = latest is not None and latest.period.quarter == QUARTERS
    first, second = (years, own) if at_year_end else (own, years)
    return {target.level: target for target in first or second}


def _is_own(line: Line, latest: Observation, target: Target) -> bool:
    """Whether a target is for the figure's own period, or for the moment at which it was taken."""
    same_moment = line.series.basis is not Basis.PERIOD and target.period.end == latest.ends
    return target.period == latest.period or (bool(target.period.quarter) and same_moment)


def awaited(known: KnownFigures, targets: Sequence[Target]) -> Target | None:
    """The newest target whose figure is still to come; None if there is none."""
    latest = known.main.latest if known.main else None
    ahead = [
        t
        for t in targets
        if t.level is not TargetLevel.STRETCH
        and not t.period.quarter
        and latest is not None
        and t.period.end > latest.ends
    ]
    return ahead[-1] if ahead else None
