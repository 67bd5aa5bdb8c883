"""Reads cells as they were meant: dates as Excel writes them, numbers without a float's noise."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from dashboard.domain.facts.indicator import AreaKind
from dashboard.domain.grammar import number_of, plural
from dashboard.store.reading.columns import Frames, rows_of
from dashboard.store.reading.problem import Remark
from dashboard.store.schema import MOST_DECIMALS, TABLES
from dashboard.store.table import Column, Kind, TableSpec

_Row = dict[Hashable, Any]
_DAY_FORMS = ("%d/%m/%Y", "%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%d-%B-%Y", "%d.%m.%Y")
_SHORT_FORMS = ("%d/%m/%y", "%d-%b-%y", "%d %b %y", "%d.%m.%y")
"""Days as Excel writes them in Britain; never month first."""
_NUMBER = re.compile(r"-?([0-9]{1,15})\.([0-9]+)")
_EXPONENT = re.compile(r"-?([0-9]+)\.?([0-9]*)[eE]([+-]?[0-9]{1,3})")
_SHORTENED_TO = 9
"""With how many digits at most a spreadsheet shortens a number by an exponent; more are all its
digits, with noise."""
_SURE_DIGITS = 15
"""How many digits a spreadsheet's number holds; those after them are noise."""
_NOISE_FROM = 12
"""From which decimal on digits are noise, however few there are before them."""


def day(text: str) -> str:
    """A date as 2026-04-20 where it is written as Excel does in Britain, else the text itself."""
    for forms in (_DAY_FORMS, _SHORT_FORMS):
        for form in forms:
            try:
                return datetime.strptime(text, form).date().isoformat()
            except ValueError:
                continue
    return text


def tidied(frames: Frames) -> list[Remark]:
    """Puts dates and noisy numbers right in the tables, and returns a note on each series."""
    places = _places(frames)
    notes: list[Remark] = []
    for spec in TABLES:
        if spec.name in frames:
            _days(spec, frames[spec.name])
            notes += _quiet(spec, frames[spec.name], places)
    return notes


def _days(spec: TableSpec, frame: pd.DataFrame) -> None:
    for column in spec.columns:
        if column.kind is Kind.DATE:
            meant = {text: day(text) for text in frame[column.name].unique() if not _is_iso(text)}
            if meant:
                frame[column.name] = frame[column.name].replace(meant)


def _is_iso(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return not text
    return True


def _quiet(spec: TableSpec, frame: pd.DataFrame, places: Callable[[_Row], int]) -> list[Remark]:
    notes: list[Remark] = []
    for column in spec.columns:
        if column.kind is not Kind.NUMBER:
            continue
        cells = frame[column.name]
        noisy = frame[cells.isin([text for text in cells.unique() if is_noisy(text)])]
        of_series = column.name in ("value", "lower", "upper")
        meant = [
            without_noise(row[column.name], places(row) if of_series else MOST_DECIMALS)
            for row in noisy.to_dict("records")
        ]
        frame.loc[noisy.index, column.name] = meant
        told = noisy.assign(meant=meant)
        by = [name for name in ("indicator_id", "origin") if name in noisy.columns]
        notes += [_note(spec, column, part) for _, part in told.groupby(by, sort=False)]
    return notes


def _note(spec: TableSpec, column: Column, noisy: pd.DataFrame) -> Remark:
    """What is said of a series: one number as it is written and read, and how many more there are.

    `meant` are the numbers as they are read.
    """
    row, *more = rows_of(noisy)
    first = noisy.iloc[0]
    others = ""
    if more:
        origin = f" ({first['origin']})" if "origin" in first else ""
        rows = f"{plural(len(more), 'is', 'are')} {number_of(len(more), 'more row')}"
        others = f", and so {rows} of {first['indicator_id']}{origin}"
    return Remark(
        file=spec.file,
        what=f"“{first[column.name]}” is read as {first['meant']}{others}.",
        remedy="A spreadsheet adds such digits; nothing needs to be done.",
        row=row,
        column=column.name,
        value=str(first[column.name]),
    )


def is_noisy(text: str) -> bool:
    """Whether a number has more digits than a spreadsheet can be sure of, such as 13.6000000…01.

    With an exponent (4.79…02E-2) it has all of them where they are more than a short form shows.
    """
    if exponent := _EXPONENT.fullmatch(text):
        shown = f"{exponent[1]}{exponent[2]}".lstrip("0")
        return len(shown) > _SHORTENED_TO and Decimal(text).adjusted() < _SURE_DIGITS
    found = _NUMBER.fullmatch(text)
    if not found:
        return False
    digits = len(f"{found[1]}{found[2]}".lstrip("0"))
    return len(found[2]) > _NOISE_FROM or (digits >= _SURE_DIGITS and len(found[2]) > MOST_DECIMALS)


def without_noise(text: str, decimals: int) -> str:
    """The number rounded half up to so many decimals, once what is noise is gone."""
    number = Decimal(text)
    for places in (min(_NOISE_FROM, _SURE_DIGITS - max(number.adjusted() + 1, 1)), decimals):
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    number = abs(number) if number.is_zero() else number
    return f"{number:f}" if decimals < MOST_DECIMALS else f"{number.normalize():f}"


def _places(frames: Frames) -> Callable[[_Row], int]:
    """The number of decimals of a figure's series; six where the row is of no series."""
    decimals: dict[tuple[str, str], tuple[str, str]] = {}
    for row in frames.get("series", pd.DataFrame()).to_dict("records"):
        key = str(row["indicator_id"]), str(row["origin"])
        decimals[key] = str(row["decimals"]), str(row["mean_decimals"] or row["decimals"])
    areas = frames.get("areas", pd.DataFrame({"kind": [], "area_id": []}))
    means = set(areas.loc[areas["kind"] == AreaKind.NEIGHBOURS.value, "area_id"])

    def places(row: _Row) -> int:
        own = decimals.get((row["indicator_id"], row.get("origin", "reported")), ("", ""))
        stated = own[1] if row.get("area_id") in means else own[0]
        return int(stated) if stated.isdigit() else MOST_DECIMALS

    return places
