import pytest

from dashboard.domain.facts.period import parse
from dashboard.domain.portfolio.overall import overall_headline, overview_headline


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
