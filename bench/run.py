"""Measures the product beside a static page and a plain page of Dash with the same chart.

Run `make bench`. Compare within a run only: the machine's own speed cancels out in the ratios.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from bench.changes import DASH, OURS, SELECT, change_script
from bench.load import panels_a_second
from bench.servers import Served, serving
from tests.browser.chromium import FLAGS, find_chromium

OPENINGS = 15
CHANGES = 40
ADDRESS = "indicator/looked-after"
# When the first chart with its labels stands in the page, in ms since the navigation.
WATCH = """(() => {
  const look = () => {
    if (document.querySelector('#chart .textpoint text')) window.drawnAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();"""
# After the latest figure of the chosen quarter stands in the chart.
ARRIVED = """[...document.querySelectorAll('#chart .textpoint text')].at(-1)?.textContent
  === wanted"""
QUARTERS = (("FY2016-17Q2", "175.7"), ("FY2016-17Q3", "174.7"))


@dataclass(frozen=True)
class Measured:
    """One page: kB on the wire by encoding, requests, and times in ms."""

    wire: dict[str, float]
    requests: int
    first_chart: float
    change_p50: float
    change_p95: float


def opened(browser: Browser, url: str, encoding: str = "br") -> tuple[Page, list[int]]:
    """A page opened with an empty cache, once its chart is drawn; and the bytes of each answer."""
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    session = page.context.new_cdp_session(page)
    sizes: list[int] = []
    session.send("Network.enable")
    session.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": encoding}})
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.add_init_script(WATCH)
    page.goto(url)
    page.locator("#chart .textpoint text").last.wait_for()
    page.wait_for_load_state("networkidle")
    return page, sizes


def measure(browser: Browser, url: str, choose: str) -> Measured:
    wire = {}
    requests = 0
    for encoding in ("br", "gzip"):
        page, sizes = opened(browser, url, encoding)
        wire[encoding] = sum(sizes) / 1000
        requests = len(sizes)
        page.context.close()
    firsts = []
    for _ in range(OPENINGS):
        page, _sizes = opened(browser, url)
        firsts.append(page.evaluate("window.drawnAt"))
        page.context.close()
    page, _sizes = opened(browser, url)
    script = change_script(ARRIVED, choose)
    changes = [page.evaluate(script, list(QUARTERS[n % 2])) for n in range(CHANGES)]
    page.context.close()
    percentiles = statistics.quantiles(changes, n=20)
    return Measured(
        wire, requests, statistics.median(firsts), statistics.median(changes), percentiles[-1]
    )


def update_request(browser: Browser, url: str) -> tuple[str, bytes]:
    """The path and body of the request that a change of quarter makes."""
    page, _ = opened(browser, url + ADDRESS)
    with page.expect_request(lambda request: request.method == "POST") as caught:
        page.evaluate("dashboard.go.to(dashboard.go.atQuarter('FY2016-17Q1'))")
    request = caught.value
    path, body = urlsplit(request.url), request.post_data_buffer or b""
    page.context.close()
    return f"{path.path}?{path.query}" if path.query else path.path, body


def report(ours: Measured, floor: Measured, dash: Measured) -> None:
    print("| what | ours | static page | ratio | plain Dash | ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    rows = [
        ("cold page, brotli, kB", *(page.wire["br"] for page in (ours, floor, dash))),
        ("cold page, gzip, kB", *(page.wire["gzip"] for page in (ours, floor, dash))),
        ("requests", ours.requests, floor.requests, dash.requests),
        ("first drawn chart, p50, ms", ours.first_chart, floor.first_chart, dash.first_chart),
        ("filter change, p50, ms", ours.change_p50, floor.change_p50, dash.change_p50),
        ("filter change, p95, ms", ours.change_p95, floor.change_p95, dash.change_p95),
    ]
    for name, mine, least, plain in rows:
        print(
            f"| {name} | {mine:,.0f} | {least:,.0f} | {mine / least:.2f} "
            f"| {plain:,.0f} | {mine / plain:.2f} |"
        )


def report_servers(served: Served, warm: float, cold: float) -> None:
    print("\n| what | ours |\n| --- | --- |")
    print(f"| panels/s, two workers, findings warm | {warm:,.0f} |")
    print(f"| panels/s, two workers, findings cold | {cold:,.0f} |")
    print(f"| start-up to the first answer, s | {served.start_up:.1f} |")
    memory = " and ".join(f"{share:,.0f}" for share in served.memory())
    print(f"| memory of the two workers (PSS), MB | {memory} |")


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        with (
            serving("app") as product,
            serving("bench.static_page") as static,
            serving("bench.plain_dash") as plain,
        ):
            ours = measure(browser, product.url + ADDRESS, OURS)
            floor = measure(browser, static.url, SELECT)
            report(ours, floor, measure(browser, plain.url, DASH))
            path, body = update_request(browser, product.url)
            warm = panels_a_second(product.url, path, body)
            with serving("bench.cold") as forgetful:
                cold = panels_a_second(forgetful.url, path, body)
            report_servers(product, warm, cold)
        browser.close()


if __name__ == "__main__":
    main()
