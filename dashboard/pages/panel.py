"""Everything on the page that a view decides: one field for each property that is set."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from plotly.io.json import to_json_plotly

from dashboard import ids

Children = Any
Choice = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Panel:
    """One page's content; what a page does not use keeps its empty default."""

    title: str
    said: str
    drawn: str = ""
    dataset: str = ""
    link: str = ""
    sentence: str = ""
    portfolio: str = ""
    quarter: str = ""
    quarters: list[Choice] = field(default_factory=list)
    notes: Children = None
    overview_href: str = "/"
    overview_class: str = "page-tab"
    indicator_href: str = "/"
    indicator_class: str = "page-tab"
    present_href: str = "/present"
    print_href: str = "/print"
    print_class: str = "page-tab"
    about_href: str = "/about"
    about_class: str = "page-tab"
    accessibility_href: str = "/accessibility"
    checks_href: str = "/checks"
    filters_hidden: bool = False

    overview_hidden: bool = True
    show_hidden: bool = True
    show: str = "all"
    sort: str = "worst"
    form: str = "table"
    find: str = ""
    tools_hidden: bool = True
    everywhere_href: str = "/"
    everywhere_hidden: bool = True
    overview_head: Children = None
    rows: dict[str, Any] | None = None

    indicator_hidden: bool = True
    indicator: str = ""
    indicators: list[Choice] = field(default_factory=list)
    crumbs: Children = None
    lead: Children = None
    value: Children = None
    measure: str = "rate"
    measure_hidden: bool = True
    span: str = "quarters"
    span_hidden: bool = True
    years: list[Choice] = field(default_factory=list)
    first: str = ""
    last: str = ""
    range_hidden: bool = True
    compare: list[str] = field(default_factory=list)
    comparators: list[Choice] = field(default_factory=list)
    compare_hidden: bool = True
    intervals: list[str] = field(default_factory=list)
    intervals_hidden: bool = True
    limits: list[str] = field(default_factory=list)
    limits_hidden: bool = True
    figure: dict[str, Any] = field(default_factory=lambda: {"data": [], "layout": {}})
    chart_hidden: bool = True
    chart_says: str = ""
    chart_notes: Children = None
    points: dict[str, Any] | None = None
    beside: str = "none"
    beside_choices: list[Choice] = field(default_factory=list)
    beside_field_hidden: bool = True
    beside_hidden: bool = True
    beside_head: Children = None
    beside_figure: dict[str, Any] = field(default_factory=lambda: {"data": [], "layout": {}})
    beside_says: str = ""
    beside_notes: Children = None
    csv_href: str = "/"
    travel: Children = None
    outlook: Children = None
    outlook_hidden: bool = True
    place: Children = None
    place_hidden: bool = True
    commentary: Children = None
    definition: Children = None

    present_hidden: bool = True
    deck: dict[str, Any] | None = None

    print_hidden: bool = True
    pack: dict[str, Any] | None = None

    checks_hidden: bool = True
    checks_head: Children = None
    checked: dict[str, Any] | None = None

    about_hidden: bool = True
    about: Children = None
    definitions: dict[str, Any] | None = None

    plain_hidden: bool = True
    plain: Children = None

    @property
    def state(self) -> dict[str, str]:
        """The page's title, what a listener is told after a change, and what the screen shows.

        `link` is the address that shows the same when the newest quarter is another one.
        """
        return {
            "title": self.title,
            "said": self.said,
            "drawn": self.drawn,
            "dataset": self.dataset,
            "link": self.link,
            "sentence": self.sentence or f"{self.title}. {self.said}.",
            "find": self.find,
        }

    @property
    def indicator_field_hidden(self) -> bool:
        """The indicator picker stands on the indicator page."""
        return self.indicator_hidden

    @cached_property
    def values(self) -> tuple[Any, ...]:
        """The values of PROPERTIES, in their order."""
        return tuple(getattr(self, name) for name, _, _ in PROPERTIES)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The same values as JSON, which can be compared."""
        return tuple(to_json_plotly(value) for value in self.values)


PROPERTIES: tuple[tuple[str, str, str], ...] = (
    ("state", ids.STATE, "data"),
    ("portfolio", ids.PORTFOLIO, "value"),
    ("quarters", ids.QUARTER, "options"),
    ("quarter", ids.QUARTER, "value"),
    ("notes", ids.NOTES, "children"),
    ("overview_href", ids.NAV_OVERVIEW, "href"),
    ("overview_class", ids.NAV_OVERVIEW, "className"),
    ("indicator_href", ids.NAV_INDICATOR, "href"),
    ("indicator_class", ids.NAV_INDICATOR, "className"),
    ("present_href", ids.NAV_PRESENT, "href"),
    ("present_hidden", ids.PRESENT, "hidden"),
    ("deck", ids.DECK, "data"),
    ("print_href", ids.NAV_PRINT, "href"),
    ("print_class", ids.NAV_PRINT, "className"),
    ("print_hidden", ids.PRINT, "hidden"),
    ("pack", ids.PACK, "data"),
    ("about_href", ids.NAV_ABOUT, "href"),
    ("about_class", ids.NAV_ABOUT, "className"),
    ("filters_hidden", ids.FILTERS, "hidden"),
    ("overview_hidden", ids.OVERVIEW, "hidden"),
    ("show_hidden", ids.SHOW_FIELD, "hidden"),
    ("show_hidden", ids.SORT_FIELD, "hidden"),
    ("show", ids.SHOW, "value"),
    ("tools_hidden", ids.TOOLS, "hidden"),
    ("find", ids.FIND, "value"),
    ("everywhere_href", ids.EVERYWHERE, "href"),
    ("everywhere_hidden", ids.EVERYWHERE, "hidden"),
    ("sort", ids.SORT, "value"),
    ("form", ids.FORM, "value"),
    ("overview_head", ids.OVERVIEW_HEAD, "children"),
    ("rows", ids.ROWS, "data"),
    ("indicator_hidden", ids.INDICATOR_PAGE, "hidden"),
    ("indicator_field_hidden", ids.INDICATOR_FIELD, "hidden"),
    ("indicators", ids.INDICATOR, "options"),
    ("indicator", ids.INDICATOR, "value"),
    ("crumbs", ids.CRUMBS, "children"),
    ("lead", ids.LEAD, "children"),
    ("value", ids.VALUE, "children"),
    ("measure", ids.MEASURE, "value"),
    ("measure_hidden", ids.MEASURE_FIELD, "hidden"),
    ("span", ids.SPAN, "value"),
    ("span_hidden", ids.SPAN_FIELD, "hidden"),
    ("years", ids.FIRST, "options"),
    ("years", ids.LAST, "options"),
    ("first", ids.FIRST, "value"),
    ("last", ids.LAST, "value"),
    ("range_hidden", ids.RANGE_FIELD, "hidden"),
    ("comparators", ids.COMPARE, "options"),
    ("compare", ids.COMPARE, "value"),
    ("compare_hidden", ids.COMPARE_FIELD, "hidden"),
    ("intervals", ids.INTERVALS, "value"),
    ("intervals_hidden", ids.INTERVALS_FIELD, "hidden"),
    ("limits", ids.LIMITS, "value"),
    ("limits_hidden", ids.LIMITS_FIELD, "hidden"),
    ("beside_choices", ids.BESIDE, "options"),
    ("beside", ids.BESIDE, "value"),
    ("beside_field_hidden", ids.BESIDE_FIELD, "hidden"),
    ("beside_hidden", ids.BESIDE_BOX, "hidden"),
    ("beside_head", ids.BESIDE_HEAD, "children"),
    ("beside_says", ids.BESIDE_SAYS, "children"),
    ("beside_notes", ids.BESIDE_NOTES, "children"),
    ("chart_hidden", ids.CHART_BOX, "hidden"),
    ("chart_hidden", ids.POINTS_FIELD, "hidden"),
    ("chart_says", ids.CHART_SAYS, "children"),
    ("chart_notes", ids.CHART_NOTES, "children"),
    ("points", ids.POINTS, "data"),
    ("csv_href", ids.CSV_LINK, "href"),
    ("travel", ids.TRAVEL, "children"),
    ("outlook", ids.OUTLOOK, "children"),
    ("outlook_hidden", ids.OUTLOOK, "hidden"),
    ("place", ids.PLACE, "children"),
    ("place_hidden", ids.PLACE, "hidden"),
    ("commentary", ids.COMMENTARY, "children"),
    ("definition", ids.DEFINITION, "children"),
    ("about_hidden", ids.ABOUT_PAGE, "hidden"),
    ("about", ids.ABOUT, "children"),
    ("definitions", ids.DEFINITIONS, "data"),
    ("plain_hidden", ids.PLAIN, "hidden"),
    ("plain", ids.PLAIN, "children"),
    ("checks_href", ids.NAV_CHECKS, "href"),
    ("checks_hidden", ids.CHECKS, "hidden"),
    ("checks_head", ids.CHECKS_HEAD, "children"),
    ("checked", ids.CHECKED, "data"),
    ("accessibility_href", ids.ACCESSIBILITY, "href"),
    ("figure", ids.CHART, "figure"),
    ("beside_figure", ids.BESIDE_CHART, "figure"),
)
"""Which field of a Panel sets which property; first paint and update both go by this table."""
