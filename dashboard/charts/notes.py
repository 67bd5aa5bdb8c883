"""Say beside a chart what its reader must know of the figures in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dashboard.charts.choices import ChartChoices
from dashboard.charts.points import Kinds
from dashboard.domain.facts.gaps import gaps
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.record import MARKS, Symbol
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.travel import UNSTATED


def chart_notes(
    finding: IndicatorFinding, choices: ChartChoices, kind: Kinds, stretch: tuple[date, date]
) -> Iterable[str]:
    """The notes in order: on what the reader chose, on the series, on single figures.

    `stretch` is the first and the last day in the chart.
    """
    yield from _on_choices(finding, choices)
    main = finding.known.main
    if main and not all(kind.holds(point.period) for point in main.points):
        left = "Whole years" if kind is Kinds.QUARTERS else "Quarters"
        yield f"{left} are left out of the chart, for a year is not a quarter; the table has them."
    if main:
        yield from _on_series(main)
        yield from _on_figures(main, kind, stretch)
    for line in finding.target_lines:
        period = line.target.period
        if not period.quarter and period.end < finding.quarter.financial_year.end:
            yield f"{line.label} was set for {period.label}."


def _on_choices(finding: IndicatorFinding, choices: ChartChoices) -> Iterable[str]:
    number = choices.measure == "number"
    if number and finding.known.comparators:
        yield "Numbers are not compared with other areas, which differ in size."
    if number and any(line.count is None for line in finding.target_lines):
        yield "The target is set as a rate and has no number."
    if choices.usual_range:
        yield "Figures within the usual range, without a run, are this series’ ordinary variation."
        yield "Other areas are left out."
    if choices.intervals and not number and finding.has_intervals:
        yield "The band is the 95% interval that the source gives for our figures."


def _on_series(line: Line) -> Iterable[str]:
    basis = line.series.basis
    if any(point.is_break for point in line.points):
        yield "The line is broken where a new definition begins."
    if line.series.basis_inferred:
        yield f"Each quarter is taken to sum up {basis.label} (inferred)."
    if basis is Basis.UNSTATED:
        yield f"{capitalised(UNSTATED)}; years stand apart."
    if basis is Basis.YEAR_TO_DATE:
        yield "The line adds up from 1 April and starts again each year."
    for mark in sorted({point.mark for point in line.points if point.mark}):
        yield f"Some figures are marked {mark}: {MARKS[mark]}."


def _on_figures(line: Line, kind: Kinds, stretch: tuple[date, date]) -> Iterable[str]:
    """The figures that are missing, and why where it is stated, and those that round to zero."""
    for gap in gaps(line, *stretch):
        if kind.holds(gap.periods[0]):
            yield gap.said
    low = (point for point in line.points if point.symbol is Symbol.LOW)
    yield from (f"{point.period.label}: {Symbol.LOW.label}." for point in low)
