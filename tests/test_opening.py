"""What is drawn before a new dataset is served is what its first readers ask for."""

from dashboard.charts.style import WIDE
from dashboard.findings import indicator_records, portfolio_findings
from dashboard.opening import draw_opening_pages
from dashboard.site import Site, kept
from dashboard.store.dataset import Store

SITE = Site()
CACHES = (portfolio_findings, indicator_records, kept)


def made():
    """How many findings of portfolios, rows of portfolios and screens have been made."""
    return [cache.cache_info().misses for cache in CACHES]


def opened(dataset, search):
    return SITE.screen(dataset, SITE.parse("/", search), WIDE)


def test_the_first_readers_of_a_prepared_dataset_wait_for_no_findings(var, dataset):
    for cache in CACHES:
        cache.cache_clear()
    new = Store(var).current()
    draw_opening_pages(SITE, new)
    # Four portfolios at their opening quarter and the one before, and the first page besides.
    assert made() == [8, 4, 5]
    first = opened(new, "")
    assert first.state["title"] == "Cabinet Secretary (Resilient Communities), Q3 2016/17"
    for portfolio in new.catalogue.portfolios:
        opened(new, f"?portfolio={portfolio.id}")
    assert made() == [8, 4, 5]
