"""An indicator's chart card: its choices, its chart, and the chart that stands under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash import html

from dashboard.charts.chart_model import Scene, scene
from dashboard.charts.choices import (
    Options,
    can_choose_span,
    is_long_run,
    years_shown,
)
from dashboard.charts.description import chart_words
from dashboard.charts.style import Size
from dashboard.charts.time_series import axis_note, stacked
from dashboard.components.points import points_grid
from dashboard.components.text import page_link
from dashboard.domain.facts.indicator import Origin, Unit
from dashboard.domain.finding import IndicatorFinding
from dashboard.view import INTERVALS, LIMITS, NOTHING, View

Choice = dict[str, Any]
NO_FIGURE: dict[str, Any] = {"data": [], "layout": {}}


@dataclass(frozen=True, slots=True)
class Chart:
    """The scenes to draw, ours first, and the choices that led to them."""

    finding: IndicatorFinding
    beside: IndicatorFinding | None
    options: Options
    comparators: list[Choice]
    scenes: tuple[Scene, ...]
    notes: tuple[str, ...]


def chart(finding: IndicatorFinding, others: Sequence[IndicatorFinding], view: View) -> Chart:
    """The chart of a view; `others` are the portfolio's findings, one of which may stand under."""
    beside = next((f for f in others if f.indicator.id == view.beside and f is not finding), None)
    notes = []
    if view.beside and beside is None:
        notes.append(f"There is no other indicator “{view.beside}” in this portfolio to compare.")
    number = view.measure == "number" and finding.has_counts
    choices = comparator_choices(finding, number)
    options = Options(
        number,
        view.span == "long",
        frozenset(chosen_comparators(view, choices)),
        view.intervals == INTERVALS[0],
        int(view.first or 0),
        int(view.last or 0),
        view.limits == LIMITS[1] and finding.has_usual_range,
    )
    if beside is None:
        return Chart(finding, None, options, choices, (scene(finding, options),), tuple(notes))
    # One time axis: where one of the two has no quarters, both show all years.
    long_run = is_long_run(finding, options) or is_long_run(beside, options)
    options = replace(options, long_run=long_run)
    its_own = frozenset(default_comparators(comparator_choices(beside, number)))
    both = (scene(finding, options), scene(beside, replace(options, compare=its_own, limits=False)))
    return Chart(finding, beside, options, choices, both, tuple(notes))


def chart_fields(
    drawn: Chart, others: Sequence[IndicatorFinding], here: View, size: Size
) -> dict[str, Any]:
    """The panel's fields that the chart card fills."""
    finding, options, main = drawn.finding, drawn.options, drawn.scenes[0]
    figures = _figures(drawn.scenes, size)
    years = years_shown(finding)
    with_range = main.long_run and years is not None and years[0] < years[1]
    return {
        "measure": "number" if options.number else "rate",
        "measure_hidden": not finding.has_counts,
        "span": "long" if main.long_run else "quarters",
        "span_hidden": not can_choose_span(finding),
        "years": _year_choices(years, options),
        "first": str(options.first or (years[0] if years else "")),
        "last": str(options.last or (years[1] if years else "")),
        "range_hidden": not with_range,
        "comparators": drawn.comparators,
        "compare": [c["value"] for c in drawn.comparators if c["value"] in options.compare],
        "compare_hidden": not drawn.comparators,
        "intervals": [INTERVALS[0]] if options.intervals else [],
        "intervals_hidden": options.number or not finding.has_intervals,
        "limits": [LIMITS[1]] if options.limits else [],
        "limits_hidden": not finding.has_usual_range,
        "figure": figures[0],
        "chart_hidden": not main.lines,
        "chart_says": chart_words(main, finding.headline),
        "chart_notes": [*_cut(main, options, years), *_notes(main)],
        "points": points_grid(main).plain(),
        **_beside_fields(drawn, others, here, figures),
    }


def _figures(scenes: Sequence[Scene], size: Size) -> list[dict[str, Any]]:
    """A figure for each scene; one without lines has an empty one."""
    shown = [each for each in scenes if each.lines]
    made = iter(stacked(shown, size) if shown else ())
    return [next(made) if each.lines else NO_FIGURE for each in scenes]


def _beside_fields(
    drawn: Chart,
    others: Sequence[IndicatorFinding],
    here: View,
    figures: list[dict[str, Any]],
) -> dict[str, Any]:
    choices: list[Choice] = [{"label": "None", "value": NOTHING}]
    choices += [
        {"label": f.indicator.name, "value": f.indicator.id}
        for f in others
        if f is not drawn.finding and f.known.main
    ]
    fields: dict[str, Any] = {
        "beside_choices": choices,
        "beside": drawn.beside.indicator.id if drawn.beside else NOTHING,
        "beside_field_hidden": len(choices) == 1,
    }
    if drawn.beside is None:
        return fields
    its, under = drawn.beside, drawn.scenes[1]
    return fields | {
        "beside_hidden": False,
        "beside_head": [
            html.H2(page_link(its.indicator.name, here.of_indicator(its.indicator.id).href)),
            html.P(its.headline, className="quiet"),
        ],
        "beside_figure": figures[1],
        "beside_says": chart_words(under, its.headline),
        "beside_notes": _notes(under),
    }


def comparator_choices(finding: IndicatorFinding, number: bool) -> list[Choice]:
    """What can be laid beside the council's line: other areas, and its other series.

    Numbers are never laid beside another area's, so those choices wait while `number` is shown.
    """
    comparable = finding.indicator.unit is not Unit.COUNT
    choices: list[Choice] = [
        {"label": line.area.name, "value": line.area.id, "disabled": number}
        for line in finding.known.comparators
        if comparable
    ]
    other = finding.known.other
    if other:
        council = other.area.name
        published = other.origin is Origin.PUBLISHED
        label = f"Published figures for {council}" if published else f"{council}’s own return"
        choices.append({"label": label, "value": other.origin.value})
    return choices


def default_comparators(choices: Sequence[Choice]) -> list[str]:
    """Every area and not the other series."""
    origins = {origin.value for origin in Origin}
    return [choice["value"] for choice in choices if choice["value"] not in origins]


def chosen_comparators(view: View, choices: Sequence[Choice]) -> list[str]:
    """Those of the address that there are, or the default."""
    if view.compare is None:
        return default_comparators(choices)
    return [choice["value"] for choice in choices if choice["value"] in view.compare]


def _year_choices(years: tuple[int, int] | None, options: Options) -> list[Choice]:
    """Every year with figures; one that was asked for and has none is there too."""
    if years is None:
        return []
    known = set(range(years[0], years[1] + 1)) | {options.first, options.last} - {0}
    return [{"label": str(year), "value": str(year)} for year in sorted(known)]


def _cut(drawn: Scene, options: Options, years: tuple[int, int] | None) -> list[html.Li]:
    """What a reader must know where chosen years leave figures out."""
    if not years or (options.first <= years[0] and (not options.last or options.last >= years[1])):
        return []
    stretch = f"{max(options.first, years[0])} to {options.last or years[1]}"
    if not drawn.lines:
        return [html.Li(f"There is no figure from {stretch}.")]
    return [html.Li(f"Only the years {stretch} are in the chart and its table.")]


def _notes(drawn: Scene) -> list[html.Li]:
    texts = [note for note in (axis_note(drawn) if drawn.lines else "", *drawn.notes) if note]
    return [html.Li(text) for text in texts]
