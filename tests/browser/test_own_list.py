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
