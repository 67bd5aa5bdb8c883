from dataclasses import replace
from decimal import Decimal

from dashboard.domain.checks.populations import check_populations, implied_pairs, shared
from dashboard.domain.checks.result import CheckVerdict
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.judgements.denominator import Denominator
from tests.build import LOOKED_AFTER, indicator, record

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


def test_a_population_is_told_with_every_range():
    other = record(REFERRALS, id="referrals", name="Referrals", basis=Basis.ROLLING_12M)
    found = check_populations(implied_pairs([record(LOOKED_AFTER), other], Q3))
    assert [check.about for check in found] == [
        "Q3 2016/17",
        "Q2 2016/17",
        "Q1 2016/17",
        "2015/16",
        "2014/15",
    ]
    assert [indicator.id for indicator in found[0].indicators] == ["looked-after", "referrals"]
    assert found[0].reason.numbers == (
        ("Children looked after", "28,669.5 to 28,685.9"),
        ("Referrals", "28,684.7 to 28,687.4"),
    )
    assert found[0].reason.rule.startswith("Count ÷ rate, with the rate half its last place")


def test_a_rate_without_a_noun_is_of_people():
    (found,) = check_populations(
        implied_pairs([record({"FY2016-17Q3": ("50", 500)}, per="1,000")], Q3)
    )
    assert found.sentence == "Count and rate imply 9,991 to 10,010 people"


def test_only_rates_of_the_councils_return_with_a_count_imply_a_population():
    share = record({"FY2016-17Q3": ("50", 500)}, unit=Unit.PERCENT)
    published = record({}, {"FY2015-16": ("50", 500)})
    uncounted = record({"FY2016-17Q3": "50"})
    stated = record({"FY2016-17Q3": ("50", 500)})
    row = replace(stated.observations[0], denominator=Decimal(100_000))
    stated = replace(stated, observations=(row,))
    pairs = implied_pairs([share, published, uncounted, stated, record(LOOKED_AFTER)], Q3)
    assert {indicator.id for found in pairs.values() for indicator, _ in found} == {"looked-after"}
    assert len(pairs) == 5


def test_the_denominator_that_all_share():
    first, second, third = (
        (indicator(), Denominator(Decimal(low), Decimal(high), implied=True))
        for low, high in ((100, 110), (110, 120), (121, 130))
    )
    pairs = {("children", Q3): [first, second], ("people", Q3): [first, third]}
    assert shared(pairs, "children", Q3) == Denominator(Decimal(110), Decimal(110), implied=True)
    assert shared(pairs, "people", Q3) is None
    assert shared(pairs, "nobody", Q3) is None
