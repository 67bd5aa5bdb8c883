"""A dataset's portfolios, areas and indicators, and the quarters that brought new figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dashboard.domain.facts.indicator import Area, AreaKind, Indicator, Origin, Portfolio
from dashboard.domain.facts.period import Period


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A quarter in which the council has a new figure of an indicator, and the figure's origin."""

    quarter: Period
    indicator_id: str
    origin: Origin


@dataclass(frozen=True)
class Catalogue:
    """One dataset's contents; portfolios and indicators are in their printed order."""

    portfolios: tuple[Portfolio, ...]
    areas: tuple[Area, ...]
    indicators: tuple[Indicator, ...]
    new_figures: frozenset[NewFigure]

    @property
    def council(self) -> Area:
        """The council whose dashboard this is."""
        return next(area for area in self.areas if area.kind is AreaKind.COUNCIL)

    def portfolio(self, portfolio_id: str) -> Portfolio | None:
        """The portfolio with that id, or None."""
        return self._portfolios.get(portfolio_id)

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The indicator with that id, or None."""
        return self._indicators.get(indicator_id)

    def in_portfolio(self, portfolio_id: str) -> tuple[Indicator, ...]:
        """A portfolio's indicators in their printed order."""
        return tuple(i for i in self.indicators if i.portfolio_id == portfolio_id)

    def quarters(self) -> tuple[Period, ...]:
        """Every quarter with a new figure, newest first."""
        return self._quarters

    def return_quarters(self, portfolio_id: str | None) -> frozenset[Period]:
        """The quarters with a council return in the portfolio, or in any portfolio for None."""
        return self._of_origin(portfolio_id, Origin.REPORTED)

    def new_quarters(self, portfolio_id: str | None) -> frozenset[Period]:
        """The quarters with any new figure in the portfolio, or in any portfolio for None."""
        reported = self._of_origin(portfolio_id, Origin.REPORTED)
        return reported | self._of_origin(portfolio_id, Origin.PUBLISHED)

    def latest_quarter(self, portfolio_id: str | None) -> Period | None:
        """The quarter of the portfolio's newest council return, or of its newest published figure
        if it has no returns; None if it has no figures at all. For None, of any portfolio.
        """
        returns = _newest_first(self.return_quarters(portfolio_id))
        newest = returns or _newest_first(self.new_quarters(portfolio_id))
        return newest[0] if newest else None

    def opening_portfolio(self) -> Portfolio:
        """The portfolio with the newest council return; without any returns, the first."""
        with_returns = [p for p in self.portfolios if self.return_quarters(p.id)]
        if not with_returns:
            return self.portfolios[0]
        return max(
            with_returns,
            key=lambda p: (max(q.end for q in self.return_quarters(p.id)), -p.position),
        )

    def _of_origin(self, portfolio_id: str | None, origin: Origin) -> frozenset[Period]:
        return self._new.get((portfolio_id, origin), frozenset())

    @cached_property
    def _portfolios(self) -> dict[str, Portfolio]:
        return {portfolio.id: portfolio for portfolio in self.portfolios}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def _quarters(self) -> tuple[Period, ...]:
        return _newest_first(new.quarter for new in self.new_figures)

    @cached_property
    def _new(self) -> dict[tuple[str | None, Origin], frozenset[Period]]:
        """The quarters with new figures, by portfolio (None for any) and origin."""
        found: dict[tuple[str | None, Origin], set[Period]] = {}
        returned: dict[tuple[str, Period], date] = {}
        for new in self.new_figures:
            if new.origin is Origin.REPORTED:
                year = (new.indicator_id, new.quarter.financial_year)
                returned[year] = min(new.quarter.end, returned.get(year, date.max))
        for new in self.new_figures:
            year = (new.indicator_id, new.quarter.financial_year)
            if new.origin is Origin.PUBLISHED and returned.get(year, date.max) <= new.quarter.end:
                # The council's own return has already given a figure for that year.
                continue
            for portfolio_id in (None, self._indicators[new.indicator_id].portfolio_id):
                found.setdefault((portfolio_id, new.origin), set()).add(new.quarter)
        return {key: frozenset(quarters) for key, quarters in found.items()}


def _newest_first(quarters: Iterable[Period]) -> tuple[Period, ...]:
    return tuple(sorted(set(quarters), key=lambda quarter: quarter.end, reverse=True))
