"""Checks, the performance officer's page: printed claims, figures and commentary, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from dash import html

from dashboard.components.grid import Cell, Grid, GridRow, Group
from dashboard.components.text import page_link
from dashboard.components.why import why_lines
from dashboard.domain.checks.claims import ClaimFinding, ClaimVerdict
from dashboard.domain.checks.result import Check, CheckVerdict
from dashboard.domain.grammar import capitalised
from dashboard.findings import Checked, portfolio_checks
from dashboard.pages.filters import quarter_choices
from dashboard.pages.navigation import navigation
from dashboard.pages.notes import notes
from dashboard.pages.panel import Panel
from dashboard.selection import Selection
from dashboard.store.dataset import Dataset
from dashboard.view import View

COLUMNS = ("Indicator", "Checked", "Verdict", "What was found")
CLAIM_STATUS = {ClaimVerdict.CONTRADICTS: "bad", ClaimVerdict.AGREES: "good"}
CHECK_STATUS = {
    CheckVerdict.MISSING: "bad",
    CheckVerdict.DIFFERS: "bad",
    CheckVerdict.FITS: "good",
}
SHOWN: dict[str, Callable[[ClaimFinding], bool]] = {
    "all": lambda found: True,
    "agree": lambda found: found.verdict is ClaimVerdict.AGREES,
    "contradict": lambda found: found.verdict is ClaimVerdict.CONTRADICTS,
    "unchecked": lambda found: found.verdict is ClaimVerdict.CANNOT,
    "flagged": lambda found: bool(found.flags),
}
"""Which printed claims a choice leaves; figures and commentary have choices of their own."""


def checks_page(dataset: Dataset, selection: Selection) -> Panel:
    """The page for a portfolio, or all of them, at a quarter."""
    catalogue, quarter, view = dataset.catalogue, selection.quarter, selection.view
    checked = _together(
        portfolio_checks(dataset, portfolio.id, quarter) for portfolio in selection.portfolios
    )
    here = replace(view, portfolio=selection.portfolio_value, quarter=quarter.id, notes=())
    heading = _headline(checked.claims)
    first = next((i.id for p in selection.portfolios for i in catalogue.in_portfolio(p.id)), "")
    return Panel(
        title=f"Checks, {selection.portfolio_name}, {quarter.label}",
        said=heading,
        portfolio=selection.portfolio_value,
        quarter=quarter.id,
        quarters=quarter_choices(catalogue, selection),
        notes=notes(selection.notes),
        **navigation(here, first),
        checks_hidden=False,
        checks_head=[
            html.H1(heading, tabIndex="-1"),
            html.P(_under(selection, checked), className="under"),
            html.Nav(_choices(here, checked), className="choices", **{"aria-label": "Show"}),
        ],
        checked=_grid(checked, here).plain(),
    )


def _together(parts: Iterable[Checked]) -> Checked:
    found = list(parts)
    return Checked(
        tuple(claim for each in found for claim in each.claims),
        tuple(check for each in found for check in each.figures),
        tuple(check for each in found for check in each.commentary),
    )


def _headline(claims: tuple[ClaimFinding, ...]) -> str:
    if not claims:
        return "No printed report is checked here"
    verdicts = [claim.verdict for claim in claims]
    agree, contradict = (
        verdicts.count(verdict) for verdict in (ClaimVerdict.AGREES, ClaimVerdict.CONTRADICTS)
    )
    one = len(claims) == 1
    return (
        f"{len(claims)} printed {'claim' if one else 'claims'}: "
        f"{agree} {'agrees' if agree == 1 else 'agree'}, "
        f"{contradict} {'contradicts its' if contradict == 1 else 'contradict their'} figures, "
        f"{verdicts.count(ClaimVerdict.CANNOT)} cannot be checked"
    )


def _under(selection: Selection, checked: Checked) -> str:
    name = selection.portfolio_name
    if not checked.claims:
        return f"{name}. No printed report is held up to {selection.quarter.label}."
    releases = dict.fromkeys(claim.claim.release.label for claim in checked.claims)
    return (
        f"{name}, as printed in the report of {', '.join(releases)}. Each verdict rests on the "
        "report alone; what published figures add stands beside it."
        f"{_settled(checked.claims)}"
    )


def _settled(claims: tuple[ClaimFinding, ...]) -> str:
    """How many of those that the report alone leaves open the published figures help with."""
    country = sum("settles it" in found.beside for found in claims)
    others = sum("supports it" in found.beside for found in claims)
    if not country and not others:
        return ""
    return (
        f" {country} of those that cannot be checked by it are settled by the country’s published "
        f"figure, {others} supported by another area’s."
    )


def _choices(here: View, checked: Checked) -> list[Any]:
    counts = {key: sum(map(shown, checked.claims)) for key, shown in SHOWN.items()}
    names = {
        "all": ("Everything", len(checked.claims) + len(checked.figures) + len(checked.commentary)),
        "agree": ("Agree", counts["agree"]),
        "contradict": ("Contradict", counts["contradict"]),
        "unchecked": ("Cannot be checked", counts["unchecked"]),
        "flagged": ("Flagged", counts["flagged"]),
        "figures": ("Figures", len(checked.figures)),
        "commentary": ("Commentary", len(checked.commentary)),
    }
    links = []
    for key, (name, count) in names.items():
        if not count and key not in ("all", here.checked):
            continue
        link = page_link(f"{name} {count}", here.checks(key).href)
        if key == here.checked:
            setattr(link, "aria-current", "true")
        links.append(link)
    return links


def _grid(checked: Checked, here: View) -> Grid:
    chosen = here.checked
    claims = [c for c in checked.claims if SHOWN.get(chosen, lambda found: False)(c)]
    figures = checked.figures if chosen in ("all", "figures") else ()
    words = checked.commentary if chosen in ("all", "commentary") else ()
    groups = (
        Group("Printed claims", tuple(_claim(found, here) for found in claims)),
        Group("Figures", tuple(_check(found, here) for found in figures)),
        Group("Commentary", tuple(_check(found, here) for found in words)),
    )
    return Grid("What was checked", COLUMNS, groups, "Nothing here for this choice.")


def _claim(found: ClaimFinding, here: View) -> GridRow:
    indicator, claim = found.indicator, found.claim
    flags = tuple(f"Flag: {flag.value}." for flag in found.flags)
    beside = (f"{found.beside}.",) if found.beside else ()
    return GridRow(
        (
            Cell(indicator.name, href=here.of_indicator(indicator.id).href),
            Cell(claim.heading, f"printed {claim.printed}"),
            Cell(capitalised(found.verdict.value), status=CLAIM_STATUS.get(found.verdict, "none")),
            Cell(
                found.sentence,
                " ".join((*beside, *flags)),
                why=why_lines(found.reason) if found.reason.numbers else (),
            ),
        )
    )


def _check(found: Check, here: View) -> GridRow:
    name = " and ".join(indicator.name for indicator in found.indicators)
    return GridRow(
        (
            Cell(name, href=here.of_indicator(found.indicators[0].id).href),
            Cell(found.about),
            Cell(capitalised(found.verdict.value), status=CHECK_STATUS.get(found.verdict, "none")),
            Cell(found.sentence, why=why_lines(found.reason)),
        )
    )
