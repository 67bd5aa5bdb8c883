from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.ordering import ordered, short_of_target, shown, worsened
from tests.build import finding, record, target


def made(name, position, last, now, rule=None, level=None, **changes):
    targets = (target(rule, level),) if rule else ()
    figures = {"FY2015-16": last, "FY2016-17Q3": now}
    given = {"id": name, "name": name, "position": position} | changes
    return finding("FY2016-17Q3", record(figures, targets=targets, **given))


@pytest.fixture
def some():
    return {
        "worst": made("worst", 3, "100", "120", TargetRule.AT_MOST, "100"),
        "far": made("far", 2, "100", "90", TargetRule.AT_MOST, "60"),
        "Fine": made("Fine", 4, "50", "40", TargetRule.AT_MOST, "80"),
        "alone": made("alone", 1, "100", "130"),
        "old": finding("FY2017-18Q1", record({"FY2016-17Q3": "9"}, name="old", id="old")),
    }


def names(findings):
    return [found.indicator.name for found in findings]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("worst", ["far", "worst", "alone", "Fine", "old"]),
        ("printed", ["old", "alone", "far", "worst", "Fine"]),
        ("name", ["alone", "far", "Fine", "old", "worst"]),
        ("target", ["far", "worst", "Fine", "old", "alone"]),
        ("year", ["alone", "worst", "far", "Fine", "old"]),
        ("-year", ["Fine", "far", "worst", "alone", "old"]),
        ("-target", ["Fine", "worst", "far", "old", "alone"]),
        ("-name", ["worst", "old", "Fine", "far", "alone"]),
    ],
)
def test_each_order(some, order, expected):
    given = [some[name] for name in ("Fine", "old", "far", "alone", "worst")]
    assert names(ordered(given, order)) == expected


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("all", ["worst", "far", "Fine", "alone", "old"]),
        ("exceptions", ["worst", "far"]),
        ("others", ["Fine", "alone", "old"]),
    ],
)
def test_the_exceptions_the_others_or_all_are_shown(some, which, expected):
    assert names(shown(list(some.values()), which)) == expected


def test_what_an_order_cannot_place_comes_last_as_it_was():
    """ "exactly" is on its target; the other two have none."""
    none, also = made("none", 1, "100", "130"), made("also", 2, "100", "130")
    exactly = made("exactly", 3, "100", "60", TargetRule.AT_MOST, "60")
    assert names(ordered([none, also, exactly], "target")) == ["exactly", "none", "also"]
    neutral = made("neutral", 1, "100", "130", polarity=Polarity.NEUTRAL)
    same = made("same", 2, "100", "100")
    assert names(ordered([neutral, same], "year")) == ["same", "neutral"]


def test_how_far_beyond_the_target_counts_on_the_bad_side(some):
    assert short_of_target(some["worst"]) == Decimal("0.2")
    assert short_of_target(some["Fine"]) == Decimal("-0.5")
    assert short_of_target(some["alone"]) is None
    high = made("high", 1, "50", "45", TargetRule.AT_LEAST, "60", polarity=Polarity.HIGH)
    assert short_of_target(high) == Decimal("0.25")


def test_a_rise_is_worse_or_better_by_polarity(some):
    assert worsened(some["worst"]) == Decimal("0.2")
    high = made("high", 1, "50", "45", polarity=Polarity.HIGH, unit=Unit.PERCENT)
    assert worsened(high) == Decimal("0.1")
    assert worsened(made("none", 1, "50", "45", polarity=Polarity.NEUTRAL)) is None
    assert worsened(made("zero", 1, "0", "45")) is None
    assert worsened(made("no target", 1, "50", "45")) == Decimal("-0.1")
    assert worsened(some["old"]) is None


def test_without_a_level_to_go_by_there_is_no_distance():
    at_zero = made("zero", 1, "50", "45", TargetRule.AT_MOST, "0")
    assert short_of_target(at_zero) is None
