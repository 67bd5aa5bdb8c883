"""The choices where no page is: portfolio and quarter, for the way back."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.selection import Filters


@dataclass(frozen=True, kw_only=True)
class MissingChoices(Filters):
    """An address that no page has."""

    path = "/missing"
