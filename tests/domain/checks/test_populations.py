from dashboard.domain.checks.populations import check_populations, implied_pairs
from dashboard.domain.checks.result import CheckVerdict
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from tests.build import LOOKED_AFTER, record

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
