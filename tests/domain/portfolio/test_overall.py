import pytest

from dashboard.domain.facts.period import parse
from dashboard.domain.portfolio.overall import overall_headline, overview_headline
from tests.build import finding, record


@pytest.mark.parametrize(
    ("exceptions", "judged", "counted", "said"),
    [
        (3, 4, 4, "3 of 4 indicators are exceptions in Q3 2016/17"),
        (1, 4, 4, "1 of 4 indicators is an exception in Q3 2016/17"),
        (1, 1, 1, "1 of 1 indicator is an exception in Q3 2016/17"),
        (0, 3, 4, "None of 4 indicators is an exception in Q3 2016/17"),
        (0, 1, 1, "The one indicator is not an exception in Q3 2016/17"),
        (0, 0, 0, "No new council return or figure in Q3 2016/17"),
        (0, 0, 4, "None of 4 indicators can be judged in Q3 2016/17"),
        (0, 0, 1, "The one indicator cannot be judged in Q3 2016/17"),
    ],
)
def test_the_overviews_headline(exceptions, judged, counted, said):
    assert overview_headline(exceptions, judged, counted, parse("FY2016-17Q3")) == said


def test_a_portfolio_without_indicators_has_no_count():
    assert overall_headline([], parse("FY2016-17Q3")) == "There are no indicators here yet"


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (0, "3 of 4 indicators are exceptions in Q3 2016/17"),
        (1, "3 of 4 indicators are exceptions in Q3 2016/17; 1 has no new figure"),
        (2, "3 of 4 indicators are exceptions in Q3 2016/17; 2 have no new figure"),
    ],
)
def test_indicators_without_a_new_figure_are_told_apart(others, said):
    assert overview_headline(3, 4, 4, parse("FY2016-17Q3"), others) == said


def test_an_exception_among_what_cannot_be_judged_is_told():
    said = overview_headline(1, 0, 2, parse("FY2016-17Q3"))
    assert said == "1 of 2 indicators is an exception in Q3 2016/17"


def test_only_new_figures_are_counted():
    worse = finding("FY2016-17Q3", record({"FY2015-16": "100", "FY2016-17Q3": "120"}))
    fine = finding("FY2016-17Q3", record({"FY2015-16": "100", "FY2016-17Q3": "90"}))
    old = finding("FY2016-17Q3", record({"FY2015-16": "100", "FY2016-17Q2": "120"}))
    quarter = parse("FY2016-17Q3")
    assert overall_headline([worse, fine, old], quarter) == (
        "1 of 2 indicators is an exception in Q3 2016/17; 1 has no new figure"
    )
    assert overall_headline([old], quarter) == "No new council return or figure in Q3 2016/17"
    alone = finding("FY2016-17Q3", record({"FY2016-17Q3": "120"}))
    assert overall_headline([alone, alone], quarter) == (
        "None of 2 indicators can be judged in Q3 2016/17"
    )
    assert overall_headline([alone, fine], quarter) == (
        "None of 2 indicators is an exception in Q3 2016/17"
    )
