"""A view made whole against the dataset: which portfolio, which quarter, and what fell back."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.facts import period
from dashboard.domain.facts.indicator import Indicator, Portfolio
from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.store.catalogue import Catalogue
from dashboard.view import ALL_PORTFOLIOS, INDICATOR, View

ALL_NAME = "All portfolios"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown: `portfolio` is None for all `portfolios`; `notes` say what fell back."""

    view: View
    portfolio: Portfolio | None
    portfolios: tuple[Portfolio, ...]
    quarter: Period
    indicator: Indicator | None
    notes: tuple[str, ...]

    @property
    def portfolio_value(self) -> str:
        """The portfolio filter's value."""
        return self.portfolio.id if self.portfolio else ALL_PORTFOLIOS

    @property
    def portfolio_name(self) -> str:
        """The portfolio's name, or that it is all of them."""
        return self.portfolio.name if self.portfolio else ALL_NAME


def select(view: View, catalogue: Catalogue) -> Selection:
    """The portfolio, quarter and indicator that an address means in this dataset.

    An indicator that does not exist leaves `indicator` None.
    """
    notes = list(view.notes)
    indicator = catalogue.indicator(view.indicator) if view.page == INDICATOR else None
    portfolio = _portfolio(view, catalogue, indicator, notes)
    quarter = _quarter(view, catalogue, portfolio, notes)
    portfolios = (portfolio,) if portfolio else tuple(catalogue.portfolios)
    return Selection(view, portfolio, portfolios, quarter, indicator, tuple(notes))


def _portfolio(
    view: View, catalogue: Catalogue, indicator: Indicator | None, notes: list[str]
) -> Portfolio | None:
    if indicator:
        return catalogue.portfolio(indicator.portfolio_id)
    if view.portfolio == ALL_PORTFOLIOS:
        return None
    found = catalogue.portfolio(view.portfolio)
    if found:
        return found
    opening = catalogue.opening_portfolio()
    if view.portfolio and opening:
        notes.append(f"There is no portfolio “{view.portfolio}”; showing {opening.name}.")
    return opening


def _quarter(
    view: View, catalogue: Catalogue, portfolio: Portfolio | None, notes: list[str]
) -> Period:
    latest = catalogue.latest_quarter(portfolio.id if portfolio else None)
    known = catalogue.quarters()
    fallback = latest or known[0]
    if not view.quarter:
        return fallback
    chosen, problem = read_quarter(view.quarter, known)
    if chosen is None:
        notes.append(f"{problem} Showing {fallback.label}.")
    return chosen or fallback


def read_quarter(text: str, known: tuple[Period, ...]) -> tuple[Period | None, str]:
    """The quarter of an address, or None and what is wrong with it.

    Any quarter from the first to the last with figures (`known`, newest first) will do.
    """
    try:
        chosen = period.parse(text)
    except period.PeriodError:
        return None, f"“{text}” is not a quarter."
    if chosen.kind is not PeriodKind.QUARTER:
        return None, f"“{text}” is not a quarter."
    if chosen.end > known[0].end:
        return None, f"There are no figures as late as {chosen.label}."
    if chosen.end < known[-1].end:
        return None, f"There are no figures as early as {chosen.label}."
    return chosen, ""
