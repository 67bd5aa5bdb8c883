"""Lay out a line with its target in a space small enough for a table cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.charts.chart_model import ChartLine, ChartModel
from dashboard.charts.points import Point
from dashboard.charts.style import Role, text_width
from dashboard.domain.facts.period import Period, PeriodKind, financial_year, quarter_of

WIDTH, HEIGHT, _PAD = 220, 60, 8
"""The space in px; it is shown at any width."""
FONT = 12.5
"""The size of the axis's texts in px."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The stretch of dates that the lines of a table share, from its first day to its last."""

    start: date
    end: date

    def x(self, day: date) -> float:
        """The position of a date, in px from the left."""
        days = max((self.end - self.start).days, 1)
        return round(_PAD + (day - self.start).days / days * (WIDTH - 2 * _PAD), 1)

    def ticks(self, quarter: Period, long_run: bool) -> list[tuple[str, float]]:
        """Texts and their positions in percent, the chosen quarter first, none touching another."""
        year = quarter.financial_year
        first = financial_year(self.start)
        wanted = [quarter, first] if long_run else [quarter, year.shifted(-1), first, *_of(year)]
        taken: list[tuple[float, float]] = []
        found = []
        for period in dict.fromkeys(wanted):
            x, half = self.x(period.end), text_width(period.short_label, FONT) / 2
            x = min(max(x, half), WIDTH - half)
            inside = self.start <= period.end <= self.end
            if inside and all(x + half + 4 < low or high < x - half - 4 for low, high in taken):
                taken.append((x - half, x + half))
                found.append((period.short_label, round(x / WIDTH * 100, 1)))
        return found


def _of(year: Period) -> list[Period]:
    return [Period(PeriodKind.QUARTER, year.first, number) for number in (4, 1, 2, 3)]


def sparkline(model: ChartModel, axis: TimeAxis) -> dict[str, Any] | None:
    """The council's line as plain data for assets/sparkline.js; None where there is none.

    Paths and dots come with the class of their look; a dot with the quarter that it leads to.
    The last dot is the latest figure; a country's last one, if near, is a dot without a line.
    """
    line = model.council
    if line is None:
        return None
    own = [mark.value for mark in line.points] + [target.level for target in model.targets]
    country = _near(model, own)
    values = [*own, *(mark.value for mark in country)]
    low, high = min(values), max(values)

    def y(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(HEIGHT - _PAD - share * (HEIGHT - 2 * _PAD), 1)

    def at(mark: Point) -> str:
        return f"{axis.x(mark.at)} {y(mark.value)}"

    year_start = max(model.quarter.financial_year.shifted(-1).end, axis.start)
    return {
        "box": [WIDTH, HEIGHT],
        "shade": [axis.x(year_start), axis.x(axis.end)],
        "paths": [
            *(
                ["target", f"M{axis.x(t.start)} {y(t.level)}H{axis.x(t.end)}"]
                for t in model.targets
            ),
            *(
                ["strong" if run.strong else "thin", "M" + "L".join(map(at, run.points))]
                for run in line.segments
            ),
        ],
        "dots": [
            [name, axis.x(mark.at), y(mark.value), quarter_of(mark.at).id]
            for name, mark in (*(("country", each) for each in country), *_dots(line))
        ],
    }


def _near(model: ChartModel, own: list[float]) -> tuple[Point, ...]:
    """The country's last figure, unless it leaves our own line less than half of the height."""
    country = next((each for each in model.lines if each.role is Role.COUNTRY), None)
    if country is None:
        return ()
    last = country.points[-1]
    room = max(*own, last.value) - min(*own, last.value)
    return (last,) if (max(own) - min(own)) * 2 >= room else ()


def _dots(line: ChartLine) -> list[tuple[str, Point]]:
    return [("latest" if mark is line.points[-1] else "point", mark) for mark in line.points]
