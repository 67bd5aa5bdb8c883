"""The limits of a series, the points that stand out, and which series have none."""

import random
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.domain.judgements.control_limits import (
    Limits,
    Signal,
    autocorrelation,
    drifts,
    limits_of,
    places_of,
    signals_in,
)

STEADY = [31, 28, 30, 33, 29, 32, 27, 31, 30, 28, 32, 29, 31, 30, 28, 39]
DRIFTING = [454, 461, 469, 466, 474, 480, 487, 491, 489, 498, 504, 501, 507, 512, 509, 516]
SERIES = st.lists(st.integers(0, 1000), min_size=16, max_size=30)


def exact(values):
    return [Decimal(str(value)) for value in values]


def around_ten():
    """A mean of 10, limits at 0 and 20, and the marks near them at 3 and 17."""
    return Limits(*exact([10, 0, 20, 3, 17]))


def signals(values):
    given = exact(values)
    return signals_in(given, limits_of(given))


def test_the_limits_of_the_worked_example():
    found = limits_of(exact(STEADY))
    assert found.mean == Decimal("30.5")
    assert (round(found.low, 4), round(found.high, 4)) == (Decimal("23.0900"), Decimal("37.9100"))
    assert round((found.high - found.mean) / Decimal("2.66"), 4) == Decimal("2.7857")
    assert round(found.near_high - found.mean, 4) == Decimal("4.9399")
    assert round(found.mean - found.near_low, 4) == Decimal("4.9399")


def test_the_worked_example_has_one_point_outside_and_is_described_by_its_mean():
    given = exact(STEADY)
    assert round(autocorrelation(given[:-7], 1), 4) == Decimal("-0.5543")
    assert round(autocorrelation(given, 4), 4) == Decimal("-0.2167")
    assert signals(STEADY) == (*[None] * 15, Signal.OUTSIDE)
    assert places_of(given, limits_of(given)) == {Signal.OUTSIDE: (15,)}
    assert not drifts(given, signals(STEADY))


def test_figures_that_follow_one_another_are_not_described_by_one_mean():
    given = exact(DRIFTING)
    assert round(autocorrelation(given[:-7], 1), 4) == Decimal("0.6645")
    assert drifts(given, [None] * 16)


def test_figures_that_follow_the_quarter_of_the_year_before_are_not_either():
    """Four of one kind of year, then the same again: neighbours differ, years do not."""
    given = exact([1, 9, 2, 8] * 4)
    assert autocorrelation(given[:-7], 1) < Decimal("0.3")
    assert autocorrelation(given, 4) == Decimal("0.75")
    assert drifts(given, [None] * 16)


def test_a_lasting_shift_in_the_last_seven_can_still_be_found():
    given = exact([10, 13, 8, 12, 11, 13, 9, 12, 10, 13, 8, 12, 15, 16, 13, 16, 15, 16, 16])
    found = signals_in(given, limits_of(given))
    assert found[-7:] == (Signal.ABOVE,) * 7
    assert autocorrelation(given, 1) > Decimal("0.3")
    assert not drifts(given, found)


@pytest.mark.parametrize(("out", "drifting"), [(8, False), (9, True)])
def test_at_most_half_of_the_points_may_stand_out(out, drifting):
    marked = [Signal.OUTSIDE] * out + [None] * (16 - out)
    assert drifts(exact(STEADY), marked) is drifting


def test_figures_that_do_not_vary_follow_nothing():
    assert autocorrelation(exact([4] * 16), 1) == 0
    assert limits_of(exact([4] * 16)) is None


def test_a_range_too_large_is_left_out_once():
    # Ranges 1 × 12 and 20: mean 2.4615, screen 8.04; without the 20 the mean is 1.
    found = limits_of(exact([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 20]))
    assert found.high - found.mean == Decimal("2.66")


def test_where_screening_would_leave_nothing_the_ranges_stay():
    found = limits_of(exact([5, 5, 5, 5, 5, 9, 9, 9, 9, 9, 9, 9, 9]))
    assert round(found.high - found.mean, 6) == Decimal("0.886667")


def test_a_step_of_about_the_screen_is_left_out_or_kept():
    """Steps of 1 × 9 and one of x with x = 3.267 × (9 + x) ÷ 10."""
    x = 3.267 * 9 / (10 - 3.267)
    values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]
    screened = limits_of(exact([*values, 1 + x + 0.01]))
    assert round(screened.high - screened.mean, 4) == Decimal("2.66")
    kept = limits_of(exact([*values, 1 + x - 0.01]))
    assert round(float(kept.high - kept.mean), 1) == round(2.66 * (9 + x) / 10, 1)


@pytest.mark.parametrize(
    ("run", "flagged"),
    [
        ([10, 21, 10], [None, Signal.OUTSIDE, None]),
        ([10, 20, 10], [None, None, None]),
        ([10, 0, 10], [None, None, None]),
        ([10, -0.1, 10], [None, Signal.OUTSIDE, None]),
        ([4, 5, 6, 7, 8, 9, 9.5], [Signal.RISING] * 7),
        ([4, 5, 6, 7, 8, 9, 9], [Signal.BELOW] * 7),
        ([16, 15, 14, 13, 12, 11, 10.5], [Signal.FALLING] * 7),
        ([16, 15, 14, 13, 12, 11, 11], [Signal.ABOVE] * 7),
        ([10, 4, 5, 6, 7, 8, 9, 9.5], [None] + [Signal.RISING] * 7),
        ([10, 16, 15, 14, 13, 12, 11, 10.5], [None] + [Signal.FALLING] * 7),
        ([18, 11, 18], [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]),
        ([18, 10, 18], [None, None, None]),
        ([18, 17, 18], [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]),
        ([20, 11, 20], [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]),
        ([21, 18, 11], [Signal.OUTSIDE, None, None]),
        ([2, 2, 9], [Signal.TWO_OF_THREE, Signal.TWO_OF_THREE, None]),
        ([0, 9, 0], [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]),
        ([3, 9, 3], [None, None, None]),
        ([2, 10, 2], [None, None, None]),
        ([2, 9, 9], [None, None, None]),
        ([10, 11, 18, 18], [None, None, Signal.TWO_OF_THREE, Signal.TWO_OF_THREE]),
        ([11, 12, 11, 12, 11, 12, 11], [Signal.ABOVE] * 7),
        ([11, 12, 11, 12, 11, 12], [None] * 6),
        ([10, 11, 12, 11, 12, 11, 12, 11], [None] + [Signal.ABOVE] * 7),
        ([11, 12, 11, 10, 11, 12, 11, 12], [None] * 8),
        ([10, 9, 8, 9, 8, 9, 8, 9], [None] + [Signal.BELOW] * 7),
        ([9, 8, 9, 10, 9, 8, 9, 8], [None] * 8),
        ([9, 8, 9, 8, 9, 8, 10], [None] * 7),
    ],
)
def test_each_rule_flags_its_own_points(run, flagged):
    assert signals_in(exact(run), around_ten()) == tuple(flagged)


def test_a_figure_that_is_the_mean_is_on_neither_side():
    """A mean of floats, 0.30000000000000004, would put 0.3 below it."""
    given = exact([0.1, 0.5, 0.2, 0.4] * 4 + [0.3] * 7)
    found = signals_in(given, limits_of(given))
    assert found[-7:] == (None,) * 7


def test_every_rule_names_all_its_points():
    run = exact([21, 18, 11, 12, 11, 12, 11])
    assert places_of(run, around_ten()) == {
        Signal.OUTSIDE: (0,),
        Signal.ABOVE: (0, 1, 2, 3, 4, 5, 6),
    }


@given(SERIES, st.integers(2, 9))
def test_another_unit_changes_no_verdict(values, times):
    plain, scaled = exact(values), exact(value * times for value in values)
    assume(limits_of(plain) is not None)
    assert signals_in(plain, limits_of(plain)) == signals_in(scaled, limits_of(scaled))


@given(SERIES)
def test_turned_upside_down_the_same_points_stand_out(values):
    given, turned = exact(values), exact(-value for value in values)
    assume(limits_of(given) is not None)
    upright, upside_down = (
        signals_in(given, limits_of(given)),
        signals_in(turned, limits_of(turned)),
    )
    assert [s is None for s in upright] == [s is None for s in upside_down]
    assert drifts(given, upright) == drifts(turned, upside_down)


def share_described(length, walks):
    """The share of 300 simulated series with limits, noise about a level or a random walk."""
    dice, described = random.Random(2016), 0
    for _ in range(300):
        level, values = 0.0, []
        for _ in range(length):
            step = dice.gauss(0, 1)
            level = level + step if walks else step
            values.append(round(50 + level, 3))
        described += not drifts(exact(values), signals(values))
    return described / 300


def test_noise_mostly_has_limits_and_a_random_walk_rarely():
    """In long simulation 91% and 18% at 16 figures, 95% and 1% at 28."""
    assert 0.85 < share_described(16, walks=False) < 0.97
    assert share_described(16, walks=True) < 0.25
    assert share_described(28, walks=True) < 0.05
