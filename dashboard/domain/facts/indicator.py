"""Define indicators and areas: which way is better, and how figures are formatted."""

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


class Unit(StrEnum):
    """What a value counts."""

    PERCENT = "percent"
    RATE = "rate"
    COUNT = "count"
    CURRENCY = "currency"
    SCORE = "score"
    YEARS = "years"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as it is written; `word` is that of a unit of its own: "day/days", "£ million"."""

    unit: Unit
    word: str = ""

    @property
    def is_money(self) -> bool:
        """Whether figures are written with a pound sign."""
        return self.unit is Unit.CURRENCY or self.word.startswith("£")

    @property
    def plural(self) -> str:
        """The word for several of the unit, such as "days"; empty for money and a bare number."""
        one, _, many = self.word.partition("/")
        return "" if self.is_money else (many or one)

    @property
    def scale(self) -> str:
        """The word behind an amount in pounds: "million" for "£ million"; else empty."""
        return self.word.removeprefix("£").strip() if self.is_money else ""

    def money(self, number: str) -> str:
        """The amount in pounds: "£512.30", or "£2.3 million" for the word "£ million"."""
        return f"£{number} {self.scale}".strip()

    def places(self, decimals: int) -> int:
        """The decimals to write: pounds and pence have two or none, as in "£332.10"."""
        pence = self.is_money and not self.scale and decimals == 1
        return 2 if pence else decimals

    def differs_by(self, one: bool) -> str:
        """The word for the size of a difference: "point", "points", "days"."""
        words = {Unit.PERCENT: "point/points", Unit.YEARS: "year/years"}.get(self.unit, self.word)
        single, _, many = words.partition("/")
        return single if one else many or single


COUNT = Measure(Unit.COUNT)


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
            "snapshot": "state on the last day",
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


def rounded(value: Decimal, decimals: int) -> Decimal:
    """The value rounded half up: 0.25 to one decimal is 0.3."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def stated_decimals(value: Decimal) -> int:
    """Number of decimals with which a value is stated: 1 for 80.0, none for 80."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def formatted(value: Decimal, decimals: int, measure: Measure) -> str:
    """The figure as text, with thousands separators: "1,059.4", "19.1%", "£512.30", "£2.3 million".

    Negatives have a true minus sign; a value that rounds to zero has no sign.
    """
    decimals = measure.places(decimals)
    exact = rounded(value, decimals)
    sign = "−" if exact < 0 else ""
    number = f"{abs(exact):,.{decimals}f}"
    if measure.unit is Unit.PERCENT:
        return f"{sign}{number}%"
    return f"{sign}{measure.money(number)}" if measure.is_money else f"{sign}{number}"


def formatted_difference(difference: Decimal, decimals: int, measure: Measure) -> str:
    """The size of a difference with its unit: "3.0 points", "11.9", "£12.40", "2.3 days"."""
    decimals = measure.places(decimals)
    number = f"{abs(rounded(difference, decimals)):,.{decimals}f}"
    if measure.is_money:
        return measure.money(number)
    return f"{number} {measure.differs_by(number == '1')}".strip()


def formatted_count(count: Decimal) -> str:
    """The count as text with thousands separators, such as "3,039"."""
    return formatted(count, 0, COUNT)
