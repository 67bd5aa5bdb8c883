"""Which warnings a person has looked at and accepted, by a line in accepted.csv."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from dashboard.store.reading.problem import LoadingWarning


def unaccepted(
    warnings: Iterable[LoadingWarning], accepted: pd.DataFrame
) -> tuple[LoadingWarning, ...]:
    """The warnings without a line of their own."""
    lines = {
        (str(line["table"]), str(line["warning"]), _parts(str(line["row"])))
        for line in accepted.to_dict("records")
    }
    return tuple(
        warning
        for warning in warnings
        if (warning.table, warning.kind, _parts(";".join(warning.key))) not in lines
    )


def _parts(key: str) -> tuple[str, ...]:
    """The values of a key without the empty ones, which a person may leave out."""
    parts = (part.strip().casefold() for part in re.split("[;,]", key))
    return tuple(part for part in parts if part)
