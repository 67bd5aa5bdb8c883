"""A dataset's tables as downloads: one CSV each, or all of them in a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from dashboard.reports.csv_file import csv_parts
from dashboard.store.dataset import Dataset
from dashboard.store.schema import TABLES, TableSpec


def table_spec(name: str) -> TableSpec | None:
    """The table of that name; None where there is none."""
    return next((spec for spec in TABLES if spec.name == name), None)


def table_csv(dataset: Dataset, spec: TableSpec) -> Iterator[bytes]:
    """A table as CSV in UTF-8, in parts that are small enough to stream."""
    return csv_parts([column.name for column in spec.columns], dataset.table(spec.name))


def dataset_zip(dataset: Dataset) -> Path:
    """The path of a zip with every table, made at the first call for a version of the dataset."""

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for spec in TABLES:
                with archive.open(spec.file, "w") as file:
                    for part in table_csv(dataset, spec):
                        file.write(part)

    return dataset.archive(write)
