"""What a wall says of each portfolio, and of all together."""

import pytest

from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.mark import mark_of
from dashboard.domain.portfolio.wall import by_shape, newest_change, tile_count, wall_headline
from tests.build import finding, record, target

Q2, Q3 = "FY2016-17Q2", "FY2016-17Q3"


def indicator(quarter, number, q2, q3, level="100"):
    figures = {"FY2016-17Q2": q2, "FY2016-17Q3": q3}
    given = {period: value for period, value in figures.items() if value}
    targets = (target(TargetRule.AT_MOST, level),) if level else ()
    return finding(
        quarter, record(given, targets=targets, id=f"i{number}", name=f"Visits {number}")
    )


def several(missed, met=0, none=0, quarter=Q3):
    values = [("90", "120")] * missed + [("90", "90")] * met + [(None, None)] * none
    return [indicator(quarter, number, *pair) for number, pair in enumerate(values)]


@pytest.mark.parametrize(
    ("missed", "met", "none", "count", "words"),
    [
        (3, 1, 0, "Three of four", "are exceptions"),
        (1, 1, 3, "One of five", "is an exception; 3 have no current figure"),
        (0, 6, 0, "None of six", "is an exception"),
        (4, 0, 0, "All four", "are exceptions"),
        (1, 0, 0, "One of one", "is an exception"),
        (0, 0, 3, "All three", "have no current figure"),
        (0, 0, 1, "One", "has no current figure"),
        (0, 0, 0, "None", "no indicators yet"),
        (3, 9, 0, "Three of twelve", "are exceptions"),
        (3, 10, 0, "3 of 13", "are exceptions"),
        (0, 13, 1, "None of 14", "is an exception; 1 has no current figure"),
    ],
)
def test_the_count_is_in_words_up_to_twelve(missed, met, none, count, words):
    found = tile_count(several(missed, met, none))
    assert (found.count, found.words) == (count, words)


@pytest.mark.parametrize(
    ("missed", "met", "none", "said"),
    [
        (6, 6, 0, "6 of 12 indicators are exceptions in Q3 2016/17"),
        (
            1,
            1,
            2,
            "1 of 4 indicators is an exception in Q3 2016/17; 2 have no current figure",
        ),
        (0, 2, 0, "No exceptions among 2 indicators in Q3 2016/17"),
        (0, 0, 2, "None of the 2 indicators has a current figure in Q3 2016/17"),
        (0, 0, 0, "There are no indicators here yet"),
    ],
)
def test_the_headline_adds_the_tiles_up(missed, met, none, said):
    assert wall_headline(several(missed, met, none)) == said


def said(now, before=()):
    found = newest_change(now, before)
    return (found.kind, found.words) if found else None


def test_a_new_exception_comes_first():
    assert said(several(1, 1), several(1, 1, quarter=Q2)) == ("New", "Visits 0 misses its target")
    assert said(several(3), several(3, quarter=Q2)) == (
        "New",
        "Visits 0 misses its target, and 2 more",
    )


def test_else_the_newest_figure_with_its_change():
    figures = {"FY2015-16": "80", "FY2016-17Q3": "90"}
    found = finding(Q3, record(figures, name="Visits"))
    assert said([found]) == (
        "Newest",
        "Visits: 90.0 per 10,000 children, ▲ 10.0, worse, not tested",
    )


def test_else_the_latest_figure_with_its_period():
    found = finding(Q3, record({"FY2015-16": "80"}, name="Visits"))
    assert said([found]) == ("Latest", "Visits: 80.0 per 10,000 children, 2015/16")
    assert said(several(0, 0, 2)) is None


def test_shapes_stand_worst_first():
    found = by_shape(several(1, 1, 1)[::-1])
    assert [mark_of(each.standing) for each in found] == ["misses", "meets", "no-figure"]
