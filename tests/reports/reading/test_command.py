"""`python -m dashboard read`: shown, added whole or not at all, and never twice."""

import csv
import shutil

import pytest

from dashboard.__main__ import main
from dashboard.store.validate import read_dataset
from tests.conftest import DATA
from tests.reports.reading.test_report import ANOTHER, SHIPPED


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


@pytest.fixture
def without_report(folder):
    """The dataset before its report came."""
    for table in ("observations", "targets", "claims", "commentary"):
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            header, rows = reader.fieldnames, list(reader)
        kept = [row for row in rows if row.get("origin") == "published"]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept)
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def rows_of(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return sorted(tuple(sorted(row.items())) for row in csv.DictReader(file))


def test_without_write_it_only_shows(without_report, capsys):
    before = contents(without_report)
    assert main(["read", str(SHIPPED), "--data", str(without_report)]) == 0
    said = capsys.readouterr().out
    assert "The report of Q3 2016/17: 4 indicators." in said
    assert "  looked-after (known); lower is better;" in said
    assert "24 in observations.csv, 4 in targets.csv, 16 in claims.csv, 4 in commentary" in said
    assert "Nothing is written yet" in said
    assert contents(without_report) == before


def test_written_it_is_the_shipped_dataset_again(without_report, folder, capsys):
    assert main(["read", str(SHIPPED), "--data", str(without_report), "--write"]) == 0
    for table in ("observations", "targets", "claims", "commentary"):
        with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            shipped = sorted(tuple(sorted(row.items())) for row in csv.DictReader(file))
        assert rows_of(without_report, table) == shipped
    assert len(read_dataset(without_report)) == 9
    after = contents(without_report)
    assert main(["read", str(SHIPPED), "--data", str(without_report), "--write"]) == 0
    assert "Nothing in it is new" in capsys.readouterr().out
    assert contents(without_report) == after


def test_a_report_that_would_spoil_the_dataset_changes_nothing(folder, tmp_path, capsys):
    text = SHIPPED.read_text(encoding="utf-8").replace("Quarter 3", "Quarter 4")
    report = tmp_path / "report.txt"
    report.write_text(text.replace("61.6%", "161.6%"), encoding="utf-8")
    before = contents(folder)
    assert main(["read", str(report), "--data", str(folder), "--write"]) == 1
    assert "161.6" in capsys.readouterr().err
    assert contents(folder) == before


def test_new_indicators_come_into_a_dataset_that_is_valid(folder, tmp_path, capsys):
    report = tmp_path / "report.txt"
    text = ANOTHER.read_text(encoding="utf-8").replace("Sideways", "Low").replace("dear", "£1,300")
    report.write_text(text, encoding="utf-8")
    assert main(["read", str(report), "--data", str(folder), "--write"]) == 0
    said = capsys.readouterr().out
    assert "rate-of-delayed-transfers-per-1-000-beds (new" in said
    assert len(read_dataset(folder)) == 9


def test_a_mapping_names_the_indicator_that_is_meant(folder, tmp_path, capsys):
    mapping = tmp_path / "map.csv"
    mapping.write_text("printed,indicator_id\nAverage cost of a place,weekly-pay\n", "utf-8")
    given = ["read", str(ANOTHER), "--data", str(folder), "--map", str(mapping)]
    assert main(given) == 0
    assert "  weekly-pay (known)" in capsys.readouterr().out
    mapping.write_text("printed,indicator_id\nX,nothing\n", "utf-8")
    assert main(given) == 1
    assert "“nothing” is no indicator" in capsys.readouterr().err


def test_what_is_no_report_ends_with_a_sentence(folder, tmp_path, capsys):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all,\n", encoding="utf-8")
    assert main(["read", str(path), "--data", str(folder)]) == 1
    assert "No indicator was found" in capsys.readouterr().err
