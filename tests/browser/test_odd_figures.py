"""Odd figures, names and texts: label boxes are measured in a real chart, at every size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.app import create_app
from tests.browser.conftest import Server
from tests.browser.drawn import broken, go, settled
from tests.browser.measured import CHART_TEXTS, wrong
from tests.browser.test_paper import pages
from tests.odd_council import INDICATORS, write_odd_council


@pytest.fixture
def odd(settings, tmp_path):
    """The product with the odd council's dataset."""
    folder = write_odd_council(tmp_path / "odd")
    server = Server(create_app(replace(settings, data=folder, var=tmp_path / "var")).server)
    yield server
    server.kill()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (390, 844), (320, 640)])
def test_nothing_odd_is_cut_or_overlaps(page, odd, watch, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(odd.url)
    settled(page)
    addresses = [
        "/?form=charts",
        "/?quarter=FY2025-26Q1",
        "/print",
        *(f"/indicator/{name}" for name in INDICATORS),
        *(f"/indicator/{name}?span=long" for name in INDICATORS),
        "/indicator/steady?limits=shown",
    ]
    found = {}
    for address in addresses:
        go(page, address)
        if said := wrong(page):
            found[address] = said
    assert found == {}


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_no_label_overlaps_on_a_slide(page, odd, watch, width, height):
    page.set_viewport_size({"width": width, "height": height})
    found = {}
    for name in INDICATORS:
        page.goto(f"{odd.url}/present?show=all&slide={name}")
        settled(page)
        if said := page.evaluate(CHART_TEXTS):
            found[name] = said
    assert found == {}


def test_five_comparators_within_a_pixel_are_all_labelled(page, odd, watch):
    page.goto(f"{odd.url}/indicator/within-a-pixel")
    settled(page)
    texts = " ".join(page.locator("#chart .annotation-text").all_text_contents())
    for area in ("England 52", "England and Wales", "Yorkshire", "Neighbours", "Core cities"):
        assert area in texts


def test_a_commentary_of_thousands_of_words_is_paged_on_a_slide_and_whole_on_its_page(
    page, odd, watch
):
    page.goto(f"{odd.url}/present?show=all&slide=within-a-pixel&side=commentary")
    settled(page)
    assert "page 1 of" in page.locator("#deck-drawn .position").inner_text()
    page.goto(f"{odd.url}/indicator/within-a-pixel")
    settled(page)
    assert len(page.locator("#commentary").inner_text().split()) > 3000


def test_a_long_commentary_runs_on_and_a_figure_that_is_missing_is_said_on_paper(
    page, odd, watch, tmp_path
):
    def printed(name):
        with page.expect_response("**/slide.json*size=paper"):
            page.goto(f"{odd.url}/indicator/{name}")
        page.wait_for_timeout(100)
        return pages(page, tmp_path / "page.pdf")

    long = printed("within-a-pixel")
    assert len(long) > 3
    assert " ".join(long).count("The service has reviewed each case again.") == 9 * 50
    (missing,) = printed("none")
    assert "No figure by Q2 2025/26" in missing


def test_states_without_anything_to_show_say_so_and_break_no_rule(page, odd, watch):
    page.goto(f"{odd.url}/?portfolio=empty")
    settled(page)
    for address, text in (
        ("/?portfolio=empty", "There are no indicators here yet"),
        ("/print?portfolio=empty", "No indicator is shown by this choice."),
        ("/present?portfolio=empty", "Nothing yet"),
        ("/indicator/none", "No figure by Q2 2025/26"),
        ("/indicator/steady?limits=shown", "Upper limit"),
        ("/indicator/zero", "No target"),
        ("/indicator/one-point", "No commentary"),
    ):
        go(page, address)
        assert text in page.locator("main").inner_text(), address
        assert broken(page) == [], address
