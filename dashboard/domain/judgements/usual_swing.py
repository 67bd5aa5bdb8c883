"""Tell how much a series usually swings, from its earlier changes of the kind under test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Measure, formatted_difference, signed
from dashboard.domain.facts.period import QUARTERS, Period, PeriodKind, period_of
from dashboard.domain.facts.record import Observation
from dashboard.domain.facts.year import year_end
from dashboard.domain.judgements.change_tests import Numbers
from dashboard.domain.judgements.intervals import student, variance
from dashboard.domain.judgements.pairing import Pairing

FEWEST = 6
SWUNG = "it has swung as much before"
WITHIN = "within its usual swing"
DAYS_OF_A_MONTH = 30
Step = tuple[Observation, Observation]
"""A later and an earlier figure with values."""


@dataclass(frozen=True, slots=True)
class Dispersion:
    """How much `steps` earlier changes vary, as a multiple of what chance makes them: φ.

    `largest` is the size of the largest of them, in standard errors.
    """

    steps: int
    factor: float
    largest: float = 0.0
    source: str = "dispersion factor (McCullagh and Nelder 1989), Student’s t"

    @property
    def needed(self) -> float:
        """What |z| of a change must pass: t × √φ, and nothing more where φ is at most 1."""
        return student(self.steps - 1, 0.95) * sqrt(self.factor) if self.factor > 1 else 0.0

    def is_passed_by(self, z: float) -> bool:
        """Whether a change of z standard errors is beyond the series' usual swing."""
        return abs(z) > self.needed

    def words(self, z: float) -> str:
        """What is said of a change that is within it."""
        return SWUNG if abs(z) <= self.largest else WITHIN

    @property
    def rule(self) -> str:
        """How the earlier changes count."""
        if self.factor <= 1:
            return "The earlier changes vary no more than by chance, so this test decides alone."
        return "It must also be beyond the series’ usual swing: z beyond t × √φ."

    def numbers(self, z: float) -> Numbers:
        """The numbers to check the rule with."""
        found: Numbers = (
            ("earlier changes of this kind", str(self.steps)),
            ("their variance, where chance alone would make it 1 (φ)", f"{self.factor:.4f}"),
            ("this change in standard errors (z)", signed(z, 4)),
        )
        return (*found, ("z needed (t × √φ)", f"{self.needed:.4f}")) if self.needed else found


@dataclass(frozen=True, slots=True)
class Spread:
    """How much `steps` earlier changes vary: their standard deviation, in the figures' unit.

    `largest` is the size of the largest of them.
    """

    steps: int
    deviation: float
    largest: float = 0.0
    source: str = "spread of the series’ own earlier changes, Student’s t"
    rule: str = (
        "It must be beyond the series’ usual swing: t × the standard deviation of its earlier "
        "changes."
    )

    @property
    def needed(self) -> float:
        """What a change must pass in size."""
        return student(self.steps - 1, 0.95) * self.deviation

    def is_passed_by(self, change: Decimal) -> bool:
        """Whether a change is beyond the series' usual swing."""
        return abs(float(change)) > self.needed

    def words(self, change: Decimal) -> str:
        """What is said of a change that is within it."""
        return SWUNG if abs(float(change)) <= self.largest else WITHIN

    def numbers(self, change: Decimal, decimals: int, measure: Measure) -> Numbers:
        """The numbers to check the rule with."""
        deviation, needed = (
            formatted_difference(Decimal(size), decimals + 2, measure)
            for size in (self.deviation, self.needed)
        )
        return (
            ("this change", formatted_difference(change, decimals, measure)),
            ("earlier changes of this kind", str(self.steps)),
            ("their standard deviation", deviation),
            ("change needed (t × standard deviation)", needed),
        )


def dispersion(pairs: Pairing, steps: Sequence[Step]) -> Dispersion | None:
    """The dispersion of earlier changes; None with fewer than six whose errors are known."""
    found = (pairs.of(later, earlier) for later, earlier in steps)
    changes = [pair.z for pair in found if pair is not None]
    known = [z for z in changes if z is not None]
    if len(known) < FEWEST:
        return None
    return Dispersion(len(known), variance(known), max(map(abs, known)))


def spread(steps: Sequence[Step]) -> Spread | None:
    """The spread of earlier changes; None with fewer than six, or if all were of one size."""
    sizes = [
        float(later.value - earlier.value)
        for later, earlier in steps
        if later.value is not None and earlier.value is not None
    ]
    if len(sizes) < FEWEST or min(sizes) == max(sizes):
        return None
    return Spread(len(sizes), sqrt(variance(sizes)), max(map(abs, sizes)))


def earlier_steps(
    indicator: Indicator, line: Line, here: Observation, there: Observation
) -> tuple[Step, ...]:
    """The changes of the same kind as from `there` to `here` since the last break, newest first.

    They are quarter to quarter, year to year, same quarter to same quarter, or a quarter to the
    year end before. Totals so far, rolling totals and states on a day count the same cases in
    several quarters, so that their changes from the same quarter of last year are taken of that
    quarter alone; figures for the period give one in every quarter.
    """
    since = line.unbroken[0].ends
    there_period = _like(here.period, there.period)
    stride = _stride(line.series.basis, here.period, there_period)
    found = []
    back = stride
    while stride and (period := here.period.shifted(-back)).end >= since:
        later = _figure(indicator, line, period)
        earlier = _figure(indicator, line, there_period.shifted(-back))
        if later and earlier and earlier.ends >= since and not overlap(line, later, earlier):
            found.append((later, earlier))
        back += stride
    return tuple(found)


def _like(here: Period, there: Period) -> Period:
    """The other side's period as one of our kind, since a year ends with its fourth quarter."""
    if here.kind is PeriodKind.QUARTER and there.kind is PeriodKind.FINANCIAL_YEAR:
        return period_of(PeriodKind.QUARTER, there.first, QUARTERS)
    if here.kind is PeriodKind.FINANCIAL_YEAR and there.quarter == QUARTERS:
        return there.financial_year
    return there


def _stride(basis: Basis, here: Period, there: Period) -> int:
    """How many periods lie between one step of a kind and the next; 0 for no kind of step."""
    if here.kind is not there.kind:
        return 0
    if here.kind is not PeriodKind.QUARTER:
        return max(0, here.first - there.first)
    gap = QUARTERS * (here.first - there.first) + here.quarter - there.quarter
    if gap == 1 or (gap == QUARTERS and basis is Basis.PERIOD):
        return 1
    # A quarter to the year end before lies less than a year back, and comes once a year.
    return max(QUARTERS, gap) if gap > 0 else 0


def _figure(indicator: Indicator, line: Line, period: Period) -> Observation | None:
    """The figure for a period, where a year end and its Q4 stand in for each other."""
    found = line.at(period)
    if found is None and period.kind is PeriodKind.FINANCIAL_YEAR:
        found = year_end(indicator, line, period)
    elif found is None and period.quarter == QUARTERS and line.series.basis is not Basis.PERIOD:
        found = line.at(period.financial_year)
    return found if found and found.value is not None else None


def overlap(line: Line, here: Observation, there: Observation) -> bool:
    """Whether two figures share months, and so cases; states on two days never do."""
    if line.series.basis is Basis.SNAPSHOT:
        return False
    start = line.starts(here)
    if start is None:
        # The start is unknown, so count figures at least a full span apart as separate.
        return (here.ends - there.ends).days < DAYS_OF_A_MONTH * here.period.months
    return start <= there.ends
