"""Several portfolios at once, and a reader's own indicators, on every page and in every file."""

from __future__ import annotations

import csv
import io

import pytest

from tests.pages.screens import said, screen

OWN = "portfolio=mine&ids=looked-after,healthy-life-male"


def rows(shown):
    return {
        group["heading"]: [row["cells"][0]["main"] for row in group["rows"]]
        for group in shown.values["rows.data"]["groups"]
    }


def test_several_portfolios_are_groups_of_one_list(dataset):
    shown = screen(dataset, "/?portfolio=health,resilient-communities")
    assert list(rows(shown)) == [
        "Cabinet Secretary (Resilient Communities)",
        "Health and wellbeing",
    ]
    assert said(shown).startswith("10 indicators: 3 miss their target")
    assert shown.state["choices"]["portfolio"] == "resilient-communities,health"
    assert shown.state["choices"]["quarter"] == "FY2016-17Q3"


@pytest.mark.parametrize(
    ("listed", "form"),
    [
        ("portfolio=all", "wall"),
        ("portfolio=health,schools", "table"),
        ("portfolio=health,schools&form=wall", "wall"),
        (OWN, "table"),
        (f"{OWN}&form=wall", "table"),
    ],
)
def test_a_wall_is_of_whole_portfolios(dataset, listed, form):
    assert screen(dataset, f"/?{listed}").values["rows.data"]["form"] == form


def test_a_portfolio_that_does_not_exist_is_told(dataset):
    shown = screen(dataset, "/?portfolio=health,roads")
    assert shown.state["choices"]["portfolio"] == "health"
    (note,) = shown.values["notes.children"]
    assert note.children == "There is no portfolio “roads”."


def test_own_indicators_are_listed_by_their_portfolios(dataset):
    shown = screen(dataset, f"/?{OWN}")
    assert rows(shown) == {
        "Cabinet Secretary (Resilient Communities)": ["Children looked after"],
        "Health and wellbeing": ["Healthy life expectancy, men"],
    }
    assert shown.state["title"] == "My indicators, Q3 2016/17"
    assert shown.state["link"] == f"/?{OWN}&quarter=FY2016-17Q3"
    news = shown.texts["overview-head.children"] + shown.texts["changes.data"]
    assert "Repeat child protection plans" not in news


@pytest.mark.parametrize("form", ["", "&form=charts", "&form=history"])
def test_an_empty_list_says_how_to_fill_it(dataset, form):
    shown = screen(dataset, f"/?portfolio=mine{form}")
    assert said(shown) == "Nothing is in My indicators yet"
    text = shown.texts["overview-head.children"]
    assert "The star ☆ beside an indicator adds it" in text
    assert "/?portfolio=all&quarter=FY2025-26Q3&form=table" in text.replace("\\u002f", "/").replace(
        "\\u0026", "&"
    )
    assert shown.values["rows.data"] is None
    assert shown.values["download.hidden"]
    assert shown.values["notes.children"] == []


def test_the_address_of_an_empty_list_has_no_ids(dataset):
    own = screen(dataset, f"/?{OWN}&form=history").values["lists.data"]["own"]
    assert own["empty"] == "/?portfolio=mine&form=history"


def test_ids_that_are_no_indicators_are_told_and_named_to_the_browser(dataset):
    shown = screen(dataset, "/?portfolio=mine&ids=looked-after,gone,lost")
    (note,) = shown.values["notes.children"]
    assert note.children == "There is no indicator “gone”, “lost”."
    own = shown.values["lists.data"]["own"]
    assert (own["shown"], own["unknown"]) == (["looked-after"], ["gone", "lost"])


def test_an_indicator_is_read_in_the_list_that_led_to_it(dataset):
    shown = screen(dataset, f"/indicator/looked-after?{OWN}&quarter=FY2016-17Q3")
    assert shown.values["indicator-place.children"] == "1 of 2"
    assert shown.values["indicator-after.href"] == (
        f"/indicator/healthy-life-male?{OWN}&quarter=FY2016-17Q3"
    )
    assert shown.values["nav-overview.href"] == f"/?{OWN}&quarter=FY2016-17Q3"
    assert shown.state["link"] == f"/indicator/looked-after?{OWN}&quarter=FY2016-17Q3"
    alone = screen(dataset, "/indicator/looked-after?portfolio=resilient-communities")
    assert alone.state["link"] == "/indicator/looked-after?quarter=FY2016-17Q3"


@pytest.mark.parametrize("listed", [OWN, "portfolio=health,schools", "portfolio=all"])
def test_an_indicator_of_no_such_list_is_read_in_its_portfolio(dataset, listed):
    shown = screen(dataset, f"/indicator/referrals?{listed}")
    assert shown.values["indicator-place.children"] == "1 of 4"
    assert shown.state["choices"]["portfolio"] == "resilient-communities"
    assert "ids" not in shown.state["choices"]


def test_another_portfolio_leaves_the_own_list(dataset):
    lists = screen(dataset, f"/?{OWN}").values["lists.data"]
    leads = {name: href for name, href, _, _ in lists["portfolio"]}
    assert leads["Health and wellbeing"] == "/?portfolio=health"


@pytest.mark.parametrize("address", ["/", "/indicator/looked-after"])
def test_lists_can_be_made_from_every_page(dataset, address):
    lists = screen(dataset, address).values["lists.data"]
    assert lists["together"]["href"] == "/?portfolio=IDS"
    assert lists["together"]["shown"] == ["resilient-communities"]
    assert lists["own"]["href"] == "/?portfolio=mine&ids=IDS"
    assert lists["own"]["shown"] is None


def test_checks_are_those_of_the_list(dataset):
    whole = screen(dataset, "/checks?portfolio=resilient-communities").texts["checked.data"]
    own = screen(dataset, "/checks?portfolio=mine&ids=annual-reviews").texts["checked.data"]
    assert "Referrals to social care" in whole
    assert "Referrals to social care" not in own
    assert "Annual reviews" in own


def downloaded(client, query):
    answer = client.get(f"/report.csv?{query}&quarter=FY2016-17Q3&which=all")
    return answer, list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))


def test_a_file_holds_what_is_listed(client):
    answer, held = downloaded(client, OWN)
    assert {row["indicator"] for row in held} == {
        "Children looked after",
        "Healthy life expectancy, men",
    }
    assert "-my-indicators-FY2016-17Q3-" in answer.headers["Content-Disposition"]
    answer, held = downloaded(client, "portfolio=health,schools")
    assert len({row["indicator"] for row in held}) == 8
    assert "-2-portfolios-FY2016-17Q3-" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("query", ["portfolio=mine&ids=gone", "portfolio=mine", "portfolio=roads"])
def test_there_is_no_file_of_what_does_not_exist(client, query):
    assert downloaded(client, query)[0].status_code == 404
