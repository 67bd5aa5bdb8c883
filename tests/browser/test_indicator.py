"""An indicator's page as it is drawn: what fits its card, and what opens over it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.drawn import settled

Q2, Q3 = "quarter=FY2016-17Q2", "quarter=FY2016-17Q3"

# How many lines each row of the direction of travel takes, and how far it is from its card's edge.
ROWS = """() => {
  const card = document.querySelector('#travel').getBoundingClientRect();
  return [...document.querySelectorAll('.travel tr')]
    .map(row => row.getBoundingClientRect())
    .map(row => [Math.round(row.height / 26), row.right < card.right]);
}"""


@pytest.mark.parametrize(
    "address",
    [
        f"/indicator/repeat-protection-plans?{Q2}",
        "/indicator/referrals?quarter=FY2016-17Q1",
        f"/indicator/looked-after?{Q3}",
    ],
)
def test_the_direction_of_travel_has_a_line_a_row_within_its_card(opened, page, address):
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(address)
    rows = page.evaluate(ROWS)
    assert len(rows) >= 5
    assert rows == [[1, True]] * len(rows)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_the_reasons_of_the_target_open_within_their_card(opened, page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    opened(f"/indicator/looked-after?{Q3}")
    page.locator(".against .why summary").click()
    card, box = (page.locator(each).bounding_box() for each in (".chart-sheet", ".against .why ul"))
    assert card["x"] < box["x"]
    assert box["x"] + box["width"] < card["x"] + card["width"]


def test_what_unfolds_the_line_closes_it_from_the_same_place(opened, page):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(f"/indicator/referrals?{Q3}")
    fold = page.locator(".fold")
    assert fold.text_content() == "Choose"
    closed = fold.bounding_box()
    fold.click()
    expect(page.locator("#pick-portfolio")).to_be_visible()
    assert fold.text_content() == "Close"
    opened_box = fold.bounding_box()
    right = closed["x"] + closed["width"]
    assert opened_box["y"] == pytest.approx(closed["y"], abs=2)
    assert opened_box["x"] + opened_box["width"] == pytest.approx(right, abs=2)
    fold.click()
    assert fold.text_content() == "Choose"


def test_a_phone_names_what_is_shown_above_the_headline(opened, page):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(f"/indicator/referrals?{Q3}")
    name = page.locator("main > section:not([hidden]) .named")
    expect(name).to_have_text(
        "Cabinet Secretary (Resilient Communities) › Referrals to social care"
    )
    expect(name).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(name).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    opened(f"/?{Q3}")
    expect(name).to_have_text("Cabinet Secretary (Resilient Communities)")
    expect(name).to_be_visible()


def test_the_line_shows_whole_names_where_it_has_room(opened, page):
    page.set_viewport_size({"width": 1920, "height": 1080})
    opened(f"/indicator/referrals?{Q3}")
    cut = "node => node.scrollWidth > node.clientWidth"
    for each in ("#pick-portfolio", "#pick-indicator"):
        assert not page.locator(f"{each} > span:last-child").evaluate(cut)


def test_two_charts_are_under_each_other_on_one_screen(opened, page):
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(f"/indicator/looked-after?{Q3}&beside=healthy-life-male")
    settled(page)
    first, second = (page.locator(each).bounding_box() for each in ("#chart", "#beside-chart"))
    assert 0 < second["y"] - (first["y"] + first["height"]) < 80
    assert second["y"] + second["height"] < page.locator("#below").bounding_box()["y"]


def test_every_column_of_the_figures_is_within_the_card_on_a_phone(opened, page):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(f"/indicator/looked-after?{Q3}")
    beyond = page.locator("div.points").evaluate("node => node.scrollWidth - node.clientWidth")
    assert beyond <= 0


def test_the_lines_have_more_than_half_of_the_chart_on_a_phone(opened, page):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(f"/indicator/looked-after?{Q3}")
    plot = page.locator("#chart .nsewdrag").first.bounding_box()
    assert plot["width"] > page.locator("#chart").bounding_box()["width"] / 2


@pytest.mark.parametrize("control", [".against .why summary", "#travel .why summary", "#below a"])
def test_a_step_by_key_keeps_the_focus_on_what_is_called_the_same(opened, page, control):
    opened(f"/indicator/looked-after?{Q3}")
    node = page.locator(control).first
    node.focus()
    name = node.text_content()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#pick-quarter")).to_contain_text("Q2 2016/17")
    expect(page.locator(f"main {control}:focus")).to_have_text(name)


def test_the_cards_of_the_first_screen_end_together(opened, page):
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(f"/indicator/referrals?{Q3}")
    ends = page.evaluate(
        "['.chart-sheet', '#doing'].map(name => Math.round("
        "document.querySelector(name).getBoundingClientRect().bottom))"
    )
    assert ends[0] == ends[1]
