"""The one writer of CSV downloads: tidy, readable by Excel, and inert."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

BOM = "\ufeff"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")

Value = str | Decimal | None


def csv_file(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a byte-order mark, so that Excel reads it; unknown is empty."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_inert(value) for value in row] for row in rows)
    return (BOM + buffer.getvalue()).encode("utf-8")


def _inert(value: Value) -> str:
    """A text that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return str(value)
    return f"'{value}" if value.startswith(_DANGEROUS) else value
