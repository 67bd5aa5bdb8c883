"""How much room pages of 1,000 indicators take: nodes, kB and times, beside what is shipped.

Run `python -m bench.room`, or `python -m bench.room FOLDER` to keep the invented council there.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from bench.many import write_many
from bench.servers import serving
from dashboard.store.demo import Scale
from tests.browser.chromium import FLAGS, find_chromium

SIZE = Scale(indicators=1000, areas=20, years=10)
OPENINGS = 3
REST = 10_000
PATIENCE = 300_000
"""ms that the first opening may take, which makes all findings."""
SHIPPED, INVENTED = "looked-after", "invented-001"
PAGES = {
    "overview, table": "?portfolio=all&form=table",
    "overview, charts": "?portfolio=all&form=charts",
    "overview, history": "?portfolio=all&form=history",
    "overview, wall": "?portfolio=all",
    "indicator": "indicator/{indicator}?portfolio=all",
    "Checks": "checks?portfolio=all",
    "About": "about",
    "Present": "present?portfolio=all&show=all",
    "Print": "print?portfolio=all&show=exceptions",
    "Missing": "nothing",
}
HEAD = """| page, of 18 and of 1,000 | nodes | kB | kB sent | ms | ratio |
| --- | --- | --- | --- | --- | --- |"""
# When what the server sent has been drawn, in ms since the navigation.
WATCH = """(() => {
  const look = () => {
    if (document.getElementById('live')?.dataset.drawn)
      requestAnimationFrame(() => { window.drawnAt = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();"""
NODES = "document.querySelectorAll('*').length"
# The page and its content, before and after compression.
ANSWER = """() => performance.getEntries()
  .filter(({ entryType, name }) => entryType === 'navigation' || name.includes('_dash-layout'))
  .reduce(([plain, sent], each) => [plain + each.decodedBodySize, sent + each.encodedBodySize],
    [0, 0])"""


@dataclass(frozen=True)
class Room:
    """What a page takes: nodes, kB as read and as sent, and ms until it is drawn."""

    nodes: int
    plain: float
    sent: float
    drawn: float


def opened(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.add_init_script(WATCH)
    page.goto(url, timeout=PATIENCE)
    page.wait_for_function("() => window.drawnAt > 0", timeout=PATIENCE)
    return page


def measured(browser: Browser, url: str) -> Room:
    """The medians of some openings, after one that makes the findings."""
    opened(browser, url).context.close()
    times = []
    for _ in range(OPENINGS - 1):
        page = opened(browser, url)
        times.append(page.evaluate("window.drawnAt"))
        page.context.close()
    page = opened(browser, url)
    times.append(page.evaluate("window.drawnAt"))
    # Sheets go on coming for as long as there are indicators.
    page.wait_for_timeout(REST)
    plain, sent = page.evaluate(ANSWER)
    nodes = page.evaluate(NODES)
    page.context.close()
    return Room(nodes, plain / 1000, sent / 1000, statistics.median(times))


@contextmanager
def _settings(folder: str) -> Iterator[dict[str, str]]:
    """The loaded invented council, made anew unless the folder holds it."""
    data, var = Path(folder) / "data", Path(folder) / "var"
    settings = {"DASHBOARD_DATA": str(data), "DASHBOARD_VAR": str(var)}
    if not data.exists():
        write_many(data, SIZE)
        command = [sys.executable, "-m", "dashboard", "load"]
        subprocess.run(command, env=environ | settings, check=True, stdout=subprocess.DEVNULL)
    yield settings


def _line(name: str, few: Room, many: Room) -> str:
    pairs = (
        (few.nodes, many.nodes),
        (few.plain, many.plain),
        (few.sent, many.sent),
        (few.drawn, many.drawn),
    )
    cells = [f"{one:,.0f}, {other:,.0f}" for one, other in pairs]
    return f"| {name} | {' | '.join(cells)} | {many.drawn / few.drawn:.1f} |"


def main() -> None:
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = sys.argv[1] if len(sys.argv) > 1 else temporary
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        with (
            _settings(folder) as settings,
            serving("app", 1) as shipped,
            serving("app", 1, settings) as large,
        ):
            print(HEAD)
            for name, address in PAGES.items():
                few = measured(browser, shipped.url + address.format(indicator=SHIPPED))
                many = measured(browser, large.url + address.format(indicator=INVENTED))
                print(_line(name, few, many), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
