"""Order, polarity and later rows change nothing that they should not, whatever the figures."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.facts.indicator import Basis, Judgement, Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.change import real_changes
from tests.build import finding, record, target

QUARTERS = [f"FY20{year}-{year + 1}Q{n}" for year in (14, 15, 16) for n in (1, 2, 3, 4)][:11]
FIGURES = st.dictionaries(
    st.sampled_from(QUARTERS), st.tuples(st.integers(1, 999), st.integers(1, 9999)), min_size=1
)
NOW = "FY2016-17Q3"
TURNED = {Judgement.BETTER: Judgement.WORSE, Judgement.WORSE: Judgement.BETTER}


def made(figures, **more):
    targets = (target(TargetRule.BETWEEN, "100", upper="300"),)
    return record(figures, areas={"england": {"FY2015-16": "150"}}, targets=targets, **more)


@given(FIGURES, st.randoms())
def test_the_order_of_rows_changes_nothing(figures, random):
    whole = made(figures)
    rows = list(whole.observations)
    random.shuffle(rows)
    shuffled = finding(NOW, replace(whole, observations=tuple(rows)))
    straight = finding(NOW, whole)
    assert shuffled == straight
    told = [real_changes(f.indicator, f.known, f.travel) for f in (straight, shuffled)]
    assert told[0] == told[1]


@given(FIGURES)
def test_polarity_turns_judgements_and_nothing_else(figures):
    low, high = (finding(NOW, made(figures, polarity=way)) for way in (Polarity.LOW, Polarity.HIGH))
    assert low.headline == high.headline
    assert low.target == high.target
    for one, other in zip(low.travel, high.travel, strict=True):
        if one.change and other.change:
            turned = TURNED.get(one.change.judgement, one.change.judgement)
            assert other.change == replace(one.change, judgement=turned)
    told = [real_changes(f.indicator, f.known, f.travel) for f in (low, high)]
    assert told[0] == told[1]


@given(FIGURES, st.sampled_from(QUARTERS), st.integers(1, 999))
def test_a_later_period_never_changes_an_earlier_quarters_finding(figures, quarter, later):
    whole = figures | {"FY2016-17Q4": (later, later), "FY2017-18Q1": (later, later)}
    assert finding(quarter, made(figures)) == finding(quarter, made(whole))


@given(FIGURES, st.sampled_from(QUARTERS), st.integers(1, 999), st.sampled_from(Basis))
def test_a_later_figure_never_changes_what_an_earlier_change_was_worth(
    figures, quarter, later, basis
):
    whole = figures | {"FY2016-17Q4": (later, later), "FY2017-18Q1": (later, later)}
    told = [finding(quarter, made(each, basis=basis)).real_changes for each in (figures, whole)]
    assert told[0] == told[1]


@given(FIGURES, st.sampled_from(Basis), st.randoms())
def test_neither_order_nor_polarity_changes_a_verdict_on_any_basis(figures, basis, random):
    whole = made(figures, basis=basis)
    rows = list(whole.observations)
    random.shuffle(rows)
    high = replace(whole.indicator, polarity=Polarity.HIGH)
    turned = replace(whole, indicator=high, observations=tuple(rows))
    assert finding(NOW, whole).real_changes == finding(NOW, turned).real_changes
