"""Which pages readers open first; they are drawn before a new dataset is served."""

from __future__ import annotations

from dashboard.charts.style import WIDE
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.site import Site
from dashboard.store.dataset import Dataset

MOST_PORTFOLIOS = 24
"""As many as `findings.indicator_records` keeps: more would push out what readers still ask for."""


def draw_opening_pages(site: Site, dataset: Dataset) -> None:
    """Draws the first page and each portfolio's at its opening quarter, with all findings for it.

    They are kept where a request looks for them.
    """
    names = ["", *(portfolio.id for portfolio in dataset.catalogue.portfolios[:MOST_PORTFOLIOS])]
    for name in names:
        choices = OverviewChoices(portfolio=name)
        site.screen(dataset, site.parse(choices.pathname, choices.search), WIDE)
