"""`python -m dashboard read`: a report's file against a dataset's folder, shown and added."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from dashboard.reports.reading.matching import plain
from dashboard.reports.reading.report import read_report
from dashboard.reports.reading.rows import understood
from dashboard.reports.reading.source import UnreadableReportError, read_lines
from dashboard.reports.reading.told import told
from dashboard.reports.reading.writing import add_rows, read_tables


def read_in(path: Path, data: Path, mapping: Path | None, write: bool) -> Iterator[str]:
    """The lines to print; with `write` what is new is added once the whole is valid."""
    report = read_report(read_lines(path))
    tables = read_tables(data)
    known = {row["indicator_id"] for row in tables["indicators"]}
    made = understood(report, tables, _mapped(mapping, known) if mapping else {})
    yield from told(report, made)
    if not made.rows:
        return
    if write:
        add_rows(data, made.rows)
        yield f"They are added to {data}."
    else:
        yield "Nothing is written yet; --write adds them."


def _mapped(path: Path, known: set[str]) -> dict[str, str]:
    """Indicator ids by plain printed names, from two columns: printed, indicator_id."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise UnreadableReportError(f"{path}: {error.strerror}.") from error
    if rows and not {"printed", "indicator_id"} <= set(rows[0]):
        raise UnreadableReportError(f"{path}: it needs the columns printed and indicator_id.")
    for row in rows:
        if row["indicator_id"] not in known:
            raise UnreadableReportError(
                f"{path}: “{row['indicator_id']}” is no indicator of the dataset."
            )
    return {plain(row["printed"]): row["indicator_id"] for row in rows}
