"""Literals of the rules, and scipy.stats as the judge of what is computed without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from dashboard.domain.judgements.intervals import (
    Z_99,
    Interval,
    count_interval,
    interval_z,
    mover,
    newcombe,
    rate_z,
    same_rate,
    share_z,
    student,
    variance,
    wilson,
)


def ends(interval, digits=6):
    return round(interval.low, digits), round(interval.high, digits)


def test_a_share():
    assert ends(wilson(65, 100)) == (0.552544, 0.736358)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(65, 50.163188, 82.849139), (5, 1.623486, 11.668332), (0, 0, 3.688879)],
)
def test_a_count(count, low, high):
    assert ends(count_interval(count)) == (low, high)


def test_two_shares():
    assert ends(newcombe(122, 626, 98, 518), 4) == (-0.0406, 0.0511)


def test_two_values_with_intervals():
    found = mover(50.9, Interval(47.3, 54.4), 53.3, Interval(50.7, 55.9))
    assert ends(found, 1) == (-6.8, 2.0)


def test_two_rates():
    assert round(same_rate(504, 28685, 501, 28685), 4) == 0.9497
    assert round(same_rate(469, 28808, 501, 28678), 4) == 0.2751
    assert round(same_rate(160, 1, 122, 1), 4) == 0.0274
    assert round(same_rate(0, 1, 6, 1), 4) == 0.0313
    assert same_rate(0, 1, 0, 1) == 1.0
    assert same_rate(3039, 28685, 2549, 28685) < 0.001


def test_counts_of_a_whole_country_are_tested_at_once():
    """Judged by scipy.stats.binomtest."""
    assert same_rate(9_000_000, 1, 9_010_000, 1) == pytest.approx(0.018466, abs=1e-6)
    assert same_rate(9_000_000, 1, 4_000_000, 1) == 0.0


def test_changes_in_standard_errors():
    assert round(rate_z(160, 1, 122, 1), 4) == 2.2629
    assert round(rate_z(122, 1, 160, 1), 4) == -2.2629
    assert rate_z(0, 1, 0, 1) == 0
    assert round(share_z(122, 626, 98, 518), 4) == 0.2435
    assert share_z(5, 5, 7, 7) == 0
    assert round(interval_z(50.9, Interval(47.3, 54.4), 53.3, Interval(50.7, 55.9)), 4) == -1.0690
    assert interval_z(1, Interval(1, 1), 2, Interval(2, 2)) is None


def test_at_99_percent_intervals_are_wider():
    assert ends(newcombe(122, 626, 98, 518, Z_99), 4) == (-0.0553, 0.0653)
    found = mover(50.9, Interval(47.3, 54.4), 53.3, Interval(50.7, 55.9), Z_99)
    assert ends(found, 1) == (-8.2, 3.3)


@given(st.integers(0, 400), st.integers(0, 400), st.floats(0.2, 5))
def test_two_rates_are_judged_as_by_the_reference(count, other, ratio):
    if count + other:
        reference = binomtest(count, count + other, ratio / (1 + ratio)).pvalue
        assert same_rate(count, ratio, other, 1) == pytest.approx(reference, abs=1e-9)


@pytest.mark.parametrize(("freedom", "factor"), [(2, 1.8856), (3, 1.6377), (30, 1.3104)])
def test_students_factor_for_four_in_five(freedom, factor):
    assert round(student(freedom, 0.8), 4) == factor


@given(st.integers(1, 10_000), st.integers(0, 10_000))
def test_intervals_contain_the_estimate(of, count):
    assert count_interval(count).holds(count)
    share = min(count, of)
    held = wilson(share, of)
    assert held.low - 1e-12 <= share / of <= held.high + 1e-12


def test_an_interval_holds_its_ends():
    found = Interval(1.0, 2.0)
    assert [found.holds(value) for value in (0.9, 1.0, 2.0, 2.1)] == [False, True, True, False]


def test_byar_serves_from_ten_on():
    """Exact Poisson would give 4.795389 to 18.390356 for ten."""
    assert ends(count_interval(10)) == (4.78745, 18.391459)
    assert ends(count_interval(9)) == (4.115373, 17.084803)


def test_equal_rates_are_certain_to_be_as_uneven():
    assert same_rate(5, 100, 5, 100) == 1.0
    assert same_rate(3, 1, 0, 1) == pytest.approx(0.25), "only all or none of three"


def test_a_variance_is_that_of_a_sample():
    assert variance([2, 4, 4, 4, 5, 5, 7, 9]) == pytest.approx(32 / 7)
