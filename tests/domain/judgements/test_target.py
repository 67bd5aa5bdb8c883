from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.domain.judgements.target import TargetVerdict
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target

HIGH = {"polarity": Polarity.HIGH}


def judged(given, targets, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(given, targets=targets, **more)).target


def test_the_documents_target_in_children():
    found = judged(LOOKED_AFTER, (target(TargetRule.AT_MOST, "153.8", 443),))
    assert found.verdict is TargetVerdict.MISSED
    assert found.words == "58 above target"
    assert (found.gap, found.count_gap) == (Decimal("20.9"), 58)
    assert found.why == "174.7 misses the target of at most 153.8."


@pytest.mark.parametrize(
    ("rule", "value", "verdict"),
    [
        (TargetRule.AT_MOST, "174.7", TargetVerdict.MET),
        (TargetRule.AT_MOST, "174.74", TargetVerdict.MET),
        (TargetRule.AT_MOST, "174.6", TargetVerdict.MISSED),
        (TargetRule.AT_LEAST, "174.7", TargetVerdict.MET),
        (TargetRule.AT_LEAST, "174.8", TargetVerdict.MISSED),
    ],
)
def test_a_level_is_met_at_published_precision(rule, value, verdict):
    assert judged(LOOKED_AFTER, (target(rule, value),)).verdict is verdict


def test_the_rate_decides_and_a_count_that_disagrees_is_told():
    given = {"FY2016-17Q3": ("154.1", 442)}
    found = judged(given, (target(TargetRule.AT_MOST, "153.8", 443),))
    assert found.verdict is TargetVerdict.MISSED
    assert found.words == "0.3 above target, though the count meets it"
    assert "442 against 443" in found.why


@pytest.mark.parametrize(
    ("value", "verdict", "words"),
    [
        ("19.1", TargetVerdict.MISSED, "not below last year's 19.1"),
        ("19.0", TargetVerdict.MET, "below last year's 19.1"),
        ("19.2", TargetVerdict.MISSED, "not below last year's 19.1"),
    ],
)
def test_decrease_on_last_year_is_strict(value, verdict, words):
    given = {"FY2015-16": "19.1", "FY2016-17Q3": value}
    found = judged(given, (target(TargetRule.BELOW_REFERENCE),))
    assert (found.verdict, found.words) == (verdict, words)


def test_increase_on_last_year_is_strict_too():
    given = {"FY2015-16": "19.1", "FY2016-17Q3": "19.1"}
    found = judged(given, (target(TargetRule.ABOVE_REFERENCE),), **HIGH)
    assert (found.verdict, found.words) == (TargetVerdict.MISSED, "not above last year's 19.1")


def test_without_last_year_a_relative_target_cannot_be_judged():
    found = judged({"FY2016-17Q3": "19.1"}, (target(TargetRule.BELOW_REFERENCE),))
    assert found.verdict is TargetVerdict.CANNOT


@pytest.mark.parametrize(
    ("value", "verdict", "words"),
    [
        ("10", TargetVerdict.MET, "within 10 to 12"),
        ("12", TargetVerdict.MET, "within 10 to 12"),
        ("12.1", TargetVerdict.MISSED, "0.1 above the range 10 to 12"),
        ("9.5", TargetVerdict.MISSED, "0.5 below the range 10 to 12"),
    ],
)
def test_a_range_is_inclusive(value, verdict, words):
    found = judged({"FY2016-17Q3": value}, (target(TargetRule.BETWEEN, "10", upper="12"),))
    assert (found.verdict, found.words) == (verdict, words)


def test_below_an_area_takes_its_latest_figure():
    rule = target(TargetRule.BELOW_AREA, reference="england")
    areas = {"england": {"FY2014-15": "50", "FY2015-16": "200", "FY2016-17": "1"}}
    found = judged(LOOKED_AFTER, (rule,), areas=areas)
    assert (found.verdict, found.words) == (TargetVerdict.MET, "below England's 200.0")


def test_a_baseline_year_is_not_judged_and_has_no_line():
    found = finding(
        "FY2016-17Q3",
        record(
            REVIEWS,
            targets=(target(TargetRule.BASELINE_YEAR),),
            basis=Basis.YEAR_TO_DATE,
            **PERCENT,
        ),
    )
    assert found.target.verdict is TargetVerdict.BASELINE
    assert found.target_lines == ()


def test_a_year_to_date_figure_is_judged_at_q4():
    targets = (target(TargetRule.AT_LEAST, "80"),)
    more = {"basis": Basis.YEAR_TO_DATE, **PERCENT}
    assert judged(REVIEWS, targets, **more).verdict is TargetVerdict.NOT_YET
    full = {**REVIEWS, "FY2016-17Q4": "79"}
    assert judged(full, targets, "FY2016-17Q4", **more).verdict is TargetVerdict.MISSED


def test_a_symbol_cannot_be_judged():
    given = {"FY2016-17Q3": Symbol.CONFIDENTIAL}
    found = judged(given, (target(TargetRule.AT_MOST, "1"),))
    assert (found.verdict, found.words) == (TargetVerdict.CANNOT, "cannot judge: confidential")


def test_a_target_holds_for_its_own_year_only():
    targets = (target(TargetRule.AT_MOST, "153.8", period="FY2015-16"),)
    assert judged(LOOKED_AFTER, targets).verdict is TargetVerdict.NONE


def test_lines_are_labelled_with_the_number():
    made = record(
        LOOKED_AFTER,
        targets=(
            target(TargetRule.AT_MOST, "153.8", 443),
            target(TargetRule.BELOW_REFERENCE, period="FY2015-16", printed="Decrease on last year"),
        ),
    )
    lines = finding("FY2016-17Q3", made).target_lines
    assert [line.label for line in lines] == ["Decrease on last year’s 156.4", "Target 153.8 (443)"]


def test_the_count_of_a_share_is_no_gap():
    found = judged(
        {"FY2016-17Q3": ("65.0", 650)}, (target(TargetRule.AT_LEAST, "60", 600),), **PERCENT
    )
    assert found.words == "5.0 points above target"


def test_a_past_target_against_an_area_is_not_drawn_at_todays_level():
    past = target(TargetRule.BELOW_AREA, reference="england", period="FY2015-16")
    areas = {"england": {"FY2015-16": "44", "FY2016-17": "71.2345"}}
    given = {"FY2015-16": "50", "FY2016-17Q4": "60"}
    assert finding("FY2016-17Q4", record(given, areas=areas, targets=(past,))).target_lines == ()


def test_an_areas_level_is_written_as_stated():
    rule = target(TargetRule.BELOW_AREA, reference="england", printed="Below England")
    made = record(
        {"FY2016-17Q4": "60"}, areas={"england": {"FY2016-17": "71.2345"}}, targets=(rule,)
    )
    assert [line.label for line in finding("FY2016-17Q4", made).target_lines] == [
        "Below England: 71.2345"
    ]


def test_a_figure_of_single_quarters_is_judged_by_its_year_at_the_fourth():
    quarters = {"FY2016-17Q3": "76.4", "FY2016-17Q4": "84.0"}
    targets = (target(TargetRule.AT_LEAST, "90"),)
    given = {"targets": targets, "basis": Basis.PERIOD, "polarity": Polarity.HIGH}
    made = record(quarters | {"FY2016-17": "80.4"}, **given)
    found = finding("FY2016-17Q4", made).target
    assert (found.verdict, found.words) == (
        TargetVerdict.MISSED,
        "80.4 for the year, 9.6 below target",
    )
    assert found.why == "80.4 misses the target of at least 90."
    assert finding("FY2016-17Q3", made).target.verdict is TargetVerdict.NOT_YET
    without = record(quarters, **given)
    assert finding("FY2016-17Q4", without).target.words == (
        "cannot judge: the year's figure is not known"
    )
