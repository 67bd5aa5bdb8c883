"""An indicator's figures as at a quarter as a tidy CSV, one row a figure."""

from __future__ import annotations

from dashboard.domain.facts.line import Line
from dashboard.domain.facts.record import Observation, Target
from dashboard.domain.finding import IndicatorFinding
from dashboard.reports.csv_file import Value, csv_file

HEADER = (
    "indicator_id",
    "indicator",
    "kind",
    "area_id",
    "area",
    "origin",
    "period",
    "starts",
    "ends",
    "value",
    "numerator",
    "denominator",
    "lower",
    "upper",
    "unit",
    "unit_word",
    "per",
    "basis",
    "basis_inferred",
    "symbol",
    "mark",
    "note",
    "rule",
    "level",
    "tolerance",
    "range_to",
    "printed",
    "release",
    "source",
    "as_at",
    "dataset",
)


def indicator_csv(finding: IndicatorFinding, dataset: str) -> bytes:
    """Every figure and target known at the finding's quarter; `dataset` names the version."""
    return csv_file(HEADER, figure_rows(finding, dataset))


def figure_rows(finding: IndicatorFinding, dataset: str) -> list[tuple[Value, ...]]:
    """The rows under HEADER, the same in every kind of file."""
    known = finding.known
    lines = [line for line in (known.main, known.other, *known.comparators) if line]
    rows = [_figure(finding, line, point, dataset) for line in lines for point in line.points]
    targets = [_target(finding, target, dataset) for target in finding.targets]
    return [*rows, *targets]


def _figure(
    finding: IndicatorFinding, line: Line, point: Observation, dataset: str
) -> tuple[Value, ...]:
    indicator, starts = finding.indicator, line.starts(point)
    return (
        indicator.id,
        indicator.name,
        "figure",
        line.area.id,
        line.area.name,
        line.origin.value,
        point.period.id,
        starts.isoformat() if starts else "",
        point.ends.isoformat(),
        point.value,
        point.numerator,
        point.denominator,
        point.lower,
        point.upper,
        indicator.unit.value,
        indicator.unit_word,
        indicator.per,
        line.series.basis.value,
        "yes" if line.series.basis_inferred else "no",
        point.symbol.value if point.symbol else "",
        point.mark,
        point.note,
        "",
        "",
        None,
        None,
        "",
        point.release.id if point.release else "",
        point.source,
        finding.quarter.id,
        dataset,
    )


def _target(finding: IndicatorFinding, target: Target, dataset: str) -> tuple[Value, ...]:
    indicator = finding.indicator
    line = next((each for each in finding.target_lines if each.target is target), None)
    blank = ("", "", "", "", "")
    return (
        indicator.id,
        indicator.name,
        "target",
        finding.council.id,
        finding.council.name,
        "",
        target.period.id,
        target.period.start.isoformat(),
        target.period.end.isoformat(),
        line.level if line else target.value,
        target.numerator,
        None,
        None,
        None,
        indicator.unit.value,
        indicator.unit_word,
        indicator.per,
        *blank,
        target.rule.value,
        target.level.value,
        target.tolerance,
        target.upper,
        target.printed,
        target.release.id if target.release else "",
        target.source,
        finding.quarter.id,
        dataset,
    )
