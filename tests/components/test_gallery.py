"""The overview as small charts: every card's words, one time axis, the groups in their order."""

from __future__ import annotations

import pytest

from dashboard.components.gallery import gallery
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from tests.build import ENGLAND, LOOKED_AFTER, REVIEWS, finding, record, target

Q3 = "FY2016-17Q3"
TARGET = (target(TargetRule.AT_MOST, "153.8", 443),)
AREAS = {"england": {"FY2014-15": "60", "FY2015-16": "60"}, "north-west": {"FY2015-16": "82"}}


def made(*groups, country=ENGLAND):
    return gallery(groups, parse(Q3), country, lambda name: f"/indicator/{name}", "Nothing.")


def card(found, **more):
    return made(("", [found]), **more)["groups"][0]["rows"][0]


def texts(given, *roles):
    return [label["text"] for label in given["chart"]["labels"] if label["role"] in roles]


@pytest.fixture
def looked_after():
    return finding(Q3, record(LOOKED_AFTER, areas=AREAS, targets=TARGET))


def test_a_card_says_what_its_row_says(looked_after):
    given = card(looked_after)
    assert given["name"] == "Children looked after"
    assert given["href"] == "/indicator/looked-after"
    assert given["polarity"] == "Lower is better"
    assert (given["mark"], given["alt"]) == ("misses", "misses its target")
    assert given["figure"]["main"] == "501"
    assert given["verdict"]["main"] == "✖ 58 above target"
    assert given["says"] == "501 children looked after: 58 above target, 32 more than in 2015/16"
    assert "children" in given["find"].split()


def test_the_country_is_the_only_comparator_and_none_without_one(looked_after):
    assert texts(card(looked_after), "council", "country", "region", "target") == [
        "174.7",
        "England 60.0",
        "Target 153.8",
    ]
    assert texts(card(looked_after, country=None), "country") == []


def test_where_one_has_only_years_all_show_all_years(looked_after):
    years = {"FY2009-10": "50", "FY2012-13": "55", "FY2016-17": "54"}
    yearly = finding("FY2016-17Q4", record(years, id="yearly", name="Yearly"))
    alone, together = made(("", [looked_after])), made(("", [looked_after, yearly]))
    axis = [
        texts(cards[0], "time chosen", "time")
        for cards in (g["groups"][0]["rows"] for g in (alone, together))
    ]
    assert axis == [["Q3 2016/17", "2014/15"], ["Q3 2016/17", "2009/10"]]


def test_an_old_figure_keeps_its_words_and_loses_sign_and_status():
    old = card(finding("FY2017-18Q1", record(LOOKED_AFTER, targets=TARGET)))
    assert (old["verdict"]["status"], old["verdict"]["main"][:1]) == ("none", "5")


def test_without_a_figure_there_is_no_chart():
    empty = card(finding("FY2013-14Q1", record(LOOKED_AFTER)))
    assert empty["chart"] is None
    assert empty["figure"]["sub"] == "no figure yet"


def test_groups_keep_their_order_and_empty_ones_are_left_out(looked_after):
    reviews = finding(Q3, record(REVIEWS, id="reviews", name="Reviews"))
    found = made(("One", [looked_after]), ("None", []), ("Two", [reviews]))
    assert [group["heading"] for group in found["groups"]] == ["One", "Two"]
    assert (found["form"], found["empty"]) == ("charts", "Nothing.")
    assert found["caption"] == "Indicators as at Q3 2016/17"


def test_each_portfolio_has_its_own_time_axis(looked_after):
    years = {"FY2009-10": "50", "FY2012-13": "55", "FY2016-17": "54"}
    yearly = finding("FY2016-17Q4", record(years, id="yearly", name="Yearly"))
    found = made(("One", [looked_after]), ("Two", [yearly]))
    assert [texts(group["rows"][0], "time") for group in found["groups"]] == [
        ["2014/15"],
        ["2009/10"],
    ]


def test_five_years_by_choice(looked_after):
    found = gallery([("", [looked_after])], parse(Q3), ENGLAND, lambda name: name, "", years=5)
    assert texts(found["groups"][0]["rows"][0], "time") == ["2011/12"]
