"""What an indicator is, which way is better, and how its figures are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from dashboard.domain.facts.period import Period

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


class Polarity(StrEnum):
    """Which way is better."""

    HIGH = "high"
    LOW = "low"
    NEUTRAL = "neutral"

    @property
    def label(self) -> str:
        """In words, for a reader."""
        return {"high": "Higher is better", "low": "Lower is better"}.get(
            self.value, "Neither way is better"
        )


class Judgement(StrEnum):
    """What a movement or a distance means for the people served."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NONE = "no judgement"


class Unit(StrEnum):
    """What a value counts."""

    PERCENT = "percent"
    RATE = "rate"
    COUNT = "count"
    CURRENCY = "currency"
    SCORE = "score"
    YEARS = "years"


class Basis(StrEnum):
    """What span of time a figure sums up; decides what may be compared with what."""

    SNAPSHOT = "snapshot"
    PERIOD = "period"
    YEAR_TO_DATE = "year_to_date"
    ROLLING_12M = "rolling_12m"
    ROLLING_36M = "rolling_36m"
    UNSTATED = "unstated"

    @property
    def label(self) -> str:
        """In words, for the line above a figure."""
        return {
            "snapshot": "state on the last day",
            "period": "within the period",
            "year_to_date": "so far this year, from 1 April",
            "rolling_12m": "the last 12 months",
            "rolling_36m": "the last 36 months",
            "unstated": "the report does not say over what period",
        }[self.value]


class Origin(StrEnum):
    """Whose figure it is: the council's own return or official statistics."""

    REPORTED = "reported"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        """In words."""
        return "council return" if self is Origin.REPORTED else "published statistics"


class AreaKind(StrEnum):
    """What an area is to the council."""

    COUNCIL = "council"
    COUNTRY = "country"
    REGION = "region"
    NEIGHBOURS = "neighbours"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Area:
    """A council, a comparator, or another authority."""

    id: str
    name: str
    kind: AreaKind
    code: str = ""
    caveat: str = ""

    @property
    def short_name(self) -> str:
        """For the edge of a chart, where room is scarce."""
        if self.kind is AreaKind.NEIGHBOURS and self.name == "Statistical neighbours":
            return "Neighbours"
        return self.name.removesuffix(" Council")


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A cabinet member's group of indicators; `note` says what a reader must know of it."""

    id: str
    name: str
    position: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measure, as its definition states it.

    `noun` is what the numerator counts, "child/children"; `said` completes a headline after the
    figure, as in "19.1% *were second or later plans*".
    """

    id: str
    portfolio_id: str
    name: str
    polarity: Polarity
    unit: Unit
    per: str
    noun: str
    said: str
    definition: str
    source: str
    caveat: str
    position: int

    def counted(self, count: Decimal) -> str:
        """The word for `count` of what the numerator counts: "child" or "children"."""
        one, _, many = self.noun.partition("/")
        return one if abs(count) == 1 or not many else many

    def judge(self, change: Decimal) -> Judgement:
        """What a movement by `change` means; the one place that knows which way is good."""
        if self.polarity is Polarity.NEUTRAL:
            return Judgement.NONE
        if change == 0:
            return Judgement.SAME
        return (
            Judgement.BETTER
            if (change > 0) == (self.polarity is Polarity.HIGH)
            else (Judgement.WORSE)
        )

    def caveat_by(self, quarter: Period) -> str:
        """The caveat without its sentences on years that were still to come at the quarter."""
        sentences = re.split(r"(?<=\.)\s+", self.caveat)
        return " ".join(
            each
            for each in sentences
            if all(int(year) <= quarter.end.year for year in _YEAR.findall(each))
        )

    def count_said(self, count: Decimal) -> str:
        """A count with what is counted, where that is known: "3,039 referrals", "3,039"."""
        return f"{formatted_count(abs(count))} {self.counted(count)}".strip()

    @property
    def per_label(self) -> str:
        """What stands beside a large figure: "per 10,000 children", "%" needs nothing."""
        if self.unit is Unit.RATE:
            return f"per {self.per}" if self.per else "rate"
        return {"score": "score", "years": "years"}.get(self.unit.value, "")


@dataclass(frozen=True, slots=True)
class Series:
    """How one origin states an indicator's figures.

    `mean_decimals` holds for means over authorities, which we compute and nobody publishes.
    """

    origin: Origin
    basis: Basis
    basis_inferred: bool
    decimals: int
    mean_decimals: int
    seasonal: bool

    def decimals_for(self, kind: AreaKind) -> int:
        """Decimals at which this series states figures of an area of `kind`."""
        return self.mean_decimals if kind is AreaKind.NEIGHBOURS else self.decimals


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Half up, on decimals: 0.25 at one decimal is 0.3."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def formatted(value: Decimal, decimals: int, unit: Unit) -> str:
    """A figure with thousands separators, its decimals and its sign: "1,059.4", "19.1%", "£512.30".

    A true minus sign marks negatives; what rounds to zero has no sign.
    """
    exact = rounded(value, decimals)
    sign = "−" if exact < 0 else ""
    number = f"{abs(exact):,.{decimals}f}"
    if unit is Unit.PERCENT:
        return f"{sign}{number}%"
    return f"{sign}£{number}" if unit is Unit.CURRENCY else f"{sign}{number}"


def formatted_difference(difference: Decimal, decimals: int, unit: Unit) -> str:
    """The size of a difference with its unit: "3.0 points", "11.9", "£12.40", "2.0 years"."""
    number = f"{abs(rounded(difference, decimals)):,.{decimals}f}"
    many = "" if number == "1" else "s"
    if unit is Unit.PERCENT:
        return f"{number} point{many}"
    if unit is Unit.CURRENCY:
        return f"£{number}"
    return f"{number} year{many}" if unit is Unit.YEARS else number


def formatted_count(count: Decimal) -> str:
    """A count of people or events: "3,039"."""
    return formatted(count, 0, Unit.COUNT)
