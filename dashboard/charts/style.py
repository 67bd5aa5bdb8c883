"""How the roles in a chart look, in one place: colours, dashes, widths, type sizes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line in a chart is."""

    COUNCIL = "council"
    OTHER_SERIES = "other series"
    COUNTRY = "country"
    REGION = "region"
    NEIGHBOURS = "neighbours"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour and dash, and the darker shade for text beside it."""

    colour: str
    dash: str
    text: str


STROKES = {
    Role.COUNCIL: Stroke("#12436D", "solid", "#12436D"),
    Role.OTHER_SERIES: Stroke("#12436D", "dot", "#12436D"),
    Role.COUNTRY: Stroke("#3D3D3D", "solid", "#3D3D3D"),
    Role.REGION: Stroke("#6b7684", "dash", "#4b5566"),
    Role.NEIGHBOURS: Stroke("#828b97", "dot", "#5b6572"),
}
TARGET = Stroke("#e36322", "dash", "#b8470f")


@dataclass(frozen=True, slots=True)
class Weight:
    """How heavy a chart is drawn, in px: lines, and the diameters of points."""

    council: float
    between_years: float
    comparator: float
    target: float
    target_dash: str
    point: int
    many_points: int
    latest: int
    comparator_point: int


ON_A_DESK = Weight(4, 2, 1.75, 2.5, "6px,4px", 8, 7, 13, 6)
ON_THE_WALL = Weight(7, 4, 4, 5, "14px,9px", 14, 11, 22, 10)
INK = "#14213d"
SECONDARY = "#4b5566"
GRID = "#e6e9ee"
AXIS = "#828b97"
LEADER = "#c3cad3"
SHADE = "#f1f4f9"
INTERVAL = "rgba(18,67,109,0.11)"
INTERVAL_EDGE = "rgba(18,67,109,0.3)"
COMPARED = "#c3cad3"
FONT = "'Source Sans 3 Variable', 'Source Sans 3', system-ui, 'Segoe UI', sans-serif"


@dataclass(frozen=True, slots=True)
class Size:
    """One drawing size in px; `width` is the least width the chart is given at this size."""

    name: str
    width: int
    height: int
    font: int
    left: int
    edge_share: float
    bottom: int = 36
    top: int = 14
    gutter: int = 14
    weight: Weight = ON_A_DESK

    @property
    def plot_height(self) -> int:
        """The height between the axes' ends."""
        return self.height - self.top - self.bottom

    def plot_width(self, left: float, right: float) -> float:
        """The least width between the axis and the gutter, with these margins."""
        return self.width - left - right - self.gutter


TINY = Size("tiny", 224, 360, 12, 36, 0.36)
WIDE = Size("wide", 620, 400, 15, 52, 0.34)
NARROW = Size("narrow", 300, 380, 13, 42, 0.36)
LARGE = Size("large", 900, 470, 18, 62, 0.3)
STAGE = Size("stage", 740, 400, 24, 76, 0.36, 48, 20, 18, ON_THE_WALL)
PAPER = Size("paper", 640, 300, 13, 46, 0.32)
LARGE_STAGE = Size("large-stage", 1120, 660, 30, 96, 0.36, 60, 24, 22, ON_THE_WALL)
SIZES = {size.name: size for size in (TINY, NARROW, WIDE, LARGE, PAPER, STAGE, LARGE_STAGE)}

_NARROW_GLYPHS = frozenset("iljtf.,:;'’()[]|!/ -–")
_BROAD_GLYPHS = frozenset("mwMW%@—")


def text_width(text: str, size: float) -> float:
    """About how wide a text is in px, on the generous side, for Source Sans 3."""
    units = sum(
        0.3
        if c in _NARROW_GLYPHS
        else 0.86
        if c in _BROAD_GLYPHS
        else 0.62
        if c.isupper()
        else 0.53
        for c in text
    )
    return units * size
