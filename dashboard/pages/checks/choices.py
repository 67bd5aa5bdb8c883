"""What can be chosen among the checks: the verdicts and the parts that are listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.choices import one_of
from dashboard.selection import Filters

Checked = Literal[
    "all", "agree", "contradict", "unchecked", "flagged", "figures", "commentary", "warnings"
]
LABELS: dict[Checked, str] = {
    "all": "Everything",
    "agree": "Agree",
    "contradict": "Contradict",
    "unchecked": "Cannot be checked",
    "flagged": "Flagged",
    "figures": "Figures",
    "commentary": "Commentary",
    "warnings": "Warnings on loading",
}


@dataclass(frozen=True, kw_only=True)
class ChecksChoices(Filters):
    """The checks of a portfolio at a quarter."""

    path = "/checks"
    checked: Checked = one_of("Show", LABELS, control="none")
