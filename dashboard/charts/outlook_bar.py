"""Lay out the year end's range on a line with the latest figure and the target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.charts.labels import spread
from dashboard.charts.style import text_width
from dashboard.domain.judgements.outlook_range import OutlookRange

NARROWEST = 250.0
"""The smallest width of the line in px."""
FONT = 15
_PAD = 0.14
"""The room beyond the lowest and the highest value, as a share of their range."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value at `x` percent of the width, and the centre of its text there."""

    text: str
    x: float
    text_x: float


@dataclass(frozen=True, slots=True)
class OutlookBar:
    """The bar; `gap` are the ends of the shortfall, None where the range reaches the target."""

    low: Mark
    high: Mark
    now: Mark
    target: Mark | None
    gap: tuple[float, float] | None
    gap_text: str


def outlook_bar(found: OutlookRange) -> OutlookBar:
    """The positions of a range's parts in percent of the width, its texts apart."""
    values = [found.low, found.high, found.now]
    values += [] if found.target is None else [found.target]
    ends = [float(value) for value in values]
    room = (max(ends) - min(ends) or 1.0) * _PAD
    start, width = min(ends) - room, max(ends) - min(ends) + 2 * room

    def x(value: Decimal) -> float:
        return round((float(value) - start) / width * 100, 2)

    low, high = _apart([(found.low_said, x(found.low)), (found.high_said, x(found.high))])
    above = [(f"{found.now_said} now", x(found.now))]
    if found.target is not None:
        above.append((f"Target {found.target_said}", x(found.target)))
    now, *target = _apart(above)
    gap = None
    if found.target is not None and found.short is not None:
        at = x(found.target)
        near = low.x if abs(low.x - at) < abs(high.x - at) else high.x
        gap = (min(at, near), max(at, near))
    return OutlookBar(
        low=low,
        high=high,
        now=now,
        target=target[0] if target else None,
        gap=gap,
        gap_text=f"{found.short_said} short" if gap and _fits(found.short_said, gap) else "",
    )


def _fits(said: str, gap: tuple[float, float]) -> bool:
    wide = text_width(f"{said} short", FONT) + 8
    return wide <= (gap[1] - gap[0]) / 100 * NARROWEST


def _apart(wanted: list[tuple[str, float]]) -> list[Mark]:
    """Marks whose texts are as near to their values as they can be without touching."""
    widths = [(text_width(text, FONT) + 10) / NARROWEST * 100 for text, _ in wanted]
    centres = spread([x for _, x in wanted], widths, 0, 100)
    return [Mark(text, x, round(at, 2)) for (text, x), at in zip(wanted, centres, strict=True)]
