"""Reads a mapping file: the indicator that a printed name means, where matching would fail."""

from __future__ import annotations

import csv
from pathlib import Path

from dashboard.reports.importing.matching import NEW, plain
from dashboard.reports.importing.source import UnreadableReportError

_COLUMNS = ("printed", "indicator_id")
_SAVE = "Save it as “CSV UTF-8 (comma delimited)”."


def read_mapping(path: Path, known: set[str]) -> dict[str, str]:
    """Indicator ids, or NEW, by plain printed names; raises UnreadableReportError with a remedy."""
    mapped: dict[str, str] = {}
    for number, row in _rows(path):
        name, meant = plain(row["printed"]), row["indicator_id"].strip()
        if meant.lower() == NEW:
            meant = NEW
        elif meant not in known:
            raise UnreadableReportError(
                f"{path}, row {number}: “{meant}” is not an indicator of the dataset. Write an id "
                f"from indicators.csv, or {NEW} for one that is not in it; put a name with a "
                "comma between double quotes."
            )
        if mapped.setdefault(name, meant) != meant:
            raise UnreadableReportError(
                f"{path}, row {number}: “{row['printed']}” is given twice, for {mapped[name]} and "
                f"for {meant}. Keep one."
            )
    return mapped


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnreadableReportError(f"There is no mapping file {path}.") from None
    except UnicodeDecodeError:
        raise UnreadableReportError(f"{path} is not in UTF-8. {_SAVE}") from None
    except OSError as error:
        raise UnreadableReportError(f"{path}: {error.strerror}.") from error
    reader = csv.DictReader(text.splitlines())
    names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    if not set(_COLUMNS) <= set(names):
        raise UnreadableReportError(
            f"{path}: the first row must name the columns printed and indicator_id, with a comma. "
            f"{_SAVE}"
        )
    return [
        (number, {column: row[names[column]] or "" for column in _COLUMNS})
        for number, row in enumerate(reader, start=2)
    ]
