"""The history and the wall by keyboard and by hand."""

from __future__ import annotations

import re

from playwright.sync_api import expect

HISTORY = "/?form=history&quarter=FY2016-17Q3"
Q3 = "&quarter=FY2016-17Q3"
WALL = f"/?portfolio=all{Q3}"


def test_the_history_is_one_stop_whose_arrows_lead_to_a_quarter(opened):
    page = opened(HISTORY)
    grid = page.get_by_role("grid")
    expect(grid.locator("[tabindex='0']")).to_have_count(1)
    grid.get_by_role("link", name="Referrals to social care").focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    cell = grid.get_by_role("link", name="Q3 2016/17: 3,039, misses its target", exact=True)
    expect(cell).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    expect(grid.get_by_role("link", name="Q2 2016/17: 504, misses its target")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    heading = grid.get_by_role("link", name="Go to Q2 2016/17")
    expect(heading).to_be_focused()
    # The heading's quarter is chosen, the columns stay, and so does the focus.
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("quarter=FY2016-17Q2.*until=FY2016-17Q3"))
    expect(grid.locator("thead .chosen")).to_have_text("Q2")
    expect(heading).to_be_focused()
    expect(grid.locator("tbody .later").first).to_contain_text("after the chosen quarter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/indicator/.*quarter=FY2016-17Q2"))


def test_a_tile_opens_its_portfolio_and_a_shape_its_indicator(opened):
    page = opened(WALL)
    tile = page.get_by_role("link", name="Health and wellbeing: None of six is an exception")
    tile.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    shape = page.locator(".wall .marks a:focus")
    expect(page.locator(".wall .pointed:visible")).to_have_text(shape.get_attribute("aria-label"))
    page.keyboard.press("Escape")
    expect(tile).to_be_focused()
    expect(page.locator(".wall .pointed:visible")).to_have_count(0)
    page.get_by_role("link", name="Children looked after: misses its target").click()
    expect(page).to_have_url(re.compile("/indicator/looked-after"))
    page.go_back()
    page.locator(".tile").first.locator(".words").click()
    expect(page).to_have_url(re.compile("portfolio=resilient-communities"))
    expect(page.locator("#rows-drawn table")).to_be_visible()
    expect(page.locator("#form-field").get_by_label("Wall")).to_have_count(0)


def tops(page, part):
    """From where to where the parts lie down the page."""
    return page.locator(part).evaluate_all(
        "nodes => nodes.map(node => node.getBoundingClientRect()).map(({top, bottom}) => "
        "[Math.round(top), Math.round(bottom)])"
    )


def test_three_portfolios_stand_side_by_side_on_the_first_screen(opened):
    page = opened(f"/?portfolio=resilient-communities,health,schools&form=wall{Q3}")
    page.set_viewport_size({"width": 1280, "height": 720})
    places = tops(page, ".wall .tile")
    assert len({top for top, _ in places}) == 1
    assert max(bottom for _, bottom in places) <= 720
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(
        "() => new Set([...document.querySelectorAll('.wall .tile')]"
        ".map(node => Math.round(node.getBoundingClientRect().top))).size === 3"
    )


def test_no_shape_stands_alone_under_the_others_on_a_phone(opened):
    page = opened(f"/?portfolio=resilient-communities,health&form=wall{Q3}")
    page.set_viewport_size({"width": 390, "height": 844})
    tile = page.locator(".tile", has_text="Health and wellbeing")
    expect(tile.locator(".marks")).to_have_attribute("style", "--mark: 40px;")
    assert len({top for top, _ in tops(page, ".tile:last-child .marks a")}) == 1


def test_own_indicators_have_no_wall_but_keep_their_portfolios(opened):
    page = opened("/?portfolio=mine&ids=looked-after,healthy-life-male&form=wall")
    expect(page.locator("#form-field").get_by_label("Wall")).to_have_count(0)
    expect(page.locator("#rows-drawn tr.group")).to_have_text(
        ["Cabinet Secretary (Resilient Communities)", "Health and wellbeing"]
    )
