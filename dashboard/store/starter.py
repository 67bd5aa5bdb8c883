"""Writes a new data folder: every table with its header, and one example indicator to replace."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

from dashboard.store.schema import TABLES
from dashboard.store.warning_kind import WarningKind

EXAMPLE = "Example, to be replaced"
# Columns that a row leaves out are empty. The figures are plainly invented.
ROWS: dict[str, tuple[dict[str, str], ...]] = {
    "portfolios": (
        {
            "portfolio_id": "example-portfolio",
            "name": "Example portfolio",
            "position": "1",
            "note": "An invented example: replace it with your own.",
        },
    ),
    "areas": (
        {"area_id": "our-council", "name": "Our Council", "kind": "council"},
        {"area_id": "england", "name": "England", "kind": "country"},
    ),
    "indicators": (
        {
            "indicator_id": "example-indicator",
            "portfolio_id": "example-portfolio",
            "name": "Example indicator",
            "short_name": "Example",
            "polarity": "low",
            "unit": "rate",
            "per": "1,000 examples",
            "noun": "example/examples",
            "said": "counted",
            "definition": EXAMPLE,
            "owner": "Head of service",
            "tags": "Council Plan; health",
            "source": EXAMPLE,
            "position": "1",
        },
    ),
    "series": (
        {
            "indicator_id": "example-indicator",
            "origin": "reported",
            "basis": "snapshot",
            "basis_inferred": "no",
            "decimals": "1",
            "seasonal": "no",
        },
    ),
    "observations": (
        {"period": "FY2024-25", "value": "10.0", "numerator": "100"},
        {"period": "FY2025-26Q1", "value": "11.0", "numerator": "110"},
        {"period": "FY2025-26Q2", "symbol": "not_due"},
    ),
    "targets": (
        {
            "indicator_id": "example-indicator",
            "period": "FY2025-26",
            "rule": "at_most",
            "value": "9.0",
            "numerator": "90",
            "printed": "90 (9.0)",
            "release": "FY2025-26Q1",
            "source": EXAMPLE,
        },
    ),
    "claims": (
        {
            "release": "FY2025-26Q1",
            "indicator_id": "example-indicator",
            "seq": "1",
            "kind": "comparison",
            "heading": "Q1 25/26 vs. 24/25",
            "left_period": "FY2025-26Q1",
            "right_area": "our-council",
            "right_period": "FY2024-25",
            "arrow": "↑",
            "mark": "✘",
            "printed": "↑ ✘",
            "source": EXAMPLE,
        },
    ),
    "commentary": (
        {
            "indicator_id": "example-indicator",
            "period": "FY2025-26Q1",
            "version": "1",
            "body": "The service’s commentary goes here.\n\nA blank line separates paragraphs.",
            "source": EXAMPLE,
        },
    ),
    "events": (
        {
            "date": "2025-04-01",
            "words": "Invented: a new system began",
            "indicator_id": "example-indicator",
            "rebase": "no",
            "source": EXAMPLE,
        },
    ),
    "actions": (
        {
            "indicator_id": "example-indicator",
            "period": "FY2025-26Q1",
            "action": "Invented: a second team begins work",
            "owner": "Head of service",
            "due": "2025-12-31",
            "state": "under way",
            "source": EXAMPLE,
        },
    ),
    "accepted": (
        {
            "table": "observations",
            "row": "example-indicator;our-council;FY2025-26Q1;reported;FY2025-26Q1",
            "warning": WarningKind.FAR_OFF.value,
            "by": "Head of performance",
            "on": "2025-08-01",
        },
    ),
    "distributions": (
        {
            "indicator_id": "example-indicator",
            "area_group": "Invented authorities",
            "period": "FY2024-25",
            "n": "50",
            "lower_quartile": "7.5",
            "median": "9.0",
            "upper_quartile": "12.5",
            "rank_from_highest": "20",
            "source": EXAMPLE,
        },
    ),
}
OBSERVED = {
    "indicator_id": "example-indicator",
    "area_id": "our-council",
    "origin": "reported",
    "release": "FY2025-26Q1",
    "source": EXAMPLE,
}


def starter_rows(table: str) -> tuple[dict[str, str], ...]:
    """A table's example rows; a column that a row leaves out is empty."""
    if table == "observations":
        return tuple(OBSERVED | row for row in ROWS[table])
    return ROWS[table]


def in_new_folder(folder: Path) -> None:
    """Makes sure that a folder exists and is empty; raises FileExistsError if it holds files."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty: name a new folder.")


BESIDE = "example"
"""The folder within a council's own that holds the example."""


def write_starter(folder: Path, council: str = "") -> None:
    """Writes the tables into a new or empty folder; raises FileExistsError if it holds files.

    With a council's name they have no example, so that its first report can be imported; the
    example stands in a folder of its own beside them.
    """
    in_new_folder(folder)
    _write(folder, lambda table: _own_rows(table, council) if council else starter_rows(table))
    if council:
        in_new_folder(folder / BESIDE)
        _write(folder / BESIDE, lambda table: _example_rows(table, council))


def _write(folder: Path, rows: Callable[[str], tuple[dict[str, str], ...]]) -> None:
    for spec in TABLES:
        # Excel reads a file as UTF-8 only if it begins with a byte-order mark.
        with (folder / spec.file).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, [column.name for column in spec.columns])
            writer.writeheader()
            # The example gives no warning, so a line that accepts one would match none.
            writer.writerows(rows(spec.name) if spec.name != "accepted" else ())


def _example_rows(table: str, council: str) -> tuple[dict[str, str], ...]:
    """The example under the council's own name."""
    if table != "areas":
        return starter_rows(table)
    ours, *others = starter_rows(table)
    return (ours | {"name": council}, *others)


def _own_rows(table: str, council: str) -> tuple[dict[str, str], ...]:
    """The council and England in areas.csv; no rows in any other table."""
    if table != "areas":
        return ()
    words = re.findall(r"[a-z0-9]+", council.lower().replace("council", ""))
    ours = {"area_id": "-".join(words) or "our-council", "name": council, "kind": "council"}
    return ours, ROWS["areas"][1]
