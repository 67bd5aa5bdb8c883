"""The slides in a room: keys, buttons, sides, the way back, and everything in sight."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.drawn import AXE, settled

# Texts of a slide that stand under the bar, outside the screen, or cut.
HIDDEN = """() => {
  const bar = document.querySelector('#deck-drawn .bar').getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  return [...document.querySelectorAll('#deck-drawn .slide *')]
    .filter(node => node.matches('.quote') || !node.children.length && node.textContent.trim()
      && !node.closest('.pages, .quote'))
    .filter(node => {
      const box = node.getBoundingClientRect();
      return box.width && (box.bottom > bar.top + 1 || box.right > wide + 1 || box.left < -1);
    }).map(node => node.textContent);
}"""


def heading(page):
    return page.locator("#deck-drawn h1")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768), (1920, 1080)])
def test_everything_on_a_slide_is_in_sight_and_large(opened, page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    hidden = {}
    for address in (
        "/present",
        "/present?slide=looked-after",
        "/present?slide=referrals&side=table",
        "/present?slide=repeat-protection-plans",
        "/present?show=all&slide=annual-reviews",
        "/present?portfolio=health&show=all&slide=healthy-life-male",
        "/present?portfolio=economy&show=all&slide=guest-nights",
    ):
        opened(address)
        settled(page)
        if found := page.evaluate(HIDDEN):
            hidden[address] = found
    assert hidden == {}
    sizes = page.evaluate(
        "[...document.querySelectorAll('#deck-drawn .slide *')].filter(n => n.textContent.trim())"
        ".map(n => parseFloat(getComputedStyle(n).fontSize))"
    )
    assert min(sizes) >= 22, "the axis' year is the smallest"


def test_the_keys_move_through_the_slides_and_back_out(opened, page):
    opened("/?quarter=FY2016-17Q3")
    page.get_by_role("link", name="Present").click()
    expect(heading(page)).to_have_text("Cabinet Secretary (Resilient Communities)")
    for key, text in (
        ("ArrowRight", "3,039 referrals"),
        ("PageDown", "501 children"),
        ("ArrowLeft", "3,039 referrals"),
        ("End", "Not in this picture"),
        ("Home", "Cabinet Secretary"),
    ):
        page.keyboard.press(key)
        expect(heading(page)).to_contain_text(text)
        expect(heading(page)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"slide=referrals"))
    expect(page.locator("#live")).to_contain_text("Slide 2 of 5")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/\?quarter=FY2016-17Q3$"))
    expect(page.locator("main h1:visible")).to_have_text(
        "4 indicators: 3 miss their target, 1 is in its baseline year"
    )


def test_on_a_phone_the_figure_stands_above_a_bar_of_two_rows(opened, page):
    page.set_viewport_size({"width": 390, "height": 844})
    opened("/present?slide=referrals")
    settled(page)
    bar = page.locator("#deck-drawn .bar").bounding_box()
    figure = page.locator("#deck-drawn .under").last.bounding_box()
    assert bar["height"] < 110
    assert figure["y"] + figure["height"] < bar["y"]


def test_the_sides_of_a_slide_have_addresses(opened, page):
    opened("/present?slide=looked-after")
    page.keyboard.press("c")
    expect(page.locator(".reading")).to_contain_text("for children.")
    expect(page).to_have_url(re.compile("side=commentary"))
    page.keyboard.press("t")
    expect(page.locator("#deck-drawn table")).to_contain_text("174.7 (501)")
    page.reload()
    expect(page.locator("#deck-drawn table")).to_contain_text("174.7 (501)")
    page.get_by_role("button", name="Table").click()
    expect(page.locator("#deck-drawn .plot .main-svg").first).to_be_visible()
    expect(page).not_to_have_url(re.compile("side="))


def test_the_next_slide_stands_without_a_wait(opened, page, server, watch):
    opened("/present")
    page.wait_for_load_state("networkidle")
    server.kill()
    page.keyboard.press("ArrowRight")
    expect(heading(page)).to_contain_text("3,039 referrals", timeout=500)
    server.start()
    # The slide after it could not be fetched ahead.
    watch.complaints.clear()


def test_a_slide_that_cannot_be_fetched_is_told(opened, page, server, watch):
    opened("/present")
    page.wait_for_load_state("networkidle")
    server.kill()
    page.keyboard.press("End")
    expect(page.get_by_role("alert")).to_be_visible()
    server.start()
    page.keyboard.press("End")
    expect(heading(page)).to_have_text("Not in this picture")
    expect(page.get_by_role("alert")).to_be_hidden()
    watch.complaints.clear()


def test_letters_can_be_switched_off_and_arrows_stay(opened, page):
    opened("/present?slide=referrals")
    page.evaluate("localStorage.setItem('keys', 'off')")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    expect(heading(page)).to_contain_text("501 children")
    expect(page.locator("#deck-drawn table")).to_have_count(0)


def test_a_long_commentary_is_turned_page_by_page(opened, page):
    page.set_viewport_size({"width": 1280, "height": 420})
    opened("/present?slide=referrals&side=commentary")
    settled(page)
    expect(page.locator(".position")).to_contain_text("page 1 of")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".position")).to_contain_text("page 2 of")
    expect(heading(page)).to_contain_text("3,039 referrals")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".position")).to_contain_text("page 1 of")


@pytest.mark.parametrize("width", [1280, 390])
def test_no_accessibility_rule_is_broken_on_slides(opened, page, width):
    page.set_viewport_size({"width": width, "height": 760})
    found = {}
    for address in (
        "/present",
        "/present?slide=looked-after",
        "/present?slide=looked-after&side=commentary",
        "/present?slide=looked-after&side=table",
        "/present?slide=rest",
    ):
        opened(address)
        settled(page)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("axe.run()")
        broken = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in result["violations"]]
        if broken:
            found[address] = broken
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    result = page.evaluate("axe.run()")
    assert [violation["id"] for violation in result["violations"]] == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(heading(page)).to_be_visible()
    assert found == {}
