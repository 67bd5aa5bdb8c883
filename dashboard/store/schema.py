"""The tables of a dataset and their columns, the same in `data/` and in the store."""

from __future__ import annotations

from enum import StrEnum

from dashboard.domain.facts.action import ActionState
from dashboard.domain.facts.indicator import AreaKind, Basis, Origin, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import MARKS, Symbol, TargetLevel, TargetRule
from dashboard.store.table import Column, Kind, TableSpec


def _id(name: str, refers: str = "") -> Column:
    return Column(name, Kind.ID, required=True, refers=refers)


def _choice(name: str, choices: type[StrEnum], required: bool = True) -> Column:
    return Column(name, Kind.CHOICE, required, tuple(choice.value for choice in choices))


def _needed(name: str, kind: Kind = Kind.TEXT) -> Column:
    return Column(name, kind, required=True)


_INDICATOR = _id("indicator_id", "indicators")
_PORTFOLIO = Column("portfolio_id", Kind.ID, refers="portfolios", optional=True)
_SOURCE = _needed("source")
_RELEASE = Column("release", Kind.PERIOD, of="quarter")

MOST_DECIMALS = 6
WARNINGS = ("far-off", "fractions", "not-whole", "above-100", "below-0", "falls", "seasonal")
"""The kinds of warning on loading, as accepted.csv names them."""


def _later(name: str, kind: Kind = Kind.TEXT) -> Column:
    """A column that a file may lack, as files of earlier versions do."""
    return Column(name, kind, optional=True)


TABLES: tuple[TableSpec, ...] = (
    TableSpec(
        "portfolios",
        ("portfolio_id",),
        (
            _id("portfolio_id"),
            _needed("name"),
            _needed("position", Kind.WHOLE),
            Column("note"),
        ),
    ),
    TableSpec(
        "areas",
        ("area_id",),
        (
            _id("area_id"),
            _needed("name"),
            _choice("kind", AreaKind),
            Column("code"),
            Column("caveat"),
        ),
    ),
    TableSpec(
        "indicators",
        ("indicator_id", "from"),
        (
            _id("indicator_id"),
            _id("portfolio_id", "portfolios"),
            _needed("name"),
            Column("short_name"),
            _choice("polarity", Polarity),
            _choice("unit", Unit),
            Column("per"),
            Column("noun"),
            Column("said"),
            _needed("definition"),
            _SOURCE,
            Column("caveat"),
            _needed("position", Kind.WHOLE),
            Column("from", Kind.PERIOD, of="quarter", optional=True),
            Column("retired_from", Kind.PERIOD, of="quarter", optional=True),
            _later("unit_word"),
            _later("owner"),
            _later("tags"),
        ),
        former=("frequency",),
        open=True,
    ),
    TableSpec(
        "series",
        ("indicator_id", "origin"),
        (
            _INDICATOR,
            _choice("origin", Origin),
            _choice("basis", Basis),
            _needed("basis_inferred", Kind.FLAG),
            Column("decimals", Kind.WHOLE, required=True, most=MOST_DECIMALS),
            Column("mean_decimals", Kind.WHOLE, most=MOST_DECIMALS),
            _needed("seasonal", Kind.FLAG),
            _later("above_100", Kind.FLAG),
            _later("small", Kind.FLAG),
        ),
    ),
    TableSpec(
        "observations",
        ("indicator_id", "area_id", "period", "origin", "release"),
        (
            _INDICATOR,
            _id("area_id", "areas"),
            _needed("period", Kind.PERIOD),
            _choice("origin", Origin),
            Column("ends", Kind.DATE),
            Column("value", Kind.NUMBER),
            Column("numerator", Kind.NUMBER),
            Column("denominator", Kind.NUMBER),
            Column("lower", Kind.NUMBER),
            Column("upper", Kind.NUMBER),
            _choice("symbol", Symbol, required=False),
            Column("mark", Kind.CHOICE, choices=tuple(MARKS)),
            _RELEASE,
            _SOURCE,
            _later("note"),
        ),
        indexes=(("area_id", "period"),),
    ),
    TableSpec(
        "targets",
        ("indicator_id", "period", "level", "release"),
        (
            _INDICATOR,
            _needed("period", Kind.PERIOD),
            _choice("rule", TargetRule),
            Column("value", Kind.NUMBER),
            Column("numerator", Kind.NUMBER),
            Column("upper", Kind.NUMBER),
            Column("reference", Kind.ID, refers="areas"),
            _needed("printed"),
            _RELEASE,
            _SOURCE,
            Column(
                "level",
                Kind.CHOICE,
                choices=tuple(level.value for level in TargetLevel),
                optional=True,
                default=TargetLevel.TARGET.value,
            ),
            _later("tolerance", Kind.NUMBER),
        ),
    ),
    TableSpec(
        "claims",
        ("release", "indicator_id", "seq"),
        (
            Column("release", Kind.PERIOD, required=True, of="quarter"),
            _INDICATOR,
            _needed("seq", Kind.WHOLE),
            Column("kind", Kind.CHOICE, True, ("comparison", "quartile")),
            _needed("heading"),
            Column("left_period", Kind.PERIOD),
            Column("right_area", Kind.ID, refers="areas"),
            Column("right_period", Kind.PERIOD),
            Column("arrow"),
            Column("mark"),
            _needed("printed"),
            _SOURCE,
        ),
    ),
    TableSpec(
        "commentary",
        ("indicator_id", "portfolio_id", "period", "version"),
        (
            Column("indicator_id", Kind.ID, refers="indicators"),
            Column("period", Kind.PERIOD, required=True, of="quarter"),
            _needed("version", Kind.WHOLE),
            _needed("body"),
            Column("summary"),
            Column("see", Kind.ID, refers="indicators"),
            Column("author"),
            Column("written_at", Kind.DATE),
            _SOURCE,
            _PORTFOLIO,
        ),
    ),
    TableSpec(
        "events",
        ("date", "indicator_id", "portfolio_id", "words"),
        (
            _needed("date", Kind.DATE),
            _needed("words"),
            Column("indicator_id", Kind.ID, refers="indicators", optional=True),
            _PORTFOLIO,
            _later("rebase", Kind.FLAG),
            _SOURCE,
        ),
        optional=True,
    ),
    TableSpec(
        "actions",
        ("indicator_id", "period", "action"),
        (
            _INDICATOR,
            Column("period", Kind.PERIOD, required=True, of="quarter"),
            _needed("action"),
            _later("owner"),
            _later("due", Kind.DATE),
            _choice("state", ActionState),
            _SOURCE,
        ),
        optional=True,
    ),
    TableSpec(
        "accepted",
        ("table", "row", "warning"),
        (
            Column("table", Kind.CHOICE, True, ("observations", "series", "targets")),
            _needed("row"),
            Column("warning", Kind.CHOICE, True, WARNINGS),
            _needed("by"),
            _needed("on", Kind.DATE),
        ),
        optional=True,
    ),
    TableSpec(
        "distributions",
        ("indicator_id", "area_group", "period"),
        (
            _INDICATOR,
            _needed("area_group"),
            _needed("period", Kind.PERIOD),
            _needed("n", Kind.WHOLE),
            _needed("lower_quartile", Kind.NUMBER),
            _needed("median", Kind.NUMBER),
            _needed("upper_quartile", Kind.NUMBER),
            Column("rank_from_highest", Kind.WHOLE),
            _SOURCE,
        ),
    ),
)
