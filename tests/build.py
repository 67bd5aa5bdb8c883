"""Builds indicators, figures and findings for tests from a few literals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.indicator import (
    Area,
    AreaKind,
    Basis,
    Indicator,
    Origin,
    Polarity,
    Series,
)
from dashboard.domain.facts.measure import Unit, stated_decimals
from dashboard.domain.facts.period import Period, parse
from dashboard.domain.facts.record import Observation, Record, Symbol, Target, TargetRule
from dashboard.domain.finding import IndicatorFinding, find

COUNCIL = Area("blackpool", "Blackpool Council", AreaKind.COUNCIL)
ENGLAND = Area("england", "England", AreaKind.COUNTRY)
REGION = Area("north-west", "North West", AreaKind.REGION)
NEIGHBOURS = Area("stat-neighbours", "Statistical neighbours", AreaKind.NEIGHBOURS)
AREAS = {area.id: area for area in (ENGLAND, REGION, NEIGHBOURS)}
RELEASE = parse("FY2016-17Q3")

Figures = Mapping[str, Any]
"""Period id to "174.7", or to ("174.7", 501) with its number, or to a Symbol."""


def indicator(**changes: Any) -> Indicator:
    """A rate per 10,000 children where lower is better."""
    standard: dict[str, Any] = {
        "id": "looked-after",
        "portfolio_id": "resilient-communities",
        "name": "Children looked after",
        "polarity": Polarity.LOW,
        "unit": Unit.RATE,
        "per": "10,000 children",
        "noun": "child/children",
        "said": "looked after",
        "definition": "Children looked after",
        "source": "the report",
        "caveat": "",
        "position": 1,
    }
    return Indicator(**(standard | changes))


def series(origin: Origin, basis: Basis = Basis.SNAPSHOT, decimals: int = 1, **more: Any) -> Series:
    """A series stated as it is, at one decimal."""
    mean = more.get("mean_decimals", decimals)
    return Series(
        origin, basis, more.get("inferred", False), decimals, mean, more.get("seasonal", False)
    )


def _stated(value: Any) -> Decimal:
    """A Decimal as it is; a literal to the one decimal of the series."""
    if isinstance(value, Decimal):
        return value
    given = Decimal(str(value))
    return given if stated_decimals(given) else given.quantize(Decimal("0.1"))


def observation(
    period_id: str,
    given: Any,
    area: Area = COUNCIL,
    origin: Origin = Origin.REPORTED,
    release: Period | None = RELEASE,
) -> Observation:
    """One figure from a literal."""
    symbol = given if isinstance(given, Symbol) else None
    value, numerator = given if isinstance(given, tuple) else (given, None)
    period = parse(period_id)
    return Observation(
        area,
        period,
        origin,
        period.end,
        None if symbol else _stated(value),
        None if numerator is None else Decimal(numerator),
        None,
        None,
        None,
        symbol,
        "",
        release if origin is Origin.REPORTED else None,
        "a source",
    )


def target(
    rule: TargetRule, value: str | None = None, numerator: int | None = None, **more: Any
) -> Target:
    """A target for 2016/17."""
    return Target(
        parse(more.get("period", "FY2016-17")),
        rule,
        None if value is None else Decimal(value),
        None if numerator is None else Decimal(numerator),
        None if "upper" not in more else Decimal(more["upper"]),
        more.get("reference", ""),
        more.get("printed", rule.value),
        RELEASE,
        "the report",
    )


def record(
    reported: Figures | None = None,
    published: Figures | None = None,
    areas: Mapping[str, Figures] | None = None,
    targets: tuple[Target, ...] = (),
    basis: Basis = Basis.SNAPSHOT,
    published_series: Series | None = None,
    **changes: Any,
) -> Record:
    """An indicator with its rows."""
    seasonal = changes.pop("seasonal", False)
    rows = [observation(p, given) for p, given in (reported or {}).items()]
    rows += [
        observation(p, given, origin=Origin.PUBLISHED) for p, given in (published or {}).items()
    ]
    for area_id, figures in (areas or {}).items():
        rows += [
            observation(p, given, AREAS[area_id], Origin.PUBLISHED) for p, given in figures.items()
        ]
    return Record(
        indicator(**changes),
        COUNCIL,
        (ENGLAND, REGION, NEIGHBOURS),
        {
            Origin.REPORTED: series(Origin.REPORTED, basis, seasonal=seasonal),
            Origin.PUBLISHED: published_series or series(Origin.PUBLISHED),
        },
        tuple(rows),
        targets,
        (),
    )


def finding(quarter: str, made: Record) -> IndicatorFinding:
    """The finding of a record at a quarter, without commentary."""
    period = parse(quarter)
    return find(made, period, CommentaryFinding(period, None))


LOOKED_AFTER = {
    "FY2014-15": ("156.4", 454),
    "FY2015-16": ("162.8", 469),
    "FY2016-17Q1": ("169.8", 487),
    "FY2016-17Q2": ("175.7", 504),
    "FY2016-17Q3": ("174.7", 501),
    "FY2016-17Q4": Symbol.NOT_DUE,
}
REVIEWS = {
    "FY2015-16": "54",
    "FY2016-17Q1": "22.7",
    "FY2016-17Q2": "38",
    "FY2016-17Q3": "61.6",
}
PERCENT = {"unit": Unit.PERCENT, "noun": "", "said": "reviewed", "polarity": Polarity.HIGH}
