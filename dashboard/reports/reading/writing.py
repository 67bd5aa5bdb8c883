"""A report's rows added to a dataset's folder: all of them or none, and nothing overwritten."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.store.tables import TABLES
from dashboard.store.validate import read_dataset

Rows = Mapping[str, Sequence[Mapping[str, str]]]


def read_tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Every table as text; raises DatasetError where the folder is no valid dataset."""
    read_dataset(folder)
    tables = {}
    for spec in TABLES:
        with (folder / spec.file).open(encoding="utf-8-sig", newline="") as file:
            tables[spec.name] = [
                {name: (text or "").strip() for name, text in row.items()}
                for row in csv.DictReader(file)
            ]
    return tables


def add_rows(folder: Path, rows: Rows) -> None:
    """Adds the rows at the ends of their files, if the whole is a valid dataset then.

    Raises DatasetError otherwise, with the folder as it was.
    """
    with TemporaryDirectory(dir=folder.parent, prefix=".read-") as beside:
        trial = Path(beside) / "data"
        shutil.copytree(folder, trial)
        for table, added in rows.items():
            _append(trial / f"{table}.csv", added)
        read_dataset(trial)
        for table in rows:
            os.replace(trial / f"{table}.csv", folder / f"{table}.csv")


def _append(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        if not path.read_bytes().endswith(b"\n"):
            file.write("\n")
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        writer.writerows(rows)
