"""A dataset's portfolios, areas and indicators, and the quarters that brought new figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dashboard.domain.facts.indicator import Area, AreaKind, Indicator, Origin, Portfolio
from dashboard.domain.facts.period import Period

Holds = Callable[[Indicator], bool]
"""Whether an indicator is among those that are meant."""


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A quarter in which the council has a new figure of an indicator, and the figure's origin."""

    quarter: Period
    indicator_id: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Stop:
    """A quarter of a timeline, and whose new figures it brought; None if it brought none."""

    quarter: Period
    brought: Origin | None


@dataclass(frozen=True, slots=True)
class Edition:
    """What an indicator is from a quarter on, or always without one.

    From the quarter `retired_from` on it is no longer listed.
    """

    indicator: Indicator
    since: Period | None = None
    retired_from: Period | None = None

    @property
    def begins(self) -> date:
        """The first day on which it holds."""
        return self.since.start if self.since else date.min


def holding(editions: Sequence[Edition], quarter: Period) -> Indicator | None:
    """What an indicator is at a quarter by its editions; None before the first, or once retired."""
    begun = [each for each in editions if each.begins <= quarter.end]
    if not begun:
        return None
    newest = max(begun, key=lambda each: each.begins)
    for each in begun:
        retired = each.retired_from
        if retired and newest.begins < retired.start <= quarter.end:
            return None
    return newest.indicator


@dataclass(frozen=True)
class Catalogue:
    """One dataset's contents; portfolios and indicators are in their printed order.

    `indicators` are what they are by their newest `editions`. A catalogue `at` a quarter has those
    that held then, and keeps the one that it is a view of as `whole`.
    """

    portfolios: tuple[Portfolio, ...]
    areas: tuple[Area, ...]
    editions: tuple[Edition, ...]
    new_figures: frozenset[NewFigure]
    whole: Catalogue | None = None

    def at(self, quarter: Period) -> Catalogue:
        """The catalogue as at a quarter: indicators with the name, portfolio and so on that they
        had then, those that had not begun or were retired left out.

        A portfolio whose indicators all belong to other quarters is left out too.
        """
        whole = self.whole or self
        if not any(each.since or each.retired_from for each in whole.editions):
            return whole
        if quarter not in whole._views:
            whole._views[quarter] = whole._view(quarter)
        return whole._views[quarter]

    def _view(self, quarter: Period) -> Catalogue:
        held = [holding(editions, quarter) for editions in self._editions.values()]
        listed = {indicator.portfolio_id for indicator in held if indicator}
        ever = {each.indicator.portfolio_id for each in self.editions}
        return Catalogue(
            portfolios=tuple(p for p in self.portfolios if p.id in listed or p.id not in ever),
            areas=self.areas,
            editions=tuple(Edition(indicator) for indicator in held if indicator),
            new_figures=self.new_figures,
            whole=self,
        )

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator by its newest edition."""
        newest = [max(each, key=lambda e: e.begins) for each in self._editions.values()]
        order = {portfolio.id: portfolio.position for portfolio in self.portfolios}
        ordered = sorted(
            (each.indicator for each in newest),
            key=lambda i: (order.get(i.portfolio_id, 0), i.position),
        )
        return tuple(ordered)

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

    def with_figures(self, quarter: Period) -> tuple[Indicator, ...]:
        """The indicators with a figure of the council by a quarter, in their printed order."""
        first = (self.whole or self)._first_figures
        return tuple(i for i in self.indicators if first.get(i.id, date.max) <= quarter.end)

    def quarters(self) -> tuple[Period, ...]:
        """Every quarter with a new figure, newest first."""
        return (self.whole or self)._quarters

    def return_quarters(self, portfolio_id: str | None) -> frozenset[Period]:
        """The quarters with a council return in the portfolio, or in any portfolio for None."""
        return self._of_origin(portfolio_id, Origin.REPORTED)

    def new_quarters(self, portfolio_id: str | None) -> frozenset[Period]:
        """The quarters with any new figure in the portfolio, or in any portfolio for None."""
        reported = self._of_origin(portfolio_id, Origin.REPORTED)
        return reported | self._of_origin(portfolio_id, Origin.PUBLISHED)

    def timeline(self, holds: Holds, chosen: Period) -> tuple[Stop, ...]:
        """Every quarter from the first to the last with new figures, oldest first.

        Of the indicators that `holds` is true of; the `chosen` quarter is within it.
        """
        brought: dict[Period, Origin | None] = {}
        for new in self._new_of(holds):
            held = brought.get(new.quarter)
            brought[new.quarter] = Origin.REPORTED if held is Origin.REPORTED else new.origin
        ends = sorted({*brought, chosen}, key=lambda quarter: quarter.end)
        length = ends[-1].since(ends[0])
        every = (ends[0].shifted(step) for step in range(length + 1))
        return tuple(Stop(quarter, brought.get(quarter)) for quarter in every)

    def latest_quarter(self, portfolio_id: str | None) -> Period | None:
        """The quarter of the portfolio's newest council return, or of its newest published figure
        if it has no returns; None if it has no figures at all. For None, of any portfolio.
        """
        returns = _newest_first(self.return_quarters(portfolio_id))
        newest = returns or _newest_first(self.new_quarters(portfolio_id))
        return newest[0] if newest else None

    def latest_quarter_of(self, holds: Holds) -> Period | None:
        """The same of the indicators that `holds` is true of."""
        found = self._new_of(holds)
        returns = _newest_first(new.quarter for new in found if new.origin is Origin.REPORTED)
        newest = returns or _newest_first(new.quarter for new in found)
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

    def _new_of(self, holds: Holds) -> list[NewFigure]:
        return [new for new, indicator in (self.whole or self)._counted if holds(indicator)]

    def _of_origin(self, portfolio_id: str | None, origin: Origin) -> frozenset[Period]:
        return (self.whole or self)._new.get((portfolio_id, origin), frozenset())

    @cached_property
    def _portfolios(self) -> dict[str, Portfolio]:
        return {portfolio.id: portfolio for portfolio in self.portfolios}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def _first_figures(self) -> dict[str, date]:
        """The end of the quarter with an indicator's first figure, by its id."""
        found: dict[str, date] = {}
        for new in self.new_figures:
            held = found.get(new.indicator_id, date.max)
            found[new.indicator_id] = min(held, new.quarter.end)
        return found

    @cached_property
    def _editions(self) -> dict[str, list[Edition]]:
        found: dict[str, list[Edition]] = {}
        for each in self.editions:
            found.setdefault(each.indicator.id, []).append(each)
        return found

    @cached_property
    def _views(self) -> dict[Period, Catalogue]:
        """What `at` has made, by quarter."""
        return {}

    @cached_property
    def _quarters(self) -> tuple[Period, ...]:
        listed = _newest_first(new.quarter for new in self.new_figures if self._listed(new))
        return listed or _newest_first(new.quarter for new in self.new_figures)

    def _listed(self, new: NewFigure) -> Indicator | None:
        return self.at(new.quarter).indicator(new.indicator_id)

    @cached_property
    def _counted(self) -> list[tuple[NewFigure, Indicator]]:
        """The new figures with what their indicators were then.

        Without published ones of a year for which the council's own return came first.
        """
        found: list[tuple[NewFigure, Indicator]] = []
        returned: dict[tuple[str, Period], date] = {}
        for new in self.new_figures:
            if new.origin is Origin.REPORTED:
                year = (new.indicator_id, new.quarter.financial_year)
                returned[year] = min(new.quarter.end, returned.get(year, date.max))
        for new in self.new_figures:
            year = (new.indicator_id, new.quarter.financial_year)
            if new.origin is Origin.PUBLISHED and returned.get(year, date.max) <= new.quarter.end:
                continue
            indicator = self._listed(new)
            if indicator:
                found.append((new, indicator))
        return found

    @cached_property
    def _new(self) -> dict[tuple[str | None, Origin], frozenset[Period]]:
        """The quarters with new figures, by portfolio (None for any) and origin."""
        found: dict[tuple[str | None, Origin], set[Period]] = {}
        for new, indicator in self._counted:
            for portfolio_id in (None, indicator.portfolio_id):
                found.setdefault((portfolio_id, new.origin), set()).add(new.quarter)
        return {key: frozenset(quarters) for key, quarters in found.items()}


def _newest_first(quarters: Iterable[Period]) -> tuple[Period, ...]:
    return tuple(sorted(set(quarters), key=lambda quarter: quarter.end, reverse=True))
