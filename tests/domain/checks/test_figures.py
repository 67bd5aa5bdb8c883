from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.checks.commentary import check_commentary
from dashboard.domain.checks.figures import check_figures
from dashboard.domain.checks.populations import check_populations, implied_pairs
from dashboard.domain.checks.result import CheckVerdict
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from dashboard.findings import portfolio_checks
from tests.build import LOOKED_AFTER, finding, observation, record, target

Q3 = parse("FY2016-17Q3")
FITS, DIFFERS, MISSING, RESOLVED, CANNOT = CheckVerdict
REFERRALS = {"FY2015-16": ("884.8", 2549), "FY2016-17Q3": ("1059.4", 3039)}


def by_period(*records):
    return {c.about: c for c in check_populations(implied_pairs(records, Q3))}


def test_two_indicators_imply_one_population():
    other = record(REFERRALS, id="referrals", basis=Basis.ROLLING_12M)
    found = by_period(record(LOOKED_AFTER), other)
    assert found["Q3 2016/17"].sentence == "Counts and rates all imply 28,685 children"
    assert found["Q3 2016/17"].verdict is FITS
    assert found["Q2 2016/17"].sentence == "Count and rate imply 28,678 to 28,693 children"


def test_populations_that_share_no_value_differ():
    other = record({"FY2016-17Q3": ("1060.4", 3039)}, id="referrals")
    found = by_period(record(LOOKED_AFTER), other)["Q3 2016/17"]
    assert found.verdict is DIFFERS
    assert found.sentence == "Counts and rates imply different numbers of children"


def test_rates_per_something_else_are_held_apart():
    other = record({"FY2016-17Q3": ("1060.4", 3039)}, id="other", per="10,000 residents")
    assert all(found.verdict is FITS for found in by_period(record(LOOKED_AFTER), other).values())


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


@pytest.fixture
def shipped(dataset):
    return portfolio_checks(dataset, "resilient-communities", Q3)


def test_the_shipped_commentary(shipped):
    found = {check.indicators[0].id: check for check in shipped.commentary}
    assert found["looked-after"].verdict is RESOLVED
    assert found["repeat-protection-plans"].sentence == (
        "Only a cross-reference; shown with the commentary of Referrals to social care"
    )
    # (1,391 − 535) ÷ 1,391 is 61.54%, which would be printed as 61.5%.
    assert found["annual-reviews"].sentence == (
        "535 left over at 61.6% would be of 1,392 to 1,395: possible, not verifiable"
    )


def test_an_exception_of_a_held_report_without_words_is_missing_them():
    (check,) = check_commentary(finding("FY2016-17Q3", record(LOOKED_AFTER)))
    assert check.verdict is MISSING
    assert check.sentence == "No commentary, though it is an exception"


@pytest.mark.parametrize(
    "made",
    [
        finding("FY2016-17Q3", record({"FY2015-16": "170", "FY2016-17Q3": "160"})),
        finding("FY2016-17Q2", record(LOOKED_AFTER)),
        finding("FY2016-17Q4", record({}, {"FY2015-16": "160", "FY2016-17": "170"})),
    ],
    ids=["no exception", "stated by a later report", "published"],
)
def test_nothing_is_missing_where_none_was_due(made):
    assert check_commentary(made) == ()


def test_nothing_from_after_the_quarter_is_checked(dataset):
    early = portfolio_checks(dataset, "resilient-communities", parse("FY2016-17Q2"))
    assert early.claims == ()
    assert all("Q3" not in check.sentence + check.about for check in early.figures)
