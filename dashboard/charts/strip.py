"""Draw the council's rank among authorities as a strip, with a box for the middle half."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.charts.labels import spread
from dashboard.charts.style import AXIS, COMPARED, INK, text_width
from dashboard.charts.svg import svg_image
from dashboard.domain.facts.measure import Measure, formatted
from dashboard.domain.judgements.ranking import Ranking

NARROWEST = 280.0
"""The smallest width of a strip in px."""
FONT = 15
_PAD = 0.06
"""The room beyond the lowest and highest values, as a share of their range."""
_BOTTOM, BOX_TOP, BOX_BOTTOM = 30, 5, 25


@dataclass(frozen=True, slots=True)
class Label:
    """A text centred at `x` percent of the width."""

    text: str
    x: float


@dataclass(frozen=True, slots=True)
class Strip:
    """An image without texts, and its labels with positions in percent of the width."""

    image: str
    ours: Label
    quartiles: tuple[Label, ...]


def strip(found: Ranking, name: str, measure: Measure) -> Strip:
    """The strip of a ranking; `name` is the council's."""
    decimals, known = found.line.decimals, found.spread
    quartiles = (known.lower_quartile, known.median, known.upper_quartile)
    values = [float(value) for value in (*quartiles, found.value, *found.others)]
    room = (max(values) - min(values) or 1.0) * _PAD
    low, high = min(values) - room, max(values) + room

    def x(value: Decimal) -> float:
        return round((float(value) - low) / (high - low) * 100, 2)

    texts = [formatted(value, decimals, measure) for value in quartiles]
    return Strip(
        _image([x(value) for value in quartiles], [x(value) for value in found.others]),
        Label(f"{name} {formatted(found.value, decimals, measure)}", x(found.value)),
        tuple(_apart(texts, [x(value) for value in quartiles])),
    )


def _apart(texts: list[str], wanted: list[float]) -> list[Label]:
    """Labels as near to their values as possible without touching."""
    widths = [(text_width(text, FONT) + 10) / NARROWEST * 100 for text in texts]
    centres = spread(wanted, widths, 0, 100)
    return [Label(text, round(x, 2)) for text, x in zip(texts, centres, strict=True)]


def _image(quartiles: list[float], others: list[float]) -> str:
    low, middle, high = quartiles
    parts = [f'<path d="M0 15H100" stroke="{AXIS}" stroke-width="1"/>']
    parts += [f'<path d="M{x} 9V21" stroke="{AXIS}" stroke-width="1"/>' for x in others]
    parts.append(
        f'<path d="M{low} {BOX_TOP}H{high}V{BOX_BOTTOM}H{low}Z" fill="{COMPARED}" '
        f'fill-opacity=".55" stroke="{AXIS}" stroke-width="1"/>'
    )
    parts.append(f'<path d="M{middle} {BOX_TOP}V{BOX_BOTTOM}" stroke="{INK}" stroke-width="2"/>')
    fine = (part.replace("/>", ' vector-effect="non-scaling-stroke"/>') for part in parts)
    return svg_image(100, _BOTTOM, fine, preserveAspectRatio="none")
