import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.domain.facts.indicator import Basis, Judgement, Polarity, Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.trend import (
    Assurance,
    Limits,
    Signal,
    limits_of,
    signals_in,
    trend,
)
from tests.build import finding, record, target

QUIET = [10, 12, 11, 9, 10, 12, 11, 9, 10, 12, 11, 9, 10, 11]
LIMITS = Limits(mean=10, low=0, high=20, near_low=3, near_high=17)
SERIES = st.lists(st.integers(0, 1000), min_size=13, max_size=30)


def made(values, quarter="FY2016-17Q3", **more):
    figures = {
        f"CY{2016 - n}": str(value) for n, value in enumerate(reversed(values)) if value is not None
    }
    more = {"basis": Basis.PERIOD, "targets": ()} | more
    found = finding(quarter, record(figures, **more))
    return trend(found.indicator, found.known.main, found.target)


def test_the_limits_of_the_worked_example():
    found = limits_of([[3, 1, 4, 1, 5, 9, 2]])
    assert round(found.mean, 6) == 3.571429
    assert (round(found.low, 6), round(found.high, 6)) == (-6.625238, 13.768095)
    assert round(found.near_high, 4) == round(3.571429 + 1.7733 * 23 / 6, 4)


def test_a_range_too_large_is_left_out_once():
    # Ranges 1 × 12 and 20: mean 2.4615, screen 8.04; without the 20 the mean is 1.
    values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 20]
    found = limits_of([values])
    assert round(found.high - found.mean, 6) == 2.66


def test_where_screening_would_leave_nothing_the_ranges_stay():
    found = limits_of([[5, 5, 5, 5, 5, 9, 9, 9, 9, 9, 9, 9, 9]])
    assert round(found.high - found.mean, 6) == round(2.66 * 4 / 12, 6)


def test_a_gap_breaks_ranges():
    assert limits_of([[1, 2], [100, 101]]).high == pytest.approx(51 + 2.66)


def test_no_variation():
    assert limits_of([[4] * 13]) is None
    assert made([4] * 13).sentence == "No trend can be told: the figures do not vary"


@pytest.mark.parametrize(
    ("run", "signals"),
    [
        ([10, 21, 10], [None, Signal.OUTSIDE, None]),
        ([10, 20, 10], [None, None, None]),
        ([4, 5, 6, 7, 8, 9, 9.5], [Signal.RISING] * 7),
        ([4, 5, 6, 7, 8, 9, 9], [Signal.BELOW] * 7),
        ([16, 15, 14, 13, 12, 11, 10.5], [Signal.FALLING] * 7),
        ([18, 11, 18], [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]),
        ([18, 10, 18], [None, None, None]),
        ([18, 17, 18], [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]),
        ([21, 18, 11], [Signal.OUTSIDE, None, None]),
        ([2, 2, 9], [Signal.TWO_OF_THREE, Signal.TWO_OF_THREE, None]),
        ([11, 12, 11, 12, 11, 12, 11], [Signal.ABOVE] * 7),
        ([11, 12, 11, 10, 11, 12, 11, 12], [None] * 8),
    ],
)
def test_each_rule_flags_its_own_points(run, signals):
    assert signals_in(run, LIMITS) == signals


def test_below_thirteen_there_is_no_verdict():
    assert made(QUIET[:7]).sentence == "No trend can be told: too few figures: 7 of 13 so far"
    assert made(QUIET[:12]).limits is None
    assert made(QUIET[:13]).limits is not None


def test_what_varies_as_always():
    found = made(QUIET)
    assert found.sentence == "It varies as it always has: no sign of a change"
    assert found.judgement is Judgement.SAME


@pytest.mark.parametrize(
    ("polarity", "judgement", "words"),
    [
        (Polarity.LOW, Judgement.WORSE, "A change for the worse"),
        (Polarity.HIGH, Judgement.BETTER, "A change for the better"),
        (Polarity.NEUTRAL, Judgement.NONE, "A change that"),
    ],
)
def test_a_change_is_judged_by_its_side(polarity, judgement, words):
    found = made([*QUIET, 40], polarity=polarity)
    assert found.signals[-1] is Signal.OUTSIDE
    assert found.judgement is judgement
    assert found.sentence.startswith(words)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"basis": Basis.YEAR_TO_DATE}, "adds up through the year"),
        ({"basis": Basis.ROLLING_36M}, "overlap"),
        ({"unit": Unit.CURRENCY}, "follows prices"),
        ({"seasonal": True}, "follows the seasons"),
    ],
)
def test_what_cannot_be_judged_so_says_why(more, why):
    assert why in made(QUIET, **more).sentence


def test_a_gap_ends_a_run():
    rising = [*QUIET[:8], 4, 5, 6, None, 7, 8, 9, 10]
    assert Signal.RISING not in made(rising).signals


@pytest.mark.parametrize(
    ("rule", "level", "assurance"),
    [
        (TargetRule.AT_MOST, "50", Assurance.ALWAYS),
        (TargetRule.AT_MOST, "1", Assurance.NEVER),
        (TargetRule.AT_LEAST, "50", Assurance.NEVER),
        (TargetRule.AT_LEAST, "1", Assurance.ALWAYS),
        (TargetRule.AT_LEAST, "10", Assurance.HIT_AND_MISS),
    ],
)
def test_whether_the_target_will_be_met(rule, level, assurance):
    assert made(QUIET, targets=(target(rule, level),)).assurance is assurance


def test_a_target_on_a_limit_is_hit_and_miss():
    limits = made(QUIET).limits
    found = made(QUIET, targets=(target(TargetRule.AT_MOST, repr(limits.high)),))
    assert found.assurance is Assurance.HIT_AND_MISS


@given(SERIES, st.integers(-6, 6))
def test_scaling_keeps_the_verdicts(values, power):
    """By powers of two, which floating point scales without loss."""
    plain, scaled = limits_of([values]), limits_of([[v * 2.0**power for v in values]])
    assume(plain is not None)
    assert signals_in(values, plain) == signals_in([v * 2.0**power for v in values], scaled)


@given(SERIES)
def test_polarity_turns_the_judgement_and_nothing_else(values):
    low, high = (made(values, polarity=polarity) for polarity in (Polarity.LOW, Polarity.HIGH))
    assert (low.limits, low.signals) == (high.limits, high.signals)
    turned = {Judgement.BETTER: Judgement.WORSE, Judgement.WORSE: Judgement.BETTER}
    assert high.judgement is turned.get(low.judgement, low.judgement)
