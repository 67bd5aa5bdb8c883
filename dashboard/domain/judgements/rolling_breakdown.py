"""Break a rolling 12-month total down into changes on the same quarter a year before.

R(q) − R(q−1) is the quarter that came in minus the quarter that dropped out.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.facts.period import QUARTERS, Period
from dashboard.domain.facts.record import Observation
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.reason import Reason


@dataclass(frozen=True, slots=True)
class Step:
    """A quarter, and how many more it had than the same quarter of the year before."""

    quarter: Period
    more: Decimal


@dataclass(frozen=True, slots=True)
class RollingBreakdown:
    """The steps of a rolling total, oldest first, with a sentence about the latest."""

    steps: tuple[Step, ...]
    sentence: str
    reason: Reason


def rolling_breakdown(line: Line | None) -> RollingBreakdown | None:
    """The steps between the quarters of a rolling 12-month count; None where it has none."""
    if line is None or line.series.basis is not Basis.ROLLING_12M:
        return None
    steps = tuple(_steps(line))
    if not steps:
        return None
    latest = steps[-1]
    if latest.more:
        side = "above" if latest.more > 0 else "below"
        amount = f"{formatted_count(abs(latest.more))} {side}"
    else:
        amount = "no different from"
    quarter = "the latest quarter" if latest.quarter == line.latest.period else latest.quarter.label
    # The quarter's alone: of the rolling total there is often no figure of a year before.
    sentence = f"{quarter}’s own count was {amount} that of the same quarter last year"
    if line.series.basis_inferred:
        sentence = f"if these are rolling totals, {sentence}"
    reason = Reason(
        "A total of 12 months less the total a quarter before is the quarter that came in less the "
        "quarter that fell out, which is the same quarter of the year before.",
        tuple(_number(line, step) for step in steps),
    )
    return RollingBreakdown(steps=steps, sentence=capitalised(sentence), reason=reason)


def at(line: Line, quarter: Period) -> Observation | None:
    """The quarter's figure, or for Q4 the year's own if the quarter has none; otherwise None."""
    return line.at(quarter) or (
        line.at(quarter.financial_year) if quarter.quarter == QUARTERS else None
    )


def _steps(line: Line) -> list[Step]:
    """The changes in count from quarter to quarter; a year's own row may stand in for its Q4."""
    steps = []
    for point in line.points:
        before = at(line, point.period.shifted(-1)) if point.period.quarter else None
        if before and point.numerator is not None and before.numerator is not None:
            steps.append(Step(point.period, point.numerator - before.numerator))
    return steps


def _number(line: Line, step: Step) -> tuple[str, str]:
    here, before = line.at(step.quarter), at(line, step.quarter.shifted(-1))
    counts = [formatted_count(p.numerator) for p in (here, before) if p and p.numerator is not None]
    return step.quarter.label, " − ".join(counts)
