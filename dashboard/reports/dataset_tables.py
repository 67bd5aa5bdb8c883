"""A dataset's tables for download: one as CSV, or all of them in a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from dashboard.reports.csv_file import csv_parts
from dashboard.store.dataset import Dataset
from dashboard.store.schema import TABLES
from dashboard.store.table import TableSpec


def table_spec(name: str) -> TableSpec | None:
    """The table with that name, or None."""
    return next((spec for spec in TABLES if spec.name == name), None)


def table_csv(dataset: Dataset, spec: TableSpec) -> Iterator[bytes]:
    """One table as CSV, in parts."""
    return csv_parts(dataset.header(spec.name), dataset.table(spec.name))


def dataset_zip(dataset: Dataset) -> Path:
    """The path of a zip file with every table, which passes `python -m dashboard check`.

    It is written on the first request and kept.
    """

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for spec in TABLES:
                with archive.open(spec.file, "w") as file:
                    for part in table_csv(dataset, spec):
                        file.write(part)

    return dataset.archive(write)
