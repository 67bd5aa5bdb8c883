"""Fingertips' tests for a trend over five years, with the worked numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.judgements.chi_square import trend_of_shares, trend_of_values

FEW = st.integers(1, 400)


def by_intervals(*figures):
    """The test of (value, lower, upper)."""
    return trend_of_values([f[0] for f in figures], [f[2] - f[1] for f in figures])


def test_a_rising_series_by_its_intervals():
    found = by_intervals(
        (24.67, 23.16, 26.25),
        (24.6, 23.15, 26.19),
        (28, 26.44, 29.64),
        (30.2, 28.63, 31.9),
        (30.6, 28.98, 32.25),
    )
    assert (round(found.slope, 4), round(found.chi_square, 4)) == (1.7516, 46.7653)
    assert found.one_sign
    assert found.is_trend


def test_the_same_series_by_its_counts():
    found = trend_of_shares([994, 1023, 1199, 1332, 1367], [40299, 41527, 42811, 44064, 44701])
    assert round(found.chi_square, 4) == 47.8967
    assert found.slope > 0
    assert found.is_trend


def test_adult_obesity_has_no_clear_trend():
    found = by_intervals(
        (37.22, 32.43, 41.83),
        (35.63, 30.98, 40.24),
        (33.21, 28.68, 37.82),
        (33.23, 29.82, 36.75),
        (32.22, 28.9, 35.77),
    )
    assert (round(found.slope, 3), round(found.chi_square, 4)) == (-1.19, 3.2992)
    assert found.one_sign
    assert not found.is_trend


def test_a_trend_that_hangs_on_one_year_is_none():
    """Without the last year the slope is down, however far the last one is up."""
    found = trend_of_values([14, 13, 12, 11, 40], [1] * 5)
    assert found.slope > 0
    assert found.chi_square > 9.5495
    assert not found.one_sign
    assert not found.is_trend
    shares = trend_of_shares([140, 130, 120, 110, 400], [1000] * 5)
    assert shares.chi_square > 9.5495
    assert not shares.is_trend


@pytest.mark.parametrize(("width", "is_trend"), [(4.0, True), (4.1, False)])
def test_one_in_five_hundred_decides(width, is_trend):
    """A slope of 1 over five equal weights: χ² is 10 × (3.92 ÷ width)²; 9.5495 at 4.0114."""
    found = trend_of_values([1, 2, 3, 4, 5], [width] * 5)
    assert round(found.chi_square, 2) == round(10 * (3.92 / width) ** 2, 2)
    assert found.is_trend is is_trend


def test_equal_figures_have_no_trend():
    assert not trend_of_values([7, 7, 7, 7, 7], [1] * 5).is_trend
    assert not trend_of_shares([7] * 5, [100] * 5).is_trend


@pytest.mark.parametrize(
    ("counts", "of"),
    [([0, 5, 10, 15, 30], [100] * 5), ([5, 10, 15, 30, 100], [100] * 5), ([101] * 5, [100] * 5)],
)
def test_a_count_of_none_or_all_has_no_direction(counts, of):
    assert trend_of_shares(counts, of) is None


def test_a_figure_without_a_width_is_not_weighed():
    assert trend_of_values([1, 2, 3, 4, 5], [1, 1, 0, 1, 1]) is None


@given(st.lists(FEW, min_size=5, max_size=5))
def test_turned_round_in_time_the_slope_turns_and_nothing_else(counts):
    ahead, back = trend_of_shares(counts, [500] * 5), trend_of_shares(counts[::-1], [500] * 5)
    assert ahead.chi_square == pytest.approx(back.chi_square)
    assert ahead.slope == pytest.approx(-back.slope)
    assert ahead.is_trend is back.is_trend
