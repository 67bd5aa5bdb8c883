"""The whole finding of each rule: verdict, words, why, gap and what it is measured from."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.domain.judgements.target import NO_TARGET, TargetFinding, TargetVerdict
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, series, target

MET, WITHIN, MISSED, BASELINE, NOT_YET, NONE, CANNOT = TargetVerdict


def judged(given, wanted, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(given, targets=(wanted,), **more)).target


def number(text):
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("rule", "level", "verdict", "words", "why", "gap"),
    [
        (
            TargetRule.AT_MOST,
            "60",
            MISSED,
            "5.0 points above target",
            "65.0% misses the target of at most 60%.",
            "5.0",
        ),
        (
            TargetRule.AT_MOST,
            "66",
            MET,
            "1.0 points below target",
            "65.0% meets the target of at most 66%.",
            "-1.0",
        ),
        (
            TargetRule.AT_LEAST,
            "66",
            MISSED,
            "1.0 points below target",
            "65.0% misses the target of at least 66%.",
            "-1.0",
        ),
        (
            TargetRule.AT_LEAST,
            "65",
            MET,
            "exactly on target",
            "65.0% meets the target of at least 65%.",
            "0.0",
        ),
    ],
)
def test_against_a_level(rule, level, verdict, words, why, gap):
    wanted = target(rule, level)
    found = judged({"FY2016-17Q3": "65"}, wanted, **PERCENT)
    assert replace(found, figure=None) == TargetFinding(
        verdict, words, why, wanted, number(gap), None, Decimal(level)
    )


@pytest.mark.parametrize(
    ("rule", "count", "words", "count_gap"),
    [
        # The rate is 0.3 above the level.
        (TargetRule.AT_MOST, 440, "2 above target", 2),
        (TargetRule.AT_MOST, 442, "0.3 above target, though the count meets it", None),
        (TargetRule.AT_LEAST, 441, "1 above target", 1),
        (TargetRule.AT_LEAST, 442, "0.3 above target", 0),
        (TargetRule.AT_LEAST, 443, "0.3 above target, though the count misses it", None),
    ],
)
def test_the_count_decides_the_words_and_never_the_verdict(rule, count, words, count_gap):
    given = {"FY2016-17Q3": ("154.1", 442)}
    found = judged(given, target(rule, "153.8", count))
    assert found.verdict is (MISSED if rule is TargetRule.AT_MOST else MET)
    assert (found.words, found.count_gap, found.gap) == (words, count_gap, Decimal("0.3"))
    verb, limit = ("misses", "most") if rule is TargetRule.AT_MOST else ("meets", "least")
    why = f"154.1 {verb} the target of at {limit} 153.8."
    if "though" in words:
        why += f" By the count it is the other way: 442 against {count}. The rate decides."
    assert found.why == why
    assert found.brief == words.partition(", though")[0]


@pytest.mark.parametrize(
    ("value", "verdict", "words", "gap", "base"),
    [
        ("10", MET, "within 10% to 12%", "0", "12.0"),
        ("11", MET, "within 10% to 12%", "0", "12.0"),
        ("12.1", MISSED, "0.1 points above the range 10% to 12%", "0.1", "12.0"),
        ("9.5", MISSED, "0.5 points below the range 10% to 12%", "-0.5", "10.0"),
    ],
)
def test_against_a_range(value, verdict, words, gap, base):
    wanted = target(TargetRule.BETWEEN, "10", upper="12")
    found = judged({"FY2016-17Q3": value}, wanted, **PERCENT)
    why = f"{Decimal(value):.1f}% against the range 10% to 12%, inclusive."
    assert replace(found, figure=None) == TargetFinding(
        verdict, words, why, wanted, number(gap), None, number(base)
    )


@pytest.mark.parametrize(
    ("rule", "value", "verdict", "words", "gap"),
    [
        (TargetRule.BELOW_REFERENCE, "18", MET, "below last year's 19.1%", "-1.1"),
        (TargetRule.BELOW_REFERENCE, "19.1", MISSED, "not below last year's 19.1%", "0.0"),
        (TargetRule.ABOVE_REFERENCE, "19.2", MET, "above last year's 19.1%", "0.1"),
        (TargetRule.ABOVE_REFERENCE, "19.1", MISSED, "not above last year's 19.1%", "0.0"),
        (TargetRule.BELOW_AREA, "16", MET, "below England's 17%", "-1"),
        (TargetRule.BELOW_AREA, "17.4", MISSED, "not below England's 17%", "0.4"),
        (TargetRule.ABOVE_AREA, "18", MET, "above England's 17%", "1"),
        (TargetRule.ABOVE_AREA, "17", MISSED, "not above England's 17%", "0"),
    ],
)
def test_against_last_year_or_another_area(rule, value, verdict, words, gap):
    """At the finer of both precisions: England's 17% is 17.0% here."""
    wanted = target(rule, reference="england", printed="as printed")
    found = judged(
        {"FY2015-16": "19.1", "FY2016-17Q3": value},
        wanted,
        areas={"england": {"FY2015-16": "17"}, "north-west": {"FY2015-16": "1"}},
        published_series=series(Origin.PUBLISHED, decimals=0),
        **PERCENT,
    )
    there = words.rpartition(" ")[2]
    why = f"The target is “as printed”: {Decimal(value):.1f}% against {there}; equal is a miss."
    base = Decimal("17" if there == "17%" else "19.1")
    assert replace(found, figure=None) == TargetFinding(
        verdict, words, why, wanted, number(gap), None, base
    )


@pytest.mark.parametrize(
    ("wanted", "more", "words", "why"),
    [
        (target(TargetRule.AT_MOST), {}, "cannot judge: no level", ""),
        (target(TargetRule.BETWEEN, "10"), {}, "cannot judge: no range", ""),
        (target(TargetRule.BETWEEN, upper="10"), {}, "cannot judge: no range", ""),
        (
            target(TargetRule.BELOW_REFERENCE, printed="Decrease"),
            {},
            "cannot judge: nothing to compare with",
            "The target is “Decrease”, and that figure is not known.",
        ),
        (
            target(TargetRule.BELOW_AREA, reference="england", printed="Below England"),
            {},
            "cannot judge: nothing to compare with",
            "The target is “Below England”, and that figure is not known.",
        ),
        (
            target(TargetRule.BELOW_AREA, reference="england", printed="Below England"),
            {"areas": {"england": {"FY2015-16": "17"}}, "unit": Unit.COUNT},
            "cannot judge: nothing to compare with",
            "The target is “Below England”, and that figure is not known.",
        ),
        (
            target(TargetRule.BELOW_AREA, reference="england", printed="Below England"),
            {"areas": {"england": {"FY2015-16": Symbol.CONFIDENTIAL}}},
            "cannot judge: nothing to compare with",
            "The target is “Below England”, and that figure is not known.",
        ),
    ],
)
def test_what_is_lacking_is_told(wanted, more, words, why):
    found = judged({"FY2016-17Q3": "65"}, wanted, **more)
    assert found == TargetFinding(CANNOT, words, why, wanted)


def test_a_figure_that_is_withheld_cannot_be_judged():
    wanted = target(TargetRule.AT_MOST, "1")
    found = judged({"FY2016-17Q3": Symbol.CONFIDENTIAL}, wanted)
    assert found == TargetFinding(CANNOT, "cannot judge: confidential", "", wanted)


def test_before_the_first_figure_its_target_cannot_be_judged():
    wanted = target(TargetRule.AT_MOST, "1")
    found = judged({"FY2016-17Q3": "65"}, wanted, "FY2016-17Q1")
    assert found == TargetFinding(CANNOT, "cannot judge: no figure", "", wanted)


def test_a_baseline_year_sets_the_base():
    wanted = target(TargetRule.BASELINE_YEAR, printed="Baseline")
    found = judged({"FY2016-17Q3": "65"}, wanted)
    why = "The report prints “Baseline”: this year's figure becomes the baseline."
    assert found == TargetFinding(BASELINE, "Baseline year", why, wanted)


def test_a_part_of_the_year_waits_for_the_year_end():
    wanted = target(TargetRule.AT_LEAST, "80")
    found = judged(REVIEWS, wanted, basis=Basis.YEAR_TO_DATE)
    why = "A figure for part of the year is not judged against the whole year's target."
    assert found == TargetFinding(NOT_YET, "judged at year end", why, wanted)


def test_the_years_own_figure_is_judged_though_quarters_add_up():
    wanted = target(TargetRule.AT_LEAST, "80")
    for basis in (Basis.PERIOD, Basis.YEAR_TO_DATE):
        found = judged({"FY2016-17": "82"}, wanted, "FY2016-17Q4", basis=basis)
        assert (found.verdict, found.words) == (MET, "2.0 above target")


def test_without_a_target_for_the_year_there_is_none():
    assert judged(LOOKED_AFTER, target(TargetRule.AT_MOST, "1", period="FY2015-16")) == NO_TARGET
    assert judged({}, target(TargetRule.AT_MOST, "1", period="FY2015-16")) == NO_TARGET
    edges = {"FY2016-17Q4": "65"}
    assert judged(edges, target(TargetRule.AT_MOST, "1"), "FY2016-17Q4").verdict is MISSED


def test_the_words_of_a_year_say_so_before_what_the_count_adds():
    quarters = {"FY2016-17Q4": ("40.0", 100), "FY2016-17": ("154.1", 442)}
    found = judged(
        quarters, target(TargetRule.AT_MOST, "153.8", 443), "FY2016-17Q4", basis=Basis.PERIOD
    )
    assert found.words == "154.1 for the year, 0.3 above target, though the count meets it"
    assert found.figure.period.id == "FY2016-17"


def test_every_target_with_a_level_is_drawn():
    targets = (
        target(TargetRule.BASELINE_YEAR, period="FY2014-15"),
        target(TargetRule.AT_MOST, "150.25", 430, period="FY2015-16"),
        target(TargetRule.BETWEEN, "100", upper="120.5"),
    )
    lines = finding("FY2016-17Q3", record(LOOKED_AFTER, targets=targets, **PERCENT)).target_lines
    assert [
        (line.target.period.id, line.level, line.upper, line.count, line.label) for line in lines
    ] == [
        ("FY2015-16", Decimal("150.25"), None, 430, "Target 150.25% (430)"),
        ("FY2016-17", 100, Decimal("120.5"), None, "Target 100% to 120.5%"),
    ]


def test_a_target_against_an_area_of_an_earlier_year_hides_none_of_the_others():
    targets = (
        target(TargetRule.BELOW_AREA, reference="england", period="FY2015-16"),
        target(TargetRule.BELOW_AREA, reference="england", printed="Below England"),
    )
    made = record(LOOKED_AFTER, areas={"england": {"FY2015-16": "60"}}, targets=targets, **PERCENT)
    lines = finding("FY2016-17Q3", made).target_lines
    assert [line.label for line in lines] == ["Below England: 60.0%"]
    assert finding("FY2013-14Q1", made).target_lines == ()
