"""What is told of a trend: its points, its numbers, and why there is none."""

import pytest

from dashboard.domain.facts.indicator import Basis, Judgement, Polarity, Unit
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.domain.judgements.trend import (
    SOURCE,
    Assurance,
    Limits,
    Signal,
    limits_of,
    signals_in,
    trend,
)
from tests.build import finding, record, target

WIDE = [0, 20] * 7
QUIET = [10, 12, 11, 9, 10, 12, 11, 9, 10, 12, 11, 9, 10, 11]
LIMITS = Limits(mean=10, low=0, high=20, near_low=3, near_high=17)


def told(figures, quarter="FY2016-17Q4", **more):
    found = finding(quarter, record(figures, **({"basis": Basis.PERIOD} | more)))
    return trend(found.indicator, found.known.main, found.target)


def years(values):
    """Calendar years up to 2016."""
    return {f"CY{2016 - n}": str(value) for n, value in enumerate(reversed(values))}


def quarters(values):
    """Quarters up to Q4 2016/17."""
    last = 2016 * 4 + 3
    numbers = range(last - len(values) + 1, last + 1)
    names = [f"FY{n // 4}-{n // 4 - 1999:02d}Q{n % 4 + 1}" for n in numbers]
    return {
        name: str(value) for name, value in zip(names, values, strict=True) if value is not None
    }


def test_the_numbers_behind_a_trend():
    """Thirteen steps of 2, 1, 2, 1 … make 20 in all; the mean is 147 ÷ 14."""
    found = told(years(QUIET))
    assert [point.period.id for point in found.points] == [f"CY{y}" for y in range(2003, 2017)]
    assert found.signals == (None,) * 14
    assert found.fired == ()
    assert found.reason.numbers == (
        ("figures", "14, 2003 to 2016"),
        ("mean step", "1.46"),
        ("mean", "10.50"),
        ("limits", "6.61 to 14.39"),
    )
    assert found.reason.source == SOURCE
    assert found.reason.rule.startswith("Figures within the limits, without a run or a cluster, ")
    assert "mean ± 2.66 × the mean step" in found.reason.rule
    assert found.reason.rule.endswith("and none bridges a missing figure.")


def test_the_limits_lie_around_the_mean():
    found = told(years(QUIET)).limits
    numbers = (found.low, found.near_low, found.mean, found.near_high, found.high)
    assert [round(number, 2) for number in numbers] == [6.61, 7.91, 10.5, 13.09, 14.39]


def test_without_a_trend_its_points_and_its_reason_are_told():
    found = told(years(QUIET[:12]))
    assert found.sentence == "No trend can be told: too few figures: 12 of 13 so far"
    assert len(found.points) == 12
    assert found.signals == (None,) * 12
    assert (found.limits, found.fired) == (None, ())
    assert (found.judgement, found.assurance) == (Judgement.NONE, Assurance.NONE)
    assert (found.reason.numbers, found.reason.source) == ((), SOURCE)
    assert found.reason.rule.startswith("A trend takes 13 figures of one kind and frequency, ")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"seasonal": True}, "the figure follows the seasons"),
        ({"unit": Unit.CURRENCY}, "the figure follows prices"),
        ({"basis": Basis.YEAR_TO_DATE}, "the figure adds up through the year"),
        ({"basis": Basis.ROLLING_36M}, "the figures overlap"),
        ({"basis": Basis.ROLLING_12M}, "the figures overlap"),
        (
            {"basis": Basis.UNSTATED},
            "the report does not say over what period its quarters run",
        ),
    ],
)
def test_quarters_that_cannot_be_judged_so(more, why):
    assert told(quarters(QUIET), **more).sentence == f"No trend can be told: {why}"


@pytest.mark.parametrize("basis", [Basis.ROLLING_12M, Basis.UNSTATED])
def test_what_overlaps_by_the_quarter_does_not_by_the_year(basis):
    assert told(years(QUIET), basis=basis).limits is not None


def test_quarters_are_judged_without_the_years_among_them():
    found = told(quarters(QUIET) | {"FY2014-15": "500", "FY2015-16": "500"})
    assert len(found.points) == 14
    assert round(found.limits.high, 2) == 14.39


def test_a_missing_quarter_parts_the_figures():
    """Without the step from 2 to 100 the mean step is 1."""
    values = [1, 2] * 4 + [None] + [100, 101] * 3
    found = told(quarters(values))
    assert len(found.points) == 14
    assert round(found.limits.high - found.limits.mean, 2) == 2.66


def test_a_withheld_figure_parts_them_too():
    given = quarters([1, 2] * 4 + [1] + [100, 101] * 3)
    given["FY2015-16Q2"] = Symbol.CONFIDENTIAL
    found = told({key: given[key] for key in given if key != "FY2013-14Q2"})
    assert len(found.points) == 13


def test_runs_of_years_are_taken_as_one_where_none_overlaps():
    given = {f"CY{2016 - 3 * n}-{2018 - 3 * n}": str(10 + n % 2) for n in range(13)}
    found = told(given, "FY2018-19Q4")
    assert round(found.limits.high - found.limits.mean, 2) == 2.66


def test_figures_of_nothing_are_figures():
    found = told(years([0, 1] * 7))
    assert round(found.limits.mean, 2) == 0.5
    found = told(years([1, 0] * 7))
    assert found.sentence == "It varies as it always has: no sign of a change"


@pytest.mark.parametrize(
    ("last", "polarity", "judgement", "sentence"),
    [
        (
            100,
            Polarity.LOW,
            Judgement.WORSE,
            "A change for the worse that chance hardly makes: outside the limits, against the mean "
            "of 2002 to 2016",
        ),
        (
            -80,
            Polarity.LOW,
            Judgement.BETTER,
            "A change for the better that chance hardly makes: outside the limits, against the "
            "mean of 2002 to 2016",
        ),
        (
            100,
            Polarity.NEUTRAL,
            Judgement.NONE,
            "A change that chance hardly makes: outside the limits",
        ),
    ],
)
def test_a_change_is_told_with_what_it_is_held_against(last, polarity, judgement, sentence):
    found = told(years([*WIDE, last]), polarity=polarity)
    assert (found.judgement, found.sentence) == (judgement, sentence)
    assert [(signal, [p.period.id for p in points]) for signal, points in found.fired] == [
        (Signal.OUTSIDE, ["CY2016"])
    ]


@pytest.mark.parametrize(
    ("run", "judgement"),
    [
        ([4, 5, 6, 7, 8, 9, 9.5], Judgement.WORSE),
        ([16, 15, 14, 13, 12, 11, 10.8], Judgement.BETTER),
    ],
)
def test_a_run_is_judged_by_its_direction_not_by_its_side(run, judgement):
    """Seven rising that are still under the mean are a rise."""
    around = [0, 20, 1, 21, 0, 20, 1, 21, 0, 20, 1, 21, 0, 20]
    found = told(years([*around, *run]))
    assert found.signals[-1] in (Signal.RISING, Signal.FALLING)
    assert found.judgement is judgement


@pytest.mark.parametrize(
    ("values", "stand"),
    [
        ([100, *WIDE], "one earlier stands out"),
        ([100, *WIDE, 100, *WIDE], "2 earlier ones stand out"),
    ],
)
def test_an_earlier_signal_is_told_beside_a_quiet_figure(values, stand):
    found = told(years(values))
    assert found.sentence == f"No sign of a change in the latest figure; {stand}"
    assert found.judgement is Judgement.SAME


def test_where_most_figures_stand_out_one_mean_does_not_fit():
    found = told(years([1, 2] * 7 + [101, 102] * 7))
    assert found.sentence.endswith(
        "against the mean of 1989 to 2016. Most figures stand out: the level has moved, and one "
        "mean hardly fits it"
    )


def test_where_half_of_them_stand_out_it_still_does():
    """Seven of 14 are above the mean in a row, none of the others is in a run."""
    found = told(years([0, 16, 0, 16, 0, 16, 0, *[11, 10, 11, 10, 11, 10, 11]]))
    standing_out = sum(signal is not None for signal in found.signals)
    assert (standing_out, len(found.points)) == (7, 14)
    assert "Most figures" not in found.sentence


def test_every_rule_names_all_its_points():
    values = [*QUIET, 20, 21, 22, 23, 24, 25, 26]
    found = told(years(values))
    fired = {signal: [p.period.first for p in points] for signal, points in found.fired}
    assert fired[Signal.RISING] == list(range(2007, 2017))
    assert fired[Signal.ABOVE] == list(range(2010, 2017))


@pytest.mark.parametrize(
    ("run", "signals"),
    [
        ([10, 0, 10], [None, None, None]),
        ([10, -0.1, 10], [None, Signal.OUTSIDE, None]),
        ([20, 11, 20], [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]),
        ([0, 9, 0], [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]),
        ([3, 9, 3], [None, None, None]),
        ([2, 10, 2], [None, None, None]),
        ([2, 9, 9], [None, None, None]),
        ([10, 11, 18, 18], [None, None, Signal.TWO_OF_THREE, Signal.TWO_OF_THREE]),
        ([16, 15, 14, 13, 12, 11, 11], [Signal.ABOVE] * 7),
        ([9, 8, 9, 10, 9, 8, 9, 8], [None] * 8),
        ([9, 8, 9, 8, 9, 8, 10], [None] * 7),
        ([10, 4, 5, 6, 7, 8, 9, 9.5], [None] + [Signal.RISING] * 7),
        ([10, 16, 15, 14, 13, 12, 11, 10.5], [None] + [Signal.FALLING] * 7),
        ([10, 11, 12, 11, 12, 11, 12, 11], [None] + [Signal.ABOVE] * 7),
        ([10, 9, 8, 9, 8, 9, 8, 9], [None] + [Signal.BELOW] * 7),
        ([11, 12, 11, 12, 11, 12], [None] * 6),
    ],
)
def test_where_each_rule_begins_and_ends(run, signals):
    assert signals_in(run, LIMITS) == signals


def test_single_figures_between_gaps_have_no_step():
    assert limits_of([[1], [5], [9]]) is None


def test_a_step_of_exactly_the_screen_is_left_out():
    """Steps of 1 × 9 and one of x with x = 3.267 × (9 + x) ÷ 10."""
    x = 3.267 * 9 / (10 - 3.267)
    values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]
    assert round(limits_of([[*values, 1 + x + 0.01]]).high - limits_of([values]).high, 6) != 0
    screened = limits_of([[*values, 1 + x + 0.01]])
    assert round(screened.high - screened.mean, 4) == 2.66
    kept = limits_of([[*values, 1 + x - 0.01]])
    assert round(kept.high - kept.mean, 1) == round(2.66 * (9 + x) / 10, 1)


def test_a_target_on_the_lower_limit_is_hit_and_miss():
    low = told(years(QUIET)).limits.low
    wanted = (target(TargetRule.AT_LEAST, repr(low), period="FY2016-17"),)
    assert told(years(QUIET), targets=wanted).assurance is Assurance.HIT_AND_MISS


@pytest.mark.parametrize(
    ("wanted", "polarity"),
    [
        (target(TargetRule.AT_MOST, "50"), Polarity.NEUTRAL),
        (target(TargetRule.BASELINE_YEAR), Polarity.LOW),
        (target(TargetRule.BETWEEN, "50", upper="60"), Polarity.LOW),
    ],
)
def test_without_a_level_nothing_is_assured(wanted, polarity):
    found = told(years(QUIET), targets=(wanted,), polarity=polarity)
    assert found.assurance is Assurance.NONE


def test_without_a_figure_there_is_no_trend():
    assert told({"FY2016-17": Symbol.CONFIDENTIAL}) is None
    assert told({}) is None
