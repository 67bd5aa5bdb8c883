"""Percentages below 0: refused where they cannot be, asked about where they may be differences."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.facts.measure import Unit
from dashboard.store.reading.columns import numbers, of_indicator, problems_of
from dashboard.store.reading.problem import LoadingWarning, Problem
from dashboard.store.reading.warning_rules import of_series
from dashboard.store.warning_kind import WarningKind

_DIFFERENCE = r"\b(?:gaps?|differences?|changes?|growth|variances?)\b"
"""What the name or definition of a difference in percentage points says."""


def shares_are_not_negative(given: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[Problem]:
    """A share is not below 0, unless it is a difference: one above 100 is only asked about."""
    below = _below(given, indicators)
    yield from problems_of(
        below[~_may_be_negative(below, indicators)],
        file="observations.csv",
        column="value",
        what="{value}% of {indicator_id} is less than 0%.",
        remedy="Correct it. If it is a difference in percentage points, say so in the indicator’s "
        "definition.",
        cause="no share",
    )


def differences_below_zero(
    given: pd.DataFrame, indicators: pd.DataFrame
) -> Iterator[LoadingWarning]:
    """A share below 0 that may be a difference in percentage points is asked about."""
    below = _below(given, indicators)
    asked = below[_may_be_negative(below, indicators)]
    for _, rows in asked.groupby(["indicator_id", "origin"], sort=False):
        first = rows.iloc[0]
        yield of_series(
            rows,
            kind=WarningKind.BELOW_0,
            column="value",
            what=f"{first['value']}% of {first['name']} is less than 0%.",
            remedy="Correct it, unless it is a difference in percentage points.",
        )


def target_is_not_negative(targets: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[Problem]:
    """A target for a share is not below 0, unless the share is a difference."""
    below = _below(targets, indicators)
    yield from problems_of(
        below[~_is_difference(below, indicators)],
        file="targets.csv",
        column="value",
        what="A target of {value}% for {indicator_id} is less than 0%.",
        remedy="Correct it.",
        cause="no share",
    )


def _below(rows: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    is_share = of_indicator(rows, indicators, "unit") == Unit.PERCENT
    return rows[is_share & (numbers(rows["value"]) < 0)]


def _may_be_negative(below: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Whether rows below 0 are of a difference, or of a series with others below 0.

    A single one in its series is more likely a slip.
    """
    series = below.groupby(["indicator_id", "origin"])["value"]
    return _is_difference(below, indicators) | (series.transform("size") > 1)


def _is_difference(rows: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Whether the name or the definition of a row's indicator says so."""
    texts = (of_indicator(rows, indicators, name) for name in ("name", "definition"))
    name, definition = (
        text.astype(str).str.contains(_DIFFERENCE, case=False, regex=True) for text in texts
    )
    return name | definition
