"""What a form of the overview fills of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.domain.finding import IndicatorFinding
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.page import Data
from dashboard.selection import Selection

At = Selection[OverviewChoices]
Groups = Sequence[tuple[str, Sequence[IndicatorFinding]]]
"""The indicators to show of each portfolio, under its name or, of one alone, under none."""


@dataclass(frozen=True)
class View:
    """The headline, the page's head with it, and the data of the rows."""

    headline: str
    head: Sequence[Component]
    rows: Data
