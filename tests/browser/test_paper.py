"""What comes out of a printer: the PDF of a real browser, page by page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.drawn import earlier, go, settled

FOOT = re.compile(r"dataset [0-9a-f]{16} · http://127\.0\.0\.1:\d+/\S*")


def pages(page, path):
    """The texts of a page's PDF, as A4, without backgrounds, each in one line."""
    page.pdf(path=path, format="A4", prefer_css_page_size=True, print_background=False)
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(path).pages]


def test_a_portfolio_is_printed_as_one_indicator_a_page(opened, tmp_path):
    page = opened("/print?quarter=FY2016-17Q3")
    settled(page)
    first, *sheets = pages(page, tmp_path / "pack.pdf")
    assert "4 indicators: 3 miss their target, 1 is in its baseline year" in first
    assert "Filters" not in first
    assert not first.startswith("Print")
    told = (
        ("3,039 referrals in 12 months", "Target 795.4 (2,291)", "Q1 2016/17 980.7 (2,813)"),
        ("501 children looked after", "England 60 (2015/16)", "Q2 2016/17 175.7 (504)"),
        ("19.1% were repeat plans", "The scale starts at 14%", "Q1 2016/17 21.6%"),
        ("61.6% reviewed so far this year", "baseline year", "Q2 2016/17 38%"),
    )
    assert len(sheets) == len(told)
    for number, (sheet, texts) in enumerate(zip(sheets, told, strict=True), start=2):
        assert all(text in sheet for text in texts), sheet
        assert "Commentary, Q3 2016/17" in sheet
        assert "Q3 2016/17 · printed" in sheet
        assert FOOT.search(sheet)
        assert f"{number} of 5" in sheet
    assert (
        "4 without a figure for Q3 2015/16 to compare with: Referrals to social care, Children "
        "looked after, Repeat child protection plans, Annual reviews of long-term service users"
    ) in first
    assert "improvements in performance and outcomes for children." in sheets[1]


def test_judgements_stand_on_paper_in_words_and_signs_too(opened, tmp_path):
    page = opened("/print?quarter=FY2016-17Q3")
    settled(page)
    sheets = pages(page, tmp_path / "pack.pdf")
    assert "✖ Misses its target" in sheets[1]
    assert "▲ 32 children, worse" in sheets[2]
    assert "unlikely to meet the target" in sheets[2]
    assert "about 82%" in sheets[4]


def test_what_cannot_be_shown_stands_with_the_contents(opened, tmp_path):
    page = opened("/print?portfolio=schools&quarter=FY2016-17Q3")
    settled(page)
    first, *_ = pages(page, tmp_path / "pack.pdf")
    assert "Not in this picture 1 without a current figure" in first


def indicator_pages(page, path, move):
    """The same of an indicator's page, once its sheet has come after a move."""
    with page.expect_response("**/slide.json*size=paper"):
        move()
    page.wait_for_timeout(100)
    return pages(page, path)


LOOKED_AFTER = "/indicator/looked-after?quarter=FY2016-17Q3"


@pytest.mark.parametrize("width", [1280, 390])
def test_an_indicators_page_is_printed_as_its_sheet_of_the_pack(opened, tmp_path, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    (sheet,) = indicator_pages(page, tmp_path / "page.pdf", lambda: opened(LOOKED_AFTER))
    opened("/print?quarter=FY2016-17Q3")
    settled(page)
    of_pack = pages(page, tmp_path / "pack.pdf")[2]
    assert "501 children looked after: 58 above target, 32 more than in 2015/16" in sheet
    assert "Q1 2016/17 169.8 (487)" in sheet
    assert "improvements in performance and outcomes for children." in sheet
    assert FOOT.search(sheet)
    if width > 700:
        # On paper the two differ in nothing but their foot.
        body = "Cabinet Secretary (Resilient Communities) · Children looked after"
        assert sheet[sheet.index(body) :] == of_pack[of_pack.index(body) :]


def test_what_the_page_shows_now_is_printed(opened, tmp_path, page):
    opened(LOOKED_AFTER)
    settled(page)
    next_one, earlier_one, other = (
        indicator_pages(page, tmp_path / "page.pdf", move)
        for move in (
            lambda: page.keyboard.press("j"),
            lambda: earlier(page),
            lambda: go(page, "/indicator/referrals?quarter=FY2016-17Q3&beside=looked-after"),
        )
    )
    assert "19.1% were repeat plans" in next_one[0]
    assert "16.1% were repeat plans" in earlier_one[0]
    assert "3,039 referrals in 12 months" in other[0]
    assert [len(each) for each in (next_one, earlier_one, other)] == [1, 1, 1]
    go(page, "/?quarter=FY2016-17Q3")
    assert "4 indicators: 3 miss their target" in pages(page, tmp_path / "overview.pdf")[0]


def test_the_chart_on_the_sheet_is_as_wide_as_paper_and_leaves_the_page_afterwards(opened, page):
    page.set_viewport_size({"width": 390, "height": 800})
    with page.expect_response("**/slide.json*size=paper"):
        opened(LOOKED_AFTER)
    page.wait_for_timeout(100)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    drawn = page.locator(".on-paper .main-svg").first.bounding_box()
    assert (drawn["width"], drawn["height"]) == (690, 300)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".on-paper > *")).to_have_count(0)


def test_without_its_sheet_the_page_itself_is_printed(page, server, tmp_path):
    page.route("**/slide.json*", lambda route: route.abort())
    page.goto(server.url + LOOKED_AFTER)
    settled(page)
    sheets = pages(page, tmp_path / "page.pdf")
    assert len(sheets) > 1
    assert "501 children looked after" in sheets[0]
    assert "Copy sentence" not in " ".join(sheets)
    assert all(FOOT.search(sheet) for sheet in sheets)


@pytest.mark.parametrize("name", ["employment-rate", "claimant-count", "cardiovascular-mortality"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_twenty_years_of_figures_and_their_commentary_are_one_sheet(
    opened, tmp_path, page, name, paper
):
    with page.expect_response("**/slide.json*size=paper"):
        opened(f"/indicator/{name}")
    page.wait_for_timeout(100)
    page.pdf(path=tmp_path / "page.pdf", format=paper)
    assert len(PdfReader(tmp_path / "page.pdf").pages) == 1


@pytest.mark.parametrize(
    ("query", "lies_across", "most"),
    [
        ("form=table", True, 3),
        ("form=history", True, 3),
        ("form=history&span=years", True, 3),
        ("form=charts", False, 4),
        ("form=wall", False, 1),
    ],
)
def test_the_overview_is_printed_from_its_first_sheet_on(
    opened, tmp_path, query, lies_across, most
):
    page = opened(f"/?portfolio=all&quarter=FY2016-17Q3&{query}")
    settled(page)
    sheets = pages(page, tmp_path / "overview.pdf")
    headline = page.locator("#page-overview h1").inner_text()
    assert headline in sheets[0]
    assert "Cabinet Secretary (Resilient Communities)" in sheets[0]
    assert len(sheets) <= most
    assert f"1 of {len(sheets)}" in sheets[0]
    assert all(len(FOOT.sub("", sheet)) > 200 for sheet in sheets)
    assert not any("⇅" in sheet or "›" in sheet for sheet in sheets)
    boxes = [sheet.mediabox for sheet in PdfReader(tmp_path / "overview.pdf").pages]
    assert {box.width > box.height for box in boxes} == {lies_across}


def test_a_page_of_the_pack_that_fails_says_so_and_can_be_tried_again(page, server):
    page.route("**/slide.json*looked-after*", lambda route: route.abort())
    page.goto(f"{server.url}/print?quarter=FY2016-17Q3")
    expect(page.get_by_role("alert").filter(has_text="could not be fetched")).to_be_visible()
    expect(page.locator(".print-bar .far")).to_have_text("3 of 4")
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    page.unroute("**/slide.json*looked-after*")
    page.locator(".paper").get_by_role("button", name="Try again").click()
    expect(page.get_by_role("button", name="Print")).to_be_enabled()


def test_the_menu_of_an_indicator_prints_its_sheet(opened):
    page = opened("/indicator/looked-after")
    settled(page)
    page.evaluate("window.print = () => { window.printed = location.hash || 'printed'; }")
    page.locator(".acts summary").click()
    page.get_by_role("link", name="Print or PDF").click()
    assert page.evaluate("window.printed") == "printed"


# The library of the charts comes later than everything else.
WITHOUT_PLOTLY = """
  window.late = true;
  Object.defineProperty(window, 'Plotly', {
    get: () => (window.late ? undefined : window.held), set: (made) => { window.held = made; },
  });
"""
SHEETS = "#page-print .paper:not(.waiting) .plot .main-svg:first-child"


def test_the_pack_is_ready_only_when_every_chart_is_drawn(page, server):
    page.add_init_script(WITHOUT_PLOTLY)
    page.goto(f"{server.url}/print?quarter=FY2016-17Q3")
    page.wait_for_function(
        "() => performance.getEntriesByType('resource')"
        ".filter(each => each.name.includes('slide.json')).length === 4"
    )
    expect(page.locator(".print-bar .far")).to_have_text("0 of 4")
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    expect(page.locator(".print-bar [role=status]")).to_be_empty()
    page.evaluate("window.late = false")
    expect(page.locator(".print-bar [role=status]")).to_have_text("All 4 pages are ready.")
    expect(page.get_by_role("button", name="Print")).to_be_enabled()
    expect(page.locator(SHEETS)).to_have_count(4)
    shown = page.locator(".paper").evaluate_all(
        "nodes => nodes.map((node) => getComputedStyle(node).contentVisibility)"
    )
    assert set(shown) == {"visible"}, "a picture of the page shows all of it"


def test_a_pack_printed_too_early_says_what_is_left_out(page, server, tmp_path):
    held = []
    page.route("**/slide.json*looked-after*", lambda route: held.extend([route]))
    page.goto(f"{server.url}/print?quarter=FY2016-17Q3")
    expect(page.locator(".print-bar .far")).to_have_text("3 of 4")
    first, *sheets = pages(page, tmp_path / "early.pdf")
    assert "1 of 4 sheets was not ready and is left out of this print: wait until" in first
    assert "One moment" not in " ".join([first, *sheets])
    assert "3,039 referrals in 12 months" in sheets[0]
    assert "19.1% were repeat plans" in sheets[1]
    held[0].continue_()
    settled(page)
    assert "left out" not in " ".join(pages(page, tmp_path / "whole.pdf"))


def test_a_page_printed_before_it_is_drawn_says_so(page, server, tmp_path):
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(f"{server.url}/print?quarter=FY2016-17Q3")
    (sheet,) = pages(page, tmp_path / "blank.pdf")
    assert "This page was not ready when it was printed: wait until it is drawn" in sheet


def test_a_pack_chosen_in_the_menu_is_printed_once_it_is_ready(page, server):
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    page.goto(f"{server.url}/?quarter=FY2016-17Q3")
    settled(page)
    page.locator(".acts summary").click()
    page.get_by_role("link", name="Print or PDF").click()
    expect(page.locator(".print-bar [role=status]")).to_have_text("All 4 pages are ready.")
    page.wait_for_function("window.printed === 1")
    page.reload()
    expect(page.locator(".print-bar [role=status]")).to_have_text("All 4 pages are ready.")
    page.wait_for_timeout(300)
    assert page.evaluate("window.printed") == 0
