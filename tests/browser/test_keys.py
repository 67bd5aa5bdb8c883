"""The arrows step through the quarters wherever nothing else uses them, unless switched off."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.drawn import settled

START = "?quarter=FY2016-17Q3"
EARLIER = re.compile("quarter=FY2016-17Q2")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (f"/{START}", "#rows-drawn thead th:last-child"),
        (f"/{START}", "#overview-head .under"),
        (f"/indicator/looked-after{START}", "#commentary"),
        (f"/indicator/looked-after{START}", "footer"),
    ],
)
def test_the_arrows_work_after_a_click_on_plain_content(opened, address, place):
    page = opened(address)
    settled(page)
    page.locator(place).click(position={"x": 2, "y": 2})
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(EARLIER)


def test_the_arrows_work_from_a_link_or_a_button(opened):
    page = opened(f"/{START}")
    page.get_by_role("button", name="Keep Children looked after").focus()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(EARLIER)
    settled(page)
    page.get_by_role("link", name="Children looked after").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("quarter=FY2016-17Q3"))


def test_what_uses_the_arrows_itself_keeps_them(opened):
    page = opened(f"/indicator/looked-after{START}&span=long")
    settled(page)
    page.get_by_text("Compare, and notes").click()
    for place in ("#first", "#span-field input:checked", "#points-field .points"):
        page.locator(place).focus()
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(100)
        assert "quarter=FY2016-17Q3" in page.url, place


def test_the_arrows_can_be_switched_off(opened):
    page = opened(f"/{START}")
    page.evaluate("localStorage.setItem('keys', 'off')")
    page.locator("#overview-head .under").click()
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(200)
    assert page.url.endswith(START)


def test_keys_that_come_faster_than_answers_go_on_from_each_other(opened):
    page = opened(f"/{START}")
    settled(page)
    page.evaluate(
        """() => [1, 2].forEach(() => document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true })))"""
    )
    expect(page).to_have_url(re.compile("quarter=FY2016-17Q1"))
