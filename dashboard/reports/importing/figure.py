"""A figure as a report prints it: share, rate, number, number with rate, or a symbol."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Symbol
from dashboard.reports import wording

_NUMBER = r"[-−]?£?[-−]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|[-−]?£?[-−]?\d+(?:\.\d+)?"
_MARK = r"(?:(?:\s+|\s*[(\[])(?P<mark>[preb])[)\]]?)?"
_SINGLE = re.compile(rf"(?P<value>{_NUMBER})\s*(?P<percent>%)?{_MARK}")
_DUAL = re.compile(
    rf"(?P<first>{_NUMBER})\s*(?P<one>%)?\s*\(\s*(?P<second>{_NUMBER})\s*(?P<two>%)?\s*\){_MARK}"
)
_SYMBOLS = {text: symbol for symbol, text in wording.SYMBOLS.items() if text} | {
    "na": Symbol.NOT_APPLICABLE,
    "–": Symbol.NOT_AVAILABLE,
    "—": Symbol.NOT_AVAILABLE,
    "..": Symbol.NOT_AVAILABLE,
    "x": Symbol.NOT_AVAILABLE,
    "*": Symbol.CONFIDENTIAL,
}
_SYMBOLS |= dict.fromkeys(
    ("tbc", "tba", "not available", "awaited", "awaiting data", "no data", "not known", "unknown"),
    Symbol.NOT_AVAILABLE,
)


_NOTE = re.compile(r"\s*[*†‡§⁰¹²³⁴⁵⁶⁷⁸⁹]+$")


class Measure(StrEnum):
    """What the cells of a row hold, by its label."""

    SINGLE = ""
    NUMBER_RATE = wording.NUMBER_AND_RATE
    RATE_NUMBER = "Rate (No.)"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its count, or a symbol; `unit` if a sign says it.

    `mark` is a letter after it: provisional, revised, estimated, a break in the series.
    """

    value: Decimal | None
    count: Decimal | None = None
    symbol: Symbol | None = None
    unit: Unit | None = None
    mark: str = ""

    @property
    def decimals(self) -> int:
        """How many decimals the value is printed with."""
        if self.value is None:
            return 0
        return max(0, -int(self.value.as_tuple().exponent))


def measure_of(label: str) -> Measure | None:
    """What a row's label says about its cells; None where it is another kind of label."""
    words = re.sub(
        r"[^a-z%£()]", "", label.lower().replace("number", "no").replace("percentage", "%")
    )
    if words in ("no(rate)", "no(%)", "count(rate)", "count(%)"):
        return Measure.NUMBER_RATE
    if words in ("rate(no)", "%(no)", "rate(count)", "%(count)"):
        return Measure.RATE_NUMBER
    if words in _SINGLES:
        return Measure.SINGLE
    return None


_SINGLES = frozenset(
    ("", "no", "count", "rate", "%", "£", "value", "score", "actual", "result", "performance")
)


def read_figure(text: str, measure: Measure) -> Figure | None:
    """The figure of a cell; None where it is not one.

    Of two numbers the row's label says which is the count; without one the first is, unless only
    the second can be.
    """
    plain = without_note(text)
    if plain.lower() in _SYMBOLS:
        return Figure(None, symbol=_SYMBOLS[plain.lower()])
    if dual := _DUAL.fullmatch(plain):
        return _dual(dual, measure)
    if single := _SINGLE.fullmatch(plain):
        unit = Unit.PERCENT if single["percent"] else None
        if "£" in plain:
            unit = Unit.CURRENCY
        return Figure(number(single["value"]), unit=unit, mark=single["mark"] or "")
    return None


def without_note(text: str) -> str:
    """A cell without a note's mark at its end ("61.6%*"); a mark alone is a symbol and stays."""
    return _NOTE.sub("", text.strip()) or text.strip()


def _dual(found: re.Match[str], measure: Measure) -> Figure | None:
    first, second = number(found["first"]), number(found["second"])
    can_count = _counts(first, found["one"]), _counts(second, found["two"])
    number_first = can_count[0] if measure is Measure.SINGLE else measure is Measure.NUMBER_RATE
    # The target of a "No. (Rate)" is sometimes printed the other way round.
    if can_count != (True, True):
        number_first = can_count[0]
    if not any(can_count):
        return None
    value, count = (second, first) if number_first else (first, second)
    percent = found["two"] if number_first else found["one"]
    unit = Unit.PERCENT if percent else None
    return Figure(value, count, unit=unit, mark=found["mark"] or "")


def _counts(value: Decimal, percent: str | None) -> bool:
    """Whether a number can be a count: whole, not negative and not a percentage."""
    return value >= 0 and value.as_tuple().exponent == 0 and not percent


def number(text: str) -> Decimal:
    """A printed number: thousands separators, pounds and a true minus are understood."""
    return Decimal(re.sub(r"[,£ ]", "", text).replace("−", "-"))


def is_nearer_to_number(value: Decimal, rate: Decimal | None, number: Decimal | None) -> bool:
    """Whether the ratio of a value to the number is smaller than that to the rate."""
    if not (rate and number) or min(value, rate, number) <= 0:
        return False
    return _times(value, number) < _times(value, rate)


def _times(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other)
