"""Whole reports: the shipped document cell by cell, and another council\'s."""

import csv
from pathlib import Path

import pytest

from dashboard.domain.record import TargetRule
from dashboard.reports.reading.line import line
from dashboard.reports.reading.report import NoReportError, read_report
from dashboard.reports.reading.rows import understood
from dashboard.reports.reading.source import read_lines
from dashboard.store.tables import TABLES
from tests.conftest import DATA

HERE = Path(__file__).parent
SHIPPED = HERE / "exception-report-2016-17-Q3.txt"
ANOTHER = HERE / "another-council.txt"


@pytest.fixture
def tables():
    made = {}
    for spec in TABLES:
        with (DATA / spec.file).open(encoding="utf-8", newline="") as file:
            made[spec.name] = list(csv.DictReader(file))
    return made


def filled(rows):
    return sorted(
        (sorted((name, text) for name, text in row.items() if text) for row in rows), key=str
    )


@pytest.mark.parametrize("table", ["observations", "targets", "claims", "commentary"])
def test_the_shipped_release_is_what_is_read_of_the_shipped_document(tables, table):
    empty = tables | {"observations": [], "targets": [], "claims": [], "commentary": []}
    made = understood(read_report(read_lines(SHIPPED)), empty, {})
    shipped = [row for row in tables[table] if row.get("origin", "reported") == "reported"]
    assert filled(made.rows[table]) == filled(shipped)
    assert made.new == []


def test_the_same_report_again_adds_nothing(tables):
    made = understood(read_report(read_lines(SHIPPED)), tables, {})
    assert (made.rows, made.restated) == ({}, [])


def test_what_a_later_report_states_anew_shows_both_values(tables):
    text = SHIPPED.read_text(encoding="utf-8")
    text = text.replace("Quarter 3", "Quarter 4").replace("469 (162.8)", "470 (163.1)")
    # What was not due before is new, and restates nothing.
    text = text.replace("501 (174.7)\t\t443", "501 (174.7)\t510 (177.8)\t443")
    lines = [line(f"line {n}", each) for n, each in enumerate(text.splitlines(), 1)]
    made = understood(read_report(lines), tables, {})
    (restated,) = made.restated
    assert "177.8" in {row["value"] for row in made.rows["observations"]}
    assert (restated.indicator, restated.period) == ("looked-after", "FY2015-16")
    assert (restated.before, restated.now) == ("162.8 (469)", "163.1 (470)")


@pytest.fixture
def another():
    return read_report(read_lines(ANOTHER))


def test_another_council_reads_without_a_change_of_code(another):
    assert another.release.id == "FY2024-25Q2"
    beds, satisfied, _ = another.indicators
    assert beds.portfolio == "Adults and Public Health"
    assert [(f.period.id, f.printed) for f in beds.figures] == [
        ("FY2022-23", "12.4 (310)"),
        ("FY2023-24", "11.9 (298)"),
        ("FY2024-25Q1", "11.0 (275)"),
        ("FY2024-25Q2", "n/a"),
    ]
    assert [str(figure.figure.count) for figure in beds.figures[:3]] == ["310", "298", "275"]
    assert beds.target.rule is TargetRule.AT_MOST
    assert (str(beds.target.value), str(beds.target.count)) == ("10.5", "262")
    assert beds.commentary.split("\n\n")[1] == "Second paragraph."
    assert satisfied.target.rule is TargetRule.BETWEEN
    assert [f.printed for f in satisfied.figures] == ["61.2%", "-", "60%", "62.5%", "", ""]


def test_nothing_is_dropped_silently(another):
    _, _, cost = another.indicators
    doubts = {doubt.printed: doubt.why for doubt in cost.doubts}
    assert doubts["Sideways"].startswith("which way is better was not read")
    assert doubts["dear"] == "this is no figure"
    assert doubts["about the same"] == "this wording of a target is not known"
    assert doubts["A stray remark"] == "a second row of figures"
    beds = another.indicators[0]
    assert {doubt.printed for doubt in beds.doubts} == {"Latest vs 23/24"}


def test_every_doubt_says_where(another):
    doubts = [doubt for read in another.indicators for doubt in read.doubts]
    assert all(doubt.place.startswith("line ") for doubt in doubts)


def test_new_indicators_get_rows_of_their_own(tables, another):
    made = understood(another, tables, {})
    assert made.new[0] == "rate-of-delayed-transfers-per-1-000-beds"
    first = made.rows["indicators"][0]
    assert (first["unit"], first["per"]) == ("rate", "1,000 beds")
    assert made.rows["indicators"][1]["unit"] == "percent"
    assert made.rows["indicators"][2]["unit"] == "currency"
    assert {row["name"] for row in made.rows["portfolios"]} == {"Adults and Public Health"}
    see = {row["indicator_id"]: row["see"] for row in made.rows["commentary"]}
    assert see[made.new[1]] == made.new[0]
    assert see[made.new[0]] == ""


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_header_a_tab_aside_is_found(shift):
    header, row = "2014/15\t2015/16\tQ1\tTarget", "5\t6\t7\t8"
    if shift < 0:
        header = f"\t{header}"
    else:
        row = f"\t{row}"
    texts = [
        "Report (Quarter 1 2016/17)",
        "Indicator Description\tBetter to be?",
        "X\tLow",
        header,
        row,
    ]
    (read,) = read_report([line(f"line {n}", t) for n, t in enumerate(texts)]).indicators
    assert [figure.printed for figure in read.figures] == ["5", "6", "7"]
    assert read.target.printed == "8"
    assert read.doubts == ()


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["Dear all,"], "No indicator was found"),
        (["Indicator Description\tBetter to be?", "X\tLow"], "quarter was not found"),
        (
            ["Report (Quarter 1 2016/19)", "Indicator Description\tBetter to be?", "X\tLow"],
            "2016 is followed by 17",
        ),
    ],
)
def test_what_is_no_report_is_told(texts, says):
    with pytest.raises(NoReportError, match=says):
        read_report([line(f"line {n}", text) for n, text in enumerate(texts)])
