"""The rule that an indicator whose unit changes has a break in its series there."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.store.reading.columns import of_indicator, rows_of
from dashboard.store.reading.problem import Problem
from dashboard.store.reading.stated import LINE


def new_unit_is_a_break(given: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[Problem]:
    """The first figure in a new unit is marked as a break: it is never compared with the old.

    Figures that end on one day, such as a year and its last quarter, need the mark once.
    """
    editions = indicators["indicator_id"][indicators["indicator_id"].duplicated()]
    rows = given[given["indicator_id"].isin(editions)]
    if rows.empty:
        return
    rows = rows.assign(
        unit=_unit(rows, indicators), last=rows["period"].map(lambda text: parse(text).end)
    )
    rows = rows.sort_values([*LINE, "last"], kind="stable")
    before = rows.groupby(LINE, sort=False)[["unit", "period"]].shift()
    rows = rows.assign(unit_before=before["unit"], period_before=before["period"])
    changes = rows[before["unit"].notna() & (before["unit"] != rows["unit"])]
    unmarked = changes.loc[[at for at, change in changes.iterrows() if not _is_break(rows, change)]]
    for indicator, part in unmarked.sort_index().groupby("indicator_id", sort=False):
        first = part.iloc[0]
        row, *more = rows_of(part)
        yield Problem(
            file="observations.csv",
            what=f"{indicator} changes its unit from {first['unit_before']} "
            f"({parse(first['period_before']).label}) to {first['unit']} "
            f"({parse(first['period']).label}), but its series has no break there.",
            remedy="Write b as the mark of the first figure in the new unit.",
            row=row,
            column="mark",
            value=str(first["mark"]),
            more_rows=tuple(more),
            cause=f"unit changes {indicator}",
        )


def _unit(rows: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Each figure's unit; in place of `other`, its word."""
    unit = of_indicator(rows, indicators, "unit")
    return unit.where(unit != Unit.OTHER, of_indicator(rows, indicators, "unit_word"))


def _is_break(rows: pd.DataFrame, change: pd.Series) -> bool:
    """Whether every statement of a figure that ends on the day of the change is marked."""
    on_the_day = rows["last"] == change["last"]
    for column in LINE:
        on_the_day &= rows[column] == change[column]
    marked = rows[on_the_day]["mark"] == "b"
    return bool(marked.groupby(rows["period"]).all().any())
