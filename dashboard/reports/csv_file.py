"""Writes CSV downloads that Excel can read and that hold no formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

BOM = "\ufeff"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

Value = str | int | Decimal | None
LINES_AT_ONCE = 500


def csv_file(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A CSV file in UTF-8 with the byte-order mark that Excel needs; None makes an empty cell."""
    return b"".join(csv_parts(header, rows))


def csv_parts(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """The same file in parts, for tables that are too long to hold in memory."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write(BOM)
    writer.writerow([_inert(name) for name in header])
    for number, row in enumerate(rows, 1):
        writer.writerow([_inert(value) for value in row])
        if number % LINES_AT_ONCE == 0:
            yield _drained(buffer)
    yield _drained(buffer)


def _drained(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8")


def _inert(value: Value) -> str:
    """The cell's text, with an apostrophe before anything that a spreadsheet would run as a
    formula. Numbers are written without exponents.
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    return f"'{text}" if text.startswith(_DANGEROUS) and not _NUMBER.fullmatch(text) else text
