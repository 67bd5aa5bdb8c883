"""`python -m dashboard read`: shows what a report would add to a dataset, and adds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.facts.period import Period, PeriodError, parse
from dashboard.reports.importing.import_summary import import_summary
from dashboard.reports.importing.mapping import read_mapping
from dashboard.reports.importing.matching import plain
from dashboard.reports.importing.report import NoReportError, read_report
from dashboard.reports.importing.rows import plan_import
from dashboard.reports.importing.save import add_rows, read_tables, with_rows
from dashboard.reports.importing.source import read_lines
from dashboard.reports.importing.titles import quarter_of_title
from dashboard.store.reading.problem import DatasetError


@dataclass(frozen=True, slots=True)
class Reading:
    """A report to read, and the dataset's folder; `quarter` if no title names it.

    `council_is_ours` says that the council which the report names is the dataset's.
    """

    report: Path
    data: Path
    mapping: Path | None = None
    quarter: str = ""
    write: bool = False
    council_is_ours: bool = False


def read_in(asked: Reading) -> Iterator[str]:
    """The lines to print; with `write`, adds what is new if the result is valid.

    Warnings on loading are printed where they concern a row that was added, as `check` does.

    Raises UnreadableReportError, NoReportError, DatasetError or OSError, and then has written
    nothing.
    """
    lines = read_lines(asked.report)
    files, tables = read_tables(asked.data)
    council = next((row["name"] for row in tables["areas"] if row["kind"] == "council"), "")
    report = read_report(lines, _quarter(asked.quarter), council)
    known = {row["indicator_id"] for row in tables["indicators"]}
    mapped = read_mapping(asked.mapping, known) if asked.mapping else {}
    plan = plan_import(report, tables, mapped)
    yield from import_summary(report, plan)
    if report.other_council and not asked.council_is_ours:
        said = f"The report is of {report.other_council}, the dataset of {council}"
        if asked.write:
            raise NoReportError(
                f"{said}: nothing is written. If they are the same council, add --council-is-ours."
            )
        yield f"{said}: --write adds its rows only with --council-is-ours."
    if unused := sorted(
        set(mapped) - {plain(n) for r in report.indicators for n in (r.name, r.heading)}
    ):
        yield f"Not in the report, though in the mapping file: {'; '.join(unused)}."
    added = plan.new_rows
    if not added:
        return
    try:
        changed = with_rows(asked.data, files, added)
    except DatasetError as bad:
        heading = "With these rows the dataset would not be valid, so nothing is written:"
        raise NoReportError("\n".join([heading, *bad.sentences])) from bad
    if asked.write:
        add_rows(asked.data, files, changed.files)
        yield f"They are added to {asked.data}."
        if changed.reading.warnings:
            yield changed.reading.report
    else:
        yield "Nothing is written yet; --write adds them."


def _quarter(text: str) -> Period | None:
    if not text:
        return None
    period = None
    with suppress(PeriodError):
        period = parse(text)
    if period is None:
        with suppress(PeriodError):
            period = quarter_of_title(text)
    if period is None or not period.quarter:
        raise NoReportError(f"--quarter: “{text}” is not a quarter. Write it as FY2016-17Q3.")
    return period
