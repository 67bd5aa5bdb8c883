"""Measures the product with a hundred times the data, beside itself with what is shipped.

Run `python -m bench.scale`, which `make bench` does. Compare within a run only.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from bench.changes import change_script
from bench.servers import Served, serving
from dashboard.store.demo import Scale, write_demo
from tests.browser.chromium import FLAGS, find_chromium

LARGE = Scale(indicators=400, areas=150, years=10)
OPENINGS = 9
CHANGES = 24
PORTFOLIOS = 10
ALL = "?portfolio=all&form=table"
# When the last row stands in the page, in ms since the navigation.
WATCH = """(() => {
  const look = () => {
    const rows = document.querySelectorAll('#rows-drawn tbody tr');
    if (rows.length) requestAnimationFrame(() => { window.drawnAt = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();"""
# After the rows of the chosen quarter stand in the page.
ARRIVED = "document.querySelector('#rows-drawn caption')?.textContent.includes(wanted)"


@dataclass(frozen=True)
class Overview:
    """Times of an overview in ms."""

    first: float
    change: float


def opened(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.add_init_script(WATCH)
    page.goto(url)
    page.locator("#rows-drawn tbody tr").last.wait_for()
    page.wait_for_function("window.drawnAt > 0")
    return page


def first_drawn(browser: Browser, url: str) -> float:
    times = []
    for _ in range(OPENINGS):
        page = opened(browser, url)
        times.append(page.evaluate("window.drawnAt"))
        page.context.close()
    return statistics.median(times)


def change_drawn(browser: Browser, url: str, quarters: tuple[tuple[str, str], ...]) -> float:
    page = opened(browser, url)
    times = [page.evaluate(change_script(ARRIVED), list(quarters[n % 2])) for n in range(CHANGES)]
    page.context.close()
    return statistics.median(times)


def browse(served: Served) -> float:
    """The larger worker's memory in MB after every portfolio was looked through."""
    quarters = ("FY2025-26Q2", "FY2024-25Q4", "FY2024-25Q2", "FY2023-24Q4")
    for quarter, portfolio in product(quarters, range(1, PORTFOLIOS + 1)):
        for address in (
            f"?portfolio=portfolio-{portfolio}&quarter={quarter}",
            f"?portfolio=all&quarter={quarter}&form=table",
            f"indicator/invented-{portfolio * 40 - 1:03d}?quarter={quarter}&span=long",
        ):
            # A page's content is drawn for the address that asks for it.
            asked = Request(served.url + "_dash-layout", headers={"Referer": served.url + address})
            with urlopen(asked) as answer:
                answer.read()
    return max(served.memory())


def load_seconds(settings: dict[str, str]) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "dashboard", "load"]
    subprocess.run(command, env=os.environ | settings, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        data, var = Path(folder) / "invented", Path(folder) / "var"
        write_demo(data, LARGE)
        settings = {"DASHBOARD_DATA": str(data), "DASHBOARD_VAR": str(var)}
        seconds = load_seconds(settings)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        with serving("app") as shipped, serving("app", settings=settings) as large:
            small_change = change_drawn(
                browser,
                shipped.url,
                (("FY2016-17Q2", "Q2 2016/17"), ("FY2016-17Q3", "Q3 2016/17")),
            )
            large_change = change_drawn(
                browser,
                large.url + "?portfolio=portfolio-1",
                (("FY2025-26Q1", "Q1 2025/26"), ("FY2025-26Q2", "Q2 2025/26")),
            )
            small = Overview(first_drawn(browser, shipped.url + ALL), small_change)
            many = Overview(first_drawn(browser, large.url + ALL), large_change)
            memory = browse(large)
        browser.close()
    print("| what | shipped | invented | ratio | aim |")
    print("| --- | --- | --- | --- | --- |")
    first, change = many.first / small.first, many.change / small.change
    print(
        f"| all portfolios first drawn, 18 and 400 indicators, p50, ms | {small.first:,.0f} | "
        f"{many.first:,.0f} | {first:.2f} | 2 |"
    )
    print(
        f"| another quarter of a portfolio of 4 and of 40, p50, ms | {small.change:,.0f} | "
        f"{many.change:,.0f} | {change:.2f} | 1.5 |"
    )
    print(f"| loading 400 × 150 × 10 years, s | | {seconds:.0f} | | 60 |")
    print(f"| memory of a worker after 120 pages (PSS), MB | | {memory:,.0f} | | 250 |")


if __name__ == "__main__":
    main()
