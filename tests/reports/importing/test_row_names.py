"""A row whose name is not known as the council's own gives no figure, whatever it is called."""

import pytest

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import parse
from dashboard.reports.importing.line import line
from dashboard.reports.importing.row_names import RowName, is_name, names_column, row_name
from dashboard.reports.importing.table import read_table

Q3 = parse("FY2016-17Q3")
OURS = "Much Wittering Borough Council"


def read(*rows):
    lines = [line(f"line {n}", row) for n, row in enumerate(rows, 1)]
    return read_table(lines, Polarity.HIGH, Q3, OURS)


def figures(found):
    return {f.period.id: f.printed for f in found.figures if f.printed}


THIS_YEAR = {"FY2016-17Q1": "29.0%", "FY2016-17Q2": "56.1%", "FY2016-17Q3": "83.2%"}
LAST_YEAR = {
    "FY2015-16Q1": "28.1%",
    "FY2015-16Q2": "55.3%",
    "FY2015-16Q3": "82.0%",
    "FY2015-16Q4": "95.1%",
}
ACTUAL = "29.0%\t56.1%\t83.2%\t"
BEFORE = "28.1%\t55.3%\t82.0%\t95.1%"
CORNERS = ["2016/17", "2016-17", "Year 2016/17", "Council tax 2016/17", "", "Measure"]


@pytest.mark.parametrize("corner", CORNERS)
def test_targets_first_are_not_the_council_s_figures(corner):
    rows = ("Target\t28.5%\t56.0%\t83.0%\t97.0%", f"Actual\t{ACTUAL}")
    found = read(f"{corner}\tQ1\tQ2\tQ3\tQ4", *rows)
    assert figures(found) == THIS_YEAR
    assert {t.period.id: t.target.printed for t in found.targets} == {
        "FY2016-17Q1": "28.5%",
        "FY2016-17Q2": "56.0%",
        "FY2016-17Q3": "83.0%",
        "FY2016-17Q4": "97.0%",
    }
    assert found.doubts == ()


@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("names", [("Last year", "This year"), ("2015/16", "2016/17")])
def test_last_year_first_is_not_this_year(corner, names):
    last, this = names
    found = read(f"{corner}\tQ1\tQ2\tQ3\tQ4", f"{last}\t{BEFORE}", f"{this}\t{ACTUAL}")
    assert figures(found) == LAST_YEAR | THIS_YEAR
    assert found.doubts == ()


@pytest.mark.parametrize(
    "name",
    [
        "England",
        "Forecast",
        "North West average",
        "Millbrook",
        "Profile",
        "Variance",
        "Best",
    ],
)
@pytest.mark.parametrize("corner", CORNERS)
def test_an_unknown_first_row_gives_no_figure_and_is_told_with_the_remedy(name, corner):
    rows = (f"{name}\t{BEFORE}", f"Actual\t{ACTUAL}")
    found = read(f"{corner}\tQ1\tQ2\tQ3\tQ4", *rows)
    assert figures(found) == THIS_YEAR
    (doubt,) = found.doubts
    assert doubt.printed.startswith(f"{name} 28.1%")
    assert doubt.why == (
        "not known as the name of the council’s own row, so no figure is taken: if it is, call it "
        "“Actual” or “Much Wittering Borough Council” in the report"
    )
    alone = read(f"{corner}\tQ1\tQ2\tQ3\tQ4", rows[0])
    assert figures(alone) == {}


@pytest.mark.parametrize("corner", CORNERS)
def test_a_row_of_a_calendar_year_is_not_ours(corner):
    found = read(f"{corner}\tQ1\tQ2\tQ3\tQ4", f"2015\t{BEFORE}", f"Actual\t{ACTUAL}")
    assert figures(found) == THIS_YEAR
    assert [doubt.printed.split()[0] for doubt in found.doubts] == ["2015"]


def test_the_year_over_the_names_is_that_of_the_quarters():
    """A report of 2016/17 may repeat the table of the year before."""
    found = read("2015/16\tQ1\tQ2\tQ3\tQ4\tTarget", f"Actual\t{BEFORE}\t95%")
    assert figures(found) == LAST_YEAR
    assert [(t.period.id, t.target.printed) for t in found.targets] == [("FY2015-16", "95%")]


def test_a_year_over_the_names_in_a_row_of_its_own():
    found = read("2015/16\t\t\t", "Measure\tQ1\tQ2\tQ3\tQ4", f"Actual\t{BEFORE}")
    assert figures(found) == LAST_YEAR


def test_a_year_before_its_successor_is_a_column_of_figures():
    found = read("2014/15\t2015/16\tQ1\tTarget", "50%\t51%\t52%\t60%")
    assert figures(found) == {"FY2014-15": "50%", "FY2015-16": "51%", "FY2016-17Q1": "52%"}


def test_a_name_under_a_quarter_leaves_its_row_in_doubt():
    found = read("Q1\tQ2\tQ3", "Actual\t50%\t51%")
    assert figures(found) == {}
    (doubt,) = found.doubts
    assert doubt.why == "a row’s name stands under Q1: where its figures belong is not known"


def test_a_row_without_a_name_below_another_area_s_is_not_ours():
    found = read("\tQ1\tQ2", "England\t1,200\t1,300", "\t61%\t62%", "Actual\t50%\t51%")
    assert figures(found) == {"FY2016-17Q1": "50%", "FY2016-17Q2": "51%"}
    assert found.doubts[1].why == (
        "without a name, below a row that is not known as the council’s own: left out"
    )


@pytest.mark.parametrize("corner", ["2016/17", "Year 2016/17"])
def test_a_row_without_a_name_under_a_year_over_the_names_is_not_ours(corner):
    """It may be the line of targets, or last year's."""
    rows = (f"\t{BEFORE}", f"Actual\t{ACTUAL}")
    for first, second in (rows, rows[::-1]):
        found = read(f"{corner}\tQ1\tQ2\tQ3\tQ4", first, second)
        assert figures(found) == THIS_YEAR
        assert [(doubt.printed, doubt.why) for doubt in found.doubts] == [
            (
                "28.1% 55.3% 82.0% 95.1%",
                "without a name, in a table whose rows have names: left out",
            )
        ]


def test_a_second_row_of_the_same_periods_is_told():
    found = read("\tQ1\tQ2", "Actual\t50%\t51%", "Outturn\t52%\t53%")
    assert figures(found) == {"FY2016-17Q1": "50%", "FY2016-17Q2": "51%"}
    assert [doubt.why for doubt in found.doubts] == ["a second row of figures"]


@pytest.mark.parametrize(
    "name",
    [
        *("Actual", "ACTUALS:", "Performance", "Outturn", "Result", "Results", "Value", "Figure"),
        *("Our council", "Council", "The Council", "Much Wittering", "Much Wittering Borough"),
        *("Much Wittering Borough Council", "Much Wittering actual", "Our performance"),
        *("This year", "Current year", "This year's actual", "Actual performance", "No. (Rate)"),
        *("Rate", "%", "Score", "Council’s result"),
    ],
)
def test_names_that_are_known_as_ours(name):
    found = row_name(name, OURS)
    assert found is not None
    assert (found.is_target, found.year, found.is_last_year) == (False, None, False)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2015/16", RowName(year=parse("FY2015-16"))),
        ("Actual 2015/16", RowName(year=parse("FY2015-16"))),
        ("2015/16 outturn", RowName(year=parse("FY2015-16"))),
        ("Much Wittering 2015/16", RowName(year=parse("FY2015-16"))),
        ("Last year", RowName(is_last_year=True)),
        ("Previous year’s actual", RowName(is_last_year=True)),
        ("Performance last year", RowName(is_last_year=True)),
        ("Target", RowName(is_target=True)),
        ("Our target", RowName(is_target=True)),
        ("Target 2015/16", RowName(is_target=True, year=parse("FY2015-16"))),
        ("Annual target", RowName(is_target=True, is_of_year=True)),
        ("Last year’s target", None),
        ("England", None),
        ("England 2015/16", None),
        ("Forecast", None),
        ("Same quarter last year", None),
        ("Performance against target", None),
        ("Millbrook Borough Council", None),
        ("Q3 2016/17", None),
        ("2015", None),
        ("2015/17", None),
    ],
)
def test_what_a_row_s_name_says(name, expected):
    assert row_name(name, OURS) == expected


def test_the_period_under_a_column_goes_by_the_row_s_year():
    last, of_year = RowName(is_last_year=True), RowName(year=parse("FY2013-14"))
    assert last.period(Q3).id == "FY2015-16Q3"
    assert last.period(parse("FY2016-17")).id == "FY2015-16"
    assert of_year.period(Q3).id == "FY2013-14Q3"
    assert of_year.period(parse("FY2016-17")).id == "FY2013-14"


@pytest.mark.parametrize(("text", "words"), [("Best", True), ("28 days", False), ("n/a", False)])
def test_what_begins_like_a_figure_is_no_name(text, words):
    assert is_name(text) is words


def test_a_column_of_names_has_no_figures():
    header = line("line 1", "2016/17\tQ1")
    assert names_column([header], [line("line 2", "Actual\t5")]) == 0
    assert names_column([header], [line("line 2", "4\t5")]) is None
    assert names_column([line("line 1", "Q1\tQ2")], [line("line 2", "Actual\t5")]) is None
    assert names_column([], []) is None
