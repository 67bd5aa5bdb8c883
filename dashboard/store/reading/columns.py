"""Questions asked of whole columns of a table whose cells are text."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.store.reading.problem import Problem

Frames = dict[str, pd.DataFrame]
FIRST_ROW = 2
"""A spreadsheet's number for the first row under the header."""
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"


def distinct(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Each different combination of cells in some columns: the cells, its first row as a
    spreadsheet numbers it, and how many rows have it.
    """
    wanted = list(columns)
    firsts = frame.drop_duplicates(wanted)
    counts = frame.groupby(wanted, sort=False).size()
    cells = firsts[wanted].itertuples(index=False, name=None)
    for content, row, count in zip(cells, firsts.index, counts, strict=True):
        yield content, int(row) + FIRST_ROW, int(count)


def problems_of(
    rows: pd.DataFrame, *, file: str, column: str, what: str, remedy: str, cause: str
) -> Iterator[Problem]:
    """One problem for all the rows together, or none if there are no rows.

    `what` may name columns in braces, which are filled in from the first row.
    """
    if rows.empty:
        return
    first = {str(name): cell for name, cell in rows.iloc[0].items()}
    yield Problem(
        file=file,
        what=what.format(**first),
        remedy=remedy,
        row=int(rows.index[0]) + FIRST_ROW,
        column=column,
        rows=len(rows),
        cause=cause,
    )


def numbers(texts: pd.Series) -> pd.Series:
    """A column of text as numbers; NaN where a cell is empty or not a number.

    A cell that is not a number is reported by the check of the cell itself.
    """
    return pd.to_numeric(texts.where(texts.str.fullmatch(NUMBER)))


def of_indicator(rows: pd.DataFrame, indicators: pd.DataFrame, column: str) -> pd.Series:
    """For each row, its indicator's cell in a column of the indicators table."""
    known = indicators.drop_duplicates("indicator_id").set_index("indicator_id")[column]
    return rows["indicator_id"].map(known)
