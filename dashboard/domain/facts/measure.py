"""Define units, and how figures are rounded and written in them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache


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


IN_CASH = "not adjusted for prices"
"""Said of amounts in pounds that have risen."""
COUNT = Measure(Unit.COUNT)
WHOLE = 100
"""A whole in percent, which a share of it cannot pass."""


def rounded(value: Decimal, decimals: int) -> Decimal:
    """The value rounded half up: 0.25 to one decimal is 0.3."""
    return value.quantize(_last_place(decimals), rounding=ROUND_HALF_UP)


@lru_cache
def _last_place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def half_place(decimals: int) -> Decimal:
    """The most by which rounding to so many decimals moves a value: 0.05 for one decimal."""
    return _last_place(decimals) / 2


def stated_decimals(value: Decimal) -> int:
    """Number of decimals with which a value is stated: 1 for 80.0, none for 80."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def formatted(value: Decimal, decimals: int, measure: Measure) -> str:
    """The figure as text, with thousands separators: "1,059.4", "19.1%", "£512.30", "£2.3 million".

    Negatives have a true minus sign; a value that rounds to zero has no sign.
    """
    exact = rounded(value, decimals)
    sign = "−" if exact < 0 else ""
    number = f"{abs(exact):,.{measure.places(decimals)}f}"
    if measure.unit is Unit.PERCENT:
        return f"{sign}{number}%"
    return f"{sign}{measure.money(number)}" if measure.is_money else f"{sign}{number}"


def formatted_difference(difference: Decimal, decimals: int, measure: Measure) -> str:
    """The size of a difference with its unit: "3.0 points", "11.9", "£12.40", "2.3 days"."""
    number = f"{abs(rounded(difference, decimals)):,.{measure.places(decimals)}f}"
    if measure.is_money:
        return measure.money(number)
    return f"{number} {measure.differs_by(number == '1')}".strip()


def formatted_count(count: Decimal) -> str:
    """The count as text with thousands separators, such as "3,039"."""
    return formatted(count, 0, COUNT)


def signed(value: Decimal | float, places: int, plus: bool = True) -> str:
    """A number without its unit, as text with a true minus sign: "+0.5", "−4.1".

    Without `plus` only negatives have a sign.
    """
    return f"{value:{'+' if plus else ''},.{places}f}".replace("-", "−")
