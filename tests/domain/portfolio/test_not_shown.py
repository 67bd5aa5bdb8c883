"""What a slide deck or a pack leaves out, and what is missing from what it shows."""

from dataclasses import replace

from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Commentary, TargetRule
from dashboard.domain.portfolio.absent import absent, not_shown
from tests.build import finding, record, target

Q3 = parse("FY2016-17Q3")
ENGLAND = {"england": {"FY2015-16": "60"}}
WORDS = CommentaryFinding(Q3, Commentary(Q3, 1, "Numbers rose.", "", "", None))


def made(name, before, now, level="100", words=WORDS):
    figures = {"FY2015-16Q3": before, "FY2015-16": before, "FY2016-17Q3": now}
    targets = (target(TargetRule.AT_MOST, level),) if level else ()
    given = {period: value for period, value in figures.items() if value}
    found = finding(
        "FY2016-17Q3", record(given, targets=targets, areas=ENGLAND, name=name, id=name)
    )
    return replace(found, commentary=words)


def test_nothing_is_told_where_all_is_shown_and_whole():
    plans = made("Plans", "90", "120")
    assert not_shown([plans], [plans]) == ()
    assert not_shown([], []) == ()


def test_what_is_not_shown_is_named_by_why():
    plans, fine, worse = made("Plans", "90", "95"), made("Fine", "90", "80"), made("Bad", "1", "2")
    missing = made("Missing", None, None)
    assert not_shown([plans, fine, worse, missing], [plans]) == (
        ("No exception, and not shown", ("Fine", "Bad")),
        ("1 without a current figure", ("Missing",)),
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
    assert not_shown(lacking, lacking) == (
        ("1 without a current figure", ("Missing",)),
        (
            "Of those shown",
            (
                "2 not judged: no earlier figure to compare with: Calls, All",
                "2 without a figure for Q3 2015/16 to compare with: Calls, All",
                "3 without commentary: Visits, Cases, All",
                "3 without a target: Plans, Calls, All",
            ),
        ),
    )


def test_the_overview_a_slide_and_a_sheet_say_the_same():
    """Each fact of the page is a heading or begins a line of the last slide."""
    found = [made("Calls", None, "120", level=None), made("Missing", None, None)]
    groups = not_shown(found, found)
    said = [*(heading for heading, _ in groups), *(line for _, lines in groups for line in lines)]
    for fact in absent(found):
        assert any(each.startswith(fact.words) for each in said), fact.words


def test_a_line_names_all_or_as_many_as_there_is_room_for():
    found = [made(each, "90", "120", level=None) for each in "ABCD"]
    assert not_shown(found, found) == (("Of those shown", ("4 without a target: A, B, C, D",)),)
    assert not_shown(found, found, 3) == (
        ("Of those shown", ("4 without a target: A, B, and 2 more",)),
    )
