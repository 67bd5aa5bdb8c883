"""Rules on observations: dates, intervals, whose figure it is, shares and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pandas as pd

from dashboard.domain.facts import period
from dashboard.domain.facts.indicator import AreaKind, Origin
from dashboard.domain.facts.measure import WHOLE, Unit
from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Symbol
from dashboard.store.reading.columns import distinct, numbers, of_indicator, problems_of
from dashboard.store.reading.problem import Problem

_FILE = "observations.csv"
CLOSE = 1.0
"""Points by which a share may differ from its numerator and denominator, which may be rounded."""
Fault = tuple[str, str, str]
"""What is wrong, the remedy, and the cause that groups it with others."""


def value_or_symbol(given: pd.DataFrame) -> Iterator[Problem]:
    """A row has a value, or else the symbol that says why there is none."""
    has_value, has_symbol = given["value"] != "", given["symbol"] != ""
    for rows, what in (
        (given[has_value & has_symbol], "The row has both a value and a symbol."),
        (given[~has_value & ~has_symbol], "The row has neither a value nor a symbol."),
    ):
        remedy = "Give the figure, or the reason why there is none."
        yield from problems_of(
            rows, file=_FILE, column="value", what=what, remedy=remedy, cause=what
        )


def dates_agree(given: pd.DataFrame) -> Iterator[Problem]:
    """A figure's last day is not before its period, after its report, or still to come."""
    # A figure that is not due is announced before its period ends, so its dates may be later.
    due = given[given["symbol"] != Symbol.NOT_DUE.value]
    checks: tuple[tuple[tuple[str, ...], Callable[..., Fault | None]], ...] = (
        (("period", "ends"), _ends_too_soon),
        (("period", "ends"), _not_over_yet),
        (("period", "ends", "release"), _stated_too_soon),
    )
    for columns, check in checks:
        for cells, rows in distinct(due, *columns):
            if fault := check(*cells):
                what, remedy, cause = fault
                row, *more = rows()
                yield Problem(
                    _FILE,
                    what,
                    remedy,
                    row=row,
                    column=columns[-1],
                    value=cells[-1],
                    more_rows=tuple(more),
                    cause=cause,
                )


def _span(period_id: str, ends: str) -> tuple[Period, date] | None:
    """A period and the last day of its figure; None where either cannot be read."""
    try:
        of = period.parse(period_id)
        return of, date.fromisoformat(ends) if ends else of.end
    except ValueError:
        return None


def _ends_too_soon(period_id: str, ends: str) -> Fault | None:
    span = _span(period_id, ends)
    if not span or span[1] >= span[0].start:
        return None
    return f"{ends} is before {period_id} begins.", "Correct one of them.", "ends too soon"


def _stated_too_soon(period_id: str, ends: str, release: str) -> Fault | None:
    span, stated = _span(period_id, ends), _span(release, "")
    if not span or not stated or span[1] <= stated[1]:
        return None
    which = f"that ends {ends}" if ends else f"for {period_id}"
    what = f"A figure {which} cannot have been stated in the report for {release}."
    wrong = "ends" if ends else "period"
    return what, f"Correct the {wrong} or the release.", "stated too soon"


def _not_over_yet(period_id: str, ends: str) -> Fault | None:
    span = _span(period_id, ends)
    if not span or span[1] <= date.today():
        return None
    what = f"There is a figure for {period_id}, which is not over yet."
    return what, "Correct the period, or give the symbol not_due instead.", "not over yet"


def within_interval(given: pd.DataFrame) -> Iterator[Problem]:
    """A value is within its own 95% interval."""
    bounded = given[(given["lower"] != "") | (given["upper"] != "")]
    value, lower, upper = (numbers(bounded[name]) for name in ("value", "lower", "upper"))
    yield from problems_of(
        bounded[(lower > value) | (upper < value) | (lower > upper)],
        file=_FILE,
        column="value",
        what="{value} is outside its own interval, {lower} to {upper}.",
        remedy="Correct the value, or lower and upper.",
        cause="outside its interval",
    )


def council_has_figures(given: pd.DataFrame, areas: pd.DataFrame) -> Iterator[Problem]:
    """The council has at least one figure that is due; without one no page can be shown."""
    if not (_is_council(given, areas) & (given["symbol"] != Symbol.NOT_DUE.value)).any():
        remedy = "Give at least one: without any, nothing can be shown."
        yield Problem(_FILE, "The council has no figures yet.", remedy)


def only_council_reports(given: pd.DataFrame, areas: pd.DataFrame) -> Iterator[Problem]:
    """Only the council's figures are reported; those of other areas are published."""
    known, reported = given["area_id"].isin(areas["area_id"]), given["origin"] == Origin.REPORTED
    yield from problems_of(
        given[~_is_council(given, areas) & known & reported],
        file=_FILE,
        column="origin",
        what="“{area_id}” is not the council: only the council’s own figures are reported.",
        remedy="Write published.",
        cause="not the council",
    )


def _is_council(given: pd.DataFrame, areas: pd.DataFrame) -> pd.Series:
    return given["area_id"].isin(areas.loc[areas["kind"] == AreaKind.COUNCIL, "area_id"])


def has_series(given: pd.DataFrame, series: pd.DataFrame) -> Iterator[Problem]:
    """Every indicator and origin with figures has a row in series.csv."""
    stated = set(zip(series["indicator_id"], series["origin"], strict=True))
    origins = {origin.value for origin in Origin}
    for (indicator, origin), rows in distinct(given, "indicator_id", "origin"):
        if origin in origins and (indicator, origin) not in stated:
            row, *more = rows()
            what = f"{indicator} has {origin} figures, but series.csv has no such row."
            remedy = "Add the row, with the period that its figures cover."
            yield Problem(
                _FILE,
                what,
                remedy,
                row=row,
                column="origin",
                value=origin,
                more_rows=tuple(more),
            )


def counts_are_counts(given: pd.DataFrame) -> Iterator[Problem]:
    """A numerator is not negative, and a denominator is above zero."""
    numerator, denominator = (numbers(given[name]) for name in ("numerator", "denominator"))
    yield from problems_of(
        given[numerator < 0],
        file=_FILE,
        column="numerator",
        what="{numerator} is less than zero.",
        remedy="Write how many there were.",
        cause="negative",
    )
    yield from problems_of(
        given[denominator <= 0],
        file=_FILE,
        column="denominator",
        what="{denominator} is not more than zero.",
        remedy="Write how many the numerator is out of, or leave it empty.",
        cause="not positive",
    )


def share_matches_counts(given: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[Problem]:
    """A percentage is its numerator divided by its denominator."""
    values, numerator, denominator = (
        numbers(given[name]) for name in ("value", "numerator", "denominator")
    )
    differs = (numerator / denominator * WHOLE - values).abs() > CLOSE
    yield from problems_of(
        given[_is_share(given, indicators) & differs],
        file=_FILE,
        column="value",
        what="{value}% is not {numerator} of {denominator}.",
        remedy="Correct the one that is wrong.",
        cause="share and count",
    )


def _is_share(given: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    return of_indicator(given, indicators, "unit") == Unit.PERCENT
