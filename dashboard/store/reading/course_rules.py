"""Remarks on the course of a series: totals to date that fall, seasons that are not declared."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.facts.indicator import AreaKind, Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import QUARTERS, PeriodKind, parse
from dashboard.store.reading.columns import rows_of
from dashboard.store.reading.problem import LoadingWarning, Problem
from dashboard.store.reading.stated import LINE, latest_statements
from dashboard.store.reading.warning_rules import of_series
from dashboard.store.warning_kind import WarningKind

ENOUGH_QUARTERS = 16
SEASONAL_BELOW = 0.75
"""Below which ratio of the mean change on last year to that on last quarter a season is likely."""
_SHARES = (Unit.PERCENT.value, Unit.RATE.value, Unit.SCORE.value, Unit.YEARS.value)
"""Units whose figure so far this year may be an average, and then can fall."""


def totals_never_fall(given: pd.DataFrame) -> Iterator[Problem]:
    """A total since 1 April is no smaller than the quarter before within its year."""
    for before, after in _falls(given[~given["unit"].isin(_SHARES)]):
        yield Problem(
            file="observations.csv",
            what=f"{after['indicator_id']} falls from {before['value']} in "
            f"{parse(before['period']).label} to {after['value']} in "
            f"{parse(after['period']).label}, but a total since 1 April can only grow.",
            remedy="Correct the figure. In series.csv, a figure of each quarter by itself has the "
            "basis period, an average so far has year_to_date_average.",
            row=rows_of(after.to_frame().T)[0],
            column="value",
            value=str(after["value"]),
        )


def shares_that_fall(given: pd.DataFrame) -> Iterator[LoadingWarning]:
    """A share so far this year that falls is asked about: it may be an average so far."""
    falls = [after for _, after in _falls(given[given["unit"].isin(_SHARES)])]
    if not falls:
        return
    rows = given.loc[[after.name for after in falls]]
    for _, part in rows.groupby(["indicator_id", "origin"], sort=False):
        first = part.iloc[0]
        yield of_series(
            part,
            kind=WarningKind.FALLS,
            column="value",
            what=f"{first['name']} falls within its year, to {first['value']} in "
            f"{parse(first['period']).label}: is it a year_to_date_average?",
            remedy="If it is an average or a share of what has happened so far, write "
            "year_to_date_average as its basis in series.csv; otherwise correct the figure.",
        )


def _falls(given: pd.DataFrame) -> Iterator[tuple[pd.Series, pd.Series]]:
    """Each quarter of a figure so far this year that is below the one before it, and that one.

    A break in the series between the two explains it.
    """
    to_date = given[(given["basis"] == Basis.YEAR_TO_DATE) & (given["quarter"] > 0)]
    rows = latest_statements(to_date)
    before = rows.groupby([*LINE, "year"], sort=False)[["number", "value", "period"]].shift()
    falls = (rows["number"] < before["number"]) & (rows["mark"] != "b")
    both = zip(before[falls].iterrows(), rows[falls].iterrows(), strict=True)
    for (_, one), (_, other) in both:
        yield one, other


def seasons_are_declared(given: pd.DataFrame, areas: pd.DataFrame) -> Iterator[LoadingWarning]:
    """A series whose quarters resemble last year's more than last quarter's is asked about.

    Only the council's own figures are looked at: of many areas some would seem so by chance.
    """
    council = areas.loc[areas["kind"] == AreaKind.COUNCIL, "area_id"]
    wanted = given[
        given["area_id"].isin(council)
        & given["basis"].isin((Basis.SNAPSHOT, Basis.PERIOD))
        & (given["kind"] == PeriodKind.QUARTER)
        & (given["seasonal"] != "yes")
    ]
    for _, rows in latest_statements(wanted).groupby(LINE, sort=False):
        if len(rows) < ENOUGH_QUARTERS or not _is_seasonal(rows):
            continue
        yield of_series(
            rows.sort_index(),
            kind=WarningKind.SEASONAL,
            column="period",
            what=f"{rows.iloc[0]['name']} resembles the same quarter of last year more than the "
            "quarter before: is it seasonal?",
            remedy="If its quarters differ by season, write yes in the column seasonal of "
            "series.csv.",
        )


def _is_seasonal(rows: pd.DataFrame) -> bool:
    """Whether the mean change on the year is below 0.75 of the mean change on the quarter."""
    values = dict(zip(rows["order"], rows["number"], strict=True))
    on_year, on_quarter = _mean_change(values, QUARTERS), _mean_change(values, 1)
    if on_year is None or on_quarter is None:
        return False
    return on_year < SEASONAL_BELOW * on_quarter


def _mean_change(values: dict[int, float], steps: int) -> float | None:
    """The mean size of the change on the figure so many quarters before; None without any."""
    changes = [abs(v - values[at - steps]) for at, v in values.items() if at - steps in values]
    return sum(changes) / len(changes) if changes else None
