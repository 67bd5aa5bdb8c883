"""Pictures of every page and state at every size: `make shots` writes them into shots/.

`python -m tests.browser.shots --readme` renews the README's own, in docs/.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.app import create_app
from dashboard.settings import ROOT, Settings
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.conftest import Server
from tests.browser.drawn import settled
from tests.browser.test_sizes import SIZES
from tests.odd_council import INDICATORS as ODD
from tests.odd_council import write_odd_council

Act = Callable[[Page], object]
SHOTS = ROOT / "shots"


def _nothing(page: Page) -> None: ...


def _open_tables(page: Page) -> None:
    page.locator("summary").evaluate_all("nodes => nodes.forEach(node => node.click())")


STATES: dict[str, tuple[str, Act]] = {
    "overview": ("/?quarter=FY2016-17Q3", _nothing),
    "overview-all": ("/?portfolio=all&quarter=FY2016-17Q3&form=table", _nothing),
    "overview-wall": ("/?portfolio=all&quarter=FY2016-17Q3", _nothing),
    "overview-history": ("/?quarter=FY2016-17Q3&form=history", _nothing),
    "overview-history-years": ("/?portfolio=all&form=history&span=years", _nothing),
    "overview-charts": ("/?portfolio=all&form=charts", _nothing),
    "overview-exceptions": ("/?quarter=FY2016-17Q3&show=exceptions", _nothing),
    "overview-nothing-found": ("/?find=nothing+like+it", _nothing),
    "overview-fell-back": ("/?quarter=banana", _nothing),
    "overview-before-figures": ("/?quarter=FY2013-14Q4", _nothing),
    "indicator": ("/indicator/looked-after?quarter=FY2016-17Q3", _nothing),
    "indicator-table": ("/indicator/referrals?quarter=FY2016-17Q3", _open_tables),
    "indicator-baseline": ("/indicator/annual-reviews?quarter=FY2016-17Q3", _nothing),
    "indicator-relative-target": ("/indicator/repeat-protection-plans", _nothing),
    "indicator-long-run": ("/indicator/looked-after?span=long&compare=england,published", _nothing),
    "indicator-published": ("/indicator/healthy-life-male", _nothing),
    "indicator-beside": ("/indicator/claimant-count?beside=employment-rate", _nothing),
    "indicator-no-figure": ("/indicator/guest-nights?quarter=FY2016-17Q3", _nothing),
    "indicator-missing": ("/indicator/looked-aftr", _nothing),
    "indicator-why": ("/indicator/referrals?quarter=FY2016-17Q3", _open_tables),
    "checks": ("/checks?quarter=FY2016-17Q3", _nothing),
    "about": ("/about", _nothing),
    "accessibility": ("/accessibility", _nothing),
    "print": ("/print?quarter=FY2016-17Q3", _nothing),
    "present-title": ("/present?quarter=FY2016-17Q3", _nothing),
    "present-chart": ("/present?quarter=FY2016-17Q3&slide=looked-after", _nothing),
    "present-commentary": (
        "/present?quarter=FY2016-17Q3&slide=looked-after&side=commentary",
        _nothing,
    ),
    "present-table": ("/present?quarter=FY2016-17Q3&slide=looked-after&side=table", _nothing),
    "present-help": (
        "/present?quarter=FY2016-17Q3&slide=referrals",
        lambda page: page.keyboard.press("?"),
    ),
    "present-rest": ("/present?portfolio=schools&slide=rest&quarter=FY2016-17Q3", _nothing),
}
README = {"overview": (1280, 720), "indicator": (1280, 860)}


@contextmanager
def _served(settings: Settings) -> Iterator[Server]:
    server = Server(create_app(settings).server)
    yield server
    server.kill()


def _shoot(browser: Browser, server: Server, states: dict[str, tuple[str, Act]]) -> None:
    for width, height in SIZES:
        page = browser.new_page(viewport={"width": width, "height": height})
        for name, (address, act) in states.items():
            page.goto(server.url + address)
            settled(page)
            act(page)
            page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)
        page.close()


def _failed(browser: Browser, server: Server) -> None:
    """The banner after an update that did not come."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(server.url)
    settled(page)
    server.kill()
    page.get_by_label("Charts", exact=True).check()
    page.get_by_role("alert").wait_for()
    page.screenshot(path=SHOTS / "failed-1280.png")
    server.start()


def _for_readme(browser: Browser, server: Server) -> None:
    for name, (width, height) in README.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(server.url + STATES[name][0])
        settled(page)
        page.screenshot(path=ROOT / "docs" / f"{name}.png")


def main(arguments: list[str]) -> None:
    """Takes all pictures, or the README's."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    SHOTS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        plain = Settings(var=Path(folder) / "var")
        with _served(plain) as server:
            if "--readme" in arguments:
                _for_readme(browser, server)
                return
            _shoot(browser, server, STATES)
            _failed(browser, server)
        odd = write_odd_council(Path(folder) / "odd")
        with _served(replace(plain, data=odd, var=Path(folder) / "odd-var")) as server:
            pages = {f"odd-{name}": (f"/indicator/{name}", _nothing) for name in ODD}
            pages["odd-overview"] = ("/", _nothing)
            pages["odd-empty"] = ("/?portfolio=empty", _nothing)
            _shoot(browser, server, pages)
        browser.close()
    print(f"{len(list(SHOTS.glob('*.png')))} pictures in {SHOTS}")


if __name__ == "__main__":
    main(sys.argv[1:])
