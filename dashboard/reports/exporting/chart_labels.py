"""Where the labels of a native chart go: Office can place them right, above, below or left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise, product
from math import ceil

from dashboard.charts.labels import Box, wrapped
from dashboard.charts.style import text_width
from dashboard.reports.exporting.chart_figures import MOST_VALUES, ChartFigures, ChartSeries

GAP = 9.0
_LINE_HEIGHT = 1.2
WIDEST_TARGET = 0.2
"""A target's label that is wider than this share of the chart is broken into lines."""
_CENTURY = re.compile(r"\b\d\d(\d\d/\d\d)\b")
_Point = tuple[float, float]
SHARES = (1.0, 0.85, 0.7)
"""Sizes to try for the labels of the periods, as shares of the chart's type size."""


class Position(Enum):
    """On which side of its point a label is."""

    RIGHT = auto()
    ABOVE = auto()
    BELOW = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class Naming:
    """The labels of the periods, the share of the type size that fits; every n-th is shown."""

    categories: tuple[str, ...]
    share: float
    every: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A chart's width, height and type size in px, and what it shows."""

    width: float
    height: float
    font: float
    figures: ChartFigures
    legend: bool = False

    @property
    def plot(self) -> Box:
        """The box inside the axes: leaves room for tick labels left and below, for labels right."""
        ticks = max(text_width(text, self.font) for text in self.figures.axis.texts)
        below = self.font * (4.2 if self.legend else 2.7)
        return Box(ticks + 14, self.font * 0.9, self.width - self._right, self.height - below)

    @property
    def _right(self) -> float:
        """The margin on the right: room for the widest target label, or a small gap."""
        ends = [each for each in self.figures.series if each.is_target]
        widths = [text_width(part, self.font) for each in ends for part in self.lines(each, 0)]
        return max([*widths, 0.0]) + 2 * GAP

    @property
    def naming(self) -> Naming:
        """How periods are labelled: in full, then smaller, then without the century, then fewer."""
        whole = self.figures.categories
        short = tuple(_CENTURY.sub(r"\1", name) for name in whole)
        slot = (self.plot.right - self.plot.left) / len(whole)
        for names, share in product((whole, short), SHARES):
            widest = max(text_width(word, self.font * share) for n in names for word in n.split())
            if widest <= slot:
                return Naming(names, share, 1)
        return Naming(short, SHARES[-1], ceil(widest / slot))

    def lines(self, series: ChartSeries, slot: int) -> tuple[str, ...]:
        """The lines of a label; only a target's label is broken into several."""
        text = series.label(slot)
        if not series.is_target:
            return (text,)
        return wrapped(text, self.width * WIDEST_TARGET, self.font)

    def at(self, slot: int, value: float) -> _Point:
        """The position in px of a value, in the middle of its slot."""
        plot, axis = self.plot, self.figures.axis
        share = (value - axis.low) / (axis.high - axis.low)
        across = (slot + 0.5) / len(self.figures.categories)
        return (
            plot.left + across * (plot.right - plot.left),
            plot.bottom - share * (plot.bottom - plot.top),
        )


@dataclass
class _Placer:
    """Places labels one by one so that none covers another or a line or leaves the chart."""

    frame: Frame
    occupied: list[Box] = field(default_factory=list)

    def strokes(self) -> Iterator[tuple[_Point, _Point]]:
        for series in self.frame.figures.series:
            points = [
                None if value is None else self.frame.at(slot, value)
                for slot, value in enumerate(series.values)
            ]
            yield from ((a, b) for a, b in pairwise(points) if a and b)

    def place(self, series: ChartSeries, slot: int) -> Position | None:
        """Finds a free position for a value's label and occupies it; None where there is none."""
        point = self.frame.at(slot, series.values[slot] or 0.0)
        lines, font = self.frame.lines(series, slot), self.frame.font
        for position in _tried(series):
            box = label_box(point, lines, position, font)
            if self._is_free(box):
                self.occupied.append(box)
                return position
        return None

    def _is_free(self, box: Box) -> bool:
        plot = self.frame.plot
        whole = Box(plot.left - GAP, 0, self.frame.width, plot.bottom)
        return (
            box.within(whole)
            and not any(box.overlaps(other) for other in self.occupied)
            and not any(box.crossed_by(start, end) for start, end in self.strokes())
        )


def label_box(point: _Point, lines: tuple[str, ...], position: Position, font: float) -> Box:
    x, y = point
    width = max(text_width(text, font) for text in lines)
    height = font * _LINE_HEIGHT * len(lines)
    left, top = {
        Position.RIGHT: (x + GAP, y - height / 2),
        Position.ABOVE: (x - width / 2, y - GAP - height),
        Position.BELOW: (x - width / 2, y + GAP),
        Position.LEFT: (x - GAP - width, y - height / 2),
    }[position]
    return Box(left, top, left + width, top + height)


Placed = dict[tuple[int, int], Position]


def placed_labels(frame: Frame) -> Placed:
    """The position of each label by series and slot; a label that does not fit has none.

    The ends of lines come first, then the council's figures. If the name of one other area does
    not fit, none of them is labelled, and the chart needs a legend.
    """
    others = [n for n, s in enumerate(frame.figures.series) if not (s.ours or s.is_target)]
    placed = _placed(frame, frozenset())
    if others and not all((n, frame.figures.series[n].last) in placed for n in others):
        return _placed(frame, frozenset(others))
    return placed


def _placed(frame: Frame, without: frozenset[int]) -> Placed:
    """The positions of the labels of all series but some."""
    placer = _Placer(frame)
    placed: Placed = {}
    for number, series in _by_need(frame.figures):
        if number in without:
            continue
        if found := placer.place(series, series.last):
            placed[number, series.last] = found
    for number, series in enumerate(frame.figures.series):
        if series.ours and sum(v is not None for v in series.values) <= MOST_VALUES:
            for slot, value in enumerate(series.values):
                if value is None or slot == series.last:
                    continue
                if found := placer.place(series, slot):
                    placed[number, slot] = found
    return placed


def _by_need(figures: ChartFigures) -> list[tuple[int, ChartSeries]]:
    """The series in the order of labelling: the council, targets, other areas from the top."""
    return sorted(
        enumerate(figures.series),
        key=lambda each: (
            not each[1].ours,
            not each[1].is_target,
            -(each[1].values[each[1].last] or 0.0),
        ),
    )


def _tried(series: ChartSeries) -> tuple[Position, ...]:
    if series.ours:
        return (Position.ABOVE, Position.BELOW, Position.RIGHT, Position.LEFT)
    if series.is_target:
        return (Position.RIGHT, Position.ABOVE, Position.BELOW)
    return (Position.RIGHT, Position.ABOVE, Position.BELOW, Position.LEFT)
