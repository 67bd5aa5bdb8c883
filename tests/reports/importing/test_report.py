"""Whole reports: the shipped document cell by cell, and another council\'s."""

import csv
from pathlib import Path

import pytest

from dashboard.domain.facts.record import TargetRule
from dashboard.reports.importing.line import line
from dashboard.reports.importing.report import NoReportError, read_report
from dashboard.reports.importing.rows import plan_import
from dashboard.reports.importing.source import read_lines
from dashboard.store.schema import TABLES
from tests.conftest import DATA

HERE = Path(__file__).parent
SHIPPED = HERE / "exception-report-2016-17-Q3.txt"
ANOTHER = HERE / "another-council.txt"


@pytest.fixture
def tables():
    made = {}
    for spec in TABLES:
        if spec.optional:
            made[spec.name] = []
            continue
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
    plan = plan_import(read_report(read_lines(SHIPPED)), empty, {})
    shipped = [row for row in tables[table] if row.get("origin", "reported") == "reported"]
    assert filled(plan.rows(table)) == filled(shipped)
    assert plan.new_indicators == []


def test_the_same_report_again_adds_nothing(tables):
    plan = plan_import(read_report(read_lines(SHIPPED)), tables, {})
    assert (plan.new_rows, plan.restated) == ({}, [])


def test_what_a_later_report_states_anew_shows_both_values(tables):
    text = SHIPPED.read_text(encoding="utf-8")
    text = text.replace("Quarter 3", "Quarter 4").replace("469 (162.8)", "470 (163.1)")
    # What was not due before is new, and restates nothing.
    text = text.replace("501 (174.7)\t\t443", "501 (174.7)\t510 (177.8)\t443")
    lines = [line(f"line {n}", each) for n, each in enumerate(text.splitlines(), 1)]
    plan = plan_import(read_report(lines), tables, {})
    (restated,) = plan.restated
    assert "177.8" in {row["value"] for row in plan.rows("observations")}
    (matched,) = [each for each in plan.matched if each.restated]
    assert (matched.indicator_id, restated.what) == ("looked-after", "2015/16")
    assert restated.place == "line 56, 2015/2016"
    assert (restated.before, restated.now) == ("162.8 (469)", "163.1 (470)")


@pytest.fixture
def another():
    return read_report(read_lines(ANOTHER))


def test_another_council_reads_without_a_change_of_code(another):
    assert another.release.id == "FY2024-25Q2"
    beds, satisfied, _ = another.indicators
    assert beds.portfolio == "Adults and Public Health"
    assert [(f.period.id, f.printed) for f in beds.table.figures] == [
        ("FY2022-23", "12.4 (310)"),
        ("FY2023-24", "11.9 (298)"),
        ("FY2024-25Q1", "11.0 (275)"),
        ("FY2024-25Q2", "n/a"),
    ]
    assert [str(figure.figure.count) for figure in beds.table.figures[:3]] == ["310", "298", "275"]
    (target,) = (placed.target for placed in beds.table.targets)
    assert target.rule is TargetRule.AT_MOST
    assert (str(target.value), str(target.count)) == ("10.5", "262")
    assert beds.commentary.body.split("\n\n")[1] == "Second paragraph."
    assert satisfied.table.targets[0].target.rule is TargetRule.BETWEEN
    assert [f.printed for f in satisfied.table.figures] == ["61.2%", "-", "60%", "62.5%", "", ""]


def test_nothing_is_dropped_silently(another):
    _, _, cost = another.indicators
    doubts = {doubt.printed: doubt.why for doubt in (*cost.doubts, *cost.table.doubts)}
    assert doubts["Sideways"].startswith("which way is better was not read")
    assert doubts["dear"] == "not a figure"
    assert doubts["about the same"] == "this wording of a target is not known"
    assert doubts["A stray remark"] == "a remark in the table"
    beds = another.indicators[0]
    assert {doubt.printed for doubt in beds.doubts} == {"Latest vs 23/24"}


def test_every_doubt_says_where(another):
    doubts = [doubt for read in another.indicators for doubt in (*read.doubts, *read.table.doubts)]
    assert len(doubts) == 5
    assert all(doubt.place.startswith("line ") for doubt in doubts)


def test_new_indicators_get_rows_of_their_own(tables, another):
    plan = plan_import(another, tables, {})
    assert plan.new_indicators[0] == "rate-of-delayed-transfers-per-1-000-beds"
    first = plan.rows("indicators")[0]
    assert (first["unit"], first["per"]) == ("rate", "1,000 beds")
    assert plan.rows("indicators")[1]["unit"] == "percent"
    assert plan.rows("indicators")[2]["unit"] == "currency"
    assert {row["name"] for row in plan.rows("portfolios")} == {"Adults and Public Health"}
    see = {row["indicator_id"]: row["see"] for row in plan.rows("commentary")}
    assert see[plan.new_indicators[1]] == plan.new_indicators[0]
    assert see[plan.new_indicators[0]] == ""


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
    assert [figure.printed for figure in read.table.figures] == ["5", "6", "7"]
    assert [placed.target.printed for placed in read.table.targets] == ["8"]
    assert (read.doubts, read.table.doubts) == ((), ())


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


def test_a_third_council_with_other_words_for_everything(tables):
    report = read_report(read_lines(HERE / "ward-council.txt"))
    homes, repairs, relet = report.indicators
    assert report.release.id == "FY2025-26Q2"
    assert homes.portfolio == "Housing and Communities"
    assert homes.name.startswith("Number (rate) of households")
    assert [read.polarity.value for read in report.indicators] == ["low", "high", "low"]
    stated = homes.table.figures[1:4]
    assert [(f.period.id, str(f.figure.value), str(f.figure.count)) for f in stated] == [
        ("FY2024-25", "4.3", "318"),
        ("FY2025-26Q1", "4.4", "322"),
        ("FY2025-26Q2", "4.6", "340"),
    ]
    assert homes.table.targets == ()
    assert homes.table.doubts[0].why.startswith("a target for the number alone has no rate")
    assert [(c.right.area, c.right.period and c.right.period.id) for c in homes.claims] == [
        ("", "FY2025-26Q1"),
        ("", "FY2024-25Q2"),
        ("national", "FY2024-25"),
        ("target", None),
    ]
    assert homes.commentary.body == (
        "More families came to us than in any quarter before.\n**What we are doing**\n"
        "Buying forty homes."
    )
    assert [f.figure.mark for f in repairs.table.figures] == ["", "p", ""]
    assert repairs.table.targets[0].target.rule is TargetRule.ABOVE_REFERENCE
    assert relet.table.targets[0].target.doubt == "read as at most: just reaching it counts as met"
    plan = plan_import(report, tables, {})
    see = {row["indicator_id"]: row["see"] for row in plan.rows("commentary")}
    assert see["repairs-done-at-the-first-visit"] == "average-days-to-relet-a-home"
    told = {doubt.printed: doubt.why for doubt in plan.doubts}
    assert told["A. Head"] == "no use is known for this cell"
