"""What is said of yearly figures that cannot be tested: facts alone."""

from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.judgements.recent_trend import Direction
from tests.build import record
from tests.domain.judgements.yearly_figures import YEARS, judged, yearly


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (
            ("51.0", "50.5", "53.0", "55.0", "52.0", "54.2"),
            "Higher than in 4 of the 5 years before; 3.2 points up in five years",
        ),
        (
            ("51.0", "50.5", "53.0", "52.0", "53.1", "54.2"),
            "Higher than in all 5 years before; 3.2 points up in five years",
        ),
        (
            ("51.0", "55.5", "53.0", "52.0", "53.1", "50.0"),
            "Lower than in all 5 years before; 1.0 points down in five years",
        ),
        (
            ("51.0", "51.0", "49.0", "52.0", "51.0"),
            "Higher than in 1 of the 4 years before; the same as four years before",
        ),
        (("51.0",) * 5, "The same as in the 4 years before"),
        (
            ("50.0", "60.0", "61.0", "62.0", "55.0"),
            "Lower than in 3 of the 4 years before; 5.0 points up in four years",
        ),
    ],
)
def test_without_intervals_or_counts_there_are_only_facts(figures, sentence):
    found = yearly(*figures)
    assert found.direction is Direction.NOT_TESTED
    assert found.sentence == sentence
    assert found.reason.numbers[-1] == ("2024/25", f"{figures[-1]}%")


def test_facts_in_the_unit_and_at_the_coarser_precision():
    homes = {"unit": Unit.COUNT, "noun": "home/homes"}
    five = tuple(Decimal(n) for n in (300, 310, 305, 320, 342))
    made = record(dict(zip(YEARS[-5:], five, strict=True)), basis=Basis.PERIOD, **homes)
    assert judged(made).sentence == ("Higher than in all 4 years before; 42 homes up in four years")
    mixed = tuple(Decimal(n) for n in ("54", "61.6", "50.2", "50.0", "54.4"))
    made = record(dict(zip(YEARS[-5:], mixed, strict=True)), unit=Unit.PERCENT)
    assert judged(made).sentence == (
        "Higher than in 2 of the 4 years before; the same as four years before"
    )
    pay = yearly("301.5", "310.0", "305.0", "320.0", "342.0", unit=Unit.CURRENCY)
    assert pay.sentence == (
        "Higher than in all 4 years before; £40.50 up in four years, not adjusted for prices"
    )
