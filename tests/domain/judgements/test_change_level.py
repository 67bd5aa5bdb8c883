"""Where chance ends at 1 in 20 and at 1 in 100, and what is told of each test."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.judgements.change import RealVerdict, real_changes
from dashboard.domain.judgements.change_tests import BINOMIAL, MOVER, NEWCOMBE
from dashboard.domain.judgements.travel import Against
from tests.build import PERCENT, finding, record

MORE, COULD_BE = RealVerdict.MORE_THAN_CHANCE, RealVerdict.COULD_BE_CHANCE
CANNOT = RealVerdict.NOT_TESTED
OF = Decimal(28685)


def changes(made, quarter="FY2016-17Q4"):
    found = finding(quarter, made)
    told = real_changes(found.indicator, found.known, found.travel)
    return {
        comparison.against: change for comparison, change in zip(found.travel, told, strict=True)
    }


def yearly(made):
    found = changes(made)
    return found.get(Against.PREVIOUS_YEAR) or found[Against.YEAR_END]


def stated(made, denominator=None, ends=None):
    """The record with denominators, or with 95% intervals by period, for the council's rows."""
    rows = [
        replace(
            row,
            denominator=None if denominator is None else Decimal(denominator),
            lower=None if not ends else Decimal(ends[row.period.id][0]),
            upper=None if not ends else Decimal(ends[row.period.id][1]),
        )
        if row.area == made.council
        else row
        for row in made.observations
    ]
    return replace(made, observations=tuple(rows))


def figures(now, before, earlier):
    """2016/17, the year before, and as many years earlier as it says, equal to that."""
    return {f"FY{y}-{y - 1999}": before for y in range(2015 - earlier, 2016)} | {"FY2016-17": now}


def counts(now, before, basis=Basis.PERIOD, earlier=0):
    """Years of counts among 28,685 children."""
    made = figures(now, before, earlier)
    return stated(
        record({y: (f"{n / 2.8685:.1f}", n) for y, n in made.items()}, basis=basis), 28685
    )


@pytest.mark.parametrize(
    ("now", "before", "earlier", "chance", "verdict"),
    [
        (566, 501, 6, "5 times in 100 (p = 0.0500)", COULD_BE),
        (567, 501, 6, "5 times in 100 (p = 0.0467)", MORE),
        (567, 501, 5, "5 times in 100 (p = 0.0467)", COULD_BE),
        (130, 100, 6, "6 times in 100 (p = 0.0556)", COULD_BE),
        (131, 100, 6, "5 times in 100 (p = 0.0482)", MORE),
        (100, 131, 6, "5 times in 100 (p = 0.0482)", MORE),
        (139, 100, 5, "once in 100 (p = 0.0138)", COULD_BE),
        (141, 100, 0, "10 times in 1,000 (p = 0.0098)", MORE),
    ],
)
def test_chance_ends_at_1_in_20_and_at_1_in_100_without_six_earlier_changes(
    now, before, earlier, chance, verdict
):
    """566 against 501 has p = 0.05003; changes of nothing vary no more than by chance."""
    found = yearly(counts(now, before, earlier=earlier))
    assert found.verdict is verdict
    assert found.words == verdict.value
    assert found.reason.numbers[:3] == (
        ("2016/17", f"{now} of 28,685"),
        ("2015/16", f"{before} of 28,685"),
        ("", f"A difference at least this large would arise by chance {chance}."),
    )
    assert found.reason.source.startswith(BINOMIAL)


def test_why_the_level_is_strict():
    assert yearly(counts(567, 501, earlier=5)).reason.rule == (
        "More than chance here means that chance alone would do it less than 1 time in 100. The "
        "level is strict because the series’ usual swing is not known: that takes 6 earlier "
        "changes of this kind, of which there are 5. The test takes what is counted to happen "
        "one by one, not in groups."
    )
    assert "of which there is 1." in yearly(counts(567, 501, earlier=1)).reason.rule
    assert "of which there are none." in yearly(counts(567, 501)).reason.rule


def test_a_very_small_chance_is_not_written_as_nothing():
    """700 against 501 has p = 0.00000001."""
    assert yearly(counts(700, 501)).reason.numbers[-1][1] == (
        "A difference at least this large would arise by chance less than once in 10,000 "
        "(p under 0.0001)."
    )


def test_only_of_a_state_are_largely_the_same_people_counted():
    found = yearly(counts(566, 501, Basis.SNAPSHOT))
    assert found.words == "could be chance: largely the same children"
    assert found.reason.rule.startswith(
        "More than chance here means that chance alone would do it less than 1 time in 20. Most of "
        "the children counted on both days are the same, "
    )
    assert found.reason.rule.endswith(" it errs towards “could be chance”.")
    assert yearly(counts(567, 501, Basis.SNAPSHOT, 6)).words == "more than chance"
    nameless = stated(record({"FY2015-16": ("174.7", 501), "FY2016-17": ("175.7", 504)}, noun=""))
    assert yearly(nameless).words == "could be chance: largely the same cases"


HOLDS_95 = (
    "More than chance here means that chance alone would do it less than 1 time in 20: the 95% "
    "interval for the difference leaves out 0."
)


@pytest.mark.parametrize(
    ("now", "earlier", "verdict", "difference"),
    [
        (127, 6, COULD_BE, ("the difference, 95%", "−0.1 to +5.5 points")),
        (128, 6, MORE, ("the difference, 95%", "+0.0 to +5.6 points")),
        (128, 5, COULD_BE, ("the difference, 99%", "−0.9 to +6.5 points")),
    ],
)
def test_two_shares_differ_where_the_interval_leaves_out_nothing(now, earlier, verdict, difference):
    """Of 1,000: 127 against 100 gives −0.0008 to +0.0549, 128 gives +0.0001 to +0.0560."""
    made = {y: (f"{n / 10}", n) for y, n in figures(now, 100, earlier).items()}
    found = yearly(stated(record(made, basis=Basis.PERIOD, **PERCENT), 1000))
    assert found.verdict is verdict
    assert found.words == verdict.value
    assert found.reason.numbers[:3] == (
        ("2016/17", f"{now} of 1,000"),
        ("2015/16", "100 of 1,000"),
        difference,
    )
    assert found.reason.source.startswith(NEWCOMBE)
    assert found.reason.rule.startswith(HOLDS_95) is (earlier == 6)


@pytest.mark.parametrize(
    ("upper", "earlier", "verdict", "difference"),
    [
        ("25.0", 6, MORE, ("the difference, 95%", "+0.6 to +12.9")),
        ("26.0", 6, COULD_BE, ("the difference, 95%", "−0.2 to +12.9")),
        ("25.0", 5, COULD_BE, ("the difference, 99%", "−1.4 to +14.8")),
    ],
)
def test_two_stated_intervals_are_held_against_each_other(upper, earlier, verdict, difference):
    """27 (23 to 31.4) less 20 (16 to `upper`)."""
    made = figures("27", "20", earlier)
    ends = dict.fromkeys(made, ("16", upper)) | {"FY2016-17": ("23", "31.4")}
    score = {"unit": Unit.SCORE, "noun": "", "per": ""}
    found = yearly(stated(record(made, basis=Basis.PERIOD, **score), ends=ends))
    assert (found.verdict, found.words) == (verdict, verdict.value)
    assert found.reason.numbers[:3] == (
        ("2016/17", "27.0 (23.0 to 31.4)"),
        ("2015/16", f"20.0 (16.0 to {upper})"),
        difference,
    )
    assert found.reason.source.startswith(MOVER)
    assert found.reason.rule.startswith(HOLDS_95) is (earlier == 6)


@pytest.mark.parametrize(
    ("changed", "words", "needed"),
    [
        ({}, "the source gives no counts", "counts and what they are of, 95%"),
        (
            {"unit": Unit.SCORE},
            "the source gives no intervals",
            "It would need 95% intervals for both",
        ),
    ],
)
def test_what_a_test_would_need_is_told(changed, words, needed):
    made = record({"FY2015-16": "20", "FY2016-17": "27"}, basis=Basis.PERIOD, **changed)
    found = yearly(made)
    assert (found.verdict, found.words) == (CANNOT, f"not tested: {words}")
    assert needed in found.reason.rule
    assert (found.reason.numbers, found.reason.source) == ((), "")


def test_only_one_interval_is_not_enough():
    ends = {"FY2015-16": ("16", "25"), "FY2016-17": ("23", "32")}
    figures = {"FY2015-16": "20", "FY2016-17": "27"}
    made = stated(record(figures, basis=Basis.PERIOD, unit=Unit.SCORE), ends=ends)
    rows = tuple(replace(r, lower=None) if r.value == 20 else r for r in made.observations)
    assert (
        yearly(replace(made, observations=rows)).words
        == "not tested: the source gives no intervals"
    )


def test_a_rate_that_is_rounded_too_much_is_not_tested():
    """10.0 per 10,000 with 100 children leaves the denominator open by 1.005%."""
    before = ("10.1", 101)
    made = record({"FY2015-16": before, "FY2016-17": ("10.0", 100)}, basis=Basis.PERIOD)
    assert yearly(made).verdict is CANNOT
    made = record({"FY2015-16": before, "FY2016-17": ("10.2", 102)}, basis=Basis.PERIOD)
    assert yearly(made).verdict is COULD_BE


def test_periods_that_share_months_are_not_tested():
    figures = {"FY2016-17Q1": ("1056.6", 3031), "FY2016-17Q4": ("1059.4", 3039)}
    figures |= {"FY2016-17Q3": ("1056.6", 3031)}
    found = changes(record(figures, basis=Basis.ROLLING_12M))[Against.PREVIOUS_QUARTER]
    assert found.words == "not tested: the periods overlap"
    assert found.reason.rule.startswith("Q4 2016/17 and Q3 2016/17 share months, ")


def test_where_there_is_no_comparison_there_is_nothing_to_test():
    found = changes(record({"FY2016-17Q3": "10", "FY2016-17Q4": "12"}))
    assert found[Against.YEAR_END] is None
    assert found[Against.PREVIOUS_QUARTER].verdict is CANNOT
    empty = finding("FY2013-14Q1", record({"FY2016-17Q3": "10"}))
    assert real_changes(empty.indicator, empty.known, empty.travel) == ()


def test_a_share_of_nobody_is_tested_like_any_other():
    """At 99% Wilson gives 0 of 1,000 up to 0.66%, and 10 of 1,000 from 0.44% to 2.24%."""
    for now, before, difference in (
        (0, 10, "−2.2 to −0.1 points"),
        (10, 0, "+0.1 to +2.2 points"),
    ):
        figures = {"FY2015-16": (f"{before / 10}", before), "FY2016-17": (f"{now / 10}", now)}
        found = yearly(stated(record(figures, basis=Basis.PERIOD, **PERCENT), 1000))
        assert found.verdict is MORE
        assert found.reason.numbers[-1] == ("the difference, 99%", difference)


def test_stated_intervals_are_written_in_the_figures_unit():
    ends = {"FY2015-16": ("-2", "0"), "FY2016-17": ("0", "3")}
    figures = {"FY2015-16": "-1", "FY2016-17": "1.5"}
    found = yearly(stated(record(figures, basis=Basis.PERIOD, **PERCENT), ends=ends))
    assert found.reason.numbers[:2] == (
        ("2016/17", "1.5% (0.0% to 3.0%)"),
        ("2015/16", "−1.0% (−2.0% to 0.0%)"),
    )


def test_a_count_of_nobody_is_tested_like_any_other():
    """0 against 10: all of ten on one side has p = 2 × 0.5 to the tenth."""
    for now, before in ((0, 10), (10, 0)):
        found = yearly(counts(now, before))
        assert found.verdict is MORE
        assert "by chance 2 times in 1,000 (p = 0.0020)" in found.reason.numbers[-1][1]


@pytest.mark.parametrize(
    ("basis", "words", "rule", "end"),
    [
        (
            Basis.UNSTATED,
            "the period covered is not stated",
            "The source does not say over what period its figures run: they may overlap, and ",
            "figures that share cases cannot be tested against each other.",
        ),
        (
            Basis.ROLLING_12M,
            "the periods overlap",
            "Q4 2016/17 and Q3 2016/17 share months, and so cases, ",
            "so they cannot be tested against each other.",
        ),
    ],
)
def test_why_quarters_are_not_tested(basis, words, rule, end):
    figures = {"FY2016-17Q3": ("174.7", 501), "FY2016-17Q4": ("175.7", 504)}
    found = changes(record(figures, basis=basis))[Against.PREVIOUS_QUARTER]
    assert (found.verdict, found.words) == (CANNOT, f"not tested: {words}")
    assert found.reason.rule == rule + end


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("2014-11-20", "could be chance"),
        ("2014-11-21", "not tested: the periods overlap"),
        ("2015-03-15", "not tested: the periods overlap"),
    ],
)
def test_yearly_figures_with_a_day_of_their_own_lie_360_days_apart(before, words):
    """The second ends on 15 November 2015, 360 days after 20 November 2014."""
    made = counts(501, 500)
    ends = {"FY2015-16": before, "FY2016-17": "2015-11-15"}
    rows = (replace(r, ends=date.fromisoformat(ends[r.period.id])) for r in made.observations)
    found = changes(replace(made, observations=tuple(rows)), "FY2015-16Q3")
    assert found[Against.PREVIOUS_YEAR].words == words
