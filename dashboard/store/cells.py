"""What one cell of a table may hold: the check of a text, and the value it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from dashboard.domain import period
from dashboard.store.tables import Column, Kind

Complaint = tuple[str, str]
"""What is wrong and what to do about it."""

_ID_SHAPE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# No exponents: what a person means by a figure has at most fifteen digits before its point.
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?")
FLAGS = {"yes": 1, "no": 0}


def complaint(column: Column, text: str) -> Complaint | None:
    """What is wrong with a cell, or None."""
    if not text:
        if column.required:
            return "is empty.", "Fill it in."
        return None
    check = _CHECKS.get(column.kind)
    return check(column, text) if check else None


def _number(column: Column, text: str) -> Complaint | None:
    if _NUMBER.fullmatch(text):
        return None
    return (
        f"“{text}” is not a number.",
        "Write digits with a point, such as 1234.5, without commas, spaces or units.",
    )


def _whole(column: Column, text: str) -> Complaint | None:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        return f"“{text}” is not a whole number.", "Write digits only, such as 12."
    if column.most is not None and int(text) > column.most:
        return f"“{text}” is too many.", f"Write a whole number up to {column.most}."
    return None


def _flag(column: Column, text: str) -> Complaint | None:
    return None if text in FLAGS else (f"“{text}” is neither yes nor no.", "Write yes or no.")


def _period(column: Column, text: str) -> Complaint | None:
    try:
        period.parse(text)
    except period.PeriodError as error:
        return str(error), period.remedy(text)
    return None


def _date(column: Column, text: str) -> Complaint | None:
    try:
        date.fromisoformat(text)
    except ValueError:
        return f"“{text}” is not a date.", "Write it as 2016-12-31."
    return None


def _choice(column: Column, text: str) -> Complaint | None:
    if text in column.choices:
        return None
    return f"“{text}” is not known here.", f"Write one of: {', '.join(column.choices)}."


def _id(column: Column, text: str) -> Complaint | None:
    if _ID_SHAPE.fullmatch(text):
        return None
    return (
        f"“{text}” is not an id.",
        "Write small letters, digits and hyphens, such as children-in-need.",
    )


_CHECKS: dict[Kind, Callable[[Column, str], Complaint | None]] = {
    Kind.NUMBER: _number,
    Kind.WHOLE: _whole,
    Kind.FLAG: _flag,
    Kind.PERIOD: _period,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.ID: _id,
}


def stored(column: Column, text: str, in_key: bool) -> object:
    """The value that a checked cell stands for; empty is unknown, but never so in a key."""
    if not text:
        return "" if in_key else None
    if column.kind is Kind.NUMBER:
        return Decimal(text)
    return int(text) if column.kind is Kind.WHOLE else text
