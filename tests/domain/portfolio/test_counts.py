"""The counts by status add up to the indicators."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.counts import counts
from tests.build import PERCENT, REVIEWS, finding, record, target


def made(now, before="100", rule=TargetRule.AT_MOST, level="100", **changes):
    targets = (target(rule, level),) if rule else ()
    given = {"FY2015-16": before, "FY2016-17Q3": now}
    figures = {period: value for period, value in given.items() if value}
    return finding("FY2016-17Q3", record(figures, targets=targets, **changes))


MISSED, MET = made("120"), made("90")


def early():
    targets = (target(TargetRule.AT_LEAST, "80"),)
    return finding(
        "FY2016-17Q3", record(REVIEWS, targets=targets, basis=Basis.YEAR_TO_DATE, **PERCENT)
    )


def said(*findings):
    found = counts(findings)
    assert sum(count.count for count in found) == len(findings)
    return [count.label for count in found]


def statuses(*findings):
    return [(count.sign, count.status) for count in counts(findings)]


def test_without_indicators_there_is_nothing_to_count():
    assert said() == []


def test_missed_and_met_stand_at_zero_beside_a_target():
    assert said(MET) == ["✖ 0 miss their target", "✔ 1 meets it"]
    assert said(MISSED, MISSED, MET, MET) == ["✖ 2 miss their target", "✔ 2 meet it"]
    assert statuses(MISSED) == [("✖", "bad"), ("✔", "good")]


def test_without_a_target_they_do_not():
    assert said(made("120", rule=None), made("90", rule=None)) == [
        "1 worse, not tested",
        "1 not worse",
    ]


def test_a_near_miss_has_a_sign_of_its_own():
    near = finding(
        "FY2016-17Q3",
        record(
            {"FY2016-17Q3": "100.5"},
            targets=(replace(target(TargetRule.AT_MOST, "100"), tolerance=Decimal(1)),),
        ),
    )
    assert said(near) == ["✖ 0 miss their target", "◆ 1 within tolerance", "✔ 0 meet it"]
    assert statuses(near)[1] == ("◆", "near")


def test_colour_is_left_to_a_worsening_beyond_chance():
    rates = {"FY2015-16": ("100.0", 300), "FY2016-17Q3": ("200.0", 600)}
    worse = finding("FY2016-17Q3", record(rates))
    assert said(worse) == ["1 worse, more than chance"]
    assert statuses(worse) == [("", "bad")]
    assert statuses(made("120", rule=None)) == [("", "same")]


def test_what_is_not_judged_is_told_by_its_reason():
    baseline = made("90", rule=TargetRule.BASELINE_YEAR, level=None)
    neutral = made("90", rule=None, polarity=Polarity.NEUTRAL)
    alone = made("90", before=None, rule=None)
    old = finding("FY2017-18Q1", record({"FY2016-17Q3": "120"}))
    assert said(baseline, baseline, early(), neutral, alone, old) == [
        "✖ 0 miss their target",
        "✔ 0 meet it",
        "2 in a baseline year",
        "1 judged at year end",
        "1 with no better or worse",
        "1 with no earlier figure to compare with",
        "1 without a current figure",
    ]
