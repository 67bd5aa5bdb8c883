"""Draw the council's rank among authorities as a strip, with a box for the middle half."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.charts.labels import spread
from dashboard.charts.style import text_width
from dashboard.domain.facts.measure import Measure, formatted
from dashboard.domain.judgements.ranking import Ranking

NARROWEST = 280.0
"""The smallest width of a strip in px."""
FONT = 15
_PAD = 0.06
"""The room beyond the lowest and highest values, as a share of their range."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text centred at `x` percent of the width."""

    text: str
    x: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Positions in percent of the width: the middle half, the median, and the labels."""

    half: tuple[float, float]
    median: float
    ours: Label
    quartiles: tuple[Label, ...]


def strip(found: Ranking, name: str, measure: Measure) -> Strip:
    """The strip of a ranking; `name` is the council's."""
    decimals, scale = found.line.decimals, scale_of(found)
    texts = [formatted(value, decimals, measure) for value in _quartiles(found)]
    low, middle, high = (scale.x(value) for value in _quartiles(found))
    return Strip(
        half=(low, high),
        median=middle,
        ours=Label(f"{name} {formatted(found.value, decimals, measure)}", scale.x(found.value)),
        quartiles=tuple(_apart(texts, [low, middle, high])),
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """The values at the two ends of a strip."""

    low: float
    high: float

    def x(self, value: Decimal) -> float:
        """The position of a value in percent of the width."""
        return round((float(value) - self.low) / (self.high - self.low) * 100, 2)


def scale_of(found: Ranking) -> Scale:
    """The scale of a ranking's strip, which holds every figure that is known."""
    values = [float(value) for value in (*_quartiles(found), found.value, *found.others)]
    room = (max(values) - min(values) or 1.0) * _PAD
    return Scale(min(values) - room, max(values) + room)


def _quartiles(found: Ranking) -> tuple[Decimal, Decimal, Decimal]:
    known = found.spread
    return known.lower_quartile, known.median, known.upper_quartile


def _apart(texts: list[str], wanted: list[float]) -> list[Label]:
    """Labels as near to their values as possible without touching."""
    widths = [(text_width(text, FONT) + 10) / NARROWEST * 100 for text in texts]
    centres = spread(wanted, widths, 0, 100)
    return [Label(text, round(x, 2)) for text, x in zip(texts, centres, strict=True)]
