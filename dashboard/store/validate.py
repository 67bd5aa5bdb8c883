"""Finds every problem in a folder of tables at once, cell by cell and across tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd

from dashboard.domain import period
from dashboard.domain.record import Symbol, TargetRule
from dashboard.store.cells import complaint, stored
from dashboard.store.files import Files, read_files
from dashboard.store.problem import DatasetError, Problem
from dashboard.store.reading import read_table
from dashboard.store.tables import TABLES, TableSpec

FIRST_ROW = 2
"""A spreadsheet's number for the row under the header."""

NEEDED = ("portfolios", "indicators", "series")
"""Tables without which there is nothing to show."""

Frames = dict[str, pd.DataFrame]


def read_dataset(folder: Path, files: Files | None = None) -> Frames:
    """The tables of a folder as text cells; raises DatasetError with all problems.

    `files` are its bytes where they have been read already.
    """
    if not folder.is_dir():
        raise DatasetError(
            folder, [Problem(str(folder), "There is no such folder.", "Check its name.")]
        )
    given = read_files(folder) if files is None else files
    frames: Frames = {}
    problems: list[Problem] = []
    for spec in TABLES:
        frame, found = read_table(folder, spec, given[spec.file])
        problems += found
        if frame is not None:
            frames[spec.name] = frame
            problems += [*_cells(spec, frame), *_duplicates(spec, frame)]
    problems += list(_across(frames))
    if problems:
        raise DatasetError(folder, problems)
    return frames


def _also(count: int) -> str:
    """That the same stands in further rows: one cause is told once."""
    if count == 1:
        return ""
    return " One more row has it." if count == 2 else f" {count - 1:,} more rows have it."


def _cells(spec: TableSpec, frame: pd.DataFrame) -> Iterator[Problem]:
    for column in spec.columns:
        for text, rows in frame.groupby(column.name, sort=False).groups.items():
            found = complaint(column, str(text))
            if found:
                what = f"{found[0]}{_also(len(rows))}"
                yield Problem(spec.file, what, found[1], int(rows[0]) + FIRST_ROW, column.name)


def _duplicates(spec: TableSpec, frame: pd.DataFrame) -> Iterator[Problem]:
    key = list(spec.key)
    columns = {column.name: column for column in spec.columns}
    firsts: dict[tuple[object, ...], int] = {}
    for index, cells in zip(
        frame.index, frame[key].itertuples(index=False, name=None), strict=True
    ):
        named = zip(key, cells, strict=True)
        fine = all(complaint(columns[name], cell) is None for name, cell in named)
        # "1" and "01" are one number, and so one key.
        same = tuple(
            stored(columns[name], cell, in_key=True) if fine else cell
            for name, cell in zip(key, cells, strict=True)
        )
        first = firsts.setdefault(same, int(index))
        if first != index:
            value = ", ".join(cell for cell in cells if cell)
            what = f"“{value}” stands already in row {first + FIRST_ROW}."
            remedy = f"Keep one; {' + '.join(key)} must differ."
            yield Problem(spec.file, what, remedy, int(index) + FIRST_ROW, key[0])


def _across(frames: Frames) -> Iterator[Problem]:
    yield from _references(frames)
    if frames.keys() >= {"observations", "series", "areas"}:
        yield from _observations(frames)
    if "targets" in frames:
        yield from _targets(frames["targets"])
    for name in NEEDED:
        if name in frames and frames[name].empty:
            yield Problem(f"{name}.csv", "The table has no rows.", "Give it at least one.")
    if "areas" in frames and (frames["areas"]["kind"] == "council").sum() != 1:
        remedy = "Give exactly one area the kind council."
        yield Problem("areas.csv", "There is not exactly one council.", remedy, column="kind")


def _numbered(frame: pd.DataFrame) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its number as a spreadsheet counts it."""
    for index, row in zip(frame.index, frame.to_dict("records"), strict=True):
        yield int(index) + FIRST_ROW, {str(name): str(cell) for name, cell in row.items()}


def _references(frames: Frames) -> Iterator[Problem]:
    for spec in TABLES:
        for column in spec.columns:
            if not column.refers or spec.name not in frames or column.refers not in frames:
                continue
            key = next(table.key[0] for table in TABLES if table.name == column.refers)
            known = set(frames[column.refers][key])
            for text, rows in frames[spec.name].groupby(column.name, sort=False).groups.items():
                if text and text not in known and complaint(column, str(text)) is None:
                    what = f"“{text}” does not stand in {column.refers}.csv.{_also(len(rows))}"
                    remedy = f"Add it there or correct it; known are: {_some(known)}."
                    row = int(rows[0]) + FIRST_ROW
                    yield Problem(spec.file, what, remedy, row, column.name)


def _some(known: set[str]) -> str:
    names = sorted(known)
    return ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")


def _observations(frames: Frames) -> Iterator[Problem]:
    council = set(frames["areas"].loc[frames["areas"]["kind"] == "council", "area_id"])
    given = frames["observations"]
    ours = given[given["area_id"].isin(council) & (given["symbol"] != Symbol.NOT_DUE.value)]
    if ours.empty:
        remedy = "Give at least one of its figures, or nothing can be shown."
        yield Problem("observations.csv", "The council has no figure yet.", remedy)
    series = set(zip(frames["series"]["indicator_id"], frames["series"]["origin"], strict=True))
    for number, row in _numbered(given):
        file, value, symbol = "observations.csv", row["value"], row["symbol"]
        if bool(value) == bool(symbol):
            what = (
                "has both a value and a symbol." if value else "has neither a value nor a symbol."
            )
            remedy = "Give the figure, or the reason why there is none."
            yield Problem(file, f"The row {what}", remedy, number, "value")
        if (row["indicator_id"], row["origin"]) not in series:
            what = f"{row['indicator_id']} has no series of origin {row['origin']}."
            remedy = "Add a row to series.csv that says what its figures sum up."
            yield Problem(file, what, remedy, number, "origin")
        if row["origin"] == "reported" and row["area_id"] not in council:
            what = f"“{row['area_id']}” is not the council, but only the council reports."
            yield Problem(file, what, "Write published.", number, "origin")
        if ends := _ends_before_start(row["period"], row["ends"]):
            yield Problem(file, ends, "Correct one of them.", number, "ends")


def _ends_before_start(period_id: str, ends: str) -> str:
    try:
        starts, end = period.parse(period_id).start, date.fromisoformat(ends)
    except ValueError:
        return ""
    return f"{ends} lies before {period_id} begins." if end < starts else ""


def _reversed(low: str, high: str) -> bool:
    try:
        return Decimal(low) > Decimal(high)
    except InvalidOperation:
        return False


_LEVELS = {TargetRule.AT_MOST.value, TargetRule.AT_LEAST.value, TargetRule.BETWEEN.value}
_AREAS = {TargetRule.BELOW_AREA.value, TargetRule.ABOVE_AREA.value}


def _targets(frame: pd.DataFrame) -> Iterator[Problem]:
    for number, row in _numbered(frame):
        missing = ""
        if row["rule"] in _LEVELS and not row["value"]:
            missing = "value"
        elif row["rule"] == TargetRule.BETWEEN.value and not row["upper"]:
            missing = "upper"
        elif row["rule"] in _AREAS and not row["reference"]:
            missing = "reference"
        if missing:
            what = f"The rule {row['rule']} needs a {missing}."
            yield Problem("targets.csv", what, "Fill it in.", number, missing)
        elif row["rule"] == TargetRule.BETWEEN.value and _reversed(row["value"], row["upper"]):
            what = f"The range goes from {row['value']} down to {row['upper']}."
            yield Problem("targets.csv", what, "Put the lower end into value.", number, "upper")
