"""Questions asked of whole columns of a table whose cells are text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial

import numpy as np
import pandas as pd

from dashboard.domain.facts.period import parse_or_none
from dashboard.store.reading.problem import Problem

Frames = dict[str, pd.DataFrame]
FIRST_ROW = 2
"""A spreadsheet's number for the first row under the header."""
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"


Rows = Callable[[], tuple[int, ...]]
"""The rows of something, as a spreadsheet numbers them, found when they are asked for."""


def distinct(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[tuple[str, ...], Rows]]:
    """Each different combination of cells in some columns, in the order of the rows, and its rows.

    The rows are found when first asked for, since most combinations have nothing wrong.
    """
    wanted = list(columns)

    @cache
    def found() -> list[np.ndarray]:
        numbers = frame.groupby(wanted, sort=False).ngroup().to_numpy()
        order = np.argsort(numbers, kind="stable")
        places = frame.index.to_numpy()[order] + FIRST_ROW
        return np.split(places, np.cumsum(np.bincount(numbers))[:-1])

    def rows(number: int) -> tuple[int, ...]:
        return tuple(int(row) for row in found()[number])

    cells = frame[wanted].drop_duplicates().itertuples(index=False, name=None)
    for number, content in enumerate(cells):
        yield content, partial(rows, number)


def rows_of(frame: pd.DataFrame) -> tuple[int, ...]:
    """The numbers that a spreadsheet gives to the rows of a table or of a part of it."""
    return tuple(int(index) + FIRST_ROW for index in frame.index)


def problems_of(
    rows: pd.DataFrame, *, file: str, column: str, what: str, remedy: str, cause: str
) -> Iterator[Problem]:
    """One problem for all the rows together, or none if there are no rows.

    `what` may name columns in braces, which are filled in from the first row. Where it names the
    indicator, there is one problem for each.
    """
    if rows.empty:
        return
    if "{indicator_id}" in what:
        of_each = [part for _, part in rows.groupby("indicator_id", sort=False)]
    else:
        of_each = [rows]
    for part in of_each:
        first = {str(name): cell for name, cell in part.iloc[0].items()}
        row, *more = rows_of(part)
        yield Problem(
            file=file,
            what=what.format(**first),
            remedy=remedy,
            row=row,
            column=column,
            value=str(first[column]),
            more_rows=tuple(more),
            cause=f"{cause} {first['indicator_id']}" if len(of_each) > 1 else cause,
        )


def numbers(texts: pd.Series) -> pd.Series:
    """A column of text as numbers; NaN where a cell is empty or not a number.

    A cell that is not a number is reported by the check of the cell itself.
    """
    return pd.to_numeric(texts.where(texts.str.fullmatch(NUMBER)))


def of_indicator(rows: pd.DataFrame, indicators: pd.DataFrame, column: str) -> pd.Series:
    """For each row, its indicator's cell in a column of the indicators table.

    Where an indicator has several rows, it is that of the row that held in the row's period.
    """
    if indicators["indicator_id"].is_unique:
        return rows["indicator_id"].map(indicators.set_index("indicator_id")[column])
    editions: dict[str, list[tuple[date, str]]] = {}
    for each in indicators.to_dict("records"):
        begins = parse_or_none(str(each["from"]))
        edition = (begins.start if begins else date.min, str(each[column]))
        editions.setdefault(str(each["indicator_id"]), []).append(edition)
    cells: dict[tuple[str, str], str | None] = {}
    for (indicator, of), _ in distinct(rows, "indicator_id", "period"):
        known = sorted(editions.get(indicator, []), key=lambda each: each[0])
        period = parse_or_none(of)
        last = period.end if period else date.max
        begun = [cell for since, cell in known if since <= last]
        cells[indicator, of] = begun[-1] if begun else known[0][1] if known else None
    pairs = zip(rows["indicator_id"], rows["period"], strict=True)
    return pd.Series([cells[pair] for pair in pairs], index=rows.index, dtype=object)
