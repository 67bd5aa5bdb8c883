"""What the filter bar offers: portfolios, quarters newest first, the portfolio's indicators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.domain.facts.indicator import Indicator
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.selection import ALL_NAME, Selection
from dashboard.store.catalogue import Catalogue
from dashboard.view import ALL_PORTFOLIOS

Choice = dict[str, Any]


def portfolio_choices(catalogue: Catalogue) -> list[Choice]:
    """Every portfolio; all of them together where there are several."""
    choices = [{"label": p.name, "value": p.id} for p in catalogue.portfolios]
    if len(choices) > 1:
        choices.append({"label": ALL_NAME, "value": ALL_PORTFOLIOS})
    return choices


def quarter_choices(catalogue: Catalogue, selection: Selection) -> list[Choice]:
    """Quarters with new figures and the chosen one, under their financial years, returns marked."""
    portfolio = selection.portfolio
    returns = catalogue.return_quarters(portfolio.id if portfolio else None)
    new = catalogue.new_quarters(portfolio.id if portfolio else None)
    quarters = set(catalogue.quarters()) | {selection.quarter}
    choices: list[Choice] = []
    year: Period | None = None
    for quarter in sorted(quarters, key=lambda q: q.end, reverse=True):
        if quarter.financial_year != year:
            year = quarter.financial_year
            choices.append({"label": year.label, "value": f"year-{year.id}", "disabled": True})
        mark = ", published" if quarter in new else ""
        mark = ", council return" if quarter in returns else mark
        choices.append({"label": f"{quarter.label}{mark}", "value": quarter.id})
    return choices


def indicator_choices(findings: Sequence[IndicatorFinding]) -> list[Choice]:
    """A portfolio's indicators in the overview's order."""
    return [{"label": f.indicator.name, "value": f.indicator.id} for f in findings]


def first_in(catalogue: Catalogue, portfolio_id: str) -> Indicator | None:
    """The portfolio's first indicator as printed: where its page opens on a change of portfolio."""
    return next(iter(catalogue.in_portfolio(portfolio_id)), None)
