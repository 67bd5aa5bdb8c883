"""Place labels so that none overlaps another or leaves the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from dashboard.charts.style import text_width


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, frame: Box) -> bool:
        """Whether the box is wholly inside `frame`."""
        return (
            self.left >= frame.left
            and self.right <= frame.right
            and self.top >= frame.top
            and self.bottom <= frame.bottom
        )

    def crossed_by(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether the straight line from `start` to `end` passes through the box."""
        (x0, y0), (x1, y1) = start, end
        enter, leave = 0.0, 1.0
        for origin, step, low, high in (
            (x0, x1 - x0, self.left, self.right),
            (y0, y1 - y0, self.top, self.bottom),
        ):
            if step == 0:
                if not low <= origin <= high:
                    return False
                continue
            first, second = sorted(((low - origin) / step, (high - origin) / step))
            enter, leave = max(enter, first), min(leave, second)
        return enter <= leave


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text wrapped into lines of at most `width` px, except for longer single words."""
    lines: list[str] = []
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(candidate, size) <= width:
            lines[-1] = candidate
        else:
            lines.append(word)
    return tuple(lines)


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Centres as near as possible to `wanted`, without overlaps, between `low` and `high`, in px.

    The order of `wanted` is kept. Neighbours that would overlap are merged into blocks placed at
    their members' mean (pool adjacent violators). If all heights together exceed the space, the
    block overruns it evenly.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    blocks: list[_Block] = []
    for index in order:
        blocks.append(_Block([index], [heights[index] / 2], wanted[index], heights[index]))
        blocks[-1].clamp(low, high)
        while len(blocks) > 1 and blocks[-2].end > blocks[-1].start:
            last = blocks.pop()
            blocks[-1].absorb(last, wanted)
            blocks[-1].clamp(low, high)
    centres = [0.0] * len(wanted)
    for block in blocks:
        for index, offset in zip(block.members, block.offsets, strict=True):
            centres[index] = block.start + offset
    return centres


@dataclass(slots=True)
class _Block:
    """Labels that touch, with their centres measured from the start of the block."""

    members: list[int]
    offsets: list[float]
    centre: float
    height: float

    @property
    def start(self) -> float:
        return self.centre - self.height / 2

    @property
    def end(self) -> float:
        return self.centre + self.height / 2

    def absorb(self, other: _Block, wanted: Sequence[float]) -> None:
        self.offsets += [self.height + offset for offset in other.offsets]
        self.members += other.members
        self.height += other.height
        starts = [wanted[m] - o for m, o in zip(self.members, self.offsets, strict=True)]
        self.centre = sum(starts) / len(starts) + self.height / 2

    def clamp(self, low: float, high: float) -> None:
        half = self.height / 2
        if self.height > high - low:
            self.centre = (low + high) / 2
        else:
            self.centre = min(max(self.centre, low + half), high - half)


@dataclass(frozen=True, slots=True)
class PointLabel:
    """A label for the point at `x` and `y` px; labels with the lowest rank are placed first."""

    x: float
    y: float
    text: str
    size: float
    rank: int = 0


LineSegment = tuple[tuple[float, float], tuple[float, float]]
OFFSET = 9.0
_AIR = 2.0
_LINE_HEIGHT = 1.3
SIDES = (
    "top center",
    "bottom center",
    "top left",
    "bottom right",
    "top right",
    "bottom left",
    "middle right",
)
"""The positions of a label around its point, by plotly's names, in order of preference."""


def place_points(
    labels: Sequence[PointLabel], segments: Sequence[LineSegment], frame: Box
) -> list[str | None]:
    """One of SIDES for each label, or None where it would touch something on all of them.

    Labels are placed by rank, then from last to first, so that the latest figure has first choice.
    No label is nearer to another point than to its own.
    """
    placed: list[Box] = []
    sides: list[str | None] = [None] * len(labels)
    for index in sorted(range(len(labels)), key=lambda place: (labels[place].rank, -place)):
        label = labels[index]
        boxes = {side: label_box(label, side) for side in SIDES}
        free = (
            side
            for side, box in boxes.items()
            if box.within(frame)
            and not any(box.overlaps(other) for other in placed)
            and not any(box.crossed_by(start, end) for start, end in segments)
            and not any(_is_nearer(other, label, box) for other in labels if other is not label)
        )
        side = next(free, None)
        sides[index] = side
        if side:
            placed.append(boxes[side])
    return sides


def _is_nearer(other: PointLabel, own: PointLabel, box: Box) -> bool:
    """Whether a label in the box would seem to belong to the other point."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return hypot(other.x - x, other.y - y) < hypot(own.x - x, own.y - y)


def label_box(label: PointLabel, side: str) -> Box:
    """The rectangle that a label takes up on one side of its point, with some padding."""
    vertical, horizontal = side.split(" ")
    width, height = text_width(label.text, label.size), label.size * _LINE_HEIGHT
    left = {"center": label.x - width / 2, "left": label.x - width, "right": label.x}[horizontal]
    if vertical == "middle":
        return Box(left + OFFSET, label.y - height / 2, left + OFFSET + width, label.y + height / 2)
    top = label.y - OFFSET + _AIR - height if vertical == "top" else label.y + OFFSET - _AIR
    return Box(left - _AIR, top, left + width + _AIR, top + height)
