"""About the data: which dataset, how it is judged, what is inferred, definitions, downloads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.charts.style import Size
from dashboard.components.grid import Cell, Grid, GridRow, Group
from dashboard.components.packed import packed
from dashboard.components.refusal import refusal_note
from dashboard.domain.facts.current import QUARTERS_CURRENT, YEARS_CURRENT
from dashboard.domain.facts.indicator import Area, AreaKind, Indicator
from dashboard.domain.grammar import in_words
from dashboard.domain.judgements.change_tests import LARGE
from dashboard.domain.judgements.usual_swing import FEWEST
from dashboard.pages.about.choices import AboutChoices
from dashboard.pages.about.coverage import coverage
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.page import Children, Content, Data, Page, children, data, drawn
from dashboard.selection import Selection
from dashboard.store.dataset import Dataset
from dashboard.store.guide import ROW_IS
from dashboard.store.schema import TABLES

At = Selection[AboutChoices]
JUDGED = (
    "An indicator is an exception if it misses its target or, without a target that can be judged "
    "now, if it is worse by more than chance. To be watched are those within the tolerance of "
    "their target, those that are worse though it could be chance or was not tested, and those "
    "that meet their target but are worse by more than chance.",
    "One comparison decides for each indicator: last year end; for a figure of single quarters, "
    "for one that builds up from April and for a seasonal one, the same quarter of last year; for "
    "a yearly one, the year before. If it cannot be made, no other stands in for it. Where neither "
    "way is better, only a target range is judged.",
    f"A quarterly figure counts until {in_words(QUARTERS_CURRENT)} quarters have passed since its "
    f"period ended, any other until {in_words(YEARS_CURRENT)} years have. An indicator that cannot "
    "be judged is not said to be on track.",
    "The worst come first: those that miss their target, those that are worse by more than "
    "chance, then those to be watched; within each the furthest from its target, as a share of it.",
    "Red and teal stand only for a target missed or met and for a difference of more than chance. "
    "“Same” means equal to the last decimal that both figures state. Totals are never compared "
    "with another area, and a figure for part of a year never with a whole year.",
)
CHANCE = (
    "Every comparison says whether it is more than chance, could be chance, or was not tested. Two "
    "questions decide, and the answer stands behind “why?”.",
    "First the figures’ own uncertainty: counts by the exact conditional binomial test, shares by "
    "Newcombe’s interval, stated 95% intervals by MOVER, at 1 in 20. Then the series’ usual swing: "
    f"the change must also be beyond how much at least {in_words(FEWEST)} earlier changes of its "
    "kind have varied. With fewer of them the first question is asked at 1 in 100, and figures "
    f"without counts or intervals, and counts of {LARGE:,} and more, are not tested.",
    "Where nothing has changed, about 1 to 6 in 100 comparisons of counts are still called more "
    "than chance; without those earlier changes up to 18 in 100, where counts vary four times as "
    "much as chance makes them.",
    "Figures that share months, figures whose period is not stated, and figures on two sides of a "
    "break in the series are never tested, nor are other areas in another period. England’s figure "
    "is held against our 95% interval (Wilson for a share, Byar for a count).",
)
AS_AT = (
    "Everything is shown as at the end of the chosen quarter: a figure stands if its period ended "
    "by then. If a later report revised a figure, we use the latest revision up to the chosen "
    "quarter.",
    "If the council has a return for the quarter, or earlier in its financial year, that is the "
    "figure. Otherwise official statistics are, under a badge. The two are never joined.",
    "Published figures are shown from the end of their period on, though they appeared months "
    "later; their dates of publication are not held.",
)


@dataclass(frozen=True, kw_only=True)
class AboutContent(Content):
    """The texts, what is inferred, and every definition as a table."""

    about_text: Children = children()
    inferred: Data = data("grid")
    definitions: Data = data("grid")


def content(at: At, size: Size) -> AboutContent:
    """The page; it is the same for every quarter, and the quarter stays for the way back."""
    return AboutContent(
        title="About the data",
        said="About the data",
        about_text=[
            html.H1("About the data", tabIndex="-1"),
            _sheet("The dataset on screen", _dataset(at.dataset)),
            _sheet("How exceptions are decided", [html.P(text) for text in JUDGED]),
            _sheet("More than chance?", [html.P(text) for text in CHANCE]),
            _sheet("Which figures are shown", [html.P(text) for text in AS_AT]),
            _sheet("How far to trust an outlook", coverage()),
            _sheet("The areas", _areas(at.catalogue.areas)),
        ],
        inferred=packed(_inferred(at)),
        definitions=packed(_definitions(at)),
    )


def layout() -> list[Component]:
    """The texts, two tables of indicators, and the choice about the / key."""
    return [
        html.Div(id="about-text"),
        html.Section(
            [
                html.H2("What is inferred"),
                drawn(AboutContent, "inferred"),
                html.P(
                    "An outlook for the year end is our own; neighbours’ means are computed from "
                    "their published figures."
                ),
            ],
            className="sheet",
        ),
        html.Section(
            [html.H2("Every indicator"), drawn(AboutContent, "definitions")], className="sheet"
        ),
        html.Section(
            [
                html.H2("Keys"),
                html.P(
                    "The key / leads from any page to finding an indicator; J and K step to the "
                    "next indicator and back. Outside fields and sliders, ← and → step "
                    "through the quarters with something new."
                ),
                html.Div(id="keys"),
            ],
            className="sheet",
        ),
    ]


def _sheet(heading: str, content: Sequence[Component]) -> html.Section:
    return html.Section([html.H2(heading), *content], className="sheet")


def _dataset(dataset: Dataset) -> list[Component]:
    when = dataset.published_at()
    counts = dataset.counts
    said = (
        f"Version {dataset.version}, current since {when.day} {when:%B %Y, %H:%M} UTC: "
        f"{len(dataset.catalogue.indicators):,} indicators, {counts['observations']:,} figures."
    )
    head = html.Tr(
        [
            html.Th("Table", scope="col"),
            html.Th("A row is", scope="col"),
            html.Th("Rows", scope="col", className="number"),
            html.Th("Download", scope="col"),
        ]
    )
    rows = [
        html.Tr(
            [
                html.Th(spec.name, scope="row"),
                html.Td(ROW_IS[spec.name]),
                html.Td(f"{counts[spec.name]:,}", className="number"),
                html.Td(html.A(spec.file, href=f"/data/{spec.file}")),
            ]
        )
        for spec in TABLES
    ]
    table = html.Table([html.Thead(head), html.Tbody(rows)], className="tables")
    everything = html.A("All tables as one file (zip)", href="/data/dataset.zip")
    return [
        html.P(said),
        *refusal_note(dataset.refusal()),
        table,
        html.P(everything, className="download"),
        html.P("They hold every period, whichever quarter is chosen.", className="quiet"),
    ]


def _inferred(at: At) -> Grid:
    """What we concluded where the report does not say, a row each."""
    dataset, catalogue = at.dataset, at.catalogue
    bases = [
        GridRow(
            (
                Cell(indicator.name, href=_href(at, indicator)),
                Cell(
                    f"a figure of the {series.origin.label} is taken to sum up {series.basis.label}"
                ),
            )
        )
        for indicator in catalogue.indicators
        for series in dataset.series.get(indicator.id, ())
        if series.basis_inferred
    ]
    found = [
        (catalogue.indicator(one), quarter, catalogue.indicator(see))
        for one, quarter, see in dataset.references
    ]
    references = [
        GridRow(
            (
                Cell(one.name, href=_href(at, one)),
                Cell(
                    other.name,
                    f"the cross-reference of {quarter.label} is taken to mean the commentary on it",
                    href=_href(at, other),
                ),
            )
        )
        for one, quarter, other in found
        if one and other
    ]
    columns = ("Indicator", "What we take its report to mean")
    return Grid("What is inferred", columns, (Group("", (*bases, *references)),), "Nothing.")


def _href(at: At, indicator: Indicator) -> str:
    return at.choices.to(IndicatorChoices, indicator=indicator.id).href


def _areas(areas: Sequence[Area]) -> list[Component]:
    named = [area for area in areas if area.kind is not AreaKind.AUTHORITY]
    rows = [
        part
        for area in named
        for part in (html.Dt(area.name), html.Dd(f"{_kind(area)} {area.caveat}".strip()))
    ]
    others = len(areas) - len(named)
    more = f"Figures of {others} other authorities are held, to place ours among them."
    return [html.Dl(rows), *([html.P(more)] if others else [])]


def _kind(area: Area) -> str:
    return {
        AreaKind.COUNCIL: "The council whose dashboard this is.",
        AreaKind.COUNTRY: "The country.",
        AreaKind.REGION: "The region.",
        AreaKind.NEIGHBOURS: "Comparable authorities, taken together.",
    }.get(area.kind, "")


def _definitions(at: At) -> Grid:
    """Every indicator with its definition, basis, source and caveat."""
    dataset, catalogue = at.dataset, at.catalogue
    groups = [
        Group(
            portfolio.name,
            tuple(
                GridRow(
                    (
                        Cell(
                            indicator.name,
                            indicator.polarity.label,
                            href=_href(at, indicator),
                        ),
                        Cell(indicator.definition),
                        Cell(_bases(dataset, indicator)),
                        Cell(indicator.source),
                        Cell(indicator.caveat),
                    )
                )
                for indicator in catalogue.in_portfolio(portfolio.id)
            ),
        )
        for portfolio in catalogue.portfolios
    ]
    columns = ("Indicator", "Definition", "What a figure sums up", "Source", "To keep in mind")
    return Grid("Every indicator’s definition", columns, tuple(groups))


def _bases(dataset: Dataset, indicator: Indicator) -> str:
    return "; ".join(
        f"{series.origin.label}: {series.basis.label}"
        f"{' (inferred)' if series.basis_inferred else ''}"
        for series in dataset.series.get(indicator.id, ())
    )


PAGE = Page(
    name="about",
    label="About the data",
    menu="top",
    choices=AboutChoices,
    places=AboutContent,
    content=content,
    layout=layout,
    filters=False,
    # It tells what has been refused since the dataset was loaded.
    kept=False,
)
