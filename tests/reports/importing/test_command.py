"""`python -m dashboard read`: shown, added whole or not at all, and never twice."""

import shutil

import pytest

from dashboard.__main__ import main
from dashboard.store.reading.validate import read_dataset
from tests.conftest import DATA
from tests.reports.importing.test_report import ANOTHER, SHIPPED
from tests.reports.survived import REPORTED, rows_of, without_report


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


@pytest.fixture
def before(tmp_path):
    """The dataset before its report came."""
    return without_report(tmp_path / "data")


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_without_write_it_only_shows(before, capsys):
    was = contents(before)
    assert main(["read", str(SHIPPED), "--data", str(before)]) == 0
    said = capsys.readouterr().out
    assert "The report of Q3 2016/17: 4 indicators, 48 new rows, 0 restated, 2 to look at." in said
    assert "  known as looked-after, “Children looked after”, by its definition" in said
    assert "24 in observations.csv, 4 in targets.csv, 16 in claims.csv, 4 in commentary" in said
    assert "Nothing is written yet" in said
    assert contents(before) == was


def test_written_it_is_the_shipped_dataset_again(before, capsys):
    assert main(["read", str(SHIPPED), "--data", str(before), "--write"]) == 0
    for table in REPORTED:
        ours, shipped = rows_of(before, table), rows_of(DATA, table)
        assert sorted(map(str, ours)) == sorted(map(str, shipped))
    assert read_dataset(before)
    after = contents(before)
    assert main(["read", str(SHIPPED), "--data", str(before), "--write"]) == 0
    assert "Nothing in it is new" in capsys.readouterr().out
    assert contents(before) == after


def test_a_report_that_would_spoil_the_dataset_changes_nothing(folder, tmp_path, capsys):
    text = SHIPPED.read_text(encoding="utf-8").replace("Quarter 3", "Quarter 4")
    report = tmp_path / "report.txt"
    report.write_text(text.replace("61.6%", "-61.6%"), encoding="utf-8")
    was = contents(folder)
    assert main(["read", str(report), "--data", str(folder), "--write"]) == 1
    assert (
        "line 12, Q3, “-61.6%”: -61.6% of annual-reviews is less than 0%."
        in capsys.readouterr().err
    )
    assert contents(folder) == was


def test_new_indicators_come_into_a_dataset_that_is_valid(folder, tmp_path, capsys):
    report = tmp_path / "report.txt"
    text = ANOTHER.read_text(encoding="utf-8").replace("Sideways", "Low").replace("dear", "£1,300")
    report.write_text(text, encoding="utf-8")
    assert main(["read", str(report), "--data", str(folder), "--write"]) == 0
    said = capsys.readouterr().out
    assert "NEW as rate-of-delayed-transfers-per-1-000-beds" in said
    assert read_dataset(folder)


def test_a_mapping_names_the_indicator_that_is_meant(folder, tmp_path, capsys):
    mapping = tmp_path / "map.csv"
    mapping.write_text("printed,indicator_id\nAverage cost of a place,weekly-pay\n", "utf-8")
    given = ["read", str(ANOTHER), "--data", str(folder), "--map", str(mapping)]
    assert main(given) == 0
    assert (
        "  known as weekly-pay, “Gross median weekly pay”, by the mapping file"
        in capsys.readouterr().out
    )
    mapping.write_text("printed,indicator_id\nX,nothing\n", "utf-8")
    assert main(given) == 1
    assert "row 2: “nothing” is not an indicator" in capsys.readouterr().err


def test_what_is_no_report_ends_with_a_sentence(folder, tmp_path, capsys):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all,\n", encoding="utf-8")
    assert main(["read", str(path), "--data", str(folder)]) == 1
    assert "No indicator was found" in capsys.readouterr().err


def test_a_mapping_can_say_that_a_name_is_new(before, tmp_path, capsys):
    mapping = tmp_path / "map.csv"
    name = "% of children who became subject to a child protection plan for a second or"
    mapping.write_text(f"printed,indicator_id\n{name} subsequent time,new\n", "utf-8")
    assert main(["read", str(SHIPPED), "--data", str(before), "--map", str(mapping)]) == 0
    assert "NEW as percent-of-children-who-became-subject-to-a-child-protection" in (
        capsys.readouterr().out
    )


def test_a_quarter_that_no_title_names_can_be_said(before, tmp_path, capsys):
    text = SHIPPED.read_text(encoding="utf-8")
    report = tmp_path / "report.txt"
    kept = [line for line in text.splitlines() if not line.startswith("Appendix")]
    report.write_text("\n".join(kept), encoding="utf-8")
    given = ["read", str(report), "--data", str(before)]
    assert main(given) == 1
    assert "or say it with --quarter" in capsys.readouterr().err
    assert main([*given, "--quarter", "FY2016-17Q3"]) == 0
    assert "The report of Q3 2016/17: 4 indicators" in capsys.readouterr().out
    assert main([*given, "--quarter", "2016/17"]) == 1
    assert "Write it as FY2016-17Q3" in capsys.readouterr().err


def test_doubts_and_restatements_are_told_with_their_places(folder, tmp_path, capsys):
    text = SHIPPED.read_text(encoding="utf-8").replace("Quarter 3", "Quarter 4")
    report = tmp_path / "report.txt"
    report.write_text(text.replace("469 (162.8)", "470 (163.1)").replace("54%", "dear"), "utf-8")
    assert main(["read", str(report), "--data", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "  ? line 12, 2015/2016: not a figure: “dear”" in said
    assert "  ! restated: 2015/16, 162.8 (469) before, 163.1 (470) now (line 56, 2015/2016)" in said


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"printed,indicator_id\nPlaces \x96 kept,new\n", "is not in UTF-8. Save it as"),
        (b"printed;indicator_id\n", "must name the columns printed and indicator_id"),
        (
            b"printed,indicator_id\nX,new\nX,referrals\n",
            "row 3: “X” is given twice, for new and for",
        ),
    ],
)
def test_a_mapping_file_that_cannot_be_followed(folder, tmp_path, capsys, content, says):
    mapping = tmp_path / "map.csv"
    mapping.write_bytes(content)
    assert main(["read", str(SHIPPED), "--data", str(folder), "--map", str(mapping)]) == 1
    assert says in capsys.readouterr().err


def test_names_in_the_mapping_file_that_the_report_lacks_are_told(folder, tmp_path, capsys):
    mapping = tmp_path / "map.csv"
    mapping.write_text("Printed,Indicator_ID\nRefferals,referrals\n", "utf-8")
    assert main(["read", str(SHIPPED), "--data", str(folder), "--map", str(mapping)]) == 0
    assert "Not in the report, though in the mapping file: refferals." in capsys.readouterr().out


FAR_OFF = """Performance Report (Quarter 2 2016/17)
Indicator\tGood is
Number of bins missed\tLow
Q1 15/16\tQ2 15/16\tQ3 15/16\tQ4 15/16\tQ1 16/17\tQ2 16/17
101\t99\t102\t98\t100\t600
"""
IN_LINE = """Performance Report (Quarter 2 2016/17)
Indicator\tGood is
Number of homes let\tHigh
Q1 16/17\tQ2 16/17
11\t12
"""


def test_a_warning_on_a_row_that_was_added_is_printed_and_stops_nothing(folder, tmp_path, capsys):
    report = tmp_path / "report.txt"
    asked = ["read", str(report), "--data", str(folder), "--write"]
    report.write_text(FAR_OFF, encoding="utf-8")
    assert main(asked) == 0
    said = capsys.readouterr().out.partition("They are added to ")[2]
    assert "1 warning, which does not stop a load. A line in accepted.csv accepts one." in said
    key = "number-of-bins-missed;blackpool;FY2016-17Q2;reported;FY2016-17Q2"
    assert f"  to accept: observations,{key}," in said
    assert main(["check", str(folder)]) == 0
    assert said.partition("\n")[2] == capsys.readouterr().out
    report.write_text(IN_LINE, encoding="utf-8")
    assert main(asked) == 0
    assert "does not stop a load" not in capsys.readouterr().out


AHEAD = """Performance Report (Quarter 3 2016/17)
Ref\tIndicator\tGood is\t2015/16\tQ1\tQ3\tQ1 target 14/15\tTarget 2016/17\tTarget 2019/20
CF01\t% of invoices paid\tHigh\t95.1%\t29.0%\t83.2%\t20%\t97%\t99%
"""


def test_targets_years_ahead_are_written_and_one_before_all_figures_is_told(
    folder, tmp_path, capsys
):
    report = tmp_path / "report.txt"
    report.write_text(AHEAD, encoding="utf-8")
    assert main(["read", str(report), "--data", str(folder), "--write"]) == 0
    assert "a target for Q1 2014/15, before the first figure: left out: “20%”" in (
        capsys.readouterr().out
    )
    rows = [r for r in rows_of(folder, "targets") if r["indicator_id"].endswith("invoices-paid")]
    assert {(row["period"], row["value"]) for row in rows} == {
        ("FY2016-17", "97"),
        ("FY2019-20", "99"),
    }
    given = [
        r for r in rows_of(folder, "observations") if r["indicator_id"].endswith("invoices-paid")
    ]
    assert [row["value"] for row in given] == ["95.1", "29.0", "83.2"]
