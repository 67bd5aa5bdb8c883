from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.people import people_gap
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target


def gap(made):
    found = finding("FY2016-17Q3", made)
    return people_gap(found.indicator, found.known.main, found.target)


def of(made, denominator):
    rows = (replace(row, denominator=Decimal(denominator)) for row in made.observations)
    return replace(made, observations=tuple(rows))


@pytest.mark.parametrize(
    ("level", "count", "sentence"),
    [
        ("153.8", 443, "58 children above target"),
        ("174.4", 500, "1 child above target"),
        ("174.7", 501, "Exactly on target"),
        ("180", 516, "15 children below target"),
    ],
)
def test_the_gap_from_printed_counts(level, count, sentence):
    found = gap(record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, level, count),)))
    assert found.sentence == sentence
    assert found.reason.numbers == (("figure", "501"), ("target", str(count)))


def test_without_a_printed_count_the_denominator_tells():
    found = gap(record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),)))
    assert found.sentence == "About 60 children above target"
    assert found.reason.numbers[-1] == ("of", "28,678 (implied by count and rate)")


def test_a_share_so_far_says_how_many_more_by_year_end():
    targets = (target(TargetRule.AT_LEAST, "85"),)
    more = PERCENT | {"noun": "review/reviews"}
    made = record(REVIEWS, targets=targets, basis=Basis.YEAR_TO_DATE, **more)
    assert gap(of(made, 1393)).sentence == (
        "About 326 more reviews by year end would reach the target"
    )
    assert gap(made).count is None
    assert "cannot be told" in gap(made).sentence


def test_without_a_level_there_is_none():
    assert gap(record(LOOKED_AFTER)) is None
    assert gap(record(LOOKED_AFTER, targets=(target(TargetRule.BELOW_REFERENCE),))) is None
