"""Set the colours, dashes, widths and font sizes of charts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Figure = dict[str, Any]
"""A chart, a trace or an annotation, as the plain dict that plotly takes."""


class Role(StrEnum):
    """Whose figures a line in a chart shows."""

    COUNCIL = "council"
    OTHER_SERIES = "other series"
    COUNTRY = "country"
    REGION = "region"
    NEIGHBOURS = "neighbours"
    BESIDE = "beside"
    FIRST_AUTHORITY = "first authority"
    SECOND_AUTHORITY = "second authority"
    THIRD_AUTHORITY = "third authority"


AUTHORITIES = (Role.FIRST_AUTHORITY, Role.SECOND_AUTHORITY, Role.THIRD_AUTHORITY)
"""The roles of single authorities, of which a chart has at most as many."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """The colour and dash of a line, and the darker shade for its labels."""

    colour: str
    dash: str
    text: str


STROKES = {
    Role.COUNCIL: Stroke("#12436D", "solid", "#12436D"),
    Role.OTHER_SERIES: Stroke("#12436D", "dot", "#12436D"),
    Role.COUNTRY: Stroke("#3D3D3D", "solid", "#3D3D3D"),
    Role.REGION: Stroke("#6b7684", "dash", "#4b5566"),
    Role.NEIGHBOURS: Stroke("#828b97", "dot", "#5b6572"),
    Role.BESIDE: Stroke("#801650", "dash", "#801650"),
    Role.FIRST_AUTHORITY: Stroke("#4b5566", "dashdot", "#4b5566"),
    Role.SECOND_AUTHORITY: Stroke("#4b5566", "longdash", "#4b5566"),
    Role.THIRD_AUTHORITY: Stroke("#4b5566", "longdashdot", "#4b5566"),
}
TARGET = Stroke("#e36322", "dash", "#b8470f")


@dataclass(frozen=True, slots=True)
class Weight:
    """The widths of a chart's lines and the diameters of its points, in px."""

    council: float
    between_years: float
    comparator: float
    target: float
    target_dash: str
    point: int
    many_points: int
    latest: int
    comparator_point: int


ON_A_DESK = Weight(
    council=4,
    between_years=2,
    comparator=1.75,
    target=2.5,
    target_dash="6px,4px",
    point=8,
    many_points=7,
    latest=13,
    comparator_point=6,
)
ON_THE_WALL = Weight(
    council=7,
    between_years=4,
    comparator=4,
    target=5,
    target_dash="14px,9px",
    point=14,
    many_points=11,
    latest=22,
    comparator_point=10,
)
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
    """One drawing size in px; `width` is the smallest width a chart has at this size."""

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
        """The height of the plot in px, without margins."""
        return self.height - self.top - self.bottom

    def plot_width(self, left: float, right: float) -> float:
        """The smallest width in px between the axis and the gutter, with these margins."""
        return self.width - left - right - self.gutter


TINY = Size(name="tiny", width=224, height=360, font=12, left=36, edge_share=0.36)
WIDE = Size(name="wide", width=620, height=400, font=15, left=52, edge_share=0.34)
MIDDLE = Size(name="middle", width=620, height=336, font=15, left=52, edge_share=0.34)
LOW = Size(name="low", width=620, height=288, font=14, left=48, edge_share=0.34)
FLAT = Size(name="flat", width=620, height=246, font=14, left=48, edge_share=0.34)
"""On screens too low for the wide one, so that the whole chart is in sight with its finding."""
HALF = Size(name="half", width=620, height=184, font=13, left=44, edge_share=0.34, bottom=32)
"""Of two charts under each other, on a screen too low for two of the flat ones."""
NARROW = Size(name="narrow", width=300, height=380, font=13, left=36, edge_share=0.3)
LARGE = Size(name="large", width=900, height=470, font=18, left=62, edge_share=0.3)
PAPER = Size(name="paper", width=640, height=300, font=13, left=46, edge_share=0.32)
STAGE = Size(
    name="stage",
    width=740,
    height=400,
    font=24,
    left=76,
    edge_share=0.36,
    bottom=48,
    top=20,
    gutter=18,
    weight=ON_THE_WALL,
)
LARGE_STAGE = Size(
    name="large-stage",
    width=1120,
    height=660,
    font=30,
    left=96,
    edge_share=0.36,
    bottom=60,
    top=24,
    gutter=22,
    weight=ON_THE_WALL,
)
SIZES = {
    size.name: size
    for size in (TINY, NARROW, WIDE, MIDDLE, LOW, FLAT, LARGE, PAPER, STAGE, LARGE_STAGE)
}

_OF_TWO = {"large": FLAT, "wide": FLAT, "middle": HALF, "low": HALF, "flat": HALF}


def of_two(size: Size) -> Size:
    """The size of each of two charts under each other, so that both are on one screen."""
    return _OF_TWO.get(size.name, size)


_NARROW_GLYPHS = frozenset("iljtf.,:;'’()[]|!/ -–")
_BROAD_GLYPHS = frozenset("mwMW%@—")


def text_width(text: str, size: float) -> float:
    """The estimated width of a text in px in Source Sans 3, on the generous side."""
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
