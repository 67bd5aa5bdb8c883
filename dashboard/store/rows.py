"""Makes the domain's objects from the rows of a dataset version."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import Row

from dashboard.domain.facts import period
from dashboard.domain.facts.action import Action, ActionState
from dashboard.domain.facts.event import Event
from dashboard.domain.facts.indicator import Area, Basis, Indicator, Origin, Polarity, Series
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import (
    Claim,
    Commentary,
    Observation,
    Spread,
    Symbol,
    Target,
    TargetLevel,
    TargetRule,
)
from dashboard.store.catalogue import Edition

AnyRow = Row[Any]


def make_edition(row: AnyRow) -> Edition:
    """A row of the indicators table."""
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


def _period(text: str | None) -> Period | None:
    return period.parse(text) if text else None


_ORIGINS = {origin.value: origin for origin in Origin}
_SYMBOLS = {symbol.value: symbol for symbol in Symbol}


def make_observation(row: AnyRow, areas: dict[str, Area]) -> Observation:
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


def make_target(row: AnyRow) -> Target:
    """A row of the targets table."""
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


def make_commentary(row: AnyRow) -> Commentary:
    """A row of the commentary table, on an indicator or a portfolio."""
    return Commentary(
        period=period.parse(row.period),
        version=row.version,
        body=row.body,
        see=row.see or "",
        author=row.author or "",
        written_at=date.fromisoformat(row.written_at) if row.written_at else None,
        summary=row.summary or "",
    )


def make_spread(row: AnyRow) -> Spread:
    """A row of the distributions table."""
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


def make_claim(row: AnyRow) -> Claim:
    """A row of the claims table."""
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


def make_event(row: AnyRow) -> Event:
    """A row of the events table."""
    return Event(
        day=date.fromisoformat(row.date),
        words=row.words,
        rebase=row.rebase == "yes",
        source=row.source,
    )


def make_action(row: AnyRow) -> Action:
    """A row of the actions table."""
    return Action(
        period=period.parse(row.period),
        action=row.action,
        owner=row.owner or "",
        due=date.fromisoformat(row.due) if row.due else None,
        state=ActionState(row.state),
        source=row.source,
    )
