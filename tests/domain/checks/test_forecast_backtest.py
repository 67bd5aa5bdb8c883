"""The outlook's intervals hold about 8 times in 10 on series whose behaviour is known."""

import random
from itertools import accumulate

import pytest

from dashboard.domain.checks.forecast_backtest import Coverage, pace_coverage, years_coverage

RUNS = 1200


def shares(found):
    return [each.percent for each in found]


def walks(length):
    chance = random.Random(13)
    return [list(accumulate(chance.gauss(0, 1) for _ in range(length))) for _ in range(RUNS)]


@pytest.mark.parametrize("figures", [3, 6])
def test_pace_and_swing_holds_on_random_walks(figures):
    found = pace_coverage(walks(figures + 3), figures, rolling=False)
    assert all(75 <= share <= 95 for share in shares(found)), shares(found)
    assert [each.tried for each in found] == [3 * RUNS, 2 * RUNS, RUNS]


def test_it_holds_on_figures_for_twelve_months():
    chance = random.Random(13)
    series = []
    for _ in range(RUNS):
        quarters = [chance.gauss(0, 1) for _ in range(12)]
        series.append([sum(quarters[n : n + 4]) for n in range(9)])
    found = pace_coverage(series, 6, rolling=True)
    assert all(75 <= share <= 95 for share in shares(found)), shares(found)


def test_earlier_years_hold_on_totals():
    chance = random.Random(13)
    profile = (0.5, 0.6, 0.7, 2.2)
    series = [
        [
            list(accumulate(part * chance.lognormvariate(0, 0.1) for part in profile))
            for _ in range(4)
        ]
        for _ in range(RUNS)
    ]
    found = years_coverage(series, 3)
    assert all(75 <= share <= 85 for share in shares(found)), shares(found)
    assert [each.tried for each in found] == [RUNS] * 3


def test_every_window_whose_end_is_known_takes_part():
    """Steps of 1: always within. Of six figures, three windows of three have a next one."""
    found = pace_coverage([[1, 2, 3, 4, 5, 6]], 3, rolling=False)
    assert found == (Coverage(3, 3), Coverage(2, 2), Coverage(1, 1))
    assert pace_coverage([[1, 2, 3, 90]], 3, rolling=False)[0] == Coverage(0, 1)


def test_what_has_no_interval_is_not_tried():
    assert pace_coverage([[5, 5, 5, 5]], 3, rolling=False)[0] == Coverage(0, 0)
    assert Coverage(0, 0).percent is None
    alike = [[1.0, 2.0, 3.0, 4.0]] * 4
    nothing = [[0.0, 0.0, 0.0, 4.0 + n] for n in range(4)]
    assert years_coverage([alike, nothing], 3)[0] == Coverage(0, 0)


def test_fewer_figures_than_the_method_takes_are_refused():
    with pytest.raises(ValueError, match="more than 2 figures"):
        pace_coverage([], 2, rolling=False)
    with pytest.raises(ValueError, match="3 years or more"):
        years_coverage([], 2)
