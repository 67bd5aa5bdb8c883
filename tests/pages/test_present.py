import json

import pytest

from dashboard.charts.style import STAGE
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.present.choices import PresentChoices
from tests.pages.screens import screen


def deck(dataset, search):
    return screen(dataset, f"/present{search}", STAGE).values["deck.data"]


def keys(found):
    return [slide["key"] for slide in found["slides"]]


def test_the_exceptions_have_slides_between_title_and_end(dataset):
    found = deck(dataset, "")
    assert keys(found) == ["", "referrals", "looked-after", "repeat-protection-plans", "rest"]
    assert [slide["position"] for slide in found["slides"]] == [
        "1 of 5",
        "2 of 5",
        "3 of 5",
        "4 of 5",
        "5 of 5",
    ]
    assert found["slide"]["kind"] == "title"
    assert found["slide"]["heading"] == "Cabinet Secretary (Resilient Communities)"
    assert found["slide"]["lead"] == "4 indicators: 3 miss their target, 1 is in its baseline year"
    assert found["slide"]["lines"] == [
        "Exceptions: Referrals to social care, Children looked after, "
        "Repeat child protection plans",
        "New exceptions since Q2: Repeat child protection plans",
    ]


def test_every_slide_has_its_address(dataset):
    for slide in deck(dataset, "?quarter=FY2016-17Q2&show=all")["slides"]:
        again = screen(dataset, slide["href"], STAGE).values["deck.data"]
        assert again["slides"][again["at"]]["key"] == slide["key"]


def test_an_unknown_slide_is_the_title(dataset):
    assert deck(dataset, "?slide=nothing-like-it")["at"] == 0


def test_a_side_stands_in_the_address(dataset):
    assert deck(dataset, "?slide=referrals&side=table")["side"] == "table"


def test_the_overview_leads_to_its_own_slides():
    there = OverviewChoices(quarter="FY2016-17Q2").to(PresentChoices)
    assert there.href == "/present?quarter=FY2016-17Q2"
    assert OverviewChoices(show="others").to(PresentChoices).href == "/present?show=others"


@pytest.mark.parametrize("name", ["", "referrals", "rest"])
def test_a_slide_fetched_ahead_is_the_one_of_its_address(client, dataset, name):
    answer = client.get(f"/present/slide.json?slide={name}&size=stage")
    drawn = deck(dataset, f"?slide={name}")["slide"]
    assert json.loads(answer.text) == json.loads(json.dumps(drawn))


def test_a_slide_that_is_not_there_is_told(client):
    assert client.get("/present/slide.json?slide=nothing").status_code == 404
    assert client.get("/present").status_code == 200


def test_at_q2_nothing_of_q3_is_on_a_slide(client):
    for name in ("referrals", "looked-after", "repeat-protection-plans"):
        text = client.get(f"/present/slide.json?slide={name}&quarter=FY2016-17Q2&show=all").text
        for gone in ("174.7", "1,059.4", "61.6", "mapping exercise"):
            assert gone not in text


def test_each_of_several_portfolios_has_a_slide_before_its_indicators(dataset):
    found = deck(dataset, "?portfolio=all&show=all&quarter=FY2016-17Q3")
    assert keys(found)[:3] == ["", "~resilient-communities", "referrals"]
    assert [key for key in keys(found) if key.startswith("~")] == [
        "~resilient-communities",
        "~schools",
        "~economy",
        "~health",
    ]
    assert found["slides"][2]["position"] == "3 of 24"
    own = deck(dataset, "?portfolio=all&show=all&quarter=FY2016-17Q3&slide=~health")["slide"]
    assert own["heading"] == "Health and wellbeing"
    assert own["lead"].startswith("6 indicators, none with a target")


def test_a_slides_timeline_keeps_the_slide(dataset):
    slide = deck(dataset, "?slide=referrals&quarter=FY2016-17Q3")["slides"][1]
    assert slide["timeline"] == (
        "/present?portfolio=resilient-communities&quarter=QUARTER&slide=referrals"
    )
