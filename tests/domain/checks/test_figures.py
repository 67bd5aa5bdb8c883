from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.checks.figures import check_figures
from dashboard.domain.checks.populations import implied_pairs
from dashboard.domain.checks.result import CheckVerdict
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, observation, record, target

Q3 = parse("FY2016-17Q3")
FITS, DIFFERS, MISSING, RESOLVED, CANNOT = CheckVerdict
REFERRALS = {"FY2015-16": ("884.8", 2549), "FY2016-17Q3": ("1059.4", 3039)}


def figures(made, quarter=Q3):
    pairs = implied_pairs([made, record(REFERRALS, id="referrals")], quarter)
    return {check.about: check for check in check_figures(made, quarter, pairs)}


def test_a_targets_count_and_rate_fit_last_years_population():
    made = record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8", 443),))
    found = figures(made)["Target 2016/17"]
    assert found.verdict is FITS
    assert found.sentence == (
        "Count and rate fit the population of 2015/16; at Q3 2016/17’s, 443 would be 154.4"
    )


def test_a_target_of_another_population_differs():
    made = record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "150.0", 443),))
    assert figures(made)["Target 2016/17"].verdict is DIFFERS


@pytest.mark.parametrize(("published", "verdict"), [("162.8", FITS), ("163", DIFFERS)])
def test_the_councils_figure_beside_the_published_one(published, verdict):
    found = figures(record(LOOKED_AFTER, {"FY2015-16": (published, 469)}))["2015/16"]
    assert found.verdict is verdict
    assert "(469 and 469)" in found.sentence


def test_a_figure_stated_anew_shows_both_values():
    made = record(LOOKED_AFTER)
    again = observation("FY2016-17Q1", ("170.2", 488), release=parse("FY2016-17Q2"))
    first = replace(again, value=Decimal("169.8"), release=parse("FY2016-17Q1"))
    rows = (first, again)
    found = figures(replace(made, observations=rows))["Q1 2016/17"]
    assert found.sentence == "Stated as 169.8 in Q1 2016/17, as 170.2 in Q2 2016/17"
    early = parse("FY2016-17Q1")
    assert "Q1 2016/17" not in figures(replace(made, observations=rows), early)


def test_a_year_end_that_stands_twice_and_differs():
    made = record({"FY2015-16Q4": ("160", 460), "FY2015-16": ("162.8", 469)})
    assert figures(made)["2015/16"].sentence == (
        "The fourth quarter is stated as 160.0, the year end as 162.8"
    )
