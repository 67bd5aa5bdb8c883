"""What can be chosen on the overview: which indicators, in which order, as a table or as charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dashboard.choices import Option, one_of, text
from dashboard.domain.portfolio.counts import STATUSES
from dashboard.domain.portfolio.ordering import ORDERS
from dashboard.selection import Filters, Selection

Form = Literal["table", "charts"]
Axis = Literal["portfolio", "five"]
SHOWN = {
    "all": "All indicators",
    "exceptions": "Exceptions only",
    "others": "All but exceptions",
    "new": "New exceptions, and those that are none any more",
    "unjudged": "Not judged",
    **STATUSES,
}
SORTS = {
    **{name: order.words for name, order in ORDERS.items()},
    **{f"-{name}": f"{order.words}, reversed" for name, order in ORDERS.items()},
}


@dataclass(frozen=True, kw_only=True)
class ListChoices(Filters):
    """Which of a portfolio's indicators a page lists, and in which order."""

    show: str = one_of("Show", SHOWN, control="none")
    sort: str = one_of("Order", SORTS, control="none", renamed={"change": "year"})


def _tags(at: Selection[Any]) -> list[Option]:
    """Every tag of the portfolio's indicators, and that of the address; none where none has any."""
    tags = {tag for finding in at.findings for tag in finding.indicator.tags}
    if not tags:
        return []
    named = sorted(tags | {at.choices.tag} - {""})
    return [{"label": tag, "value": tag} for tag in named]


@dataclass(frozen=True, kw_only=True)
class OverviewChoices(ListChoices):
    """The overview."""

    path = "/"
    tag: str = text("Tag", longest=80, none="All tags", group="line", options=_tags)
    find: str = text("Find an indicator", longest=80, control="search", group="line")
    form: Form = one_of(
        "Table or charts",
        {"table": "Table", "charts": "Charts"},
        control="segments",
        group="line",
    )
    axis: Axis = one_of(
        "Years shown",
        {"portfolio": "Portfolio’s span", "five": "Five years"},
        control="segments",
        group="charts",
        offered=lambda at: at.choices.form == "charts",
    )
