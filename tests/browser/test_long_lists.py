"""Long lists stand in parts: find, print and keyboard reach all rows, focus and scroll stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bench.many import write_many
from dashboard.app import create_app
from dashboard.store.demo import Scale
from tests.browser.conftest import Server
from tests.browser.drawn import broken, settled
from tests.browser.test_paper import pages

MANY = Scale(indicators=200, areas=5, years=3)
TABLE, HISTORY = "/?portfolio=all&form=table", "/?portfolio=all&form=history"
CHARTS, CHECKS = "/?portfolio=all&form=charts", "/checks?portfolio=all"
NODES = "document.querySelectorAll('*').length"


@pytest.fixture(scope="module")
def many(settings, tmp_path_factory) -> Iterator[Server]:
    """The product with 200 invented indicators in five portfolios."""
    folder: Path = tmp_path_factory.mktemp("many")
    write_many(folder / "data", MANY)
    made = replace(settings, data=folder / "data", var=folder / "var")
    server = Server(create_app(made).server)
    yield server
    server.kill()


@pytest.fixture
def listed(page: Page, many: Server, watch):
    """Opens an address of the 200 and waits until it is at rest."""
    page.set_default_timeout(30_000)

    def open_page(address: str) -> Page:
        page.goto(many.url + address)
        settled(page)
        return page

    return open_page


def rows(page: Page, place: str = "rows") -> int:
    return page.locator(f"#{place}-drawn tbody tr[aria-rowindex]:not(.group)").count()


@pytest.mark.parametrize(
    ("address", "most"),
    [(TABLE, 12_000), (CHARTS, 12_000), (HISTORY, 12_000), (CHECKS, 6_000), ("/about", 6_000)],
)
def test_a_page_holds_only_the_rows_near_the_window(listed, address, most):
    page = listed(address)
    away = page.locator("main .away")
    assert away.count() > 0
    assert page.evaluate(NODES) < most
    page.keyboard.press("End")
    expect(page.locator("main [data-part]").last).to_be_in_viewport()
    settled(page)
    assert page.evaluate(NODES) < most
    assert away.count() > 0


def test_listeners_hear_how_many_rows_there_are_and_which_each_is(listed):
    page = listed(TABLE)
    table = page.get_by_role("table")
    # 200 indicators under the headings of five portfolios and of the columns.
    expect(table).to_have_attribute("aria-rowcount", "206")
    expect(table.locator("thead tr")).to_have_attribute("aria-rowindex", "1")
    assert table.locator("tbody tr").nth(1).get_attribute("aria-rowindex") == "3"
    page.keyboard.press("End")
    last = page.locator("#rows-drawn tbody").last.locator("tr").last
    expect(last).to_have_attribute("aria-rowindex", "206")


def test_cards_say_which_of_their_portfolio_they_are(listed):
    page = listed(CHARTS)
    card = page.locator(".card").nth(1)
    expect(card).to_have_attribute("aria-posinset", "2")
    expect(card).to_have_attribute("aria-setsize", "40")


def test_search_reaches_rows_that_do_not_stand(listed):
    page = listed(TABLE)
    wanted = page.get_by_role("link", name="Invented measure 187: people waiting", exact=False)
    expect(wanted).to_have_count(0)
    page.get_by_label("Find an indicator", exact=True).fill("187")
    expect(page.locator("#found")).to_have_text("1 of 200 found.")
    expect(page.locator("#rows-drawn tbody a:visible")).to_have_count(1)
    page.get_by_label("Find an indicator", exact=True).fill("invented")
    expect(page.locator("#found")).to_have_text("200 of 200 found.")


def test_the_find_of_the_browser_reaches_all(listed):
    page = listed(CHECKS)
    before = rows(page, "checked")
    page.keyboard.press("Control+f")
    expect(page.locator("#checked-drawn .away")).to_have_count(0)
    count = int(page.locator("#checked-drawn table").get_attribute("aria-rowcount") or 0)
    headings = page.locator("#checked-drawn tr.group").count()
    assert before < rows(page, "checked") == count - headings - 1


def test_paper_holds_all_rows_and_the_screen_few_again(listed, tmp_path):
    page = listed(TABLE)
    text = " ".join(pages(page, tmp_path / "table.pdf"))
    assert all(f"Invented measure {number}:" in text for number in range(1, 201))
    expect(page.locator("#rows-drawn .away")).not_to_have_count(0)


def test_tab_goes_on_past_the_last_row_that_stood(listed):
    page = listed(CHECKS)
    part = page.locator("#checked-drawn [data-part='0']")
    part.locator("a, summary").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-part]').dataset.part") == "1"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('[data-part]').dataset.part") == "0"


def test_arrows_go_from_part_to_part_and_ctrl_end_to_the_last(listed):
    page = listed(HISTORY)
    name = "document.activeElement.closest('tr').getAttribute('aria-rowindex')"
    page.locator("#rows-drawn tbody a").first.focus()
    page.keyboard.press("Control+End")
    assert page.evaluate(name) == "207"
    page.keyboard.press("Control+Home")
    page.locator("#rows-drawn [data-part='0'] tr").last.locator("th a").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('[data-part]').dataset.part") == "1"


def test_one_stop_for_tab_is_left_when_the_row_of_the_stop_is_put_away(listed):
    page = listed(HISTORY)
    page.locator("#rows-drawn tbody a").first.focus()
    page.keyboard.press("Control+End")
    page.locator("#pick-portfolio").focus()
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator("#rows-drawn [data-part]").last).to_have_class("away")
    stops = page.locator("#rows-drawn table [tabindex='0']")
    expect(stops).to_have_count(1)


def test_a_step_to_another_quarter_keeps_focus_and_place(listed):
    page = listed(TABLE)
    link = page.get_by_role("link", name="Invented measure 180:", exact=False)
    page.keyboard.press("End")
    link.focus()
    settled(page)
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("quarter="))
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()


def test_what_was_opened_is_open_after_the_part_was_put_away(listed):
    page = listed(CHECKS)
    page.keyboard.press("End")
    last = page.locator("#checked-drawn [data-part]").last
    last.locator("summary").first.click()
    page.locator("#pick-portfolio").focus()
    page.evaluate("scrollTo(0, 0)")
    expect(last).to_have_class("away")
    last.evaluate("node => node.scrollIntoView({ behavior: 'instant' })")
    expect(last.locator("details[open]")).to_have_count(1)


def test_back_leads_to_the_scroll_place(listed):
    page = listed(TABLE)
    page.evaluate("scrollTo({ top: 9000, behavior: 'instant' })")
    expect(page.locator("#rows-drawn [data-part='2']")).not_to_have_class("away")
    inside = "nodes => nodes.find(node => node.getBoundingClientRect().top > 100).textContent"
    name = page.locator("#rows-drawn tbody th a").evaluate_all(inside)
    page.get_by_role("link", name=name, exact=True).click()
    # Then it has been led to the top, too.
    expect(page.locator("#page-indicator h1")).to_be_focused()
    page.wait_for_function("() => scrollY === 0")
    page.go_back()
    expect(page.get_by_role("link", name=name, exact=True)).to_be_in_viewport()


def test_nothing_shifts_while_parts_come(listed):
    page = listed(TABLE)
    page.evaluate(
        """() => {
          window.shifted = 0;
          new PerformanceObserver((list) => list.getEntries().forEach(
            ({ value, hadRecentInput }) => { if (!hadRecentInput) window.shifted += value; },
          )).observe({ type: 'layout-shift' });
        }"""
    )
    for _ in range(12):
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(50)
    settled(page)
    assert page.evaluate("window.shifted") < 0.01


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
@pytest.mark.parametrize("address", [TABLE, CHARTS, HISTORY, CHECKS, "/about"])
def test_every_long_list_passes_axe(browser, many, size, address):
    width, height = size
    context = browser.new_context(
        bypass_csp=True, viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(many.url + address)
    settled(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    settled(page)
    assert broken(page) == []
    context.close()
