import json

import pytest

from tests.pages.screens import said, screen


def panel(dataset, search="?quarter=FY2016-17Q3"):
    return screen(dataset, f"/checks{search}")


def rows(drawn):
    return {
        group["heading"]: len(json.loads(group["rows"]))
        for group in drawn.values["checked.data"]["groups"]
    }


def test_the_counts_stand_on_top(dataset):
    drawn = panel(dataset)
    assert said(drawn) == (
        "16 printed claims: 5 agree, 1 contradicts its figures, 10 cannot be checked"
    )
    assert rows(drawn) == {"Printed claims": 16, "Figures": 13, "Commentary": 3}


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ("agree", {"Printed claims": 5}),
        ("contradict", {"Printed claims": 1}),
        ("unchecked", {"Printed claims": 10}),
        ("flagged", {"Printed claims": 11}),
        ("figures", {"Figures": 13}),
        ("commentary", {"Commentary": 3}),
    ],
)
def test_each_choice_has_its_address(dataset, chosen, left):
    assert rows(panel(dataset, f"?quarter=FY2016-17Q3&checked={chosen}")) == left


def test_a_line_leads_to_its_indicator(dataset):
    table = panel(dataset).values["checked.data"]
    indicator, about, *_ = json.loads(table["groups"][0]["rows"])[0]
    assert table["texts"][indicator[3]].startswith("/indicator/annual-reviews?")
    assert [table["texts"][place] for place in about] == [
        "Blackpool 15/16 vs. North West 14/15",
        "printed ↓ ✘",
    ]


def test_the_indicators_page_leads_back_quietly(client):
    def page(name):
        address = f"http://localhost/indicator/{name}?quarter=FY2016-17Q3"
        answer = client.get("/_dash-layout", headers={"Referer": address})
        return json.dumps(answer.get_json(), ensure_ascii=False)

    assert "1 printed arrow differs" in page("looked-after")
    assert "4 printed claims: 1 agrees, 3 cannot be checked" in page("referrals")
    assert "printed claims" not in page("claimant-count")


def test_before_any_report_it_says_so(dataset):
    drawn = panel(dataset, "?quarter=FY2016-17Q2")
    assert said(drawn) == "No printed report is checked here"
