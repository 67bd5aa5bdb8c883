"""Which other indicators can stand beside the one of the page, as a list to choose from."""

from __future__ import annotations

from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.page import Data
from dashboard.selection import Selection

_ANY = "INDICATOR"
"""What stands for the other indicator in an address that the script completes."""


def another(at: Selection[IndicatorChoices], chosen: str) -> Data:
    """The other indicators with a figure as [name, id], under their portfolios, our own first.

    `chosen` is the id of the one that is beside, if any. None where there is no other.
    """
    own, found = at.finding.indicator, at.catalogue.with_figures(at.quarter)
    others = [each for each in found if each.id != own.id]
    portfolios = sorted(at.catalogue.portfolios, key=lambda p: p.id != own.portfolio_id)
    groups = [
        {
            "heading": portfolio.name,
            "rows": [[each.name, each.id] for each in others if each.portfolio_id == portfolio.id],
        }
        for portfolio in portfolios
    ]
    if not others:
        return None
    return {
        "name": next((each.name for each in others if each.id == chosen), ""),
        "chosen": chosen,
        "groups": [group for group in groups if group["rows"]],
        "href": at.here.to(IndicatorChoices, beside=_ANY).href,
        "any": _ANY,
        "none": at.here.to(IndicatorChoices, beside="", index=False).href,
    }
