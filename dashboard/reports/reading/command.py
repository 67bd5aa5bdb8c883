"""`python -m dashboard read`: a report's file against a dataset's folder, shown and added."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.period import Period, PeriodError, parse
from dashboard.reports.reading.matching import NEW, plain
from dashboard.reports.reading.report import NoReportError, read_report
from dashboard.reports.reading.rows import understood
from dashboard.reports.reading.source import UnreadableReportError, read_lines
from dashboard.reports.reading.told import told
from dashboard.reports.reading.writing import add_rows, read_tables, with_rows
from dashboard.store.problem import DatasetError


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be read, and into which folder; `quarter` where no title names it."""

    report: Path
    data: Path
    mapping: Path | None = None
    quarter: str = ""
    write: bool = False


def read_in(asked: Reading) -> Iterator[str]:
    """The lines to print; with `write` what is new is added once the whole is valid.

    Raises UnreadableReportError, NoReportError, DatasetError or OSError, and then has written
    nothing.
    """
    report = read_report(read_lines(asked.report), _quarter(asked.quarter))
    files, tables = read_tables(asked.data)
    known = {row["indicator_id"] for row in tables["indicators"]}
    made = understood(report, tables, _mapped(asked.mapping, known) if asked.mapping else {})
    yield from told(report, made)
    added = made.added
    if not added:
        return
    try:
        changed = with_rows(asked.data, files, added)
    except DatasetError as bad:
        heading = "With these rows the dataset would not be valid, so nothing is written:"
        raise NoReportError("\n".join([heading, *bad.problems])) from bad
    if asked.write:
        add_rows(asked.data, files, changed)
        yield f"They are added to {asked.data}."
    else:
        yield "Nothing is written yet; --write adds them."


def _quarter(text: str) -> Period | None:
    if not text:
        return None
    try:
        period = parse(text)
    except PeriodError as error:
        raise NoReportError(f"--quarter: {error} Write it as FY2016-17Q3.") from error
    if not period.quarter:
        raise NoReportError(f"--quarter: {text} is no quarter. Write it as {period.id}Q3.")
    return period


def _mapped(path: Path, known: set[str]) -> dict[str, str]:
    """Indicator ids by plain printed names, from two columns: printed, indicator_id."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows, columns = list(reader), set(reader.fieldnames or ())
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableReportError(f"{path}: it cannot be read as CSV ({error}).") from error
    if not {"printed", "indicator_id"} <= columns:
        raise UnreadableReportError(f"{path}: it needs the columns printed and indicator_id.")
    mapped = {}
    for number, row in enumerate(rows, start=2):
        meant = (row["indicator_id"] or "").strip()
        if meant not in (*known, NEW):
            raise UnreadableReportError(
                f"{path}, row {number}: “{meant}” is no indicator of the dataset. Write an id from "
                f"indicators.csv, or {NEW} for an indicator that is not in it."
            )
        mapped[plain(row["printed"] or "")] = meant
    return mapped
