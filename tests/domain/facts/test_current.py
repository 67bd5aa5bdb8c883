"""How long a figure stands, and what is said of its age."""

import pytest

from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.current import period_said
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol
from tests.build import record


@pytest.mark.parametrize(
    ("given", "quarter", "said"),
    [
        ({"FY2016-17Q3": "5"}, "FY2016-17Q3", "Q3 2016/17"),
        ({"FY2016-17Q1": "5"}, "FY2016-17Q2", "Q1 2016/17, Q2 awaited"),
        (
            {"FY2016-17Q1": "5", "FY2016-17Q2": Symbol.CONFIDENTIAL},
            "FY2016-17Q2",
            "Q1 2016/17, Q2 confidential",
        ),
        ({"FY2015-16": "5"}, "FY2016-17Q2", "2015/16, latest"),
        ({"CY2015": "5"}, "FY2015-16Q3", "2015"),
        ({"FY2016-17Q1": "5"}, "FY2016-17Q3", "Q1 2016/17, too old to judge"),
        ({"CY2015": "5"}, "FY2018-19Q3", "2015, too old to judge"),
    ],
)
def test_the_age_of_the_latest_figure(given, quarter, said):
    at = parse(quarter)
    line = known_figures(record(given), at).main
    assert line is not None
    assert period_said(line, at) == said
