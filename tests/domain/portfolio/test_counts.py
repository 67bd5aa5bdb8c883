from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.counts import counts
from tests.build import PERCENT, REVIEWS, finding, record, target


def made(now, before="100", rule=TargetRule.AT_MOST, level="100", **changes):
    targets = (target(rule, level),) if rule else ()
    given = {"FY2015-16": before, "FY2016-17Q3": now}
    figures = {period: value for period, value in given.items() if value}
    return finding("FY2016-17Q3", record(figures, targets=targets, **changes))


def missed():
    return made("120")


def met(now="90"):
    return made(now)


def early():
    targets = (target(TargetRule.AT_LEAST, "80"),)
    return finding(
        "FY2016-17Q3", record(REVIEWS, targets=targets, basis=Basis.YEAR_TO_DATE, **PERCENT)
    )


def said(*findings):
    return [count.label for count in counts(findings)]


def statuses(*findings):
    return [(count.sign, count.status) for count in counts(findings)]


def test_three_counts_are_always_said():
    assert said() == ["✖ 0 miss their target", "✔ 0 meet it", "0 without a new figure"]
    assert statuses() == [("✖", "bad"), ("✔", "good"), ("", "")]


def test_one_and_many_have_their_own_words():
    assert said(missed(), met()) == [
        "✖ 1 misses its target",
        "✔ 1 meets it",
        "0 without a new figure",
    ]
    assert said(missed(), missed(), met(), met(), met()) == [
        "✖ 2 miss their target",
        "✔ 3 meet it",
        "0 without a new figure",
    ]


def test_what_misses_its_target_is_not_counted_again_as_worse():
    """95 meets the target of 100 and is worse than last year's 90; 120 misses it and is worse."""
    worse = made("95", before="90")
    assert said(missed(), worse, made("110", before="90", rule=None)) == [
        "✖ 1 misses its target",
        "✔ 1 meets it",
        "2 worse than last year",
        "1 without a target",
        "0 without a new figure",
    ]
    assert statuses(worse) == [("✖", "bad"), ("✔", "good"), ("", "bad"), ("", "")]


def test_what_cannot_be_judged_is_told_apart():
    baseline = made("90", rule=TargetRule.BASELINE_YEAR, level=None)
    alone = made("90", before=None, rule=None)
    assert said(baseline, baseline, early(), alone) == [
        "✖ 0 miss their target",
        "✔ 0 meet it",
        "2 in a baseline year",
        "1 judged at year end",
        "1 without a target",
        "1 cannot be judged",
        "0 without a new figure",
    ]
    assert statuses(baseline, early(), alone)[2:] == [("", "")] * 5


def test_an_old_figure_counts_for_nothing_else():
    old = finding("FY2016-17Q4", record({"FY2015-16": "100", "FY2016-17Q3": "120"}))
    assert said(old, old, met()) == [
        "✖ 0 miss their target",
        "✔ 1 meets it",
        "2 without a new figure",
    ]
