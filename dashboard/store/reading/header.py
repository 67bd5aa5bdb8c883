"""Checks the names of a file's columns, and says which of ours a misspelt one means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from string import ascii_uppercase

import pandas as pd

from dashboard.store.reading.problem import Problem
from dashboard.store.table import TableSpec

UNNAMED = "Unnamed: "
"""What pandas puts before the position of a column that has no name."""
_CLOSE = 0.8
"""How alike two names are, of 1, where one is taken for the other misspelt."""
_SHORTEST = 3
"""How many letters a name needs to be taken for another cut short."""


def header(spec: TableSpec) -> str:
    """The header that a table's file has."""
    return ",".join(column.name for column in spec.columns)


def columns(spec: TableSpec, frame: pd.DataFrame) -> Iterator[Problem]:
    """What is wrong with the names of a file's columns."""
    known = [column.name for column in spec.columns]
    needed = {column.name for column in spec.columns if not column.optional}
    alike = {bare(name): name for name in frame.columns}
    found = [name for name in known if name in frame.columns]
    if not found:
        which = "are not spelt as expected" if needed <= set(alike) else "are missing"
        yield Problem(spec.file, f"The column names {which}.", f"Begin with: {header(spec)}.", 1)
        return
    meant_by = misspelt(spec, frame.columns)
    for name in known:
        if name in meant_by.values():
            continue
        if name not in frame.columns and (name in needed or name in alike):
            meant = alike.get(name)
            remedy = (
                f"Rename “{meant}” to {name}."
                if meant
                else f"Add it; the columns are: {header(spec)}."
            )
            yield Problem(spec.file, f"The column {name} is missing.", remedy, column=name)
    for name in frame.columns:
        if name in known or bare(name) in known:
            continue
        if name in meant_by:
            own = ", or give a column of your own another name" if spec.open else ""
            what = f"The column “{name}” is not known."
            yield Problem(spec.file, what, f"Rename it to {meant_by[name]}{own}.")
            continue
        if name.startswith(UNNAMED):
            what = f"Column {_letters(int(name.removeprefix(UNNAMED)))} has cells but no name."
        elif _is_again(name, frame):
            what = f"The column “{name.rpartition('.')[0]}” appears twice."
        elif spec.open:
            continue
        else:
            what = f"The column “{name}” is not known."
        yield Problem(spec.file, what, f"Remove it; the columns are: {header(spec)}.")


def misspelt(spec: TableSpec, names: Iterable[str]) -> dict[str, str]:
    """Names of a file's columns that are not ours, each with the one of ours that it is close to.

    Only columns that the file lacks can be meant: "tolerence" and "toler" both mean tolerance.
    """
    known = {column.name for column in spec.columns}
    given = {name: bare(name) for name in names if not name.startswith(UNNAMED)}
    lacking = [column.name for column in spec.columns if column.name not in given.values()]
    found: dict[str, str] = {}
    for name, plain in given.items():
        if plain in known:
            continue
        begun = [each for each in lacking if each.startswith(plain)]
        near = get_close_matches(plain, lacking, n=1, cutoff=_CLOSE)
        if not near and len(begun) == 1 and len(plain) >= _SHORTEST:
            near = begun
        if near:
            found[name] = near[0]
            lacking.remove(near[0])
    return found


def lacked(spec: TableSpec, names: Iterable[str]) -> list[str]:
    """The columns that a file must have and whose names, even misspelt, are not among these."""
    given = [name.strip() for name in names]
    there = {*map(bare, given), *misspelt(spec, given).values()}
    return [
        column.name for column in spec.columns if not column.optional and column.name not in there
    ]


def _is_again(name: str, frame: pd.DataFrame) -> bool:
    """Whether pandas has numbered a name because another column has it already."""
    first, _, number = name.rpartition(".")
    return number.isdigit() and first in frame.columns


def _letters(position: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A to Z, then AA."""
    before, last = divmod(position, 26)
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]


def bare(name: str) -> str:
    """A column's name in the form that ours have: small letters, underscores for spaces."""
    return name.strip().lower().replace(" ", "_")
