"""List what is known at each date in a chart, for the mouse, keyboard and screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.charts.chart_model import ChartLine, ChartModel
from dashboard.charts.points import Point
from dashboard.charts.style import Role
from dashboard.domain.facts.measure import formatted, formatted_count
from dashboard.domain.facts.period import quarter_of
from dashboard.domain.facts.stated_in import stated_in


@dataclass(frozen=True, slots=True)
class HoverDate:
    """One date in a chart: its period as heading, and a line of text for each series."""

    at: date
    heading: str
    texts: tuple[str, ...]

    @property
    def plain(self) -> dict[str, Any]:
        """The same for the scripts, with the quarter in which the date lies."""
        return {
            "at": self.at.isoformat(),
            "heading": self.heading,
            "texts": list(self.texts),
            "quarter": quarter_of(self.at).id,
        }


def hover_dates(model: ChartModel, beside: Sequence[ChartModel] = ()) -> tuple[HoverDate, ...]:
    """The dates at which any line has a point, here or in the charts beside it, oldest first.

    A line without a point at the date shows its latest earlier one, with that one's period.
    """
    headings: dict[date, str] = {}
    for each in (model, *beside):
        for mark in (mark for line in each.lines for mark in line.points):
            headings.setdefault(mark.at, mark.observation.period.label)
    return tuple(_moment(model, at, headings[at]) for at in sorted(headings))


def _moment(model: ChartModel, at: date, heading: str) -> HoverDate:
    texts = [text for line in model.lines for text in _line(model, line, at, heading)]
    texts = texts or ["no figure yet"]
    texts += [target.label for target in model.targets if target.start < at <= target.end]
    return HoverDate(at, heading, tuple(texts))


def _line(model: ChartModel, line: ChartLine, at: date, heading: str) -> Iterator[str]:
    earlier = [mark for mark in line.points if mark.at <= at]
    if not earlier:
        return
    # A quarter and its year may end on the same day with different figures, so show both.
    latest = [mark for mark in earlier if mark.at == earlier[-1].at]
    for mark in latest:
        period = mark.observation.period.label
        when = "" if period == heading else f" ({period})"
        yield f"{line.name} {_figure(model, line, mark)}{when}"


def _figure(model: ChartModel, line: ChartLine, mark: Point) -> str:
    parts = [mark.text]
    count = mark.observation.numerator
    if mark.stated:
        parts.append(f"({mark.stated})")
    elif line.role is Role.COUNCIL and count is not None and mark.value != float(count):
        parts.append(f"({formatted_count(count)})")
    if mark.interval:
        low, high = mark.observation.lower, mark.observation.upper
        if low is not None and high is not None:
            ends = (formatted(end, line.line.decimals, model.measure) for end in (low, high))
            parts.append(f"[{' to '.join(ends)}]")
    if stated := stated_in(mark.observation, model.quarter):
        parts.append(f"({stated})")
    return " ".join(parts)
