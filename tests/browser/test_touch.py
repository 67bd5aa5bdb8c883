"""A finger on a chart shows a date, leads to its quarter, scrolls the page, chooses years."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.drawn import broken, settled
from tests.browser.test_exploring import at_point

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def phone(browser, server):
    """Opens an address on a phone, with the chart in sight."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, bypass_csp=True)

    def open_page(address):
        page = context.new_page()
        page.goto(server.url + address)
        page.locator("main > section:not([hidden]) h1").wait_for()
        settled(page)
        page.locator("#chart-box").scroll_into_view_if_needed()
        return page

    yield open_page
    context.close()


def swipe(page, start, end):
    """A finger that goes from one place to another in eight steps."""
    session = page.context.new_cdp_session(page)

    def send(kind, *places):
        points = [{"x": x, "y": y} for x, y in places]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", start)
    for step in range(1, 9):
        there = [a + (b - a) * step / 8 for a, b in zip(start, end, strict=True)]
        send("touchMove", there)
    send("touchEnd")


def middle(page):
    box = page.locator("#chart-box").bounding_box()
    return box["y"] + box["height"] / 2


def test_a_tap_shows_a_points_figures_and_the_next_one_leads_to_its_quarter(phone):
    page = phone("/indicator/looked-after?quarter=FY2016-17Q3")
    expect(page.locator(".hint:visible")).to_contain_text("Tap a point")
    page.touchscreen.tap(*at_point(page, 3))
    expect(page.locator("#chart-box .readout")).to_contain_text("Blackpool 175.7 (504)")
    assert "quarter=FY2016-17Q3" in page.url
    assert broken(page) == []
    page.touchscreen.tap(*at_point(page, 3))
    expect(page).to_have_url(re.compile("quarter=FY2016-17Q2"))
    expect(page.locator("#chart-box .readout")).to_be_hidden()


def test_a_finger_down_the_chart_scrolls_the_page_and_chooses_nothing(phone):
    page = phone("/indicator/claimant-count")
    before = page.evaluate("scrollY")
    swipe(page, (160, middle(page)), (163, middle(page) - 200))
    page.wait_for_function("before => scrollY > before + 100", arg=before)
    expect(page).not_to_have_url(re.compile("from="))
    expect(page.locator(".chosen-years:visible")).to_have_count(0)


def test_a_finger_across_the_chart_chooses_years(phone):
    page = phone("/indicator/claimant-count")
    (start, _), (end, _) = at_point(page, 6), at_point(page, 11)
    swipe(page, (start, middle(page)), (end, middle(page) + 4))
    expect(page).to_have_url(re.compile("from=2010&to=2015"))
    expect(page.locator("#cautions")).to_contain_text("Only the years 2010 to 2015")
    expect(page.locator("#chart-box .readout")).to_be_hidden()
