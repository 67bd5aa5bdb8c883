"""The funnel's limits, against the worked example of ten areas."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Area, AreaKind, Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.judgements.funnel import Z_95, Z_998, FunnelPlace, funnel, pooled_spread
from tests.build import COUNCIL, indicator, observation

N = (1200, 800, 1500, 400, 950, 2100, 600, 1100, 300, 1750)
X = (66, 40, 96, 14, 49, 88, 45, 52, 20, 79)
PERCENT = indicator(unit=Unit.PERCENT)


def figures(counts):
    areas = (COUNCIL, *(Area(f"a{n}", f"A{n}", AreaKind.AUTHORITY) for n in range(len(counts))))
    return [
        replace(
            observation("FY2015-16", (str(round(x / n * 100, 1)), x), area, Origin.PUBLISHED),
            denominator=Decimal(n),
        )
        for area, (x, n) in zip(areas, counts, strict=False)
    ]


def test_the_worked_example():
    found = pooled_spread(list(zip(X, N, strict=True)), is_proportion=True)
    assert found.pooled == pytest.approx(0.051308, abs=1e-6)
    assert found.between == pytest.approx(0.0000461239, abs=1e-10)

    def limits(of, z):
        return found.pooled - found.half(of, z), found.pooled + found.half(of, z)

    assert limits(1200, Z_95) == pytest.approx((0.033060, 0.069557), abs=1e-6)
    assert limits(300, Z_95) == pytest.approx((0.023016, 0.079601), abs=1e-6)
    assert limits(1500, Z_998) == pytest.approx((0.023916, 0.078701), abs=1e-6)


def test_equal_shares_vary_by_chance_alone():
    found = pooled_spread([(50, 1000)] * 20, is_proportion=False)
    assert (found.pooled, found.between) == (0.05, 0.0)
    assert found.error(1000) == pytest.approx(0.00707107)
    assert pooled_spread([(0, 1000)] * 20, is_proportion=False) is None
    assert pooled_spread([(9, 9)] * 20, is_proportion=True) is None


def test_it_says_where_we_lie():
    even = [(50 + n % 3, 1000) for n in range(24)]
    made = funnel(PERCENT, figures(even), COUNCIL.id)
    assert made.sentence == "For its size within what is usual among 24 authorities"
    assert made.pooled == pytest.approx(5.1)
    far = funnel(PERCENT, figures([(95, 1000), *even[1:]]), COUNCIL.id)
    assert far.point_of(COUNCIL.id).place is FunnelPlace.OUTSIDE_998
    assert far.sentence == ("For its size above the 99.8% limits, further than chance makes likely")
    off = funnel(PERCENT, figures([(67, 1000), *even[1:]]), COUNCIL.id)
    assert off.point_of(COUNCIL.id).place is FunnelPlace.OUTSIDE_95


def test_it_takes_twenty_authorities_with_counts_and_a_rate():
    counts = [(50, 1000)] * 20
    assert funnel(PERCENT, figures(counts), COUNCIL.id) is not None
    assert funnel(PERCENT, figures(counts[:19]), COUNCIL.id) is None
    without = [replace(figure, denominator=None) for figure in figures(counts)]
    assert funnel(PERCENT, without, COUNCIL.id) is None
    assert funnel(indicator(unit=Unit.SCORE), figures(counts), COUNCIL.id) is None
    assert funnel(PERCENT, figures(counts), "elsewhere") is None


def test_limits_are_wider_for_fewer_and_never_below_nothing():
    made = funnel(PERCENT, figures([(1, 20 + n * 40) for n in range(24)]), COUNCIL.id)
    first, last = made.limits[0], made.limits[-1]
    assert (round(first.of), round(last.of)) == (20, 940)
    assert first.low_998 == 0
    assert first.high_998 > last.high_998 > last.high_95 > made.pooled
