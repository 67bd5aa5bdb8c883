from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.measure import Unit
from dashboard.domain.judgements.denominator import Denominator, denominator, per
from tests.build import indicator, observation


def implied(value, count, decimals=1, spare=0, **changes):
    point = observation("FY2016-17Q3", (value, count))
    return denominator(indicator(**changes), point, decimals, Decimal(spare))


@pytest.mark.parametrize(
    ("changes", "whole"),
    [
        ({"unit": Unit.PERCENT}, 100),
        ({"per": "10,000 children"}, 10_000),
        ({"per": "1000 residents"}, 1000),
        ({"per": "household"}, None),
        ({"unit": Unit.COUNT, "per": "10,000 children"}, None),
    ],
)
def test_of_how_many_a_value_is(changes, whole):
    assert per(indicator(**changes)) == whole


def test_a_stated_denominator_goes_before_an_implied_one():
    point = replace(observation("FY2016-17Q3", ("174.7", 501)), denominator=Decimal(28685))
    found = denominator(indicator(), point, 1)
    assert found == Denominator(Decimal(28685), Decimal(28685), implied=False)
    assert (found.implied, found.is_close, found.label) == (False, True, "28,685")


def test_a_count_and_its_rounded_rate_imply_a_range():
    """501 ÷ 174.75 and 501 ÷ 174.65, times 10,000."""
    found = implied("174.7", 501)
    assert (round(found.low, 1), round(found.high, 1)) == (Decimal("28669.5"), Decimal("28685.9"))
    assert found.implied is True
    assert found.label == "28,678 (implied by count and rate)"


def test_a_rounded_count_widens_the_range_on_both_sides():
    """500.5 ÷ 174.75 and 501.5 ÷ 174.65, times 10,000."""
    found = implied("174.7", 501, spare="0.5")
    assert (round(found.low, 1), round(found.high, 1)) == (Decimal("28640.9"), Decimal("28714.6"))


@pytest.mark.parametrize(
    ("value", "count", "range_", "close"),
    [
        # 101 ÷ 10.15 and ÷ 10.05 are 0.995% apart, 100 ÷ 10.05 and ÷ 9.95 are 1.005% apart.
        ("10.1", 101, ("99507", "100498"), True),
        ("10.0", 100, ("99502", "100503"), False),
    ],
)
def test_an_implied_denominator_serves_where_its_range_is_under_one_percent(
    value, count, range_, close
):
    found = implied(value, count)
    assert (round(found.low), round(found.high)) == tuple(map(int, range_))
    assert found.is_close is close


def test_a_range_of_exactly_one_percent_does_not_serve():
    assert not Denominator(Decimal(1000), Decimal(1010), implied=True).is_close
    assert Denominator(Decimal(1000), Decimal("1009.9"), implied=True).is_close


@pytest.mark.parametrize(
    ("value", "count"), [("0.0", 1), ("0.05", 1), ("174.7", 0), ("174.7", None)]
)
def test_without_a_count_or_a_rate_above_its_rounding_nothing_is_implied(value, count):
    assert implied(value, count) is None
