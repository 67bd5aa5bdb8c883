"""What can be chosen on the overview: which indicators, in which order and in which form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, Self

from dashboard.choices import Option, one_of, text
from dashboard.domain.portfolio.counts import STATUSES
from dashboard.domain.portfolio.history_columns import Span
from dashboard.domain.portfolio.ordering import ORDERS, STANDARD
from dashboard.selection import Filters, Selection
from dashboard.store.listed import ALL

Form = Literal["", "wall", "table", "charts", "history"]
FORMS: dict[Form, str] = {
    "wall": "Wall",
    "table": "Table",
    "charts": "Charts",
    "history": "History",
}
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


def _tags(at: Selection[Any]) -> list[Option]:
    """Every tag of the portfolio's indicators, and that of the address; none where none has any."""
    tags = {tag for finding in at.findings for tag in finding.indicator.tags}
    if not tags:
        return []
    named = sorted(tags | {at.choices.tag} - {""})
    return [{"label": tag, "value": tag} for tag in named]


@dataclass(frozen=True, kw_only=True)
class ListChoices(Filters):
    """Which of a portfolio's indicators a page lists, and in which order."""

    show: str = one_of("Show", SHOWN, control="none")
    sort: str = one_of("Order", SORTS, default=STANDARD, control="none", renamed={"change": "year"})
    tag: str = text(
        "Tag",
        longest=80,
        none="All tags",
        group="line",
        options=_tags,
        offered=lambda at: at.indicator is None,
    )

    @property
    def narrows(self) -> bool:
        """Whether it filters or sorts. What is typed only hides, and the form stays under it."""
        return bool({"show", "sort", "tag"} & self.given().keys())


def _forms(at: Selection[Any]) -> dict[str, str]:
    """The forms to choose from: a wall has a tile for each of several portfolios."""
    several = at.listed.is_several
    return {form: label for form, label in FORMS.items() if form != "wall" or several}


@dataclass(frozen=True, kw_only=True)
class OverviewChoices(ListChoices):
    """The overview."""

    path = "/"
    find: str = text("Find an indicator", longest=80, control="search", group="line")
    form: Form = one_of("Form", FORMS, default="", control="segments", group="line", labels=_forms)
    axis: Axis = one_of(
        "Years shown",
        {"portfolio": "Portfolio’s span", "five": "Five years"},
        control="segments",
        group="charts",
        offered=lambda at: at.choices.form == "charts",
    )
    columns: Span = one_of(
        "Columns",
        {Span.QUARTERS: "Quarters", Span.YEARS: "Years"},
        control="segments",
        group="history",
        name="span",
        offered=lambda at: form_of(at) == "history",
    )
    until: str = text("Last column", longest=40, control="none")

    def agreed(self) -> tuple[Self, tuple[str, ...]]:
        """The same without the name of a form that would be in effect without it."""
        return (replace(self, form="") if self._names_default else self), ()

    @property
    def _names_default(self) -> bool:
        if ALL in self.portfolio.split(","):
            # A table that is named there stays one when the filter goes.
            return self.form == "wall" and not self.narrows
        return self.form == "table" or (self.form == "wall" and "," not in self.portfolio)


def form_of(at: Selection[OverviewChoices]) -> Form:
    """The form in effect: a wall of all portfolios whole, else a table, unless one is chosen."""
    chosen = at.choices.form
    if chosen == "":
        return "wall" if at.listed.address == ALL and not at.choices.narrows else "table"
    return "table" if chosen == "wall" and not at.listed.is_several else chosen


def in_form(at: Selection[OverviewChoices], **chosen: Any) -> str:
    """The address with other choices in the form in effect: a filter that goes leaves a table."""
    return replace(at.here, form=form_of(at), **chosen).agreed()[0].href
