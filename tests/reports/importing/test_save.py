"""Rows are added whole or not at all, whatever happens meanwhile."""

import os

import pytest

from dashboard.reports.importing.import_plan import NewRow
from dashboard.reports.importing.save import (
    NotWrittenError,
    add_rows,
    read_tables,
    with_rows,
)
from dashboard.store.reading.problem import DatasetError
from tests.reports.survived import without_report

NOTE = {"portfolio_id": "more", "name": "More, with a comma", "position": "9"}
FIGURE = {
    "indicator_id": "looked-after",
    "area_id": "blackpool",
    "period": "FY2015-16",
    "origin": "reported",
    "value": "162.8",
    "release": "FY2016-17Q3",
    "source": "A report",
}


def added(**tables):
    return {
        table: [NewRow(table, row, "line 7, Q3", "printed so")] for table, row in tables.items()
    }


@pytest.fixture
def folder(tmp_path):
    return without_report(tmp_path / "data")


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_rows_come_after_what_stands_there_with_its_line_ends(folder):
    path = folder / "portfolios.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    files, _ = read_tables(folder)
    add_rows(folder, files, with_rows(folder, files, added(portfolios=NOTE)).files)
    assert path.read_bytes() == before + b'more,"More, with a comma",9,\r\n'


@pytest.mark.parametrize(
    ("encoding", "mark"), [("cp1252", b""), ("utf-16", b"\xef\xbb\xbf"), ("utf-8", b"")]
)
def test_a_table_in_another_encoding_becomes_utf_8_with_its_letters(folder, encoding, mark):
    path = folder / "portfolios.csv"
    text = path.read_text(encoding="utf-8").replace("Health and wellbeing", "Health – and cafés")
    path.write_bytes(text.encode(encoding))
    files, _ = read_tables(folder)
    changed = with_rows(folder, files, added(portfolios=NOTE)).files
    assert changed["portfolios.csv"] == mark + f'{text}more,"More, with a comma",9,\n'.encode()


def test_a_row_fits_a_header_with_columns_that_are_no_longer_used(folder):
    path = folder / "indicators.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    lines = [f"frequency,{header}", *(f"quarter,{row}" for row in rows)]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    files, tables = read_tables(folder)
    row = tables["indicators"][0] | {"indicator_id": "another", "position": "5", "caveat": ""}
    changed = with_rows(folder, files, added(indicators=row)).files
    last = changed["indicators.csv"].decode().splitlines()[-1]
    assert last.startswith(",another,resilient-communities,Annual reviews of long-term")


def test_what_is_wrong_is_told_by_its_place_in_the_document(folder):
    files, _ = read_tables(folder)
    with pytest.raises(DatasetError) as bad:
        with_rows(folder, files, added(observations=FIGURE | {"value": "many"}))
    (problem,) = bad.value.problems
    assert (problem.file, problem.column) == ("observations.csv", "value")
    assert bad.value.sentences == (
        "line 7, Q3, “printed so”: “many” is not a number. Write digits with a point, such as "
        "1234.5, without commas, spaces or units. (value in observations.csv)",
    )


def test_a_problem_in_the_rows_that_were_there_keeps_its_file_and_row(folder):
    path = folder / "observations.csv"
    path.write_bytes(path.read_bytes().replace(b",published,,60,", b",published,,sixty,", 1))
    files, _ = read_tables(folder)
    with pytest.raises(DatasetError) as bad:
        with_rows(folder, files, added(observations=FIGURE))
    assert [sentence.partition(":")[0] for sentence in bad.value.sentences] == [
        "observations.csv, row 56, column value"
    ]


def test_a_folder_that_has_changed_meanwhile_is_left_alone(folder):
    files, _ = read_tables(folder)
    changed = with_rows(folder, files, added(portfolios=NOTE)).files
    (folder / "areas.csv").write_bytes((folder / "areas.csv").read_bytes() + b"\n")
    now = contents(folder)
    with pytest.raises(NotWrittenError, match="has changed meanwhile"):
        add_rows(folder, files, changed)
    assert contents(folder) == now


def test_where_a_file_cannot_be_replaced_all_are_as_they_were(folder, monkeypatch):
    files, _ = read_tables(folder)
    changed = with_rows(folder, files, added(portfolios=NOTE, observations=FIGURE)).files
    now, really = contents(folder), os.replace

    def in_use(source, target):
        if target == folder / "observations.csv":
            raise PermissionError("observations.csv is open in another program")
        really(source, target)

    monkeypatch.setattr(os, "replace", in_use)
    with pytest.raises(NotWrittenError, match=r"is as it was\. Is a table"):
        add_rows(folder, files, changed)
    assert contents(folder) == now


def test_two_readings_do_not_write_at_once(folder):
    files, _ = read_tables(folder)
    changed = with_rows(folder, files, added(portfolios=NOTE)).files
    (folder / ".adding").touch()
    now = contents(folder)
    with pytest.raises(NotWrittenError, match="where none is under way, remove"):
        add_rows(folder, files, changed)
    assert contents(folder) == now
    (folder / ".adding").unlink()
    add_rows(folder, files, changed)
    assert not (folder / ".adding").exists()


def test_a_column_that_the_file_lacks_is_added_where_a_row_fills_it(folder):
    files, _ = read_tables(folder)
    changed = with_rows(folder, files, added(observations=FIGURE | {"note": "late"})).files
    header, first, *_, last = changed["observations.csv"].decode().splitlines()
    assert header.endswith(",source,note")
    assert first.endswith(",")
    assert last.endswith(",late")
