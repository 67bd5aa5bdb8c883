"""What can be chosen for a portfolio on paper: which indicators, in which order."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.pages.overview.choices import ListChoices


@dataclass(frozen=True, kw_only=True)
class PrintChoices(ListChoices):
    """A portfolio on paper."""

    path = "/print"
