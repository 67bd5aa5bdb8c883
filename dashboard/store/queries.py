"""Queries on a dataset version: its catalogue, and the records of chosen indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, select

from dashboard.domain.facts import period
from dashboard.domain.facts.as_at import COMPARATORS
from dashboard.domain.facts.event import Event
from dashboard.domain.facts.indicator import Area, AreaKind, Indicator, Origin, Portfolio
from dashboard.domain.facts.period import quarter_of
from dashboard.domain.facts.record import Commentary, Observation, Record, Symbol
from dashboard.store.catalogue import Catalogue, NewFigure
from dashboard.store.rows import (
    AnyRow,
    make_action,
    make_claim,
    make_commentary,
    make_edition,
    make_event,
    make_observation,
    make_series,
    make_spread,
    make_target,
)
from dashboard.store.sql import SQL

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
        editions=tuple(make_edition(row) for row in editions),
        new_figures=_new_figures(connection, council),
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
        connection, "observations", ids, lambda row: make_observation(row, areas), areas
    )
    series = _grouped(connection, "series", ids, make_series)
    targets = _grouped(connection, "targets", ids, make_target)
    commentary = _grouped(connection, "commentary", ids, make_commentary)
    spreads = _grouped(connection, "distributions", ids, make_spread)
    claims = _grouped(connection, "claims", ids, make_claim)
    actions = _grouped(connection, "actions", ids, make_action)
    events = _events(connection)
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
            events=tuple(
                event
                for about in ("", indicator.id, f"portfolio {indicator.portfolio_id}")
                for event in events[about]
            ),
            actions=tuple(actions[indicator.id]),
        )
        for indicator in indicators
    ]


def _events(connection: Connection) -> dict[str, list[Event]]:
    """The events by what they are about: an indicator's id, "portfolio" and its id, "" for all."""
    found: dict[str, list[Event]] = defaultdict(list)
    for row in connection.execute(select(SQL["events"])):
        about = row.indicator_id or (f"portfolio {row.portfolio_id}" if row.portfolio_id else "")
        found[about].append(make_event(row))
    return found


def read_narratives(connection: Connection, portfolio_id: str) -> list[Commentary]:
    """Every version of what was written about a portfolio as a whole."""
    table = SQL["commentary"]
    wanted = select(table).where(table.c.portfolio_id == portfolio_id)
    return [make_commentary(row) for row in connection.execute(wanted)]


def _of_indicators(name: str) -> Select[Any]:
    table = SQL[name]
    wanted = select(table).where(table.c.indicator_id.in_(bindparam("ids", expanding=True)))
    if name == "observations":
        return wanted.where(table.c.area_id.in_(bindparam("areas", expanding=True)))
    return wanted


_OF_INDICATORS = {
    name: _of_indicators(name)
    for name in (
        "observations",
        "series",
        "targets",
        "commentary",
        "distributions",
        "claims",
        "actions",
    )
}
"""The query of each table, put together once: that takes longer than to run it on a few rows."""


def _grouped(
    connection: Connection,
    name: str,
    ids: Sequence[str],
    make: Callable[[AnyRow], Made],
    areas: Iterable[str] = (),
) -> dict[str, list[Made]]:
    given = {"ids": ids, "areas": list(areas)} if areas else {"ids": ids}
    grouped: dict[str, list[Made]] = defaultdict(list)
    for row in connection.execute(_OF_INDICATORS[name], given):
        grouped[row.indicator_id].append(make(row))
    return grouped


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


def read_published(
    connection: Connection,
    catalogue: Catalogue,
    indicator_id: str,
    *,
    period_id: str = "",
    area_id: str = "",
) -> list[Observation]:
    """The published figures of the council and every other authority, each as it was stated.

    Those of one period, or of one area, where these are given.
    """
    areas = {area.id: area for area in catalogue.areas if area.kind.value in AUTHORITIES}
    table = SQL["observations"]
    wanted = select(table).where(
        table.c.indicator_id == indicator_id,
        table.c.origin == Origin.PUBLISHED.value,
        table.c.area_id.in_([area_id] if area_id else list(areas)),
    )
    if period_id:
        wanted = wanted.where(table.c.period == period_id)
    return [make_observation(row, areas) for row in connection.execute(wanted)]


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
