"""The dataset as a zip to take away: it passes `check`, with every number as it was written."""

import csv
import shutil
import zipfile

from dashboard.reports.dataset_tables import dataset_zip
from dashboard.store.dataset import Store
from dashboard.store.reading.validate import read_dataset
from dashboard.store.schema import TABLES, Kind
from dashboard.store.versions import publish
from tests.conftest import DATA

TEXTS = ["0.0000001", "0.10", "-0", "-0.50", "007.5", "100000000000000.000"]


def rows_of(path):
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def numbers(folder, spec):
    """A table's number cells by the keys of their rows."""
    names = [column.name for column in spec.columns if column.kind is Kind.NUMBER]
    return {
        tuple(row.get(name, "") for name in spec.key): [row.get(name, "") for name in names]
        for row in rows_of(folder / spec.file)
    }


def test_numbers_leave_as_they_came(tmp_path):
    folder = shutil.copytree(DATA, tmp_path / "data")
    path = folder / "observations.csv"
    rows = rows_of(path)
    for row, text in zip(
        [row for row in rows if row["indicator_id"] == "weekly-pay"], TEXTS, strict=False
    ):
        row |= {"value": text, "lower": "", "upper": ""}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    publish(folder, tmp_path / "var")
    dataset = Store(tmp_path / "var").current()
    out = tmp_path / "out"
    with zipfile.ZipFile(dataset_zip(dataset)) as archive:
        archive.extractall(out)

    assert len(read_dataset(out)) == len(TABLES)
    for spec in TABLES:
        assert numbers(out, spec) == numbers(folder, spec), spec.file
    pay = [row["value"] for row in rows_of(out / path.name) if row["indicator_id"] == "weekly-pay"]
    assert set(TEXTS) <= set(pay)


def test_a_number_that_left_as_it_came_is_a_decimal_to_count_with(dataset):
    (pay,) = dataset.records([dataset.catalogue.indicator("weekly-pay")])
    assert {type(o.value).__name__ for o in pay.observations} == {"Decimal"}
