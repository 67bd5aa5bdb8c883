"""What comes out of a printer: the PDF of a real browser, page by page."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.drawn import settled

FOOT = re.compile(r"dataset [0-9a-f]{16} · http://127\.0\.0\.1:\d+/\S*")


def pages(page, path):
    """The texts of a page's PDF, as A4, without backgrounds, each in one line."""
    page.pdf(path=path, format="A4", prefer_css_page_size=True, print_background=False)
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(path).pages]


def test_a_portfolio_is_printed_as_one_indicator_a_page(opened, tmp_path):
    page = opened("/print?quarter=FY2016-17Q3")
    settled(page)
    first, *sheets, last = pages(page, tmp_path / "pack.pdf")
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
        assert f"{number} of 6" in sheet
    assert "4 without a figure for Q3 2015/16 to compare with" in last
    assert "improvements in performance and outcomes for children." in sheets[1]


def test_judgements_stand_on_paper_in_words_and_signs_too(opened, tmp_path):
    page = opened("/print?quarter=FY2016-17Q3")
    settled(page)
    sheets = pages(page, tmp_path / "pack.pdf")
    assert "✖ Misses its target" in sheets[1]
    assert "▲ 11.9 worse" in sheets[2]
    assert "unlikely to meet the target" in sheets[2]
    assert "about 82%" in sheets[4]


def test_what_cannot_be_shown_ends_the_pack(opened, tmp_path):
    page = opened("/print?portfolio=schools&quarter=FY2016-17Q3")
    settled(page)
    *_, last = pages(page, tmp_path / "pack.pdf")
    assert "Not in this picture 1 without a current figure" in last


def test_an_indicators_page_is_printed_with_its_table_and_its_foot(opened, tmp_path):
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    settled(page)
    sheets = pages(page, tmp_path / "page.pdf")
    whole = " ".join(sheets)
    assert "Q1 2016/17 169.8 (487)" in whole
    assert "Copy sentence" not in whole
    assert all(FOOT.search(sheet) for sheet in sheets)


def test_a_page_of_the_pack_that_fails_says_so_and_can_be_tried_again(page, server):
    page.route("**/slide.json*looked-after*", lambda route: route.abort())
    page.goto(f"{server.url}/print?quarter=FY2016-17Q3")
    expect(page.get_by_role("alert").filter(has_text="could not be fetched")).to_be_visible()
    expect(page.locator(".print-bar .count")).to_have_text("3 of 4")
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    page.unroute("**/slide.json*looked-after*")
    page.locator(".paper").get_by_role("button", name="Try again").click()
    expect(page.get_by_role("button", name="Print")).to_be_enabled()
