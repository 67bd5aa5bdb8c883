"""A figure as a report prints it: share, rate, number, two at once, or what stands for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.indicator import Unit
from dashboard.domain.record import Symbol

_NUMBER = r"[-−]?£?[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?£?[-−]?\d+(?:\.\d+)?"
_SINGLE = re.compile(rf"(?P<value>{_NUMBER})\s*(?P<percent>%)?")
_DUAL = re.compile(
    rf"(?P<first>{_NUMBER})\s*(?P<one>%)?\s*\(\s*(?P<second>{_NUMBER})\s*(?P<two>%)?\s*\)"
)
SYMBOLS = {
    "n/a": Symbol.NOT_APPLICABLE,
    "na": Symbol.NOT_APPLICABLE,
    "-": Symbol.NOT_AVAILABLE,
    "–": Symbol.NOT_AVAILABLE,
    "—": Symbol.NOT_AVAILABLE,
    "..": Symbol.NOT_AVAILABLE,
    "x": Symbol.NOT_AVAILABLE,
    "c": Symbol.CONFIDENTIAL,
    "*": Symbol.CONFIDENTIAL,
    "low": Symbol.LOW,
}


class Measure(StrEnum):
    """What stands in a row's cells, as its label says."""

    SINGLE = ""
    NUMBER_RATE = "No. (Rate)"
    RATE_NUMBER = "Rate (No.)"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its count, or a symbol; `unit` where the sign beside it tells."""

    value: Decimal | None
    count: Decimal | None = None
    symbol: Symbol | None = None
    unit: Unit | None = None

    @property
    def decimals(self) -> int:
        """How many decimals the value is printed with."""
        if self.value is None:
            return 0
        return max(0, -int(self.value.as_tuple().exponent))


def measure_of(label: str) -> Measure | None:
    """What a row's label says of its cells; None where it is no such label."""
    words = re.sub(r"[^a-z%£()]", "", label.lower().replace("number", "no"))
    if words in ("no(rate)", "no(%)", "count(rate)"):
        return Measure.NUMBER_RATE
    if words in ("rate(no)", "%(no)", "rate(count)"):
        return Measure.RATE_NUMBER
    if words in ("", "no", "rate", "%", "£", "percentage", "value", "score", "actual"):
        return Measure.SINGLE
    return None


def read_figure(text: str, measure: Measure) -> Figure | None:
    """The figure of a cell; None where it is not one."""
    plain = text.strip()
    if plain.lower() in SYMBOLS:
        return Figure(None, symbol=SYMBOLS[plain.lower()])
    if dual := _DUAL.fullmatch(plain):
        first, second = number(dual["first"]), number(dual["second"])
        number_first = measure is not Measure.RATE_NUMBER
        value, count = (second, first) if number_first else (first, second)
        percent = dual["two"] if number_first else dual["one"]
        return Figure(value, count, unit=Unit.PERCENT if percent else None)
    if single := _SINGLE.fullmatch(plain):
        unit = Unit.PERCENT if single["percent"] else None
        if "£" in plain:
            unit = Unit.CURRENCY
        return Figure(number(single["value"]), unit=unit)
    return None


def number(text: str) -> Decimal:
    """A printed number: thousands separators, pounds and a true minus are understood."""
    return Decimal(text.replace(",", "").replace("£", "").replace("−", "-"))
