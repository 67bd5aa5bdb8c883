"""WCAG 2.2 AA in a real browser: rules in every state, the keyboard, names and roles, media."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.addresses import addresses
from tests.browser.drawn import broken, go, rate, settled

Act = Callable[[Page], object]


def nothing(page: Page) -> None: ...


def open_tables(page: Page) -> None:
    page.locator("summary").evaluate_all("nodes => nodes.forEach(node => node.click())")


def find_nothing(page: Page) -> None:
    if page.locator(".fold").is_visible():
        page.locator(".fold").click()
    page.get_by_label("Find an indicator").fill("nothing like it")


def press(key: str) -> Act:
    return lambda page: page.keyboard.press(key)


STATES: list[tuple[str, Act]] = [
    *((address, nothing) for address in addresses()),
    ("/?portfolio=health&quarter=FY2016-17Q1&show=exceptions", nothing),
    ("/?portfolio=all&form=charts", nothing),
    ("/?portfolio=all&form=table", nothing),
    ("/?portfolio=all&form=history&quarter=FY2016-17Q1&until=FY2016-17Q3", nothing),
    ("/", find_nothing),
    ("/indicator/looked-after", open_tables),
    ("/indicator/annual-reviews?quarter=FY2016-17Q4", nothing),
    ("/indicator/guest-nights?quarter=FY2016-17Q3", open_tables),
    ("/indicator/healthy-life-male?beside=adult-obesity&span=long", open_tables),
    ("/checks", open_tables),
    ("/checks?portfolio=health&checked=flagged", nothing),
    ("/indicator/claimant-count", open_tables),
    ("/print?portfolio=health&quarter=FY2016-17Q1&show=exceptions", nothing),
    ("/present?slide=looked-after", press("c")),
    ("/present?slide=looked-after", press("t")),
    ("/present?slide=looked-after", press("?")),
    ("/present?portfolio=health&show=all&slide=rest", nothing),
]


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_no_rule_is_broken_in_any_state(opened, page, server, width, height):
    """Nor is a text on a dark screen too faint, in the same state."""
    page.set_viewport_size({"width": width, "height": height})
    opened("/")
    found = {}
    for address, act in STATES:
        go(page, "/about")
        go(page, address)
        act(page)
        page.wait_for_timeout(200)
        said = broken(page)
        page.emulate_media(color_scheme="dark")
        said += broken(page, "color-contrast")
        page.emulate_media(color_scheme="light")
        if said:
            found[address] = said
    assert found == {}


def test_no_rule_is_broken_after_an_error(page, server):
    page.goto(server.url)
    settled(page)
    server.kill()
    page.get_by_label("Charts", exact=True).check()
    expect(page.get_by_role("alert")).to_be_visible()
    said = broken(page)
    server.start()
    assert said == []


@pytest.mark.parametrize(
    "media",
    [{"media": "print"}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}],
    ids=lambda media: next(iter(media)),
)
def test_no_rule_is_broken_on_other_media(opened, page, media):
    page.emulate_media(**media)
    for address in ("/", "/indicator/looked-after", "/print", "/about"):
        opened(address)
        settled(page)
        assert broken(page) == [], address


# The focused element, or the label that is drawn in its stead: is it seen, and how is it ringed.
FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const drawn = node.matches('.segment-input') ? node.nextElementSibling : node;
  const style = getComputedStyle(drawn);
  const box = drawn.getBoundingClientRect();
  return {
    name: node.getAttribute('aria-label') || node.labels?.[0]?.textContent || node.textContent,
    ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""
FOCUSABLE = """() => [...document.querySelectorAll(
  'a[href], button:not([disabled]), select, input, summary, [tabindex="0"]')]
  .filter(node => node.checkVisibility() && node.getClientRects().length
    && !node.closest('[inert]')
    && !(node.type === 'radio' && node.name && !node.checked)).length"""


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?form=charts",
        "/indicator/looked-after",
        "/indicator/healthy-life-male?span=long",
        "/about",
        "/print",
        "/present?slide=looked-after",
        "/accessibility",
        "/checks",
    ],
)
def test_every_control_is_reached_by_tab_and_seen_to_be_focused(opened, page, address):
    # Bootstrap scrolls smoothly to what is focused, which a test need not wait for.
    page.emulate_media(reduced_motion="reduce")
    opened(address)
    settled(page)
    # From the top on: a page opened as a slide has the focus in its heading.
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    wanted, stops = page.evaluate(FOCUSABLE), []
    while len(stops) <= wanted:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and stop["name"] == stops[0]["name"]):
            break
        stops.append(stop)
    assert [stop["name"] for stop in stops if not (stop["ringed"] and stop["seen"])] == []
    assert len(stops) == wanted, [stop["name"] for stop in stops]


def test_a_meeting_by_keyboard_alone(opened):
    """From the overview to an indicator, its table, its slide and back, without a pointer."""
    page = opened("/")
    settled(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.get_by_role("link", name="Children looked after").focus()
    page.keyboard.press("Enter")
    heading = page.locator("h1:visible")
    expect(heading).to_contain_text("501 children looked after")
    expect(heading).to_be_focused()
    expect(page.get_by_role("table", name="Children looked after")).to_be_visible()
    rate(page).focus()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("measure=number"))
    page.locator("#pick-quarter").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Q1 2016")
    page.keyboard.press("Enter")
    expect(page.locator("#live")).not_to_be_empty()
    page.locator("#nav-present").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#deck-drawn h1")).to_be_focused()
    page.keyboard.press("Escape")
    expect(heading).to_contain_text("children looked after")


def test_names_roles_and_values_stand_in_the_accessibility_tree(opened):
    page = opened("/indicator/looked-after")
    settled(page)
    expect(page.locator("body")).to_match_aria_snapshot(
        """
        - link "Skip to the content"
        - banner:
          - navigation "Pages":
            - link "Overview"
            - link "Indicator"
            - link "About the data"
        - search "What is shown":
          - 'button "Portfolio: Cabinet Secretary (Resilient Communities)"'
          - 'button "Indicator: Children looked after"'
          - group "Indicators of the list"
          - group "Quarter":
            - 'link /Earlier: Q2 2016.17, council return/'
            - 'button "Quarter: Q3 2016/17"'
          - link "Present"
        - main:
          - navigation "On this page"
        - contentinfo:
          - link "Accessibility"
        """
    )
    chart = page.get_by_role("img", name="501 children looked after: 58 above target")
    expect(chart).to_have_count(1)
    expect(page.get_by_role("radio", name="174.7")).to_be_checked()
    expect(page.get_by_role("slider", name="Dates in the chart")).to_be_visible()
    open_tables(page)
    expect(page.get_by_role("checkbox", name="England")).to_be_checked()
    expect(page.get_by_role("rowheader", name="Q3 2016/17")).to_be_visible()
    expect(page.get_by_role("columnheader", name="England")).to_be_visible()


def test_where_less_movement_is_asked_for_nothing_moves(opened, page, server):
    page.emulate_media(reduced_motion="reduce")
    opened("/")
    server.slow[b"form.value"] = 1.5
    page.get_by_label("Charts", exact=True).check()
    expect(page.locator("#busy")).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_in_forced_colours_what_is_chosen_is_still_seen(opened, page):
    page.emulate_media(forced_colors="active")
    opened("/indicator/looked-after")
    settled(page)
    colour = "node => getComputedStyle(node).backgroundColor"
    other, chosen = (
        page.locator("#measure .segment").nth(0),
        page.locator("#measure .segment").nth(1),
    )
    assert chosen.evaluate(colour) != other.evaluate(colour)
    edge = "node => getComputedStyle(node).borderBottomColor"
    active, tab = page.locator("#nav-indicator"), page.locator("#nav-overview")
    assert active.evaluate(edge) != tab.evaluate(edge)
    assert page.locator("#chart .main-svg").first.is_visible()
