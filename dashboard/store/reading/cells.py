"""Checks the text of one cell, and converts it to what the store keeps."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from dashboard.domain.facts import period
from dashboard.store.table import Column, Kind


class Complaint(NamedTuple):
    """What is wrong with a cell, what to do, and the cause by which such complaints are grouped."""

    what: str
    remedy: str
    cause: str = ""


_ID_SHAPE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# No exponents, which only a spreadsheet writes, and no more digits than a figure can need.
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?")
_PERCENT = re.compile(r"(-?[0-9.,]+)\s*%")
_MONEY = re.compile(r"(-?)£\s*([0-9.,]+)")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[,\s][0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_SHORTENED = re.compile(r"-?[0-9.]+[eE][+-]?[0-9]+")
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?")
_NO_FIGURE = frozenset({"-", "–", "..", ":", "*", "n/a", "na", "c", "x", "z", "tbc", "nil"})
# How quotes, dashes and accented letters in UTF-8 look when read as Windows-1252.
_DAMAGED = re.compile("â€.?|Ã[\u0080-\u00ff]|\ufffd")
FLAGS = {"yes": 1, "no": 0}


def complaint(column: Column, text: str) -> Complaint | None:
    """What is wrong with a cell; None if nothing is."""
    if not text:
        return Complaint("is empty.", "Fill it in.") if column.required else None
    return _CHECKS[column.kind](column, text)


def _number(column: Column, text: str) -> Complaint | None:
    if _NUMBER.fullmatch(text):
        return None
    if found := _PERCENT.fullmatch(text):
        remedy = f"Write {_bare(found[1])}; the indicator’s unit says what it is."
        return Complaint(f"“{text}” has a percent sign.", remedy, "percent sign")
    if found := _MONEY.fullmatch(text):
        remedy = f"Write {found[1]}{_bare(found[2])}; the indicator’s unit says what it is."
        return Complaint(f"“{text}” has a pound sign.", remedy, "pound sign")
    if _GROUPED.fullmatch(text):
        return Complaint(
            f"“{text}” has thousands separators.", f"Write {_bare(text)}.", "thousands"
        )
    if _DECIMAL_COMMA.fullmatch(text):
        remedy = f"Write {text.replace(',', '.')}."
        return Complaint(f"“{text}” has a decimal comma.", remedy, "decimal comma")
    return _no_number(text)


def _bare(text: str) -> str:
    return re.sub(r"[,\s]", "", text)


def _no_number(text: str) -> Complaint:
    what = f"“{text}” is not a number"
    if _SHORTENED.fullmatch(text):
        remedy = "Format the column as a number without an exponent, and save it again."
        return Complaint(f"{what}: a spreadsheet has shortened it.", remedy, "shortened")
    if _ERROR.fullmatch(text):
        return Complaint(
            f"{what}: it is a spreadsheet error.",
            "Correct the formula, or leave the value empty and say why in symbol.",
        )
    if period.is_date_cell(text):
        remedy = "Format the column as text, and write the number again."
        return Complaint(
            f"{what}: a spreadsheet has turned it into a date.", remedy, "turned into a date"
        )
    if text.lower() in _NO_FIGURE:
        remedy = "Leave it empty, and say why in symbol: c, x, z, low or not_due."
        return Complaint(f"{what}.", remedy)
    return Complaint(
        f"{what}.", "Write digits with a point, such as 1234.5, without commas, spaces or units."
    )


def _whole(column: Column, text: str) -> Complaint | None:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        return Complaint(f"“{text}” is not a whole number.", "Write digits only, such as 12.")
    if column.most is not None and int(text) > column.most:
        return Complaint(f"“{text}” is too large.", f"Write a whole number up to {column.most}.")
    return None


def _flag(column: Column, text: str) -> Complaint | None:
    if text in FLAGS:
        return None
    return Complaint(f"“{text}” is neither yes nor no.", "Write yes or no.")


def _period(column: Column, text: str) -> Complaint | None:
    try:
        period.parse(text)
    except period.PeriodError as error:
        cause = "unreadable period" if "is not a period" in str(error) else ""
        return Complaint(str(error), period.remedy(text), cause)
    return _not_that_kind(column, text)


def _not_that_kind(column: Column, text: str) -> Complaint | None:
    """Where the column takes only quarters, a period of another kind."""
    if column.of == "quarter" and not period.parse(text).quarter:
        return Complaint(f"“{text}” is not a quarter.", f"Write the quarter, such as {text[:9]}Q3.")
    return None


def _date(column: Column, text: str) -> Complaint | None:
    try:
        date.fromisoformat(text)
    except ValueError:
        return Complaint(f"“{text}” is not a date.", "Write it as 2016-12-31 or 31/12/2016.")
    return None


def _choice(column: Column, text: str) -> Complaint | None:
    if text in column.choices:
        return None
    if text.lower() in column.choices:
        return Complaint(f"“{text}” has capital letters.", f"Write {text.lower()}.")
    return Complaint(
        f"“{text}” is not one of the choices.", f"Write one of: {', '.join(column.choices)}."
    )


def _id(column: Column, text: str) -> Complaint | None:
    if _ID_SHAPE.fullmatch(text):
        return None
    meant = "-".join(re.findall(r"[a-z0-9]+", text.lower())) or "children-in-need"
    remedy = f"Write small letters, digits and hyphens, such as {meant}."
    return Complaint(f"“{text}” is not an id.", remedy, "not an id")


def _text(column: Column, text: str) -> Complaint | None:
    """Letters that were damaged by saving in one encoding and reading in another."""
    if found := _DAMAGED.search(text):
        remedy = "Go back to the file from before the damage, and save it as “CSV UTF-8”."
        return Complaint(f"“{found[0]}” is a damaged letter.", remedy, "damaged letters")
    return None


_CHECKS: dict[Kind, Callable[[Column, str], Complaint | None]] = {
    Kind.NUMBER: _number,
    Kind.WHOLE: _whole,
    Kind.FLAG: _flag,
    Kind.PERIOD: _period,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.ID: _id,
    Kind.TEXT: _text,
}


def stored(column: Column, text: str, in_key: bool) -> str | int | None:
    """What the store keeps of a checked cell: whole numbers as int, all else as the text itself.

    An empty cell is None (unknown), except in a key column, where it is "".
    """
    if not text:
        return "" if in_key else None
    return int(text) if column.kind is Kind.WHOLE else text
