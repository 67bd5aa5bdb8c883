"""What an address means in a dataset: which portfolios, which quarter, and what fell back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from dashboard.choices import Choices, text, word, words
from dashboard.domain.facts import period
from dashboard.domain.facts.indicator import Indicator, Portfolio
from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.ranking import Ranking
from dashboard.findings import portfolio_findings, portfolio_rankings
from dashboard.store.catalogue import Catalogue, Stop
from dashboard.store.dataset import Dataset
from dashboard.store.listed import (
    EVERYTHING,
    MOST_OWN,
    Listed,
    listed_by,
    of_indicator,
    of_portfolio,
)


@dataclass(frozen=True, kw_only=True)
class Filters(Choices):
    """What every page can be asked for: portfolios, or indicators of one's own, at a quarter.

    `portfolio` is as in `listed_by`, `own` the reader's own indicators where it asks for them.
    """

    portfolio: str = word(
        "Portfolio", control="none", several=True, resets=("tag", "slide", "side", "own")
    )
    own: tuple[str, ...] | None = words("My indicators", control="none", most=MOST_OWN, name="ids")
    quarter: str = text("Quarter", longest=40, control="none")

    @property
    def narrows(self) -> bool:
        """Whether it filters or sorts what is listed."""
        return False


@dataclass(frozen=True, kw_only=True)
class IndicatorFilters(Filters):
    """One indicator of the portfolio besides, which the path names."""

    path = "/indicator/{indicator}"
    indicator: str = word("Indicator", control="none", resets=("first", "last", "beside"))


C = TypeVar("C", bound=Filters)


@dataclass(frozen=True)
class Selection(Generic[C]):
    """An address made whole against a dataset; every page is a function of it.

    `indicator` is None where the address names none, or one that does not exist. `notes` say what
    of the address fell back.
    """

    dataset: Dataset
    choices: C
    listed: Listed
    quarter: Period
    indicator: Indicator | None
    notes: tuple[str, ...]

    @property
    def catalogue(self) -> Catalogue:
        """What the dataset holds, as at the quarter."""
        return self.dataset.catalogue.at(self.quarter)

    @property
    def portfolio(self) -> Portfolio | None:
        """The one portfolio that is listed; None where it is not one whole portfolio."""
        return self.dataset.catalogue.portfolio(self.listed.address)

    @property
    def portfolios(self) -> tuple[Portfolio, ...]:
        """The portfolios of which something is listed."""
        return self.listed.portfolios(self.catalogue)

    @property
    def portfolio_name(self) -> str:
        """What is listed, by its name."""
        return self.listed.name(self.dataset.catalogue)

    @cached_property
    def found(self) -> dict[str, tuple[IndicatorFinding, ...]]:
        """The listed findings of each portfolio, by its name, in the order of reading."""
        return {p.name: self._of(p, self.quarter) for p in self.portfolios}

    def _of(self, portfolio: Portfolio, quarter: Period) -> tuple[IndicatorFinding, ...]:
        findings = portfolio_findings(self.dataset, portfolio.id, quarter)
        return tuple(each for each in findings if self.listed.holds(each.indicator))

    @cached_property
    def findings(self) -> tuple[IndicatorFinding, ...]:
        """The findings of all that is listed."""
        return tuple(finding for findings in self.found.values() for finding in findings)

    @cached_property
    def rankings(self) -> dict[str, tuple[Ranking, ...]]:
        """The rankings to show of all the portfolios' indicators, by their ids."""
        found = (portfolio_rankings(self.dataset, p.id, self.quarter) for p in self.portfolios)
        return {name: rankings for each in found for name, rankings in each.items()}

    @cached_property
    def before(self) -> tuple[IndicatorFinding, ...]:
        """The findings of all that is listed in the quarter before."""
        earlier = self.quarter.shifted(-1)
        held = self.dataset.catalogue.at(earlier).portfolios
        return tuple(
            finding
            for portfolio in self.portfolios
            if portfolio in held
            for finding in self._of(portfolio, earlier)
        )

    @property
    def latest_quarter(self) -> Period | None:
        """The quarter of the newest figures of what is listed, as in Catalogue.latest_quarter."""
        return self.catalogue.latest_quarter_of(self.listed.holds)

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
        """The address from which links lead: what is listed in full.

        Where it is not one portfolio the quarter is in full too: an indicator of its own would open
        at its portfolio's latest.
        """
        if self.portfolio:
            return replace(self.dated, quarter=self.choices.quarter)
        return self.dated

    @cached_property
    def dated(self) -> C:
        """The same with the quarter in full."""
        return replace(
            self.choices,
            portfolio=self.listed.address,
            own=self.listed.indicator_ids or None,
            quarter=self.quarter.id,
        )

    @cached_property
    def timeline(self) -> tuple[Stop, ...]:
        """The quarters of what is shown, oldest first: of the indicator, else of all listed."""
        shown = of_indicator(self.indicator.id) if self.indicator else self.listed
        return self.catalogue.timeline(shown.holds, self.quarter)

    @property
    def link(self) -> str:
        """The address to share: it shows the same when the newest quarter is another one.

        An indicator in its own portfolio has no need of its name.
        """
        if self.indicator and self.listed.is_one:
            return replace(self.dated, portfolio="").href
        return self.dated.href


def select(dataset: Dataset, choices: C, notes: Sequence[str] = ()) -> Selection[C]:
    """What an address means in this dataset; `notes` tell what of it could not be read."""
    told = [*notes]
    catalogue = dataset.catalogue
    indicator = None
    if isinstance(choices, IndicatorFilters):
        indicator = catalogue.indicator(choices.indicator)
    listed = _listed(choices, catalogue, indicator, told)
    quarter = _quarter(choices, catalogue, listed, told)
    if indicator:
        quarter = _with_indicator(indicator, catalogue, quarter, told)
        indicator = catalogue.at(quarter).indicator(indicator.id)
        if indicator and (listed.is_one or not listed.holds(indicator)):
            listed = of_portfolio(indicator.portfolio_id)
    elif listed.indicator_ids:
        told += _not_listed(listed, catalogue, quarter)
    return Selection(dataset, choices, listed, quarter, indicator, tuple(told))


def _listed(
    choices: Filters, catalogue: Catalogue, indicator: Indicator | None, notes: list[str]
) -> Listed:
    """What the address lists; around an indicator its own portfolio, unless the address asks for
    several, for the own list or for all of them narrowed, and it is one of those.
    """
    found, unknown = listed_by(choices.portfolio, choices.own or (), catalogue)
    if indicator:
        together = found and not found.is_one and (found is not EVERYTHING or choices.narrows)
        if found and together and found.holds(indicator):
            return found
        return of_portfolio(indicator.portfolio_id)
    listed = found or of_portfolio(catalogue.opening_portfolio().id)
    if choices.portfolio and unknown:
        what = "portfolio" if listed.indicator_ids is None else "indicator"
        showing = "" if found else f"; showing {listed.name(catalogue)}"
        named = ", ".join(f"“{each}”" for each in unknown)
        notes.append(f"There is no {what} {named}{showing}.")
    return listed


def _not_listed(listed: Listed, catalogue: Catalogue, quarter: Period) -> list[str]:
    """Which indicators of the own list were not listed at the quarter, in a note."""
    held = catalogue.at(quarter)
    every = (catalogue.indicator(each) for each in listed.indicator_ids or ())
    gone = [each.name for each in every if each and not held.indicator(each.id)]
    return [f"Not listed in {quarter.label}: {', '.join(gone)}."] if gone else []


def _quarter(choices: Filters, catalogue: Catalogue, listed: Listed, notes: list[str]) -> Period:
    latest = catalogue.latest_quarter_of(listed.holds)
    known = catalogue.quarters()
    fallback = latest or known[0]
    if not choices.quarter:
        return fallback
    chosen, problem = read_quarter(choices.quarter, known)
    if chosen is None:
        notes.append(f"{problem} Showing {fallback.label}.")
    return chosen or fallback


def _with_indicator(
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
