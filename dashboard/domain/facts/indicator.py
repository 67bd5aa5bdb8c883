"""Define indicators and areas: which way is better, and how their figures are stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.measure import Measure, Unit, formatted_count
from dashboard.domain.facts.period import Period

_LEADING_NUMBER = re.compile(r"[0-9][0-9,.]*")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


class Polarity(StrEnum):
    """Which way is better."""

    HIGH = "high"
    LOW = "low"
    NEUTRAL = "neutral"

    @property
    def label(self) -> str:
        """The polarity in words, for the screen."""
        return {"high": "Higher is better", "low": "Lower is better"}.get(
            self.value, "Neither way is better"
        )


class Judgement(StrEnum):
    """Whether a change or a gap is good or bad for the people served."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NONE = "no judgement"


class Basis(StrEnum):
    """The time that a figure covers, which decides what it may be compared with."""

    SNAPSHOT = "snapshot"
    PERIOD = "period"
    YEAR_TO_DATE = "year_to_date"
    YEAR_TO_DATE_AVERAGE = "year_to_date_average"
    ROLLING_12M = "rolling_12m"
    ROLLING_36M = "rolling_36m"
    UNSTATED = "unstated"

    @property
    def label(self) -> str:
        """The basis in words, for the line above a figure."""
        return {
            "snapshot": "counted on the last day",
            "period": "within the period",
            "year_to_date": "so far this year, from 1 April",
            "year_to_date_average": "average so far this year, from 1 April",
            "rolling_12m": "the last 12 months",
            "rolling_36m": "the last 36 months",
            "unstated": "the report does not say over what period",
        }[self.value]


class Origin(StrEnum):
    """Where a figure comes from: the council's own return or published statistics."""

    REPORTED = "reported"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        """The origin in words."""
        return "council return" if self is Origin.REPORTED else "published statistics"


class AreaKind(StrEnum):
    """How an area relates to the council."""

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
        """The short form of the name, for tight spaces such as a chart's edge."""
        if self.kind is AreaKind.NEIGHBOURS and self.name == "Statistical neighbours":
            return "Neighbours"
        return self.name.removesuffix(" Council")


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A cabinet member's group of indicators; `note` is a caveat about the whole group."""

    id: str
    name: str
    position: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator, as defined in the data.

    `noun` is what the numerator counts, "child/children"; `said` completes a headline after the
    figure, as in "19.1% *were repeat plans*". `further` are the columns that the council
    keeps beside ours, with their names.
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
    unit_word: str = ""
    owner: str = ""
    tags: tuple[str, ...] = ()
    further: tuple[tuple[str, str], ...] = ()

    @property
    def measure(self) -> Measure:
        """How its figures are written."""
        return Measure(self.unit, self.unit_word)

    def counted(self, count: Decimal) -> str:
        """The noun that goes with `count`, such as "child" or "children"."""
        one, _, many = self.noun.partition("/")
        return one if abs(count) == 1 or not many else many

    def judge(self, change: Decimal) -> Judgement:
        """Whether a change is better or worse; the only place that applies the polarity."""
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
        """The caveat, without sentences about years after the quarter."""
        sentences = re.split(r"(?<=\.)\s+", self.caveat)
        return " ".join(
            each
            for each in sentences
            if all(int(year) <= quarter.end.year for year in _YEAR.findall(each))
        )

    def count_said(self, count: Decimal) -> str:
        """The count with its noun, if it has one: "3,039 referrals", "3,039"."""
        return f"{formatted_count(abs(count))} {self.counted(count)}".strip()

    @property
    def per_label(self) -> str:
        """The words beside a large figure, such as "per 10,000 children"; empty for "%"."""
        if self.unit is Unit.RATE:
            return f"per {self.per}" if self.per else "rate"
        if self.unit is Unit.SCORE:
            return self.counted(Decimal(2)) or "score"
        return self.measure.plural or ("years" if self.unit is Unit.YEARS else "")

    @property
    def per_brief(self) -> str:
        """What a rate is per, without of whom: "per 10,000" for "per 10,000 children"."""
        number = _LEADING_NUMBER.match(self.per)
        return f"per {number[0]}" if number else self.per_label


@dataclass(frozen=True, slots=True)
class Series:
    """How one origin states an indicator's figures.

    `mean_decimals` applies to averages of authorities, which we compute ourselves. `above_100`
    says that its shares may pass 100%, `small` that they are all tiny.
    """

    origin: Origin
    basis: Basis
    basis_inferred: bool
    decimals: int
    mean_decimals: int
    seasonal: bool
    above_100: bool = False
    small: bool = False

    def decimals_for(self, kind: AreaKind) -> int:
        """Number of decimals to show for figures of an area of this kind."""
        return self.mean_decimals if kind is AreaKind.NEIGHBOURS else self.decimals
