import re

import pytest

from dashboard.choices import choices_of
from dashboard.domain.portfolio.ordering import ORDERS
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.overview.head import better_quarter as offered_quarter
from dashboard.selection import select
from tests.pages.screens import screen


def test_every_order_that_can_be_chosen_is_one():
    turned = {f"-{name}" for name in ORDERS}
    assert {*ORDERS, *turned} == set(choices_of(OverviewChoices)["sort"].values)


def better_quarter(dataset, address):
    """The texts of the links in the overview's head."""
    return re.findall(
        r'"children":"(Go to [^"]*)"', screen(dataset, address).texts["overview-head.children"]
    )


@pytest.mark.parametrize(
    ("address", "links"),
    [
        # None of six has a new figure.
        ("/?portfolio=health&quarter=FY2016-17Q1", 1),
        # All four have one.
        ("/?portfolio=resilient-communities&quarter=FY2016-17Q2", 0),
        # One of six has one, but no quarter is later.
        ("/?portfolio=health", 0),
        ("/?portfolio=all&quarter=FY2017-18Q1", 1),
    ],
)
def test_a_quarter_that_leaves_most_without_a_figure_offers_the_latest(dataset, address, links):
    assert len(better_quarter(dataset, address)) == links


def test_exactly_half_with_a_figure_is_not_most_without(dataset):
    """8 of 16 would be offered nothing; one fewer is."""
    at = select(dataset, OverviewChoices(portfolio="resilient-communities", quarter="FY2016-17Q2"))
    assert len(at.findings) == 4
    assert offered_quarter(at, 2) == []
    (offered,) = offered_quarter(at, 1)
    assert offered.children[0] == "3 of 4 have no new figure in Q2 2016/17. "
    assert offered.children[1].children == "Go to Q3 2016/17"


def filters(shown):
    """The counts with where they lead, empty where there is nothing to show."""
    given = shown.values["counts.data"]["filters"]
    return {f"{each['number']} {each.get('words', 'All')}": each["href"] for each in given}


def test_each_count_is_a_filter_and_the_numbers_stay(dataset):
    found = filters(screen(dataset, "/"))
    assert found == {
        "4 All": "/?portfolio=resilient-communities",
        "3 miss their target": "/?portfolio=resilient-communities&show=miss",
        "0 meet it": "",
        "1 in a baseline year": "/?portfolio=resilient-communities&show=baseline",
    }
    missed = screen(dataset, "/?show=miss")
    assert list(filters(missed)) == list(found)
    assert filters(missed)["3 miss their target"] == "/?portfolio=resilient-communities"
    assert missed.values["cut.children"][0] == "3 of 4 shown. "
    assert "Annual reviews" not in missed.texts["rows.data"]


def test_without_targets_there_is_no_filter_for_them(dataset):
    assert [
        each for each in filters(screen(dataset, "/?portfolio=health")) if "target" in each
    ] == []


def test_what_is_new_is_a_filter_too(dataset):
    rows = screen(dataset, "/?show=new&quarter=FY2016-17Q3").values["rows.data"]["groups"][0][
        "rows"
    ]
    assert [row["cells"][0]["main"] for row in rows] == ["Repeat child protection plans"]


def test_a_heading_sorts_then_turns_round_then_lets_go(dataset):
    def heading(address, name):
        columns = screen(dataset, address).values["rows.data"]["columns"]
        return next((c["href"], c["sort"]) for c in columns if c["name"] == name)

    here = "/?portfolio=resilient-communities"
    assert heading("/", "Against target") == (f"{here}&sort=target", "")
    assert heading("/?sort=target", "Against target") == (f"{here}&sort=-target", "descending")
    assert heading("/?sort=-target", "Against target") == (here, "ascending")
    assert heading("/?sort=-target", "Indicator") == (f"{here}&sort=name", "")
    assert heading("/?sort=name", "Indicator") == (f"{here}&sort=-name", "ascending")


def test_an_older_name_of_an_order_is_understood(dataset):
    assert screen(dataset, "/?sort=change").values["notes.children"] == []
    assert screen(dataset, "/?sort=change").state["choices"]["sort"] == "year"


def test_what_is_not_in_the_picture_is_said_on_the_page(dataset):
    text = screen(dataset, "/?quarter=FY2016-17Q3").texts["absent.children"]
    assert "4 without a figure for Q3 2015\\u002f16 to compare with" in text
    assert "1 without a comparator (Annual reviews of long-term service users)" in text
    assert "2 sharing another’s commentary" in text


def test_one_count_is_pressed(dataset):
    given = screen(dataset, "/?show=miss").values["counts.data"]["filters"]
    assert [each["pressed"] for each in given] == [False, True, False, False]
    assert [each.get("mark") for each in given] == [None, "misses", "meets", "unjudged"]


def test_what_changed_is_listed_whole_with_what_changed(dataset):
    found = screen(dataset, "/?portfolio=resilient-communities").values["changes.data"]
    assert found["summary"] == "What changed since Q2"
    assert [each["name"] for each in found["lists"]] == ["New exceptions: 1", "New figures: 4"]
    new, figures = found["lists"]
    assert new["only"] == "/?portfolio=resilient-communities&show=new"
    assert new["rows"][0][0] == "Repeat child protection plans"
    assert figures["rows"][1][2].startswith("501 children looked after: 58 above target")


def test_where_nothing_changed_there_is_no_list(dataset):
    assert screen(dataset, "/?portfolio=health&quarter=FY2016-17Q1").values["changes.data"] is None
