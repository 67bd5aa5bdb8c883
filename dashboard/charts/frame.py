"""Convert between dates, values and px in a chart's drawing area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.charts.axes import ValueAxis
from dashboard.charts.style import Size


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing area at its smallest width; `left` and `right` are the margins in px."""

    size: Size
    axis: ValueAxis
    start: date
    end: date
    left: float
    right: float

    @property
    def width(self) -> float:
        """The plot's width in px."""
        return self.size.plot_width(self.left, self.right)

    def x(self, day: date) -> float:
        """The position of a date, in px from the left."""
        return (day - self.start).days / (self.end - self.start).days * self.width

    def y(self, value: float) -> float:
        """The position of a value, in px from the top."""
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.size.plot_height * (1 - share)

    def value(self, y: float) -> float:
        """The value at a position in px from the top."""
        share = 1 - y / self.size.plot_height
        return self.axis.low + share * (self.axis.high - self.axis.low)

    @property
    def gutter_end(self) -> str:
        """The date at the right end of the gutter, where the labels begin."""
        days = (self.end - self.start).days
        extra = days * self.size.gutter / self.width
        return date.fromordinal(self.end.toordinal() + max(1, round(extra))).isoformat()
