"""A file in the making: its progress in sight while the reader goes on, stopped, failed, saved."""

from __future__ import annotations

import json
import threading

import pytest
from playwright.sync_api import expect

from dashboard.reports.exporting import in_subprocess as apart
from dashboard.reports.exporting.in_subprocess import NotMadeError, Progress
from tests.browser.drawn import broken, go, settled

NAME = "exception-report-resilient-communities-FY2016-17Q3-as-at-2016-12-31.docx"
PLACE = "/?portfolio=resilient-communities&quarter=FY2016-17Q3"


class Work:
    """Files whose making the test holds in its hand."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()
        self.ended = threading.Semaphore(0)
        self.begun = 0
        self.fails = False

    def making(self, order):
        """Tells that one indicator of four is done, and waits for the test."""
        self.begun += 1
        heard = self._heard(order)
        next(heard)
        return heard

    def _heard(self, order):
        try:
            yield None
            yield Progress(1, 4)
            while not self.goes_on.wait(0.05):
                yield None
            if self.fails:
                raise NotMadeError("KeyError")
            yield Progress(4, 4)
            yield b"PK\n" + order.kind.encode()
        finally:
            self.ended.release()


@pytest.fixture
def work(monkeypatch):
    work = Work()
    monkeypatch.setattr("dashboard.web.downloads.making", work.making)
    yield work
    work.goes_on.set()


def choose(page, name):
    page.locator("#download summary").click()
    page.locator("#files a", has=page.get_by_text(name, exact=True)).click()


def test_a_file_is_made_while_the_reader_goes_on(opened, work):
    page = opened(PLACE)
    choose(page, "Word")
    making = page.get_by_role("region", name="Files being made")
    bar = making.get_by_role("progressbar", name="Word")
    expect(making).to_contain_text("Word: 1 of 4 indicators")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [1, 4]
    go(page, "/about")
    expect(making).to_contain_text("Word: 1 of 4 indicators")
    with page.expect_download() as download:
        work.goes_on.set()
    assert download.value.suggested_filename == NAME
    assert download.value.path().read_bytes() == b"PK\ndocx"
    expect(making).to_be_hidden()
    expect(page.locator("#live")).to_have_text(f"Word: saved as {NAME}")
    assert page.url.endswith("/about")


def test_two_at_once_are_both_saved(opened, work):
    page = opened(PLACE)
    choose(page, "Word")
    choose(page, "PowerPoint")
    expect(page.locator("#making progress")).to_have_count(2)
    saved = []
    page.on("download", lambda download: saved.append(download.suggested_filename))
    work.goes_on.set()
    expect(page.locator("#making")).to_be_hidden()
    page.wait_for_timeout(200)
    slides = NAME.replace("exception-report", "slides").replace("docx", "pptx")
    assert sorted(saved) == [NAME, slides]


def test_stop_ends_the_work_on_the_server(opened, work):
    page = opened(PLACE)
    choose(page, "Word")
    page.get_by_role("button", name="Stop: Word").click()
    expect(page.locator("#making")).to_be_hidden()
    expect(page.locator("main")).to_be_focused()
    assert work.ended.acquire(timeout=30)
    assert not work.goes_on.is_set()


def test_who_closes_the_page_ends_the_work_too(opened, work):
    page = opened(PLACE)
    choose(page, "Word")
    expect(page.locator("#making progress")).to_be_visible()
    page.goto("about:blank")
    assert work.ended.acquire(timeout=30)


def test_what_fails_says_so_and_can_be_tried_again(opened, work):
    work.fails = True
    page = opened(PLACE)
    work.goes_on.set()
    choose(page, "Word")
    expect(page.locator("#making").get_by_role("alert")).to_have_text(
        "Word was not made. The file could not be made; the log says why. Please tell IT."
    )
    work.fails = False
    with page.expect_download() as download:
        page.get_by_role("button", name="Try again: Word").click()
    assert download.value.suggested_filename == NAME
    expect(page.locator("#making")).to_be_hidden()


def test_what_is_cut_short_is_not_saved(opened, page):
    line = json.dumps({"file": NAME, "type": "application/zip", "bytes": 9})
    page.route(
        "**/report.docx*",
        lambda route: route.fulfill(
            content_type="application/x-file-in-the-making", body=f"{line}\nPK"
        ),
    )
    opened(PLACE)
    choose(page, "Word")
    expect(page.locator("#making").get_by_role("alert")).to_have_text(
        "Word did not arrive: the connection was lost. Try again once it is back."
    )
    page.unroute("**/report.docx*")
    with page.expect_download() as download:
        page.get_by_role("link", name="Without progress").click()
    assert download.value.suggested_filename == NAME
    page.get_by_role("button", name="Close: Word").click()
    expect(page.locator("#making")).to_be_hidden()


def test_who_comes_when_all_places_are_taken_waits(page, server):
    page.goto(server.url + PLACE)
    settled(page)
    taken = [apart._places.acquire(blocking=False) for _ in range(apart.AT_ONCE)]
    try:
        choose(page, "Word")
        expect(page.locator("#making")).to_contain_text("Word: waits until another file is made")
    finally:
        for _ in filter(None, taken):
            apart._places.release()
    with page.expect_download() as download:
        pass
    assert download.value.suggested_filename == NAME


# Half a second does not pass, however busy the machine; what is in between is seen.
NOT_YET = """() => {
  const later = window.setTimeout;
  window.setTimeout = (act, ms, ...given) => ms === 500 ? 0 : later(act, ms, ...given);
  new MutationObserver(() => { window.shown = true; })
    .observe(document.getElementById('making'), {childList: true});
}"""


@pytest.mark.parametrize("name", ["CSV", "Excel"])
def test_what_is_there_in_half_a_second_shows_nothing(opened, name):
    page = opened(PLACE)
    page.evaluate(NOT_YET)
    with page.expect_download() as download:
        choose(page, name)
    assert download.value.suggested_filename.startswith("figures-resilient-communities-FY2016-17Q3")
    assert not page.evaluate("window.shown")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_nothing_moves_and_no_rule_is_broken(browser, server, work, width, height):
    page = browser.new_page(viewport={"width": width, "height": height}, bypass_csp=True)
    page.goto(server.url + PLACE)
    settled(page)
    if page.locator(".fold").is_visible():
        page.locator(".fold").click()
    heading = page.locator("main > section:not([hidden]) h1")
    before = heading.bounding_box()
    choose(page, "Word")
    expect(page.locator("#making progress")).to_be_visible()
    assert heading.bounding_box() == before
    assert broken(page) == []
    work.fails = True
    work.goes_on.set()
    expect(page.locator("#making").get_by_role("alert")).to_be_visible()
    assert broken(page) == []
    page.close()
