"""What a reader meets: the document's figures, nothing from later, nothing cut or overlapping."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.drawn import earlier, number, settled


def test_looked_after_opens_in_one_click_with_everything_on_the_chart(opened):
    page = opened("/")
    expect(page.locator("h1:visible")).to_have_text(
        "4 indicators: 3 miss their target, 1 is in its baseline year"
    )
    first = page.locator("#rows-drawn tbody tr").first
    expect(first).to_contain_text("Referrals to social care")
    expect(first).to_contain_text("✖ 748 above target")
    page.get_by_role("link", name="Children looked after").click()
    chart = page.locator("#chart")
    for text in (
        "174.7",
        "Target 153.8 (443)",
        "England 60 (2015/16)",
        "North West 82 (2015/16)",
        "Neighbours 97.6 (2015/16)",
    ):
        expect(chart).to_contain_text(text)
    expect(page.locator("#travel")).to_contain_text("Q2 2016/17175.7▼ 1.0better, could be chance")
    expect(page.locator("#measure")).to_contain_text("501")
    commentary = page.locator("#commentary")
    expect(commentary).to_contain_text("four weeks into a mapping exercise")
    expect(commentary).to_contain_text("improvements in performance and outcomes for children.")
    commentary.get_by_role("link", name="Referrals to social care").first.click()
    expect(page.locator("h1:visible")).to_contain_text("3,039 referrals")


def test_q2_takes_q3_away(opened):
    page = opened("/indicator/looked-after")
    expect(page.locator("#points-drawn")).to_contain_text("174.7 (501)")
    earlier(page)
    expect(page.locator("h1:visible")).to_contain_text("504 children")
    drawn = page.locator("#chart text").all_text_contents()
    text = " ".join([page.locator("main").inner_text(), *drawn])
    assert "504" in text
    for gone in ("174.7", "501", "mapping exercise"):
        assert not re.search(rf"(?<!\d){gone}(?!\d)", text), gone
    expect(page.locator("#commentary")).to_contain_text("No commentary was written for Q2 2016/17.")


def test_the_table_beside_the_chart_holds_its_points(opened):
    page = opened("/indicator/looked-after")
    rows = page.locator("#points-drawn tbody tr")
    expect(rows).to_have_count(5)
    expect(rows.first).to_contain_text("Q3 2016/17174.7 (501)")
    expect(rows.last).to_contain_text("2014/15156.4 (454)")


def test_reload_and_another_browser_show_the_same(opened, browser, server):
    address = "/indicator/referrals?quarter=FY2016-17Q2&span=long&compare=england"
    page = opened(address)
    settled(page)
    before = page.locator("main").inner_text()
    page.reload()
    settled(page)
    assert page.locator("main").inner_text() == before
    other = browser.new_context().new_page()
    other.goto(server.url + address)
    settled(other)
    assert other.locator("main").inner_text() == before
    other.context.close()


def test_a_phone_gets_the_narrow_drawing_and_a_turn_the_wide_one(opened, page):
    page.set_viewport_size({"width": 390, "height": 844})
    opened("/indicator/looked-after")
    height = page.locator("#chart .main-svg").first
    expect(height).to_have_attribute("height", "380")
    page.set_viewport_size({"width": 844, "height": 390})
    expect(height).to_have_attribute("height", "246")


def test_without_the_built_files_the_product_is_whole(page: Page, plain_server, watch):
    page.goto(plain_server.url + "/indicator/looked-after")
    page.locator("#chart .textpoint").last.wait_for()
    expect(page.locator("h1:visible")).to_contain_text("501 children looked after")
    number(page).check()
    expect(page.locator("#chart")).to_contain_text("Target 443")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_first_tab_stop_skips_to_the_content(opened):
    page = opened("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
