"""Whole columns of a table of texts at once: what differs, what is a number, who has a problem."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.store.reading.problem import Problem

Frames = dict[str, pd.DataFrame]
FIRST_ROW = 2
"""A spreadsheet's number for the row under the header."""


def distinct(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Each different content of some columns, the row where it stands first, and in how many."""
    wanted = list(columns)
    firsts = frame.drop_duplicates(wanted)
    counts = frame.groupby(wanted, sort=False).size()
    cells = firsts[wanted].itertuples(index=False, name=None)
    for content, row, count in zip(cells, firsts.index, counts, strict=True):
        yield content, int(row) + FIRST_ROW, int(count)


def told(
    file: str, rows: pd.DataFrame, column: str, what: str, remedy: str, cause: str
) -> Iterator[Problem]:
    """One problem for all the rows, told of the first: `what` names its cells in braces."""
    if len(rows):
        first = {str(name): cell for name, cell in rows.iloc[0].items()}
        number = int(rows.index[0]) + FIRST_ROW
        yield Problem(file, what.format(**first), remedy, number, column, len(rows), cause)


def numbers(texts: pd.Series) -> pd.Series:
    """What is written as a number; what is not has its own problem and counts as unknown."""
    return pd.to_numeric(texts.where(texts.str.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?")))
