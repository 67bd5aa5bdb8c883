"""Warnings on rates and percentages that contradict the counts beside them."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.facts.measure import WHOLE, Unit
from dashboard.store.reading.columns import numbers
from dashboard.store.reading.figure_rules import CLOSE
from dashboard.store.reading.problem import LoadingWarning
from dashboard.store.reading.stated import LINE
from dashboard.store.reading.warning_rules import called, of_figure
from dashboard.store.warning_kind import WarningKind

_SHARE_OFF = 0.01
"""By what share of it a figure may differ from its counts, which may be rounded."""
_TIMES = 2
"""How many times the median of its series an implied denominator may be, or what part of it."""
_ENOUGH = 3
"""How many denominators a series needs for its median to say anything."""
_SPARE = 1e-9
"""What a computer's fractions may be off."""


def figures_match_counts(given: pd.DataFrame) -> Iterator[LoadingWarning]:
    """A rate or percentage is what its numerator and denominator make.

    It may differ by its own rounding or by 1%. A percentage that differs by more than a point is
    refused, and so not asked about.
    """
    rows = _with_counts(given)
    rows = rows[rows["denominator_number"] > 0]
    made = rows["count"] / rows["denominator_number"] * rows["times"]
    by = (made - rows["number"]).abs()
    is_off = (by > rows["half"] + _SPARE) & (by > _SHARE_OFF * made.abs())
    is_off &= (rows["unit"] != Unit.PERCENT) | (by <= CLOSE)
    for _, row in rows.assign(made=made)[is_off].iterrows():
        made_as = f"{row['made']:.{row['places']}f}"
        percent = "%" if row["unit"] == Unit.PERCENT else ""
        yield of_figure(
            row,
            kind=WarningKind.COUNT_AND_RATE,
            column="value",
            what=f"{_written(row)} of {called(row)} is not {row['numerator']} of "
            f"{row['denominator']}, which is {made_as}{percent}.",
            remedy="Correct the one that is wrong.",
        )


def denominators_are_alike(given: pd.DataFrame) -> Iterator[LoadingWarning]:
    """A count and a rate without a denominator imply one that is like the others of its series.

    It is no more than twice their median and no less than half of it, at any figure that rounds
    to the rate. A stated denominator counts towards the median.
    """
    rows = _with_counts(given)
    rows = rows[(rows["unit"] == Unit.RATE) & (rows["count"] > 0) & (rows["number"] > 0)]
    stated = rows["denominator_number"]
    rows = rows.assign(implied=rows["count"] / rows["number"] * rows["times"])
    of_line = stated.fillna(rows["implied"]).groupby(
        [rows[name] for name in [*LINE, "kind"]], sort=False
    )
    rows = rows.assign(median=of_line.transform("median"))
    lowest = rows["count"] / (rows["number"] + rows["half"]) * rows["times"]
    highest = rows["count"] / (rows["number"] - rows["half"]).clip(lower=0) * rows["times"]
    is_off = (lowest > _TIMES * rows["median"]) | (highest < rows["median"] / _TIMES)
    is_off &= stated.isna() & (of_line.transform("size") >= _ENOUGH)
    for _, row in rows[is_off].iterrows():
        how = "more than twice" if row["implied"] > row["median"] else "less than half of"
        yield of_figure(
            row,
            kind=WarningKind.COUNT_AND_RATE,
            column="value",
            what=f"{_written(row)} of {called(row)} makes {row['numerator']} a count out of "
            f"{row['implied']:.0f}, which is {how} {row['median']:.0f}, the median of the series.",
            remedy="Correct the value or the numerator.",
        )


def _with_counts(given: pd.DataFrame) -> pd.DataFrame:
    """The rates and percentages that have a numerator.

    `times` is what the fraction is multiplied by: 100, or 10,000 for "10,000 children". `places`
    are the decimals of the value, and `half` is half of its last place.
    """
    has_count = given["numerator"] != ""
    rows = given[given["unit"].isin((Unit.PERCENT.value, Unit.RATE.value)) & has_count]
    per = rows["per"].astype(str).str.extract(r"^([0-9][0-9,]*)", expand=False)
    times = pd.to_numeric(per.str.replace(",", ""))
    places = rows["value"].astype(str).str.extract(r"\.([0-9]+)", expand=False).fillna("").str.len()
    return rows.assign(
        count=numbers(rows["numerator"]),
        denominator_number=numbers(rows["denominator"]),
        times=times.where(rows["unit"] != Unit.PERCENT, WHOLE),
        places=places,
        half=0.5 * 10.0 ** -places.astype(float),
    )


def _written(row: pd.Series) -> str:
    """A figure as it is said: "5.0%", "95.4 per 10,000 children"."""
    return f"{row['value']}%" if row["unit"] == Unit.PERCENT else f"{row['value']} per {row['per']}"
