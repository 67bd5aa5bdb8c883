"""Rules on tables as a whole, on areas, and on the spread of authorities."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.facts.indicator import AreaKind
from dashboard.domain.facts.measure import Unit
from dashboard.store.reading.columns import numbers, problems_of, rows_of
from dashboard.store.reading.problem import Problem


def has_rows(file: str, table: pd.DataFrame) -> Iterator[Problem]:
    """A table without which there is nothing to show has at least one row."""
    if table.empty:
        yield Problem(file, "The table has no rows.", "Give it at least one.")


def one_council(areas: pd.DataFrame) -> Iterator[Problem]:
    """Exactly one area is the council."""
    if (areas["kind"] == AreaKind.COUNCIL.value).sum() != 1:
        remedy = "Give one area, and only one, the kind council."
        yield Problem("areas.csv", "There must be exactly one council.", remedy, column="kind")


def names_differ(areas: pd.DataFrame) -> Iterator[Problem]:
    """No two areas have the same name: nobody could tell their lines and ranks apart."""
    names = areas["name"].str.casefold().str.split().str.join(" ")
    for _, alike in areas[names != ""].groupby(names, sort=False):
        if len(alike) > 1:
            row, *more = rows_of(alike)
            first, *others = [
                f"{each['area_id']} ({each['kind']})" for each in alike.to_dict("records")
            ]
            yield Problem(
                "areas.csv",
                f"“{alike.iloc[0]['name']}” is the name of {first} and of {' and '.join(others)}.",
                "Give each a name of its own, such as “Fife Council” and “Fife region”.",
                row,
                column="name",
                value=alike.iloc[0]["name"],
                more_rows=tuple(more),
            )


def retired_after_it_began(indicators: pd.DataFrame) -> Iterator[Problem]:
    """An indicator is retired in a later quarter than the row's own first."""
    both = indicators[(indicators["from"] != "") & (indicators["retired_from"] != "")]
    # The ids of quarters sort by time.
    yield from problems_of(
        both[both["retired_from"] <= both["from"]],
        file="indicators.csv",
        column="retired_from",
        what="{indicator_id} is retired from {retired_from}, but begins in {from}.",
        remedy="Correct one of them.",
        cause="retired before it begins",
    )


def word_fits_unit(indicators: pd.DataFrame) -> Iterator[Problem]:
    """A unit of its own has its word, and no other unit has one."""
    other, has_word = indicators["unit"] == Unit.OTHER.value, indicators["unit_word"] != ""
    for rows, what, remedy in (
        (
            indicators[other & ~has_word],
            "{indicator_id} has the unit other without its word.",
            "Write the word for one and for many, such as day/days, or £ million.",
        ),
        (
            indicators[~other & has_word],
            "{indicator_id} has the unit {unit} and the word “{unit_word}” as well.",
            "Write other as the unit, or leave the word out.",
        ),
    ):
        yield from problems_of(
            rows,
            file="indicators.csv",
            column="unit_word",
            what=what,
            remedy=remedy,
            cause="",
        )


def quartiles_rise(given: pd.DataFrame) -> Iterator[Problem]:
    """The lower quartile, the median and the upper quartile are in rising order."""
    lower, middle, upper = (
        numbers(given[name]) for name in ("lower_quartile", "median", "upper_quartile")
    )
    yield from problems_of(
        given[(lower > middle) | (middle > upper)],
        file="distributions.csv",
        column="median",
        what="{lower_quartile}, {median} and {upper_quartile} are not in rising order.",
        remedy="Give the lower quartile, the median and the upper quartile, in that order.",
        cause="do not rise",
    )


def rank_within_group(given: pd.DataFrame) -> Iterator[Problem]:
    """The council's rank is no greater than the number of authorities."""
    yield from problems_of(
        given[numbers(given["rank_from_highest"]) > numbers(given["n"])],
        file="distributions.csv",
        column="rank_from_highest",
        what="Rank {rank_from_highest} is higher than the {n} authorities allow.",
        remedy="Correct one of them.",
        cause="beyond n",
    )
