"""The figures of a dataset with what their series and indicators say of them, one row each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date

import pandas as pd

from dashboard.domain.facts.indicator import AreaKind
from dashboard.domain.facts.period import QUARTERS, Period, parse_or_none
from dashboard.store.reading.columns import numbers, of_indicator

LINE = ["indicator_id", "area_id", "origin"]
"""The columns that make a line: one indicator's figures of one area and origin."""


def figures(
    observations: pd.DataFrame,
    series: pd.DataFrame,
    indicators: pd.DataFrame,
    areas: pd.DataFrame,
) -> pd.DataFrame:
    """The rows that have a value, a period that can be read and a series, in the file's order.

    Beside the columns of the file: `number` is the value, `name`, `unit`, `per`, `basis`,
    `seasonal`, `above_100` and `small` what is said of it, `area` the area's name, empty for the
    council, `kind` and `quarter` its period's, `order` sorts by time, and `known` is the day from
    which it is known: its last, or that of the release which states it, if later. The index is
    that of the file's rows.
    """
    made = observations.assign(
        number=numbers(observations["value"]),
        name=of_indicator(observations, indicators, "name"),
        unit=of_indicator(observations, indicators, "unit"),
        per=of_indicator(observations, indicators, "per"),
        area=observations["area_id"].map(_others(areas)),
    )
    of_series = ["basis", "seasonal", "above_100", "small"]
    known = series.drop_duplicates(["indicator_id", "origin"])
    known = known.set_index(["indicator_id", "origin"])[of_series]
    made = made.join(known, on=["indicator_id", "origin"])
    # Read once for each period there is, since a table may have a million rows.
    periods = {text: of for text in made["period"].unique() if (of := parse_or_none(text))}
    made = made[made["number"].notna() & made["basis"].notna() & made["period"].isin(periods)]

    def of_period(read: Callable[[Period], str | int]) -> pd.Series:
        return made["period"].map({text: read(of) for text, of in periods.items()})

    days = [text for text in made["ends"].unique() if _is_day(text)]
    stated = made["ends"].where(made["ends"].isin(days), "")
    last = stated.where(stated != "", of_period(lambda of: of.end.isoformat()))
    releases = {text: parse_or_none(text) for text in made["release"].unique()}
    told = made["release"].map(
        {text: of.end.isoformat() if of else "" for text, of in releases.items()}
    )
    return made.assign(
        kind=of_period(lambda of: of.kind.value),
        quarter=of_period(lambda of: of.quarter),
        year=of_period(lambda of: of.financial_year.id),
        order=of_period(lambda of: of.first * QUARTERS + of.quarter),
        known=last.where(last >= told, told),
    )


def _others(areas: pd.DataFrame) -> defaultdict[str, str]:
    """The names of the areas beside the council, by id; of any other id an empty text."""
    others = areas[areas["kind"] != AreaKind.COUNCIL]
    return defaultdict(str, zip(others["area_id"], others["name"], strict=True))


def latest_statements(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows without those that a later release states anew, each line in order of time."""
    ordered = rows.sort_values([*LINE, "order", "release"], kind="stable")
    return ordered.drop_duplicates([*LINE, "period"], keep="last")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
