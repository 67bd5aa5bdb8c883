"""Everything that changed on the overview since the quarter before, each with what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.change_since import changed_since, quarter_since
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.page import Data
from dashboard.selection import Selection

At = Selection[OverviewChoices]


def changes(at: At) -> Data:
    """The lists for assets/changes.js, complete; None where nothing changed."""
    became, ceased = changed_since(at.findings, at.before)
    only = replace(at.here, show="new").href
    lists = [
        _list(at, "New exceptions", became, only),
        _list(at, "No longer exceptions", ceased, only),
        _list(at, "New figures", [finding for finding in at.findings if finding.is_new], ""),
    ]
    since = quarter_since(at.quarter, at.quarter.shifted(-1))
    found = [each for each in lists if each["rows"]]
    return {"summary": f"What changed since {since}", "lists": found} if found else None


def _list(at: At, name: str, findings: Sequence[IndicatorFinding], only: str) -> dict[str, Any]:
    """A heading and its rows of name, address and headline; `only` leads to these alone."""
    rows = [
        [
            finding.indicator.name,
            at.here.to(IndicatorChoices, indicator=finding.indicator.id).href,
            finding.headline,
        ]
        for finding in findings
    ]
    return {"name": f"{name}: {len(rows)}", "rows": rows, "only": only}
