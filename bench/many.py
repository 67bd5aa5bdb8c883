"""An invented council whose long pages are as long as they come: with claims and inferred bases."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.store.demo import LAST_YEAR, QUARTERS_SO_FAR, Scale, write_demo

CLAIMED = Period(PeriodKind.QUARTER, LAST_YEAR, QUARTERS_SO_FAR)
"""The report whose arrows are claimed."""


def write_many(folder: Path, scale: Scale) -> None:
    """The invented council with two printed arrows an indicator, and half its bases inferred."""
    write_demo(folder, scale)
    _write(folder / "claims.csv", list(_claims(scale)))
    series = _read(folder / "series.csv")
    for number, row in enumerate(series):
        row["basis_inferred"] = "no" if number % 2 else "yes"
    _write(folder / "series.csv", series)


def _claims(scale: Scale) -> Iterator[dict[str, str]]:
    before = CLAIMED.shifted(-1)
    for number in range(1, scale.indicators + 1):
        for seq, (heading, area, period) in enumerate(
            (
                ("This quarter vs. the last", "invented-council", before),
                ("Last year vs. Invented Country", "invented-country", None),
            ),
            start=1,
        ):
            year = CLAIMED.financial_year.shifted(-1)
            yield {
                "release": CLAIMED.id,
                "indicator_id": f"invented-{number:03d}",
                "seq": str(seq),
                "kind": "comparison",
                "heading": heading,
                "left_period": (CLAIMED if period else year).id,
                "right_area": area,
                "right_period": (period or year).id,
                "arrow": "↑" if number % 3 else "↓",
                "mark": "✔" if number % 2 else "✘",
                "printed": "↑ ✔",
                "source": "Invented for trials",
            }


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
