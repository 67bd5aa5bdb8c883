"""Queries on a dataset version: its catalogue, and the records of chosen indicators."""

from __future__ import annotations

import json
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
    TargetLevel,
    TargetRule,
)
from dashboard.store.catalogue import Catalogue, Edition, NewFigure
from dashboard.store.sql import SQL

AnyRow = Row[Any]
Made = TypeVar("Made")
AUTHORITIES = (AreaKind.COUNCIL.value, AreaKind.AUTHORITY.value)


def read_catalogue(connection: Connection) -> Catalogue:
    """The portfolios, areas, indicators and quarters of the dataset."""
    portfolios = [
        Portfolio(id=row.portfolio_id, name=row.name, position=row.position, note=row.note or "")
        for row in connection.execute(select(SQL["portfolios"]).order_by("position"))
    ]
    areas = [
        Area(
            id=row.area_id,
            name=row.name,
            kind=AreaKind(row.kind),
            code=row.code or "",
            caveat=row.caveat or "",
        )
        for row in connection.execute(select(SQL["areas"]))
    ]
    table = SQL["indicators"]
    editions = connection.execute(select(table).order_by(*table.primary_key.columns))
    council = next(area for area in areas if area.kind is AreaKind.COUNCIL)
    return Catalogue(
        portfolios=tuple(portfolios),
        areas=tuple(areas),
        editions=tuple(_edition(row) for row in editions),
        new_figures=_new_figures(connection, council),
    )


def _edition(row: AnyRow) -> Edition:
    cells = row._mapping
    return Edition(_indicator(row), _period(cells["from"]), _period(cells["retired_from"]))


def _indicator(row: AnyRow) -> Indicator:
    return Indicator(
        id=row.indicator_id,
        portfolio_id=row.portfolio_id,
        name=row.name,
        polarity=Polarity(row.polarity),
        unit=Unit(row.unit),
        per=row.per or "",
        noun=row.noun or "",
        said=row.said or "",
        definition=row.definition,
        source=row.source,
        caveat=row.caveat or "",
        position=row.position,
        unit_word=row.unit_word or "",
        owner=row.owner or "",
        tags=_several(row.tags),
        further=tuple((name, cell) for name, cell in json.loads(row[-1]).items() if cell),
    )


def _several(cell: str | None) -> tuple[str, ...]:
    """The values of a cell that may hold several, separated by semicolons."""
    return tuple(each.strip() for each in (cell or "").split(";") if each.strip())


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


def _period(text: str | None) -> Period | None:
    return period.parse(text) if text else None


def read_records(
    connection: Connection, catalogue: Catalogue, indicators: Sequence[Indicator]
) -> list[Record]:
    """The records of some indicators, in their order, with the figures of the council and its
    comparators but of no other authority. Makes one query for each table.
    """
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
            indicator=indicator,
            council=catalogue.council,
            comparator_areas=comparators,
            series={each.origin: each for each in series[indicator.id]},
            observations=tuple(observations[indicator.id]),
            targets=tuple(targets[indicator.id]),
            commentary=tuple(commentary[indicator.id]),
            spreads=tuple(spreads[indicator.id]),
            claims=tuple(claims[indicator.id]),
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
    """A row of the observations table.

    Unpacked in the order of its columns: a page may need tens of thousands of rows, and reading
    them by name takes half as long again.
    """
    cells: tuple[Any, ...] = tuple(row)
    _, area_id, period_id, origin, ends, value, numerator, denominator, lower, upper, *rest = cells
    symbol, mark, release, source, note = rest
    of = period.parse(period_id)
    return Observation(
        area=areas[area_id],
        period=of,
        origin=_ORIGINS[origin],
        ends=date.fromisoformat(ends) if ends else of.end,
        value=value,
        numerator=numerator,
        denominator=denominator,
        lower=lower,
        upper=upper,
        symbol=_SYMBOLS[symbol] if symbol else None,
        mark=mark or "",
        release=period.parse(release) if release else None,
        source=source,
        note=note or "",
    )


def make_series(row: AnyRow) -> Series:
    """A row of the series table as the domain's Series."""
    mean = row.decimals if row.mean_decimals is None else row.mean_decimals
    return Series(
        origin=Origin(row.origin),
        basis=Basis(row.basis),
        basis_inferred=row.basis_inferred == "yes",
        decimals=row.decimals,
        mean_decimals=mean,
        seasonal=row.seasonal == "yes",
        above_100=row.above_100 == "yes",
        small=row.small == "yes",
    )


def _target(row: AnyRow) -> Target:
    return Target(
        period=period.parse(row.period),
        rule=TargetRule(row.rule),
        value=row.value,
        numerator=row.numerator,
        upper=row.upper,
        reference=row.reference or "",
        printed=row.printed,
        release=_period(row.release),
        source=row.source,
        level=TargetLevel(row.level or TargetLevel.TARGET.value),
        tolerance=row.tolerance,
    )


def _commentary(row: AnyRow) -> Commentary:
    return Commentary(
        period=period.parse(row.period),
        version=row.version,
        body=row.body,
        see=row.see or "",
        author=row.author or "",
        written_at=row.written_at or "",
        summary=row.summary or "",
    )


def _spread(row: AnyRow) -> Spread:
    return Spread(
        group=row.area_group,
        period=period.parse(row.period),
        n=row.n,
        lower_quartile=row.lower_quartile,
        median=row.median,
        upper_quartile=row.upper_quartile,
        rank_from_highest=row.rank_from_highest,
        source=row.source,
    )


def _claim(row: AnyRow) -> Claim:
    return Claim(
        release=period.parse(row.release),
        seq=row.seq,
        kind=row.kind,
        heading=row.heading,
        left_period=_period(row.left_period),
        right_area=row.right_area or "",
        right_period=_period(row.right_period),
        arrow=row.arrow or "",
        mark=row.mark or "",
        printed=row.printed,
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
