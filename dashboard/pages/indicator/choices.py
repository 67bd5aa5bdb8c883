"""What can be chosen on an indicator's page: which indicator, and how its chart is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.choices import ChartChoices
from dashboard.pages.overview.choices import ListChoices
from dashboard.selection import IndicatorFilters


@dataclass(frozen=True, kw_only=True)
class IndicatorChoices(ChartChoices, ListChoices, IndicatorFilters):
    """One indicator, and the list that led to it, whose order the steps follow."""
