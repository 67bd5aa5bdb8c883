"""A page that has come to rest, and the accessibility rules it is held against."""

from playwright.sync_api import Locator, Page

from dashboard.settings import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# Drawn for this size, every page of a pack fetched, and the same twice, a tenth of a second apart.
STILL = """() => {
  const { chart, page } = window.dashboard;
  const drawn = (page.state().drawn || '').split(' ')[1];
  const pack = document.querySelector('#page-print:not([hidden]) progress:not([hidden])');
  const now = [innerWidth, document.documentElement.scrollHeight,
    performance.getEntriesByType('resource').length,
    document.querySelectorAll('main *').length].join();
  const still = drawn === chart.size() && !pack && now === window.before;
  window.before = now;
  return still;
}"""


def settled(page: Page) -> None:
    """Waits for fonts, answers and drawing."""
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_function(STILL, polling=100, timeout=30_000)


def go(page: Page, address: str) -> None:
    """Moves to an address as a link does, without loading the page anew."""
    if page.url.endswith(address):
        return
    page.evaluate(
        "to => { window.left = dashboard.page.state(); dashboard.go.to(to); }",
        address,
    )
    page.wait_for_function("() => dashboard.page.state() !== window.left", timeout=30_000)
    settled(page)


def earlier(page: Page) -> None:
    """Steps to the quarter before with something new."""
    page.locator("#quarter-before").click()


def number(page: Page) -> Locator:
    """What lets the chart show counts."""
    return page.locator("#measure input[value=number]")


def rate(page: Page) -> Locator:
    """What lets the chart show rates."""
    return page.locator("#measure input[value=rate]")


def without_ahead(page: Page) -> None:
    """Nothing is fetched ahead, so that every step asks the server."""
    page.route("**/screen.json*", lambda route: route.fulfill(status=200, body=""))


def broken(page: Page, rule: str = "") -> list[str]:
    """The accessibility rules that the page breaks, or the one named, each with the first place."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    asked = {"type": "rule", "values": [rule]} if rule else {"type": "tag", "values": RULES}
    result = page.evaluate("asked => axe.run({runOnly: asked})", asked)
    return [f"{found['id']}: {found['nodes'][0]['html'][:160]}" for found in result["violations"]]
