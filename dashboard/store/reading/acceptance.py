"""Which warnings a person has accepted by a line in accepted.csv, and which lines do nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from dashboard.store.reading.columns import rows_of
from dashboard.store.reading.problem import LoadingWarning, Remark

_Line = tuple[str, str, tuple[str, ...]]
"""A table, a kind of warning, and the parts of a row's key."""


def unaccepted(
    warnings: Iterable[LoadingWarning], accepted: pd.DataFrame
) -> tuple[LoadingWarning, ...]:
    """The warnings without a line of their own."""
    lines = set(_lines(accepted))
    return tuple(warning for warning in warnings if _accepting(warning) not in lines)


def idle_lines(warnings: Iterable[LoadingWarning], accepted: pd.DataFrame) -> list[Remark]:
    """One remark on all the lines of accepted.csv that match no warning, if there are any."""
    wanted = {_accepting(warning) for warning in warnings}
    idle = accepted[[line not in wanted for line in _lines(accepted)]]
    if idle.empty:
        return []
    row, *more = rows_of(idle)
    said = "The lines match" if more else "The line matches"
    remedy = "Remove what is no longer needed, or correct its table, row or warning."
    what = f"{said} no warning."
    return [Remark("accepted.csv", what, remedy, row=row, more_rows=tuple(more))]


def _lines(accepted: pd.DataFrame) -> list[_Line]:
    return [
        (str(line["table"]), str(line["warning"]), _parts(str(line["row"])))
        for line in accepted.to_dict("records")
    ]


def _accepting(warning: LoadingWarning) -> _Line:
    return warning.table, warning.kind, _parts(";".join(warning.key))


def _parts(key: str) -> tuple[str, ...]:
    """The values of a key without the empty ones, which a person may leave out."""
    parts = (part.strip().casefold() for part in re.split("[;,]", key))
    return tuple(part for part in parts if part)
