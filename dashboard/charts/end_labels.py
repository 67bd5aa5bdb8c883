"""Place the labels at a chart's right edge, one for each line and target, without overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.charts import style
from dashboard.charts.chart_model import ChartModel
from dashboard.charts.frame import Frame
from dashboard.charts.labels import spread, wrapped
from dashboard.charts.style import STROKES, TARGET, Figure, Role, Size, text_width
from dashboard.domain.judgements.forecast import LEVEL

EDGE_GAP = 6
_LINE_HEIGHT = 1.3
_AIR = 3
SMALLER = (1.0, 0.9, 0.8, 0.7)
"""Scales of the font size, tried in turn until all labels fit the height."""


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A label at the right edge.

    `at` and `since` are the value and date of the point it belongs to; `lines` may have <b> tags.
    `option` is what the reader switches off to be without its line; empty where there is nothing.
    """

    at: float
    lines: tuple[str, ...]
    colour: str
    since: date
    font: float
    bold: bool = False
    option: str = ""

    @property
    def height(self) -> float:
        """The estimated height in px."""
        return len(self.lines) * self.font * _LINE_HEIGHT + _AIR


def end_labels(model: ChartModel, size: Size, with_latest: bool) -> list[EndLabel]:
    """A label for each line's last figure and for each of the current year's targets.

    The label of the council's own line includes its figure only if `with_latest` is True.
    """
    low, high = _between(size)
    tried = (_edges(model, size, with_latest, round(size.font * share)) for share in SMALLER)
    found: list[EndLabel] = []
    for found in tried:
        if sum(edge.height for edge in found) <= high - low:
            break
    return found


def _between(size: Size) -> tuple[float, float]:
    """The top and bottom limits for labels, in px from the top of the plot."""
    return -size.top, size.plot_height + 4


def _edges(model: ChartModel, size: Size, with_latest: bool, font: float) -> list[EndLabel]:
    room = size.width * size.edge_share
    found = []
    for line in model.lines:
        last = line.points[-1]
        text = f"{line.name} {last.text}" if with_latest else line.name
        if line.role is not Role.COUNCIL:
            text = f"{line.name} {last.text} ({last.observation.period.plain_label})"
        lines = wrapped(text, room, font)
        colour, bold = STROKES[line.role].text, line.role is Role.COUNCIL
        emphasised = lines if bold else _emphasised(lines, last.text)
        found.append(
            EndLabel(
                at=last.value,
                lines=emphasised,
                colour=colour,
                since=last.at,
                font=font,
                bold=bold,
                option=line.option,
            )
        )
    for target in model.targets:
        if model.names_at_edge(target):
            lines = wrapped(target.label, room, font)
            emphasised = _emphasised(lines, target.number)
            found.append(
                EndLabel(
                    at=target.level,
                    lines=emphasised,
                    colour=TARGET.text,
                    since=target.end,
                    font=font,
                )
            )
    return [*found, *_overlays(model, room, font)]


def _overlays(model: ChartModel, room: float, font: float) -> list[EndLabel]:
    """The labels of the outlook, the needed pace and the usual range."""
    found = []
    if model.outlook:
        # What it is and its range are read best as a line each.
        parts = model.outlook.label.replace(": ", ":\n").split("\n")
        whole = (part.replace(LEVEL, LEVEL.replace(" ", "_")) for part in parts)
        lines = tuple(line for part in whole for line in wrapped(part, room, font))
        lines = tuple(line.replace(LEVEL.replace(" ", "_"), LEVEL) for line in lines)
        colour = STROKES[Role.COUNCIL].text
        found.append(
            EndLabel(
                at=model.outlook.centre,
                lines=lines,
                colour=colour,
                since=model.outlook.end,
                font=font,
            )
        )
    if model.pace:
        lines = wrapped(model.pace.label, room, font)
        at, since = model.pace.level, model.pace.end
        found.append(EndLabel(at=at, lines=lines, colour=TARGET.text, since=since, font=font))
    drawn = model.usual_range
    for level, label in drawn.levels if drawn else ():
        lines = wrapped(label, room, font)
        end = drawn.end if drawn else model.end
        found.append(EndLabel(at=level, lines=lines, colour=style.SECONDARY, since=end, font=font))
    return found


def _emphasised(lines: tuple[str, ...], number: str) -> tuple[str, ...]:
    first = number.split(" ", maxsplit=1)[0]
    return tuple(
        " ".join(
            f"<b>{first}</b>{word.removeprefix(first)}" if word.rstrip(",") == first else word
            for word in line.split(" ")
        )
        for line in lines
    )


def _plain(line: str) -> str:
    return line.replace("<b>", "").replace("</b>", "")


def label_width(edge: EndLabel) -> float:
    """The estimated width of a label in px."""
    return max(text_width(_plain(line), edge.font) for line in edge.lines) * (1 + 0.06 * edge.bold)


def label_centres(found: Sequence[EndLabel], frame: Frame) -> list[float]:
    """The centre of each label in px from the top, as near to its line as the others allow."""
    heights = [edge.height for edge in found]
    wanted = [frame.y(edge.at) for edge in found]
    return spread(wanted, heights, *_between(frame.size))


def leaders(found: Sequence[EndLabel], centres: Sequence[float], frame: Frame) -> Figure:
    """The leaders from each line's last point to its label, faint so as not to look like data."""
    x: list[str | None] = []
    y: list[float | None] = []
    for edge, centre in zip(found, centres, strict=True):
        x += [edge.since.isoformat(), frame.end.isoformat(), frame.gutter_end, None]
        y += [edge.at, edge.at, frame.value(centre), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": style.LEADER, "width": 1, "dash": "1px,3px"},
        "hoverinfo": "skip",
        "connectgaps": False,
        "cliponaxis": False,
    }


def end_label(edge: EndLabel, centre: float, frame: Frame) -> Figure:
    """The label as a plotly annotation."""
    text = "<br>".join(edge.lines)
    pressed = {"name": edge.option, "captureevents": True} if edge.option else {}
    return pressed | {
        "text": f"<b>{text}</b>" if edge.bold else text,
        "xref": "paper",
        "yref": "y",
        "x": 1,
        "y": frame.value(centre),
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": EDGE_GAP,
        "align": "left",
        "showarrow": False,
        "font": {"color": edge.colour, "size": edge.font},
    }
