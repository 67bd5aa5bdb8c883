"""Checks, the performance officer's page: printed claims, figures and commentary, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from dash import html
from dash.development.base_component import Component

from dashboard.charts.style import Size
from dashboard.components.grid import Cell, Grid, GridRow, Group
from dashboard.components.packed import packed
from dashboard.components.refusal import refusal_note
from dashboard.components.text import page_link
from dashboard.components.why import why_lines
from dashboard.domain.checks.claims import ClaimFinding, ClaimVerdict
from dashboard.domain.checks.result import Check, CheckVerdict
from dashboard.domain.facts.indicator import AreaKind, Indicator
from dashboard.domain.grammar import capitalised, number_of, plural
from dashboard.findings import Checked, portfolio_checks
from dashboard.pages.checks.choices import LABELS, ChecksChoices
from dashboard.pages.checks.choices import Checked as Listed
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.page import Children, Content, Data, Page, children, data, drawn
from dashboard.selection import Selection, select
from dashboard.store.dataset import Dataset
from dashboard.store.reading.problem import LoadingWarning

At = Selection[ChecksChoices]
Link = Callable[[str], str]
"""The address of an indicator, by its id."""
_COLUMNS = ("Indicator", "Checked", "Verdict", "What was found")
CLAIM_STATUS = {ClaimVerdict.CONTRADICTS: "bad", ClaimVerdict.AGREES: "good"}
CHECK_STATUS = {
    CheckVerdict.MISSING: "bad",
    CheckVerdict.DIFFERS: "bad",
    CheckVerdict.FITS: "good",
}
_SHOWN: dict[Listed, Callable[[ClaimFinding], bool]] = {
    "all": lambda found: True,
    "agree": lambda found: found.verdict is ClaimVerdict.AGREES,
    "contradict": lambda found: found.verdict is ClaimVerdict.CONTRADICTS,
    "unchecked": lambda found: found.verdict is ClaimVerdict.CANNOT,
    "flagged": lambda found: bool(found.flags),
}
"""Which printed claims a choice leaves; figures and commentary have choices of their own."""


@dataclass(frozen=True, kw_only=True)
class ChecksContent(Content):
    """The heading with its choices, and the list."""

    checks_head: Children = children()
    checked: Data = data("grid")


def content(at: At, size: Size) -> ChecksContent:
    """The page for what is listed, at a quarter, and what was refused since."""
    made = _made(at.dataset, at.choices)
    heading, under, *below = made.checks_head
    return replace(made, checks_head=[heading, under, *refusal_note(at.dataset.refusal()), *below])


@lru_cache(maxsize=8)
def _made(dataset: Dataset, choices: ChecksChoices) -> ChecksContent:
    """What stays while the dataset does; of many indicators it takes its time."""
    at = select(dataset, choices)
    checked = _checked(at)
    heading = _headline(checked.claims)
    return ChecksContent(
        title=f"Checks, {at.portfolio_name}, {at.quarter.label}",
        said=heading,
        checks_head=[
            html.H1(heading, tabIndex="-1"),
            html.P(_under(at, checked), className="under"),
            html.Nav(_choices(at, checked), className="choices", **{"aria-label": "Show"}),
            *_about_others(at),
        ],
        checked=packed(_grid(at, checked)),
    )


def _checked(at: At) -> Checked:
    """The checks of all that is listed; one that compares indicators needs one of them listed."""
    found = [portfolio_checks(at.dataset, p.id, at.quarter) for p in at.portfolios]

    def listed(checks: Iterable[Check]) -> tuple[Check, ...]:
        return tuple(c for c in checks if any(map(at.listed.holds, c.indicators)))

    return Checked(
        tuple(c for each in found for c in each.claims if at.listed.holds(c.indicator)),
        listed(check for each in found for check in each.figures),
        listed(check for each in found for check in each.commentary),
    )


def _headline(claims: tuple[ClaimFinding, ...]) -> str:
    if not claims:
        return "No printed report is checked here"
    verdicts = [claim.verdict for claim in claims]
    agree, contradict = (
        verdicts.count(verdict) for verdict in (ClaimVerdict.AGREES, ClaimVerdict.CONTRADICTS)
    )
    return (
        f"{number_of(len(claims), 'printed claim')}: "
        f"{agree} {plural(agree, 'agrees', 'agree')}, "
        f"{contradict} {plural(contradict, 'contradicts its', 'contradict their')} figures, "
        f"{verdicts.count(ClaimVerdict.CANNOT)} cannot be checked"
    )


def _under(at: At, checked: Checked) -> str:
    name = at.portfolio_name
    if not checked.claims:
        return f"{name}. No printed report is held up to {at.quarter.label}."
    releases = dict.fromkeys(claim.claim.release.label for claim in checked.claims)
    return (
        f"{name}, as printed in the report of {', '.join(releases)}. Each verdict rests on the "
        "report alone; what published figures add stands beside it."
        f"{_settled(checked.claims)}"
    )


def _settled(claims: tuple[ClaimFinding, ...]) -> str:
    """How many of those that the report alone leaves open the published figures help with."""
    country = sum("settles it" in found.corroboration for found in claims)
    others = sum("supports it" in found.corroboration for found in claims)
    if not country and not others:
        return ""
    return (
        f" {country} of those that cannot be checked by it are settled by the country’s published "
        f"figure, {others} supported by another area’s."
    )


def _choices(at: At, checked: Checked) -> list[html.A]:
    counts: dict[Listed, int] = {
        key: sum(map(shown, checked.claims)) for key, shown in _SHOWN.items()
    }
    counts["figures"], counts["commentary"] = len(checked.figures), len(checked.commentary)
    counts["warnings"] = len(_warnings(at))
    counts["all"] += counts["figures"] + counts["commentary"] + counts["warnings"]
    links = []
    for key, name in LABELS.items():
        if not counts[key] and key not in ("all", at.choices.checked):
            continue
        link = page_link(f"{name} {counts[key]}", replace(at.dated, checked=key).href)
        if key == at.choices.checked:
            setattr(link, "aria-current", "true")
        links.append(link)
    return links


def _grid(at: At, checked: Checked) -> Grid:
    chosen = at.choices.checked
    claims = [c for c in checked.claims if _SHOWN.get(chosen, lambda found: False)(c)]
    figures = checked.figures if chosen in ("all", "figures") else ()
    words = checked.commentary if chosen in ("all", "commentary") else ()
    warned = _warnings(at) if chosen in ("all", "warnings") else ()
    # An indicator has many lines, and an address takes its time.
    link = cache(partial(_link, at))
    groups = (
        Group("Printed claims", tuple(_claim(link, found) for found in claims)),
        Group("Figures", tuple(_check(link, found) for found in figures)),
        Group("Commentary", tuple(_check(link, found) for found in words)),
        Group("Warnings on loading", tuple(_warned(link, *each) for each in warned)),
    )
    return Grid("What was checked", _COLUMNS, groups, "Nothing here for this choice.")


def _claim(link: Link, found: ClaimFinding) -> GridRow:
    indicator, claim = found.indicator, found.claim
    flags = tuple(f"Flag: {flag.value}." for flag in found.flags)
    beside = (f"{found.corroboration}.",) if found.corroboration else ()
    return GridRow(
        (
            Cell(indicator.name, href=link(indicator.id)),
            Cell(claim.heading, f"printed {claim.printed}"),
            Cell(capitalised(found.verdict.value), status=CLAIM_STATUS.get(found.verdict, "none")),
            Cell(
                found.sentence,
                " ".join((*beside, *flags)),
                why=why_lines(found.reason) if found.reason.numbers else (),
            ),
        )
    )


def _check(link: Link, found: Check) -> GridRow:
    name = " and ".join(indicator.name for indicator in found.indicators)
    return GridRow(
        (
            Cell(name, href=link(found.indicators[0].id)),
            Cell(found.about),
            Cell(capitalised(found.verdict.value), status=CHECK_STATUS.get(found.verdict, "none")),
            Cell(found.sentence, why=why_lines(found.reason)),
        )
    )


def _warnings(at: At) -> list[tuple[LoadingWarning, Indicator]]:
    """The warnings to list: those about the council, its comparators or a series as a whole."""
    others = _other_authorities(at)
    return [each for each in _known_warnings(at) if each[0].area not in others]


def _known_warnings(at: At) -> list[tuple[LoadingWarning, Indicator]]:
    """The warnings about listed indicators' figures that were known at the quarter."""
    indicators = {i.id: i for i in at.catalogue.indicators if at.listed.holds(i)}
    end = at.quarter.end.isoformat()
    return [
        (warning, indicators[warning.indicator])
        for warning in at.dataset.warnings
        if warning.indicator in indicators and warning.ends <= end
    ]


def _other_authorities(at: At) -> frozenset[str]:
    return frozenset(a.id for a in at.catalogue.areas if a.kind is AreaKind.AUTHORITY)


def _about_others(at: At) -> list[Component]:
    """How many warnings are about other authorities, which the page does not list."""
    if at.choices.checked not in ("all", "warnings"):
        return []
    others = _other_authorities(at)
    count = sum(warning.area in others for warning, _ in _known_warnings(at))
    if not count:
        return []
    said = (
        f"{number_of(count, 'warning')} about other authorities {plural(count, 'is', 'are')} not "
        f"listed here: python -m dashboard check prints {plural(count, 'it', 'them')}."
    )
    return [html.P(said, className="quiet")]


def _warned(link: Link, warning: LoadingWarning, indicator: Indicator) -> GridRow:
    return GridRow(
        (
            Cell(indicator.name, href=link(indicator.id)),
            Cell(capitalised(warning.place)),
            Cell("To look at", status="none"),
            Cell(warning.what, warning.remedy),
        )
    )


def _link(at: At, indicator: str) -> str:
    return at.dated.to(IndicatorChoices, indicator=indicator).href


def layout() -> list[Component]:
    """The heading with its choices, and the list on a sheet."""
    return [html.Div(id="checks-head"), drawn(ChecksContent, "checked", "sheet")]


PAGE = Page(
    name="checks",
    label="Checks",
    menu="foot",
    choices=ChecksChoices,
    places=ChecksContent,
    content=content,
    layout=layout,
    # It tells what has been refused or held back since the dataset was loaded.
    kept=False,
)
