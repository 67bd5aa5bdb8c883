"""What must survive a way through paper, and datasets to send on it."""

from __future__ import annotations

import csv
import shutil
from decimal import Decimal

from tests.conftest import DATA

COLUMNS = {
    "observations": ("indicator_id", "period", "value", "numerator", "symbol", "mark"),
    "targets": (
        *("indicator_id", "period", "rule", "value", "numerator", "upper", "reference"),
        "printed",
    ),
    "commentary": ("indicator_id", "period", "body", "see"),
}
"""The columns by table; figures that are not due are blank on paper, said or not."""
REPORTED = (*COLUMNS, "claims")
"""The tables that a report fills."""


def survived(rows, table):
    """The rows by what must survive; numbers as numbers, what is empty left out."""
    return sorted(
        tuple((name, _number(row[name])) for name in COLUMNS[table] if row.get(name))
        for row in rows
        if row.get("symbol") != "not_due"
    )


def _number(text):
    try:
        return str(Decimal(text).normalize())
    except ArithmeticError:
        return text


def rows_of(folder, table):
    """A table as it stands in its file."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def emptied(folder, table, keeping=lambda row: False):
    """Leaves the header of a table, and the rows that are to be kept."""
    rows = [row for row in rows_of(folder, table) if keeping(row)]
    path = folder / f"{table}.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def without_report(folder):
    """A copy of the shipped dataset from before its report came."""
    shutil.copytree(DATA, folder)
    for table in REPORTED:
        emptied(folder, table, lambda row: row.get("origin") == "published")
    return folder
