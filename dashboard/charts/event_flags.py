"""Draw events as flags on dashed lines from the time axis, their words where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.charts import style
from dashboard.charts.events import ChartEvent
from dashboard.charts.frame import Frame
from dashboard.charts.labels import Box, LineSegment, wrapped
from dashboard.charts.style import Figure, text_width

MOST_WORDS = 3
"""The number of events with words at their lines; the others have their numbers there."""
_MOST_LINES = 3
_WIDEST = 0.3
"""The widest words, as a share of the plot's width."""
_LINE_HEIGHT = 1.25
_STEP, _AIR = 6, 3.0


@dataclass(frozen=True, slots=True)
class Flag:
    """An event's flag: its place in px, the words beside it, and the side that they are on.

    Its dashed line runs from `top` down to the axis at `foot`.
    """

    event: ChartEvent
    x: float
    top: float
    foot: float
    lines: tuple[str, ...]
    side: str
    box: Box

    @property
    def pole(self) -> LineSegment:
        """The dashed line, from the flag to the axis."""
        return (self.x, self.top), (self.x, self.foot)


def placed_flags(
    events: Sequence[ChartEvent],
    frame: Frame,
    taken: Sequence[Box],
    segments: Sequence[LineSegment],
) -> tuple[Flag, ...]:
    """A flag for each event, the newest placed first; words never cover a label or a line.

    An event whose words fit nowhere has its number, which the list under the chart explains.
    """
    occupied, flags = list(taken), list[Flag]()
    foot = float(frame.size.plot_height)
    poles = [((frame.x(e.day), 0.0), (frame.x(e.day), foot)) for e in events]
    for age, event in enumerate(reversed(events)):
        # No words across the place of another event's line, however high that will be.
        others = [pole for pole in poles if pole[0][0] != frame.x(event.day)]
        crossing = [*segments, *others]
        flag = _placed(event, frame, occupied, crossing, with_words=age < MOST_WORDS)
        occupied.append(flag.box)
        flags.append(flag)
    return tuple(reversed(flags))


def _placed(
    event: ChartEvent,
    frame: Frame,
    taken: Sequence[Box],
    segments: Sequence[LineSegment],
    *,
    with_words: bool,
) -> Flag:
    font = frame.size.font - 2
    number = (str(event.number),) if event.number else ("",)
    words = wrapped(event.words, frame.width * _WIDEST, font)
    tried = [words] if with_words and len(words) <= _MOST_LINES else []
    for lines in (*tried, number):
        for flag in _candidates(event, frame, lines):
            if _is_free(flag, frame.width, taken, segments):
                return flag
    # Nothing is free of lines, as where events are days apart: a number that covers no other text.
    *places, low = _candidates(event, frame, number)
    clear = (flag for flag in places if not any(flag.box.overlaps(other) for other in taken))
    return next(clear, low)


def _candidates(event: ChartEvent, frame: Frame, lines: tuple[str, ...]) -> Iterator[Flag]:
    """Flags from the middle of the plot to its foot, then to its top, right of the line first."""
    font, x = frame.size.font - 2, frame.x(event.day)
    flag = _flag_width(frame)
    width = max(text_width(line, font) for line in lines) + flag + 2 * _AIR
    height, foot = max(len(lines) * font * _LINE_HEIGHT, flag), float(frame.size.plot_height)
    middle = int(foot * 0.3)
    tops = [*range(middle - _STEP, 0, -_STEP), *range(middle, int(foot - height - _STEP), _STEP)]
    for top in sorted(tops, key=lambda each: (each < middle, abs(each - middle))):
        for side, left in (("left", x), ("right", x - width)):
            box = Box(left, top - _AIR, left + width, top + height + _AIR)
            yield Flag(event, x, top, foot, lines, side, box)
    low = foot - flag - _STEP
    yield Flag(event, x, low, foot, lines, "left", Box(x, low, x + width, foot))


def _is_free(
    flag: Flag, width: float, taken: Sequence[Box], segments: Sequence[LineSegment]
) -> bool:
    box = flag.box
    return (
        box.left >= 0
        and box.right <= width
        and not any(box.overlaps(other) or other.crossed_by(*flag.pole) for other in taken)
        and not any(box.crossed_by(start, end) for start, end in segments)
    )


def _flag_width(frame: Frame) -> float:
    return frame.size.font * 0.8


def flag_shapes(flags: Sequence[Flag], frame: Frame) -> list[Figure]:
    """For each flag its dashed line and the small pennant at its top."""
    return [shape for flag in flags for shape in _shapes(flag, frame)]


def _shapes(flag: Flag, frame: Frame) -> Iterator[Figure]:
    day, top = flag.event.day.isoformat(), frame.value(flag.top)
    wide, away = _flag_width(frame), 1 if flag.side == "left" else -1
    yield {
        "type": "line",
        "xref": "x",
        "yref": "y",
        "x0": day,
        "x1": day,
        "y0": frame.axis.low,
        "y1": top,
        "line": {"color": style.SECONDARY, "width": 1.5, "dash": "3px,3px"},
    }
    yield {
        "type": "path",
        "xref": "x",
        "yref": "y",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": day,
        "yanchor": top,
        "path": f"M0 0L{away * wide} {-wide * 0.4}L0 {-wide * 0.8}Z",
        "fillcolor": style.SECONDARY,
        "line": {"color": style.SECONDARY, "width": 1},
    }


def flag_labels(flags: Sequence[Flag], frame: Frame) -> list[Figure]:
    """The words or the number beside each flag; a lone event without room has neither."""
    aside = _flag_width(frame) + _AIR
    return [
        {
            "text": "<br>".join(flag.lines),
            "xref": "x",
            "yref": "y",
            "x": flag.event.day.isoformat(),
            "y": frame.value(flag.top),
            "xanchor": flag.side,
            "yanchor": "top",
            "xshift": aside if flag.side == "left" else -aside,
            "yshift": 4,
            "align": flag.side,
            "showarrow": False,
            "borderpad": 0,
            "font": {"color": style.SECONDARY, "size": frame.size.font - 2},
        }
        for flag in flags
        if any(flag.lines)
    ]
