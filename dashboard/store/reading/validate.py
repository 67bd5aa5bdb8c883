"""Reads a data folder, and finds all its problems at once, in cells and across tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from dashboard.store.files import Files, read_files
from dashboard.store.reading.cells import complaint
from dashboard.store.reading.columns import FIRST_ROW, Frames, distinct
from dashboard.store.reading.csv_tables import read_table
from dashboard.store.reading.problem import (
    DatasetError,
    Problem,
    merged,
    no_such_folder,
)
from dashboard.store.reading.rules import broken_rules
from dashboard.store.schema import TABLES
from dashboard.store.table import Kind, TableSpec


def read_dataset(folder: Path, files: Files | None = None) -> Frames:
    """The tables of a folder, with every cell as text; raises DatasetError with all problems.

    `files` are the bytes of its files, if they have been read already.
    """
    if not folder.is_dir():
        raise no_such_folder(folder)
    given = read_files(folder) if files is None else files
    frames: Frames = {}
    problems: list[Problem] = []
    for spec in TABLES:
        frame, found = read_table(folder, spec, given[spec.file])
        problems += found
        if frame is not None:
            frames[spec.name] = frame
            problems += [*_cells(spec, frame), *_duplicates(spec, frame)]
    problems += [*_references(frames), *broken_rules(frames)]
    if problems:
        raise DatasetError(folder, merged(problems))
    return frames


def _cells(spec: TableSpec, frame: pd.DataFrame) -> Iterator[Problem]:
    for column in spec.columns:
        for (text,), row, count in distinct(frame, column.name):
            if found := complaint(column, text):
                what, remedy, cause = found
                yield Problem(
                    file=spec.file,
                    what=what,
                    remedy=remedy,
                    row=row,
                    column=column.name,
                    rows=count,
                    cause=cause,
                )


def _duplicates(spec: TableSpec, frame: pd.DataFrame) -> Iterator[Problem]:
    """Rows with the same key. "1" and "01" are the same number, and capitals make no difference."""
    key = list(spec.key)
    whole = {column.name for column in spec.columns if column.kind is Kind.WHOLE}
    meant = {column.name: column.default for column in spec.columns}
    alike = pd.DataFrame(
        {
            name: frame[name].str.lstrip("0")
            if name in whole
            else frame[name].str.casefold().replace("", meant[name])
            for name in key
        }
    )
    again = frame.index[alike.duplicated()].tolist()
    if again:
        first = (alike == alike.loc[again[0]]).all(axis=1).idxmax()
        cells, before = _key(frame, key, again[0]), _key(frame, key, first)
        twin = "" if cells == before else f", as “{before}”"
        what = f"“{cells}” is already in row {first + FIRST_ROW:,}{twin}."
        remedy = f"Keep one; {' + '.join(key)} must differ."
        yield Problem(
            file=spec.file,
            what=what,
            remedy=remedy,
            row=again[0] + FIRST_ROW,
            column=key[0],
            rows=len(again),
        )


def _key(frame: pd.DataFrame, key: list[str], index: int) -> str:
    cells = frame.loc[index, key]
    return ", ".join(str(cell) for cell in cells if cell)


def _references(frames: Frames) -> Iterator[Problem]:
    for spec in TABLES:
        for column in spec.columns:
            if not column.refers or spec.name not in frames or column.refers not in frames:
                continue
            key = next(table.key[0] for table in TABLES if table.name == column.refers)
            known = set(frames[column.refers][key])
            for (text,), row, count in distinct(frames[spec.name], column.name):
                if text and text not in known and complaint(column, text) is None:
                    what = f"“{text}” is not in {column.refers}.csv."
                    remedy = f"Add it there or correct it; that table has: {_some(known)}."
                    yield Problem(
                        file=spec.file,
                        what=what,
                        remedy=remedy,
                        row=row,
                        column=column.name,
                        rows=count,
                    )


def _some(known: set[str]) -> str:
    names = sorted(known)
    if not names:
        return "no rows"
    return ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
