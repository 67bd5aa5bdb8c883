"""Later years, the order of rows and polarity change nothing of the recent trend."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.facts.indicator import Polarity
from tests.domain.judgements.yearly_figures import YEARS, judged, rows_of

FIGURES = st.lists(st.integers(1, 99), min_size=5, max_size=6)


def with_counts(values):
    return dict(zip(YEARS[-len(values) :], [(v, v, v, v, 100) for v in values], strict=True))


@given(FIGURES, st.integers(1, 99))
def test_a_later_year_changes_nothing_earlier(values, later):
    earlier = with_counts(values)
    whole = earlier | {"FY2025-26": (later, later, later, later, 100)}
    assert judged(rows_of(whole)) == judged(rows_of(earlier))


@given(FIGURES, st.randoms())
def test_the_order_of_rows_changes_nothing(values, shuffler):
    made = rows_of(with_counts(values))
    rows = list(made.observations)
    shuffler.shuffle(rows)
    assert judged(replace(made, observations=tuple(rows))) == judged(made)


@given(FIGURES)
def test_polarity_changes_nothing(values):
    """The words say which way, not whether that is good."""
    made = [judged(rows_of(with_counts(values), polarity=way)) for way in Polarity]
    assert made[0] == made[1] == made[2]
