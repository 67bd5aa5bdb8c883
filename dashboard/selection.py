"""What an address means in a dataset: which portfolios, which quarter, and what fell back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from dashboard.choices import Choices, text, word
from dashboard.domain.facts import period
from dashboard.domain.facts.indicator import Indicator, Portfolio
from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.ranking import Ranking
from dashboard.findings import portfolio_findings, portfolio_rankings
from dashboard.store.catalogue import Catalogue, Stop
from dashboard.store.dataset import Dataset

ALL = "all"
ALL_NAME = "All portfolios"


@dataclass(frozen=True, kw_only=True)
class Filters(Choices):
    """What every page can be asked for: a portfolio, or all of them, at a quarter."""

    portfolio: str = word("Portfolio", control="none", resets=("tag", "slide", "side"))
    quarter: str = text("Quarter", longest=40, control="none")


@dataclass(frozen=True, kw_only=True)
class IndicatorFilters(Filters):
    """One indicator of the portfolio besides, which the path names."""

    path = "/indicator/{indicator}"
    indicator: str = word("Indicator", control="none", resets=("first", "last", "beside"))


C = TypeVar("C", bound=Filters)


@dataclass(frozen=True)
class Selection(Generic[C]):
    """An address made whole against a dataset; every page is a function of it.

    `portfolio` is None for all `portfolios`; `indicator` is None where the address names none, or
    one that does not exist. `notes` say what of the address fell back.
    """

    dataset: Dataset
    choices: C
    portfolio: Portfolio | None
    quarter: Period
    indicator: Indicator | None
    notes: tuple[str, ...]

    @property
    def catalogue(self) -> Catalogue:
        """What the dataset holds, as at the quarter."""
        return self.dataset.catalogue.at(self.quarter)

    @property
    def portfolios(self) -> tuple[Portfolio, ...]:
        """The chosen portfolio, or all of them."""
        return (self.portfolio,) if self.portfolio else self.catalogue.portfolios

    @property
    def portfolio_name(self) -> str:
        """The portfolio's name, or that it is all of them."""
        return self.portfolio.name if self.portfolio else ALL_NAME

    @cached_property
    def found(self) -> dict[str, tuple[IndicatorFinding, ...]]:
        """The findings of each portfolio, by its name, in the order in which they are read."""
        return {
            p.name: portfolio_findings(self.dataset, p.id, self.quarter) for p in self.portfolios
        }

    @cached_property
    def findings(self) -> tuple[IndicatorFinding, ...]:
        """The findings of all the portfolios."""
        return tuple(finding for findings in self.found.values() for finding in findings)

    @cached_property
    def rankings(self) -> dict[str, tuple[Ranking, ...]]:
        """The rankings to show of all the portfolios' indicators, by their ids."""
        found = (portfolio_rankings(self.dataset, p.id, self.quarter) for p in self.portfolios)
        return {name: rankings for each in found for name, rankings in each.items()}

    @cached_property
    def before(self) -> tuple[IndicatorFinding, ...]:
        """The findings of all the portfolios in the quarter before."""
        earlier = self.quarter.shifted(-1)
        held = self.dataset.catalogue.at(earlier).portfolios
        return tuple(
            finding
            for portfolio in self.portfolios
            if portfolio in held
            for finding in portfolio_findings(self.dataset, portfolio.id, earlier)
        )

    @cached_property
    def finding(self) -> IndicatorFinding:
        """The finding of the indicator that the address names.

        Raises LookupError where it names none that exists.
        """
        for finding in self.findings:
            if finding.indicator == self.indicator:
                return finding
        raise LookupError("the address names no indicator")

    @cached_property
    def here(self) -> C:
        """The address from which links lead: the portfolio in full.

        Where it is all of them the quarter is in full too: an indicator of its own would open at
        its portfolio's latest.
        """
        if self.portfolio:
            return replace(self.choices, portfolio=self.portfolio.id)
        return self.dated

    @cached_property
    def dated(self) -> C:
        """The same with portfolio and quarter in full."""
        portfolio = self.portfolio.id if self.portfolio else ALL
        return replace(self.choices, portfolio=portfolio, quarter=self.quarter.id)

    @cached_property
    def timeline(self) -> tuple[Stop, ...]:
        """The quarters of what is shown, oldest first: of the indicator, else the portfolio."""
        portfolio = self.portfolio.id if self.portfolio else None
        indicator = self.indicator.id if self.indicator else None
        return self.catalogue.timeline(portfolio, indicator, self.quarter)

    @property
    def link(self) -> str:
        """The address to share: it shows the same when the newest quarter is another one."""
        return (replace(self.dated, portfolio="") if self.indicator else self.dated).href


def select(dataset: Dataset, choices: C, notes: Sequence[str] = ()) -> Selection[C]:
    """What an address means in this dataset; `notes` tell what of it could not be read."""
    told = [*notes]
    catalogue = dataset.catalogue
    indicator = None
    if isinstance(choices, IndicatorFilters):
        indicator = catalogue.indicator(choices.indicator)
    portfolio = _portfolio(choices, catalogue, indicator, told)
    quarter = _quarter(choices, catalogue, portfolio, told)
    if indicator:
        quarter = _listed(indicator, catalogue, quarter, told)
        indicator = catalogue.at(quarter).indicator(indicator.id)
        portfolio = catalogue.portfolio(indicator.portfolio_id) if indicator else portfolio
    return Selection(dataset, choices, portfolio, quarter, indicator, tuple(told))


def _portfolio(
    choices: Filters, catalogue: Catalogue, indicator: Indicator | None, notes: list[str]
) -> Portfolio | None:
    if indicator:
        return catalogue.portfolio(indicator.portfolio_id)
    if choices.portfolio == ALL:
        return None
    found = catalogue.portfolio(choices.portfolio)
    if found:
        return found
    opening = catalogue.opening_portfolio()
    if choices.portfolio and opening:
        notes.append(f"There is no portfolio “{choices.portfolio}”; showing {opening.name}.")
    return opening


def _quarter(
    choices: Filters, catalogue: Catalogue, portfolio: Portfolio | None, notes: list[str]
) -> Period:
    latest = catalogue.latest_quarter(portfolio.id if portfolio else None)
    known = catalogue.quarters()
    fallback = latest or known[0]
    if not choices.quarter:
        return fallback
    chosen, problem = read_quarter(choices.quarter, known)
    if chosen is None:
        notes.append(f"{problem} Showing {fallback.label}.")
    return chosen or fallback


def _listed(
    indicator: Indicator, catalogue: Catalogue, quarter: Period, notes: list[str]
) -> Period:
    """The quarter itself if the indicator was listed then, else the nearest in which it was."""
    if catalogue.at(quarter).indicator(indicator.id):
        return quarter
    listed = [q for q in catalogue.quarters() if catalogue.at(q).indicator(indicator.id)]
    if not listed:
        return quarter
    nearest = min(listed, key=lambda each: abs((each.end - quarter.end).days))
    notes.append(f"“{indicator.name}” was not listed in {quarter.label}; showing {nearest.label}.")
    return nearest


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
