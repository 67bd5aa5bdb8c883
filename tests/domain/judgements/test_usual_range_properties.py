"""Later quarters, the order of rows and polarity change nothing that they should not."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.facts.indicator import Judgement, Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.usual_range import DRIFT, Assurance
from tests.build import target
from tests.domain.judgements.quarterly import judged, quarters, rows_of, told

SERIES = st.lists(st.integers(0, 60), min_size=16, max_size=24)


@given(SERIES, st.integers(0, 99))
def test_a_later_quarter_changes_nothing_earlier(values, later):
    whole = rows_of(quarters(values) | {"FY2017-18Q1": str(later)})
    assert judged(whole) == told(values)


@given(SERIES, st.randoms())
def test_the_order_of_rows_changes_nothing(values, shuffler):
    made = rows_of(quarters(values))
    rows = list(made.observations)
    shuffler.shuffle(rows)
    assert judged(replace(made, observations=tuple(rows))) == judged(made)


@given(SERIES)
def test_polarity_turns_the_judgement_and_its_word_and_nothing_else(values):
    low, high = (told(values, polarity=polarity) for polarity in (Polarity.LOW, Polarity.HIGH))
    assert (low.limits, low.signals, low.fired) == (high.limits, high.signals, high.fired)
    turned = {Judgement.BETTER: Judgement.WORSE, Judgement.WORSE: Judgement.BETTER}
    assert high.judgement is turned.get(low.judgement, low.judgement)
    swapped = low.sentence.replace("worse", "—").replace("better", "worse").replace("—", "better")
    assert high.sentence == swapped


@given(SERIES)
def test_without_limits_nothing_is_judged(values):
    found = told(values, targets=(target(TargetRule.AT_MOST, "99", period="FY2016-17Q4"),))
    if found.limits is None:
        assert (found.signals, found.fired) == ((), ())
        assert (found.judgement, found.assurance) == (Judgement.NONE, Assurance.NONE)
    else:
        assert found.sentence != DRIFT
