"""The address of the page: it keeps portfolio and quarter for the way back."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.selection import Filters


@dataclass(frozen=True, kw_only=True)
class AboutChoices(Filters):
    """Portfolio and quarter, which the page itself does not need."""

    path = "/about"
