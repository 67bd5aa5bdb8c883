"""Reads a dataset version by key: its catalogue, and the records of chosen indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, select

from dashboard.domain.facts import period
from dashboard.domain.facts.as_at import COMPARATORS
from dashboard.domain.facts.indicator import (
    Area,
    AreaKind,
    Basis,
    Indicator,
    Origin,
    Polarity,
    Portfolio,
    Series,
    Unit,
)
from dashboard.domain.facts.period import Period, quarter_of
from dashboard.domain.facts.record import (
    Claim,
    Commentary,
    Observation,
    Record,
    Spread,
    Symbol,
    Target,
    TargetRule,
)
from dashboard.store.catalogue import Catalogue, NewFigure
from dashboard.store.schema import SQL

AnyRow = Row[Any]
Made = TypeVar("Made")
AUTHORITIES = (AreaKind.COUNCIL.value, AreaKind.AUTHORITY.value)


def read_catalogue(connection: Connection) -> Catalogue:
    """The portfolios, areas, indicators and quarters of the dataset."""
    portfolios = [
        Portfolio(row.portfolio_id, row.name, row.position, row.note or "")
        for row in connection.execute(select(SQL["portfolios"]).order_by("position"))
    ]
    areas = [
        Area(row.area_id, row.name, AreaKind(row.kind), row.code or "", row.caveat or "")
        for row in connection.execute(select(SQL["areas"]))
    ]
    order = {portfolio.id: portfolio.position for portfolio in portfolios}
    indicators = sorted(
        (_indicator(row) for row in connection.execute(select(SQL["indicators"]))),
        key=lambda i: (order[i.portfolio_id], i.position),
    )
    council = next(area for area in areas if area.kind is AreaKind.COUNCIL)
    return Catalogue(
        tuple(portfolios), tuple(areas), tuple(indicators), _new_figures(connection, council)
    )


def _indicator(row: AnyRow) -> Indicator:
    return Indicator(
        row.indicator_id,
        row.portfolio_id,
        row.name,
        Polarity(row.polarity),
        Unit(row.unit),
        row.per or "",
        row.noun or "",
        row.said or "",
        row.definition,
        row.source,
        row.caveat or "",
        row.position,
    )


def _new_figures(connection: Connection, council: Area) -> frozenset[NewFigure]:
    table = SQL["observations"].c
    rows = connection.execute(
        select(table.period, table.ends, table.indicator_id, table.origin).where(
            table.area_id == council.id,
            table.symbol.is_(None) | (table.symbol != Symbol.NOT_DUE.value),
        )
    )
    return frozenset(
        NewFigure(quarter_of(_end(row.period, row.ends)), row.indicator_id, Origin(row.origin))
        for row in rows
    )


def _end(period_id: str, ends: str | None) -> date:
    return date.fromisoformat(ends) if ends else period.parse(period_id).end


def _release(text: str | None) -> Period | None:
    return period.parse(text) if text else None


def read_records(
    connection: Connection, catalogue: Catalogue, indicators: Sequence[Indicator]
) -> list[Record]:
    """The rows of some indicators for the council and its comparators, one query a table."""
    areas = {
        area.id: area
        for area in catalogue.areas
        if area.kind is AreaKind.COUNCIL or area.kind in COMPARATORS
    }
    comparators = tuple(
        sorted(
            (area for area in areas.values() if area.kind in COMPARATORS),
            key=lambda area: COMPARATORS.index(area.kind),
        )
    )
    ids = [indicator.id for indicator in indicators]
    observations = _grouped(
        connection, "observations", ids, lambda row: _observation(row, areas), list(areas)
    )
    series = _grouped(connection, "series", ids, make_series)
    targets = _grouped(connection, "targets", ids, _target)
    commentary = _grouped(connection, "commentary", ids, _commentary)
    spreads = _grouped(connection, "distributions", ids, _spread)
    claims = _grouped(connection, "claims", ids, _claim)
    return [
        Record(
            indicator,
            catalogue.council,
            comparators,
            {each.origin: each for each in series[indicator.id]},
            tuple(observations[indicator.id]),
            tuple(targets[indicator.id]),
            tuple(commentary[indicator.id]),
            tuple(spreads[indicator.id]),
            tuple(claims[indicator.id]),
        )
        for indicator in indicators
    ]


def _grouped(
    connection: Connection,
    name: str,
    ids: Sequence[str],
    make: Callable[[AnyRow], Made],
    areas: Sequence[str] | None = None,
) -> dict[str, list[Made]]:
    table = SQL[name]
    wanted = select(table).where(table.c.indicator_id.in_(ids))
    if areas is not None:
        wanted = wanted.where(table.c.area_id.in_(areas))
    grouped: dict[str, list[Made]] = defaultdict(list)
    for row in connection.execute(wanted):
        grouped[row.indicator_id].append(make(row))
    return grouped


_ORIGINS = {origin.value: origin for origin in Origin}
_SYMBOLS = {symbol.value: symbol for symbol in Symbol}


def _observation(row: AnyRow, areas: dict[str, Area]) -> Observation:
    """One row, taken apart in the order of its columns: there are tens of thousands."""
    cells: tuple[Any, ...] = tuple(row)
    _, area, period_id, origin, ends, value, number, whole, low, high, *rest = cells
    symbol, mark, release, source = rest
    read = period.parse(period_id)
    return Observation(
        areas[area],
        read,
        _ORIGINS[origin],
        date.fromisoformat(ends) if ends else read.end,
        value,
        number,
        whole,
        low,
        high,
        _SYMBOLS[symbol] if symbol else None,
        mark or "",
        period.parse(release) if release else None,
        source,
    )


def make_series(row: AnyRow) -> Series:
    """A row of the series table."""
    mean = row.decimals if row.mean_decimals is None else row.mean_decimals
    return Series(
        Origin(row.origin),
        Basis(row.basis),
        row.basis_inferred == "yes",
        row.decimals,
        mean,
        row.seasonal == "yes",
    )


def _target(row: AnyRow) -> Target:
    return Target(
        period.parse(row.period),
        TargetRule(row.rule),
        row.value,
        row.numerator,
        row.upper,
        row.reference or "",
        row.printed,
        _release(row.release),
        row.source,
    )


def _commentary(row: AnyRow) -> Commentary:
    return Commentary(
        period.parse(row.period),
        row.version,
        row.body,
        row.see or "",
        row.author or "",
        row.written_at or "",
        row.summary or "",
    )


def _spread(row: AnyRow) -> Spread:
    return Spread(
        row.area_group,
        period.parse(row.period),
        row.n,
        row.lower_quartile,
        row.median,
        row.upper_quartile,
        row.rank_from_highest,
        row.source,
    )


def _claim(row: AnyRow) -> Claim:
    return Claim(
        period.parse(row.release),
        row.seq,
        row.kind,
        row.heading,
        _release(row.left_period),
        row.right_area or "",
        _release(row.right_period),
        row.arrow or "",
        row.mark or "",
        row.printed,
    )


def read_authorities(connection: Connection, indicator_id: str, period_id: str) -> list[Decimal]:
    """The published values of the council and every other authority for one period."""
    table, areas = SQL["observations"].c, SQL["areas"].c
    wanted = select(table.value).where(
        table.indicator_id == indicator_id,
        table.period == period_id,
        table.origin == Origin.PUBLISHED.value,
        table.value.is_not(None),
        table.area_id.in_(select(areas.area_id).where(areas.kind.in_(AUTHORITIES))),
    )
    return [row.value for row in connection.execute(wanted)]


def read_authority_periods(connection: Connection, indicator_id: str) -> list[str]:
    """The periods for which any other authority has a published value."""
    table, areas = SQL["observations"].c, SQL["areas"].c
    others = select(areas.area_id).where(areas.kind == AreaKind.AUTHORITY.value)
    wanted = (
        select(table.period)
        .where(table.indicator_id == indicator_id, table.area_id.in_(others))
        .distinct()
    )
    return [row.period for row in connection.execute(wanted)]
