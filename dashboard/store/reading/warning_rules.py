"""Warnings on single figures: far off their own series, fractions for percentages, odd counts."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import WHOLE, Unit
from dashboard.domain.facts.period import parse_or_none
from dashboard.store.reading.columns import numbers, of_indicator, rows_of
from dashboard.store.reading.problem import LoadingWarning
from dashboard.store.reading.stated import LINE
from dashboard.store.schema import KEYS
from dashboard.store.warning_kind import FACTOR, SHARE, WarningKind

ENOUGH = 5
"""How many figures a series needs for its median to say anything."""
_FILE = "observations.csv"


def of_figure(
    row: pd.Series, *, kind: WarningKind, column: str, what: str, remedy: str
) -> LoadingWarning:
    """A warning about one row of observations.csv."""
    return LoadingWarning(
        file=_FILE,
        what=what,
        remedy=remedy,
        row=rows_of(row.to_frame().T)[0],
        column=column,
        value=str(row[column]),
        kind=kind,
        table="observations",
        key=tuple(row[name] for name in KEYS["observations"]),
        indicator=row["indicator_id"],
        ends=row["known"],
        area=row["area_id"],
    )


def of_series(
    rows: pd.DataFrame, *, kind: WarningKind, column: str, what: str, remedy: str
) -> LoadingWarning:
    """A warning about a series, which names all the rows that it concerns."""
    first = rows.iloc[0]
    row, *more = rows_of(rows)
    return LoadingWarning(
        file=_FILE,
        what=what,
        remedy=remedy,
        row=row,
        column=column,
        value=str(first[column]),
        more_rows=tuple(more),
        kind=kind,
        table="series",
        key=tuple(first[name] for name in KEYS["series"]),
        indicator=first["indicator_id"],
        ends=rows["known"].max(),
    )


def far_off(given: pd.DataFrame) -> Iterator[LoadingWarning]:
    """A value is not more than 5 times the median of its series, nor less than a fifth of it.

    A series is an indicator's figures of one area, origin and kind of period. Zeros are left out,
    and so are series that change their sign, whose median says nothing of their size. What is
    counted since 1 April grows within each year, so its quarters are held against the same quarter
    of other years.
    """
    rows = given[given["number"] != 0]
    rows = rows.assign(alike=rows["quarter"].where(rows["basis"] == Basis.YEAR_TO_DATE, 0))
    groups = rows.groupby([*LINE, "kind", "alike"], sort=False)["number"]
    one_sign = (groups.transform("min") > 0) | (groups.transform("max") < 0)
    median = groups.transform("median")
    ratio = rows["number"] / median
    is_off = ((ratio > FACTOR) | (ratio < 1 / FACTOR)) & one_sign
    is_off &= groups.transform("size") >= ENOUGH
    off = rows.assign(ratio=ratio, median=median)[is_off]
    for _, line in off.groupby([*LINE, "kind"], sort=False):
        for _, row in line.sort_values(["order", "release"], kind="stable").iterrows():
            yield _off(row)


def _off(row: pd.Series) -> LoadingWarning:
    high = row["ratio"] > FACTOR
    how = f"more than {FACTOR} times" if high else f"less than {SHARE} of"
    of = f"{called(row)} in Q{row['alike']}" if row["alike"] else called(row)
    is_fraction = row["unit"] == Unit.PERCENT and not high and 0 < row["number"] < 1
    return of_figure(
        row,
        kind=WarningKind.FAR_OFF,
        column="value",
        what=f"{row['value']} is {how} {row['median']:.12g}, the median of {of}.",
        remedy=f"If it is a fraction of one, write {row['number'] * WHOLE:.12g}."
        if is_fraction
        else "Check the figure.",
    )


def called(row: pd.Series) -> str:
    """Whose figure a row is, in words: "Household waste", or "Household waste (Stockport)"."""
    return f"{row['name']} ({row['area']})" if row["area"] else str(row["name"])


def shares_are_fractions(given: pd.DataFrame) -> Iterator[LoadingWarning]:
    """The shares of a series are not all 1 or less, unless it says that they are small."""
    shares = given[
        (given["unit"] == Unit.PERCENT) & (given["number"] > 0) & (given["small"] != "yes")
    ]
    for _, rows in shares.groupby(["indicator_id", "origin"], sort=False):
        if len(rows) > 1 and rows["number"].max() <= 1 and rows["number"].min() < 1:
            first = rows.iloc[0]
            yield of_series(
                rows,
                kind=WarningKind.FRACTIONS,
                column="value",
                what=f"Every {first['origin']} share of {first['name']} is 1 or less, such as "
                f"{first['value']}.",
                remedy="Write shares as percentages: 61.6, not 0.616. If they are that small, "
                "write yes in the column small of series.csv.",
            )


def counts_are_whole(given: pd.DataFrame) -> Iterator[LoadingWarning]:
    """A count is whole, unless parts are counted, as with full-time equivalents."""
    numerators = numbers(given["numerator"])
    for column, values, wanted in (
        ("value", given["number"], given["unit"] == Unit.COUNT),
        ("numerator", numerators, numerators.notna()),
    ):
        odd = given[wanted & (values % 1 != 0)]
        for _, rows in odd.groupby(["indicator_id", "origin"], sort=False):
            first = rows.iloc[0]
            yield of_series(
                rows,
                kind=WarningKind.NOT_WHOLE,
                column=column,
                what=f"{first[column]} of {first['name']} is a count but not whole.",
                remedy="Write how many there were, unless parts are counted, as with full-time "
                "equivalents.",
            )


def shares_above_100(given: pd.DataFrame) -> Iterator[LoadingWarning]:
    """A share is not above 100, unless its series says that it may be."""
    above = given[
        (given["unit"] == Unit.PERCENT) & (given["number"] > WHOLE) & (given["above_100"] != "yes")
    ]
    for _, row in above.iterrows():
        yield of_figure(
            row,
            kind=WarningKind.ABOVE_100,
            column="value",
            what=f"{row['value']}% of {called(row)} is above 100%.",
            remedy="Correct it. If its shares may be above 100%, write yes in the column above_100 "
            "of series.csv.",
        )


def targets_above_100(
    targets: pd.DataFrame, series: pd.DataFrame, indicators: pd.DataFrame
) -> Iterator[LoadingWarning]:
    """A target for a share is not above 100, unless a series of the indicator says it may be."""
    open_ended = set(series.loc[series["above_100"] == "yes", "indicator_id"])
    is_share = of_indicator(targets, indicators, "unit") == Unit.PERCENT
    named = targets.assign(name=of_indicator(targets, indicators, "name"))
    above = named[
        is_share & (numbers(targets["value"]) > WHOLE) & ~targets["indicator_id"].isin(open_ended)
    ]
    for row, cells in zip(rows_of(above), above.to_dict("records"), strict=True):
        yield LoadingWarning(
            file="targets.csv",
            what=f"The target of {cells['value']}% for {cells['name']} is above 100%.",
            remedy="Correct it. If its shares may be above 100%, write yes in the column above_100 "
            "of series.csv.",
            row=row,
            column="value",
            value=str(cells["value"]),
            kind=WarningKind.ABOVE_100,
            table="targets",
            key=tuple(str(cells[name]) for name in KEYS["targets"]),
            indicator=str(cells["indicator_id"]),
            ends=_since(str(cells["release"]), str(cells["period"])),
        )


def _since(release: str, of: str) -> str:
    """From which day on a target is known: the end of its report's quarter, else its start."""
    stated = parse_or_none(release or of)
    return (stated.end if release else stated.start).isoformat() if stated else ""
