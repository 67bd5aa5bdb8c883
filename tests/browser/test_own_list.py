"""Stars make a list of one's own; ticks in the list of portfolios show several at once."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.drawn import broken


def star(page, name):
    return page.get_by_role("button", name=f"Keep {name} in My indicators")


def heading(page):
    return page.locator("main > section:not([hidden]) h1")


def test_stars_make_a_list_that_its_address_shows_to_others(opened, browser, server):
    page = opened("/")
    star(page, "Children looked after").click()
    expect(star(page, "Children looked after")).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile("/$"))
    page.get_by_role("link", name="Annual reviews").click()
    star(page, "Annual reviews of long-term service users").click()
    page.get_by_role("button", name="Portfolio:").click()
    page.get_by_role("link", name="My indicators (2)").click()
    expect(page).to_have_url(re.compile(r"portfolio=mine&ids=looked-after,annual-reviews"))
    expect(heading(page)).to_contain_text("2 indicators")
    address = page.url.removeprefix(server.url)

    # Without a star the row goes, and the focus to the next one.
    star(page, "Children looked after").press("Enter")
    expect(heading(page)).to_contain_text("1 indicator:")
    expect(star(page, "Annual reviews of long-term service users")).to_be_focused()

    # What was sent is another's list: its rows stay, whatever is starred here.
    other = browser.new_context().new_page()
    other.goto(server.url + address)
    expect(heading(other)).to_contain_text("2 indicators")
    star(other, "Children looked after").click()
    expect(heading(other)).to_contain_text("2 indicators")
    assert broken(other) == []
    other.context.close()


def test_a_history_has_stars_within_its_one_stop_and_the_last_one_empties_the_list(opened):
    page = opened("/?form=history&quarter=FY2016-17Q3")
    grid = page.get_by_role("grid")
    grid.get_by_role("link", name="Children looked after").focus()
    page.keyboard.press("ArrowRight")
    expect(star(page, "Children looked after")).to_be_focused()
    expect(grid.locator("[tabindex='0']")).to_have_count(1)
    page.keyboard.press("Space")
    expect(star(page, "Children looked after")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowUp")
    expect(star(page, "Referrals to social care")).to_be_focused()
    assert broken(page) == []
    # A narrower screen draws it anew, and the stars stay as they are.
    page.set_viewport_size({"width": 390, "height": 844})
    expect(star(page, "Children looked after")).to_have_attribute("aria-pressed", "true")
    assert broken(page) == []
    page.set_viewport_size({"width": 1280, "height": 720})

    page.get_by_role("button", name="Portfolio:").click()
    page.get_by_role("link", name="My indicators (1)").click()
    expect(page).to_have_url(re.compile("portfolio=mine&ids=looked-after.*form=history"))
    star(page, "Children looked after").click()
    expect(heading(page)).to_have_text("Nothing is in My indicators yet")
    expect(heading(page)).to_be_focused()
    expect(page).not_to_have_url(re.compile("ids="))
    expect(page.locator("#rows-drawn")).to_be_hidden()
    assert broken(page) == []
    page.get_by_role("link", name="Show all indicators").click()
    expect(page.locator("#rows-drawn .star")).to_have_count(18)


def test_a_wall_has_no_stars(opened):
    page = opened("/?portfolio=all")
    expect(page.locator(".wall .tile")).to_have_count(4)
    expect(page.locator("#rows-drawn .star")).to_have_count(0)


def test_ticked_portfolios_are_shown_together(opened):
    page = opened("/")
    picker = page.get_by_role("button", name="Portfolio:")
    picker.focus()
    page.keyboard.press("Enter")
    together = page.locator("#chooser .together")
    expect(together).to_be_hidden()
    box = page.get_by_label("Health and wellbeing, together with others")
    box.focus()
    page.keyboard.press("Space")
    expect(together).to_have_text("Show these 2 together")
    assert broken(page) == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("portfolio=resilient-communities,health"))
    expect(heading(page)).to_contain_text("10 indicators")
    expect(page.locator("[data-from=rows] tbody")).to_have_count(2)
    picker.click()
    expect(page.locator("#chooser [data-together]:checked")).to_have_count(2)
    expect(page.locator("#chooser [aria-current]")).to_have_count(0)
