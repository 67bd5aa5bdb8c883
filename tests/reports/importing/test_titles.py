"""Which quarter a report is of, by its titles."""

import pytest

from dashboard.reports.importing.line import line
from dashboard.reports.importing.report import NoReportError, read_report

NAMED = "Indicator\tGood to be"


@pytest.mark.parametrize(
    ("title", "quarter"),
    [
        ("Quarter Three 2016/17", "FY2016-17Q3"),
        ("Q3 2016/17", "FY2016-17Q3"),
        ("Performance Report Q1-Q3 2016/17", "FY2016-17Q3"),
        ("Performance report, 3rd Quarter 2016-17", "FY2016-17Q3"),
    ],
)
def test_the_ways_to_write_a_title(title, quarter):
    lines = [line(f"line {n}", t) for n, t in enumerate([title, NAMED, "A\tLow", "Q1", "5"], 1)]
    assert read_report(lines).release.id == quarter


def test_words_of_a_commentary_do_not_name_the_quarter():
    texts = [
        "Performance fell in Quarter 2 2015/16 before the new system",
        "Exception Reports (Quarter 4 2016/2017)",
    ]
    lines = [NAMED, "A\tLow", "Q4", "5", "Commentary", *texts]
    found = read_report([line(f"line {n}", text) for n, text in enumerate(lines, 1)])
    assert found.release.id == "FY2016-17Q4"


def test_titles_that_name_different_quarters_are_asked_about():
    lines = ["Performance Report Q1 2016/17", "Performance Report Q2 2016/17", NAMED, "A\tLow"]
    with pytest.raises(NoReportError, match="several quarters: Q1 2016/17, Q2 2016/17"):
        read_report([line(f"line {n}", text) for n, text in enumerate(lines, 1)])


def test_a_report_of_thousands_of_indicators_is_asked_about():
    lines = [line(f"line {n}", text) for n, text in enumerate([NAMED, "A\tLow"] * 501)]
    with pytest.raises(NoReportError, match="501 indicators in it; a report has at most 500"):
        read_report(lines)
