"""Reads one CSV file of a dataset, allowing for what spreadsheets do to it."""

from __future__ import annotations

import csv
import re
import warnings
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from io import StringIO
from pathlib import Path

import pandas as pd

from dashboard.store.reading.columns import FIRST_ROW
from dashboard.store.reading.header import UNNAMED, bare, columns, header, lacked
from dashboard.store.reading.problem import Problem
from dashboard.store.table import TableSpec

WORKBOOK = b"PK\x03\x04"
SAVE = "Save it as “CSV UTF-8 (comma delimited)”."
CUT = "Save the whole file again: every row needs all its commas, and an end of line."
QUOTING = "Write numbers without commas, and put text that has a comma in quotes."


def read_table(
    folder: Path, spec: TableSpec, content: bytes | None
) -> tuple[pd.DataFrame | None, list[Problem]]:
    """A file's cells as text, and the problems that keep it from being read.

    Without problems, the table has the columns of `spec`, in the file's order, and its index
    counts the file's rows from 0 under the header, so that it survives the removal of blank rows.
    With problems, the table is None.
    """
    if content is None:
        if spec.optional:
            return pd.DataFrame(columns=[column.name for column in spec.columns], dtype=str), []
        return None, [_missing(folder, spec)]
    if content.startswith(WORKBOOK):
        return None, [Problem(spec.file, "The file is a workbook, not CSV.", SAVE)]
    try:
        text = decoded(content)
    except UnicodeError:
        return None, [Problem(spec.file, "The file’s letters cannot be read.", SAVE)]
    if problem := _other_separator(spec, text) or _cut_short(spec, text):
        return None, [problem]
    try:
        frame = _table(text)
    except pd.errors.EmptyDataError:
        return None, [Problem(spec.file, "The file is empty.", f"Begin with: {header(spec)}.")]
    except (pd.errors.ParserWarning, pd.errors.ParserError):
        return None, [_ragged(spec, text)]
    frame = _without_blanks(_without_former(spec, _stripped(frame.fillna(""))))
    problems = [*columns(spec, frame)]
    return (None, problems) if problems else (_with_optional(spec, frame), [])


def _with_optional(spec: TableSpec, frame: pd.DataFrame) -> pd.DataFrame:
    """The table with empty cells in the columns that the file lacks."""
    for column in spec.columns:
        if column.name not in frame.columns:
            frame[column.name] = ""
    return frame


def _missing(folder: Path, spec: TableSpec) -> Problem:
    """That the file is missing, with a file of a similar name that may be the one meant."""
    what, remedy = "The file is missing.", f"Put it into {folder}."
    for path in sorted(folder.iterdir()):
        name = path.stem.strip().lower()
        if path.name != spec.file and re.fullmatch(rf"{spec.name}(?:\W.*)?", name):
            remedy = f"There is a {path.name}: save it as CSV under the name {spec.file}."
    return Problem(spec.file, what, remedy)


def decoded(content: bytes) -> str:
    """A CSV file's text, without its byte-order mark; raises UnicodeError where it is not text.

    UTF-8, or what spreadsheets on Windows write: UTF-16 with a mark, or Windows-1252.
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        text = content.decode("utf-16")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252")
    if "\0" in text:
        raise UnicodeError("A zero byte: this is not text.")
    return text


def _other_separator(spec: TableSpec, text: str) -> Problem | None:
    """That cells are separated by semicolons or tabs; None if they are not."""
    first = text.split("\n", 1)[0]
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if first.count(sign) > first.count(","):
            what = f"The cells are separated by {name}."
            return Problem(spec.file, what, SAVE)
    return None


def _cut_short(spec: TableSpec, text: str) -> Problem | None:
    """That the file may be half written: its last row has no end of line, or rows lack cells.

    Only the columns with a name count, and rows that are empty do not.
    """
    if not text.strip():
        return None
    rows = csv.reader(StringIO(text, newline=""))
    try:
        names = next(rows)
        width = max((n for n, name in enumerate(names, 1) if name.strip()), default=0)
        number, short = 1, dict[int, int]()
        for number, cells in enumerate(rows, FIRST_ROW):
            if len(cells) < width and any(cells):
                short[number] = len(cells)
    except csv.Error:
        return None
    if not text.endswith(("\n", "\r")):
        what = "The last row has no end of line, as if the file were cut off there."
        return Problem(spec.file, what, CUT, number)
    if not short or text.count('"') % 2:
        # A quotation mark left open is told by its own name.
        return None
    first, *more = short
    what = f"The row has {short[first]} cells, the header has {width}."
    return Problem(spec.file, what, CUT, first, more_rows=tuple(more))


def _stripped(frame: pd.DataFrame) -> pd.DataFrame:
    """The table without spaces around its cells and column names, which nobody sees."""
    frame = frame.apply(lambda cells: cells.str.strip())
    return frame.rename(columns=str.strip)


def _table(text: str) -> pd.DataFrame:
    """The cells as text. Rows longer than the header raise an error: pandas would cut them."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", pd.errors.ParserWarning)
        return pd.read_csv(
            StringIO(text),
            dtype=str,
            keep_default_na=False,
            index_col=False,
            skip_blank_lines=False,
        )


def _ragged(spec: TableSpec, text: str) -> Problem:
    """The first row that is longer than the header, or else a quotation mark left open.

    Where every row has one cell more than the header, a column that the header lacks is named.
    """
    rows = csv.reader(StringIO(text))
    try:
        names = next(rows)
        width = len(names)
        lengths = {number: len(cells) for number, cells in enumerate(rows, FIRST_ROW) if any(cells)}
        number, cells = next((n, length) for n, length in lengths.items() if length > width)
    except (StopIteration, csv.Error):
        what = "A quotation mark is opened and never closed."
        return Problem(spec.file, what, 'Look for a single ", and remove or close it.')
    lacking = lacked(spec, names)
    if len(lacking) == 1 and set(lengths.values()) == {width + 1}:
        (name,) = lacking
        return Problem(spec.file, f"The header lacks the column {name}.", "Add it.", 1)
    return Problem(
        spec.file, f"The row has {cells} cells, the header has {width}.", QUOTING, number
    )


def _without_former(spec: TableSpec, frame: pd.DataFrame) -> pd.DataFrame:
    """The table without columns that are no longer used."""
    return frame.drop(columns=[name for name in frame.columns if bare(name) in spec.former])


def _without_blanks(frame: pd.DataFrame) -> pd.DataFrame:
    """The table without the empty rows and unnamed empty columns that spreadsheets leave."""
    blank = [name for name in frame.columns if name.startswith(UNNAMED) and not frame[name].any()]
    frame = frame.drop(columns=blank)
    return frame[(frame != "").any(axis=1)]
