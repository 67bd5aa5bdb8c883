"""Reads a data folder, and finds all its problems at once, in cells and across tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.store.files import Files, read_files
from dashboard.store.reading.acceptance import idle_lines, unaccepted
from dashboard.store.reading.cells import complaint
from dashboard.store.reading.columns import FIRST_ROW, Frames, distinct
from dashboard.store.reading.csv_tables import read_table
from dashboard.store.reading.problem import (
    DatasetError,
    LoadingWarning,
    Problem,
    Remark,
    merged,
    no_such_folder,
)
from dashboard.store.reading.rules import broken_rules, figure_remarks
from dashboard.store.reading.tidy import tidied
from dashboard.store.schema import KEYS, TABLES
from dashboard.store.table import Kind, TableSpec


@dataclass(frozen=True, slots=True)
class Reading:
    """A folder's tables as read: every problem, and every warning that nobody has accepted.

    `notes` tell of numbers that are read otherwise than they are written, and of lines in
    accepted.csv that match no warning.
    """

    folder: Path
    frames: Frames
    problems: tuple[Problem, ...]
    warnings: tuple[LoadingWarning, ...]
    notes: tuple[Remark, ...] = ()

    @property
    def report(self) -> str:
        """The problems, or that there are none, and then the warnings, a line each."""
        if self.problems:
            said = DatasetError(self.folder, self.problems).report
        else:
            rows = sum(len(frame) for frame in self.frames.values())
            count = sum((self.folder / spec.file).is_file() for spec in TABLES)
            said = f"{self.folder}: no problems in {rows:,} rows of {count} tables."
        notes = (note.sentence for note in self.notes)
        return "\n".join([said, *_warned(self.warnings), *notes])

    def valid(self) -> Frames:
        """The tables; raises DatasetError with all the problems where there are any."""
        if self.problems:
            raise DatasetError(self.folder, self.problems)
        return self.frames


def _warned(warnings: Sequence[LoadingWarning]) -> Iterator[str]:
    if not warnings:
        return
    count = len(warnings)
    noun = "1 warning, which does" if count == 1 else f"{count:,} warnings, which do"
    yield f"{noun} not stop a load. A line in accepted.csv accepts one."
    for warning in warnings:
        yield warning.sentence
        yield f"  to accept: {warning.acceptance},NAME,DATE"


def read_dataset(folder: Path, files: Files | None = None) -> Frames:
    """The tables of a folder, with every cell as text; raises DatasetError with all problems.

    `files` are the bytes of its files, if they have been read already.
    """
    return read_folder(folder, files).valid()


def read_folder(folder: Path, files: Files | None = None) -> Reading:
    """The tables of a folder with all that is to be said of them.

    Raises DatasetError where there is no such folder.
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
    notes = tidied(frames)
    for spec in TABLES:
        if spec.name in frames:
            frame = frames[spec.name]
            problems += [*_cells(spec, frame), *_duplicates(spec, frame)]
    of_figures, doubts = figure_remarks(frames)
    problems += [*_references(frames), *broken_rules(frames), *of_figures]
    accepted = frames.get("accepted", pd.DataFrame())
    warnings = unaccepted(doubts, accepted)
    if not problems:
        notes += idle_lines(doubts, accepted)
    return Reading(folder, frames, tuple(merged(problems)), warnings, tuple(notes))


def _cells(spec: TableSpec, frame: pd.DataFrame) -> Iterator[Problem]:
    for column in spec.columns:
        for (text,), rows in distinct(frame, column.name):
            if found := complaint(column, text):
                what, remedy, cause = found
                row, *more = rows()
                yield Problem(
                    file=spec.file,
                    what=what,
                    remedy=remedy,
                    row=row,
                    column=column.name,
                    value=text,
                    more_rows=tuple(more),
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
            value=str(frame.loc[again[0], key[0]]),
            more_rows=tuple(index + FIRST_ROW for index in again[1:]),
        )


def _key(frame: pd.DataFrame, key: list[str], index: int) -> str:
    cells = frame.loc[index, key]
    return ", ".join(str(cell) for cell in cells if cell)


def _references(frames: Frames) -> Iterator[Problem]:
    for spec in TABLES:
        for column in spec.columns:
            if not column.refers or spec.name not in frames or column.refers not in frames:
                continue
            key = KEYS[column.refers][0]
            known = set(frames[column.refers][key])
            for (text,), rows in distinct(frames[spec.name], column.name):
                if text and text not in known and complaint(column, text) is None:
                    row, *more = rows()
                    what = f"“{text}” is not in {column.refers}.csv."
                    remedy = f"Add it there or correct it; that table has: {_some(known)}."
                    yield Problem(
                        file=spec.file,
                        what=what,
                        remedy=remedy,
                        row=row,
                        column=column.name,
                        value=text,
                        more_rows=tuple(more),
                    )


def _some(known: set[str]) -> str:
    names = sorted(known)
    if not names:
        return "no rows"
    return ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
