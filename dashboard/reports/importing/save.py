"""Adds a report's rows to a data folder: all of them or none, overwriting nothing.

Files are replaced one by one, those that others refer to first. If the machine stops
between two, the same command adds the rest.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.reports.importing.import_plan import NewRow
from dashboard.store.files import Files, read_files
from dashboard.store.reading.csv_tables import decoded, read_table
from dashboard.store.reading.problem import (
    DatasetError,
    LoadingWarning,
    Problem,
    Remark,
    no_such_folder,
)
from dashboard.store.reading.validate import Reading, read_folder
from dashboard.store.schema import TABLES

AddedRows = Mapping[str, Sequence[NewRow]]
_MARKS = (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)
LOCK = ".adding"


class NotWrittenError(OSError):
    """The folder changed since it was read, or cannot be written to; nothing was written."""


def read_tables(folder: Path) -> tuple[Files, dict[str, list[dict[str, str]]]]:
    """The bytes of every table, and its rows as text by column name.

    Raises DatasetError if a table cannot be read. Tables may have no rows: the report may be the
    folder's first.
    """
    if not folder.is_dir():
        raise no_such_folder(folder)
    files = read_files(folder)
    tables, problems = {}, []
    for spec in TABLES:
        frame, found = read_table(folder, spec, files[spec.file])
        problems += found
        if frame is not None:
            columns = [frame[column.name].tolist() for column in spec.columns]
            names = [column.name for column in spec.columns]
            tables[spec.name] = [
                dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)
            ]
    if problems:
        raise DatasetError(folder, problems)
    return files, tables


@dataclass(frozen=True, slots=True)
class Changed:
    """The files with a report's rows at their ends, and what loading them says of those rows."""

    files: Files
    reading: Reading


def with_rows(folder: Path, files: Files, added: AddedRows) -> Changed:
    """The files with the new rows at their ends; of the warnings, those that concern these rows.

    Raises DatasetError if they are then not a valid dataset; a problem in a row of the report
    names its place in the report.
    """
    changed = files | {
        f"{table}.csv": _appended(files[f"{table}.csv"] or b"", rows)
        for table, rows in added.items()
    }
    reading = read_folder(folder, changed)
    if reading.problems:
        raise DatasetError(folder, [_placed(each, files, added) for each in reading.problems])
    warnings = tuple(each for each in reading.warnings if _of_added(each, files, added))
    return Changed(changed, replace(reading, warnings=warnings, notes=()))


def _appended(content: bytes, rows: Sequence[NewRow]) -> bytes:
    """A table with rows after its own, in UTF-8, with its own line ends and byte-order mark."""
    text = decoded(content)
    end = "\r\n" if "\r\n" in text.partition("\n")[0] + "\n" else "\n"
    names = [name.strip() for name in next(csv.reader(io.StringIO(text)))]
    filled = dict.fromkeys(name for each in rows for name, cell in each.row.items() if cell)
    if missing := [name for name in filled if name not in names]:
        text, names = _widened(text, missing, end), [*names, *missing]
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, names, restval="", extrasaction="ignore", lineterminator=end)
    writer.writerows(each.row for each in rows)
    mark = BOM_UTF8 if content.startswith(_MARKS) else b""
    return mark + f"{text}{buffer.getvalue()}".encode()


def _widened(text: str, missing: Sequence[str], end: str) -> str:
    """The table with further columns at the right, which are empty in the rows it has."""
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=end)
    writer.writerow([*header, *missing])
    writer.writerows([*row, *("" for _ in missing)] if row else row for row in rows)
    return buffer.getvalue()


def _placed(problem: Problem, files: Files, added: AddedRows) -> Problem:
    """The problem, with its place in the report where one of the report's rows has it."""
    new = _added_at(problem, files, added)
    if not new or new[0][0] != problem.row:
        return problem
    row = new[0][1]
    return replace(problem, printed_at=f"{row.place}, “{row.printed}”")


def _of_added(warning: LoadingWarning, files: Files, added: AddedRows) -> bool:
    """Whether any row that a warning concerns is one of the report's."""
    return bool(_added_at(warning, files, added))


def _added_at(remark: Remark, files: Files, added: AddedRows) -> list[tuple[int, NewRow]]:
    """The report's rows among those that a remark concerns, by their numbers in the file."""
    rows = added.get(remark.file.removesuffix(".csv"), ())
    if not rows:
        return []
    held = len(list(csv.reader(io.StringIO(decoded(files[remark.file] or b"")))))
    numbered = dict(enumerate(rows, start=held + 1))
    return [(number, numbered[number]) for number in remark.rows if number in numbered]


def add_rows(folder: Path, files: Files, changed: Files) -> None:
    """Replaces the changed files, or leaves the folder as it was.

    Raises NotWrittenError if the folder no longer holds `files`, or if a file cannot be replaced.
    """
    with _locked(folder):
        if read_files(folder) != files:
            raise NotWrittenError(f"{folder} has changed meanwhile: nothing was written.")
        names = [spec.file for spec in TABLES if changed[spec.file] != files[spec.file]]
        if locked := [name for name in names if not os.access(folder / name, os.W_OK)]:
            raise NotWrittenError(f"{folder}: {', '.join(locked)} may not be written to.")
        try:
            with TemporaryDirectory(dir=folder, prefix=".adding-") as staging:
                for name in names:
                    _prepare(Path(staging) / name, changed[name] or b"", folder / name)
                _replace(folder, Path(staging), names, files)
        except OSError as error:
            raise NotWrittenError(_unwritable(folder, error)) from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Stops a second import from writing to the folder at the same time."""
    lock = folder / LOCK
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        raise NotWrittenError(
            f"Another reading is writing into {folder}, or was broken off: nothing was written. "
            f"Try again; where none is under way, remove {lock}."
        ) from None
    except OSError as error:
        raise NotWrittenError(_unwritable(folder, error)) from error
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _unwritable(folder: Path, error: OSError) -> str:
    return (
        f"{folder} cannot be written ({error.strerror or error}), and is as it was. Is a table "
        "open in another program?"
    )


def _replace(folder: Path, staging: Path, names: Sequence[str], files: Files) -> None:
    """Replaces file after file; if one fails, those already replaced are put back."""
    done: list[str] = []
    try:
        for name in names:
            os.replace(staging / name, folder / name)
            done.append(name)
    except OSError:
        for name in reversed(done):
            _prepare(staging / name, files[name] or b"", folder / name)
            os.replace(staging / name, folder / name)
        raise


def _prepare(path: Path, content: bytes, like: Path) -> None:
    """Writes a file through to the disk, with the permissions of `like`."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    shutil.copymode(like, path)
