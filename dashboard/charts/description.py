"""Describe a chart in words for screen readers: the finding, then a sentence for each line."""

from __future__ import annotations

from dashboard.charts.chart_model import ChartLine, ChartModel
from dashboard.charts.style import Role


def chart_words(model: ChartModel, headline: str) -> str:
    """The text alternative of a chart."""
    if not model.lines:
        return f"{headline}. There is nothing to draw."
    parts = [f"{headline}. Chart over time.", *(_line(line) for line in model.lines)]
    parts += [f"{target.label}, a dashed line." for target in model.targets if target.named]
    if model.outlook:
        parts.append(f"{model.outlook.label}, a dotted line to the year end.")
    if model.pace:
        parts.append(f"{model.pace.label}, a dashed line to the target.")
    parts += [event.said for event in model.events]
    if model.usual_range:
        parts += [f"{label}." for _, label in model.usual_range.levels]
        parts += model.usual_range.notes
    return " ".join(parts)


def _line(line: ChartLine) -> str:
    first, last = line.points[0], line.points[-1]
    index = any(mark.stated for mark in line.points)
    named = index or line.role is Role.OTHER_SERIES
    name = line.name if named else line.line.area.name
    if first is last:
        return f"{name}: {last.text} ({last.observation.period.label})."
    return (
        f"{name}: from {first.text} ({first.observation.period.label}) "
        f"to {last.text} ({last.observation.period.label})."
    )
