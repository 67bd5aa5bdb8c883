"""One status for each indicator: the first that applies."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol, TargetLevel, TargetRule
from dashboard.domain.judgements.standing import Rating, Unjudged
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target

AT_MOST = (target(TargetRule.AT_MOST, "153.8", 443),)
COUNTED = {"unit": Unit.COUNT, "per": "", "noun": "case/cases", "said": ""}
FELL_FAR = {"FY2015-16": "100", "FY2016-17": "500"}
"""Counts of two years, far more than chance apart (p < 0.01)."""


def standing(given, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(given, **more)).standing


def counted(given, **more):
    return standing(given, "FY2016-17Q4", basis=Basis.PERIOD, **COUNTED, **more)


def at_most(level, **changes):
    return (replace(target(TargetRule.AT_MOST, level), **changes),)


@pytest.mark.parametrize(
    ("targets", "rating", "exception", "watched"),
    [
        (at_most("499"), Rating.MISSES, True, False),
        (at_most("499", tolerance=Decimal(1)), Rating.WITHIN, False, True),
        (at_most("500"), Rating.MEETS, False, True),
        ((), Rating.WORSE, True, False),
    ],
)
def test_a_target_outranks_a_worsening_beyond_chance(targets, rating, exception, watched):
    found = counted(FELL_FAR, targets=targets)
    assert (found.rating, found.is_exception, found.is_to_watch) == (rating, exception, watched)
    assert found.is_worse


def test_a_worsening_that_could_be_chance_is_to_be_watched():
    found = counted({"FY2015-16": "100", "FY2016-17": "101"})
    assert (found.rating, found.is_exception, found.is_to_watch) == (
        Rating.WORSE_BY_CHANCE,
        False,
        True,
    )


def test_a_worsening_without_counts_is_not_tested():
    found = standing({"FY2015-16": "162.8", "FY2016-17Q3": "174.7"})
    assert (found.rating, found.is_tested) == (Rating.WORSE_UNTESTED, False)
    assert round(found.distance, 3) == Decimal("0.073"), "11.9 from last year end's 162.8"


@pytest.mark.parametrize("now", ["100", "50"])
def test_the_same_or_better_is_not_worse(now):
    found = counted({"FY2015-16": "100", "FY2016-17": now})
    assert (found.rating, found.is_better) == (Rating.NOT_WORSE, now == "50")


@pytest.mark.parametrize(
    ("given", "more", "why"),
    [
        ({"FY2016-17Q3": "174.7"}, {}, Unjudged.NOTHING),
        ({}, {}, Unjudged.NO_FIGURE),
        ({"FY2016-17Q1": "174.7"}, {}, Unjudged.NO_FIGURE),
        (LOOKED_AFTER, {"targets": AT_MOST, "polarity": Polarity.NEUTRAL}, Unjudged.NEUTRAL),
        (LOOKED_AFTER, {"targets": (target(TargetRule.BASELINE_YEAR),)}, Unjudged.BASELINE),
        (
            REVIEWS,
            {
                "targets": (target(TargetRule.AT_LEAST, "80"),),
                "basis": Basis.YEAR_TO_DATE,
                **PERCENT,
            },
            Unjudged.YEAR_END,
        ),
    ],
)
def test_without_a_judgement_the_reason_is_kept(given, more, why):
    found = standing(given, **more)
    assert (found.rating, found.unjudged) == (Rating.NO_JUDGEMENT, why)
    assert (found.is_exception, found.is_to_watch) == (False, False)


def test_across_a_break_there_is_no_judgement():
    made = record({"FY2015-16": "162.8", "FY2016-17Q3": "174.7"})
    first, second = made.observations
    found = finding("FY2016-17Q3", replace(made, observations=(first, replace(second, mark="b"))))
    assert found.standing.unjudged is Unjudged.BREAK
    assert found.verdict.text == "New definition from Q3 2016/17"


def test_a_symbol_does_not_replace_the_figure_before_it():
    given = {**LOOKED_AFTER, "FY2016-17Q3": Symbol.CONFIDENTIAL}
    found = finding("FY2016-17Q3", record(given, targets=AT_MOST))
    assert (found.is_new, found.is_current, found.standing.rating) == (False, True, Rating.MISSES)


@pytest.mark.parametrize(
    ("quarter", "current"), [("FY2016-17Q1", True), ("FY2016-17Q2", True), ("FY2016-17Q3", False)]
)
def test_a_quarterly_figure_is_judged_for_two_quarters(quarter, current):
    found = finding(quarter, record({"FY2016-17Q1": "174.7"}, targets=AT_MOST))
    assert (found.is_current, found.is_exception) == (current, current)


@pytest.mark.parametrize(
    ("quarter", "current"), [("FY2019-20Q2", True), ("FY2018-19Q4", True), ("FY2019-20Q3", False)]
)
def test_any_other_figure_is_judged_for_three_years(quarter, current):
    """2016 ended on 31 December 2016; Q3 2019/20 ends three years after."""
    given = {"CY2015": "100", "CY2016": "150"}
    assert finding(quarter, record(given)).is_current is current


def test_a_neutral_figure_is_judged_by_its_range_alone():
    more = {"polarity": Polarity.NEUTRAL}
    within = (target(TargetRule.BETWEEN, "150", upper="200"),)
    assert standing(LOOKED_AFTER, targets=within, **more).rating is Rating.MEETS
    beyond = (target(TargetRule.BETWEEN, "100", upper="120"),)
    found = standing(LOOKED_AFTER, targets=beyond, **more)
    assert found.rating is Rating.MISSES
    assert round(found.distance, 3) == Decimal("0.456"), "54.7 above 120"


def test_the_order_is_from_the_worst_to_what_is_not_judged():
    misses_and_worse = counted(FELL_FAR, targets=at_most("400"))
    further = counted(FELL_FAR, targets=at_most("300"))
    misses = counted({"FY2016-17": "500"}, targets=at_most("100"))
    worse = counted(FELL_FAR)
    within = counted(FELL_FAR, targets=at_most("499", tolerance=Decimal(1)))
    by_chance = counted({"FY2015-16": "100", "FY2016-17": "101"})
    untested = standing({"FY2015-16": "100", "FY2016-17Q3": "120"})
    from_zero = standing({"FY2015-16": "0", "FY2016-17Q3": "1"})
    meets = counted(FELL_FAR, targets=at_most("500"))
    fine = counted({"FY2015-16": "100", "FY2016-17": "100"})
    unjudged = counted({"FY2016-17": "100"})
    expected = [
        further,
        misses_and_worse,
        misses,
        worse,
        within,
        by_chance,
        untested,
        from_zero,
        meets,
        fine,
        unjudged,
    ]
    shuffled = [*expected[5:], *expected[:5]]
    assert sorted(shuffled, key=lambda s: s.order) == expected


def test_below_the_minimum_and_above_the_stretch_are_told():
    minimum = replace(target(TargetRule.AT_MOST, "450"), level=TargetLevel.MINIMUM)
    stretch = replace(target(TargetRule.AT_MOST, "600"), level=TargetLevel.STRETCH)
    below = finding(
        "FY2016-17Q4",
        record({"FY2016-17": "500"}, targets=(*at_most("400"), minimum), **COUNTED),
    )
    assert below.verdict.text == "✖ Misses its target, below minimum"
    above = finding(
        "FY2016-17Q4",
        record({"FY2016-17": "500"}, targets=(*at_most("700"), stretch), **COUNTED),
    )
    assert above.verdict.text == "✔ Meets its target and the stretch"


def test_the_chosen_quarter_alone_decides():
    made = record({**LOOKED_AFTER, "FY2017-18Q1": "10"}, targets=AT_MOST)
    assert finding("FY2016-17Q3", made).standing == standing(LOOKED_AFTER, targets=AT_MOST)
    assert parse("FY2017-18Q1").end > parse("FY2016-17Q3").end
