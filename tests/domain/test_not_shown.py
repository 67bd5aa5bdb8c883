"""What a slide deck or a pack leaves out, and what is missing from what it shows."""

from dataclasses import replace

from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Commentary, TargetRule
from dashboard.domain.summary import not_shown
from tests.build import finding, record, target

Q3 = parse("FY2016-17Q3")
WORDS = CommentaryFinding(Q3, Commentary(Q3, 1, "Numbers rose.", "", "", None))


def made(name, before, now, level="100", words=WORDS):
    figures = {"FY2015-16": before, "FY2016-17Q3": now}
    targets = (target(TargetRule.AT_MOST, level),) if level else ()
    given = {period: value for period, value in figures.items() if value}
    found = finding("FY2016-17Q3", record(given, targets=targets, name=name, id=name))
    return replace(found, commentary=words)


def test_nothing_is_told_where_all_is_shown_and_whole():
    plans = made("Plans", "90", "120")
    assert not_shown([plans], [plans], Q3) == ()
    assert not_shown([], [], Q3) == ()


def test_what_is_not_shown_is_named_by_why():
    plans, fine, worse = made("Plans", "90", "95"), made("Fine", "90", "80"), made("Bad", "1", "2")
    missing = made("Missing", None, None)
    assert not_shown([plans, fine, worse, missing], [plans], Q3) == (
        ("No exception, and not shown", ("Fine", "Bad")),
        ("No current figure in Q3 2016/17", ("Missing",)),
    )


def test_what_is_lacking_from_what_is_shown_is_named():
    earlier = replace(WORDS, earlier=True)
    lacking = [
        made("Plans", "90", "120", level=None),
        made("Calls", None, "120", level=None),
        made("Visits", "90", "120", words=earlier),
        made("Cases", "90", "120", words=CommentaryFinding(Q3, None)),
        made("All", None, "120", level=None, words=earlier),
        made("Missing", None, None),
    ]
    assert not_shown(lacking, lacking, Q3) == (
        ("No current figure in Q3 2016/17", ("Missing",)),
        (
            "Shown, but for",
            (
                "Plans: no target",
                "Calls: no target, no earlier figure to compare with",
                "Visits: no commentary",
                "Cases: no commentary",
                "All: no target, no earlier figure to compare with, no commentary",
            ),
        ),
    )
