"""An indicator's chart card: its chart, its notes, and the chart that is under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dash import html
from dash.development.base_component import Component

from dashboard.charts.chart_model import ChartModel, chart_model
from dashboard.charts.choices import ChartChoices, comparator_options, years_shown
from dashboard.charts.description import chart_words
from dashboard.charts.index_chart import indexed
from dashboard.charts.style import Figure, Size, of_two
from dashboard.charts.time_series import axis_note, stacked, time_series
from dashboard.components.figures_table import figures_table
from dashboard.components.text import page_link
from dashboard.domain.facts.line import Line
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.index_numbers import NoBase
from dashboard.findings import indicator_finding
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.indicator.places import authorities_in_chart
from dashboard.pages.page import NO_FIGURE, Data
from dashboard.selection import Selection


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart of the card; `model` is what its table and its words are made of too."""

    finding: IndicatorFinding
    model: ChartModel
    figure: Figure

    @property
    def says(self) -> str:
        """The chart in words."""
        return chart_words(self.model, self.finding.headline)

    @property
    def table(self) -> Data:
        """The chart's figures, newest first."""
        return figures_table(self.model).plain()

    @property
    def cautions(self) -> list[html.Li]:
        """That the scale does not start at zero, where it does not."""
        note = axis_note(self.model) if self.model.lines else ""
        return [html.Li(note)] if note else []

    @property
    def notes(self) -> list[html.Li]:
        """What a reader must know of the figures."""
        return [html.Li(note) for note in self.model.notes]


@dataclass(frozen=True, slots=True)
class ChartCard:
    """The chart, the one under it where another indicator is chosen, and the choices in effect.

    `beside` is that other indicator, whose line may be in the chart as an index instead; `table`
    has the figures of the chart's own indicator.
    """

    main: Drawing
    second: Drawing | None
    beside: IndicatorFinding | None
    table: Data
    shown: IndicatorChoices
    notes: tuple[str, ...] = ()
    no_index: str = ""

    @property
    def is_index(self) -> bool:
        """Whether both indicators are in the one chart."""
        return self.beside is not None and self.second is None

    def cautions(self, here: IndicatorChoices) -> list[html.Li]:
        """What must be known before the chart is read, with the way back to what is left out."""
        off = [] if self.is_index else _switched_off(self.main.finding, self.shown, here)
        return [
            *_cut(self.main, self.shown, here),
            *off,
            *([html.Li(self.no_index)] if self.no_index else []),
            *(self.main.notes if self.is_index else []),
            *self.main.cautions,
        ]

    @property
    def chart_notes(self) -> list[html.Li]:
        """What is to be known of the chart's figures besides."""
        return [] if self.is_index else self.main.notes

    @property
    def second_notes(self) -> list[html.Li] | None:
        """What is to be known of the chart under the first, and where it has no figure."""
        if self.second is None:
            return None
        years = f"from {self.shown.first} to {self.shown.last}"
        none = [] if self.second.model.lines else [html.Li(f"There is no figure {years}.")]
        return [*none, *self.second.cautions, *self.second.notes]

    def second_head(self, here: IndicatorChoices) -> list[Component] | None:
        """The name and the finding of the indicator beside."""
        its = self.beside
        if its is None:
            return None
        name = page_link(
            its.indicator.name, here.to(IndicatorChoices, indicator=its.indicator.id).href
        )
        return [html.H2(name), html.P(its.headline, className="quiet")]


def chart_card(at: Selection[IndicatorChoices], size: Size) -> ChartCard:
    """The chart of an address; another indicator's may be under it, or in it as an index."""
    finding, asked = at.finding, at.choices.beside
    own = asked == finding.indicator.id
    second = indicator_finding(at.dataset, asked, at.quarter) if asked and not own else None
    notes: tuple[str, ...] = ()
    if asked and second is None:
        notes = (f"There is no other indicator “{asked}” to compare.",)
    picked = authorities_in_chart(at)
    chosen = at.choices.on(finding)
    chosen = replace(chosen, compare=(*(chosen.compare or ()), *picked.ids))
    if second is None:
        (main,) = _drawings([(finding, chosen)], size, picked.lines)
        notes += picked.notes_on(main.model)
        return ChartCard(main, None, None, main.table, _shown(at, chosen, ""), notes)
    its_own = replace(chosen, compare=None, usual_range=False).on(second)
    if "long" in (chosen.span, its_own.span):
        # One time axis: where one of the two has no quarters, both show all years.
        chosen = replace(chosen, span="long")
        its_own = _within(replace(its_own, span="long"), chosen, finding, second)
    main, under = _drawings([(finding, chosen), (second, its_own)], of_two(size), picked.lines)
    notes += picked.notes_on(main.model)
    shown = _shown(at, chosen, second.indicator.id)
    if not chosen.index:
        return ChartCard(main, under, second, main.table, shown, notes)
    model = indexed(main.model, under.model)
    if isinstance(model, NoBase):
        no_index = f"The two cannot be indexed: {model.reason}."
        shown = replace(shown, index=False)
        return ChartCard(main, under, second, main.table, shown, notes, no_index)
    both = Drawing(finding, model, time_series(model, size))
    return ChartCard(both, None, second, main.table, shown, notes)


def _within(
    its_own: IndicatorChoices,
    chosen: IndicatorChoices,
    finding: IndicatorFinding,
    second: IndicatorFinding,
) -> IndicatorChoices:
    """The choices of the chart under the first, whose years are those that the controls say."""
    years, its_years = years_shown(finding), years_shown(second)
    if years is None or its_years is None:
        return its_own
    last = years[1] if its_years[1] > years[1] else 0
    return replace(its_own, first=chosen.first or years[0], last=chosen.last or last)


def _drawings(
    chosen: Sequence[tuple[IndicatorFinding, ChartChoices]],
    size: Size,
    authorities: Sequence[Line],
) -> list[Drawing]:
    """A drawing for each, the first with the authorities; one without lines is empty."""
    models = [
        chart_model(finding, choices, () if place else authorities)
        for place, (finding, choices) in enumerate(chosen)
    ]
    shown = [each for each in models if each.lines]
    made = iter(stacked(shown, size) if shown else ())
    return [
        Drawing(finding, each, next(made) if each.lines else NO_FIGURE)
        for (finding, _), each in zip(chosen, models, strict=True)
    ]


def _shown(
    at: Selection[IndicatorChoices], chosen: IndicatorChoices, beside: str
) -> IndicatorChoices:
    """The choices in effect, the years by name."""
    years = years_shown(at.finding) or (0, 0)
    return replace(
        chosen,
        portfolio=at.dated.portfolio,
        own=at.dated.own,
        quarter=at.quarter.id,
        first=chosen.first or years[0],
        last=chosen.last or years[1],
        beside=beside,
    )


def _cut(drawing: Drawing, shown: ChartChoices, here: IndicatorChoices) -> list[html.Li]:
    """That chosen years leave figures out, and the way to all of them."""
    years = years_shown(drawing.finding)
    if not years or (shown.first <= years[0] and shown.last >= years[1]):
        return []
    first, last = max(shown.first, years[0]), shown.last
    if not drawing.model.lines:
        said = f"There is no figure from {first} to {last}. "
    elif first == last:
        said = f"Only the year {first} is in the chart and its table. "
    else:
        said = f"Only the years {first} to {last} are in the chart and its table. "
    everything = here.to(IndicatorChoices, first=0, last=0).href
    return [html.Li([said, _staying("All years", everything)])]


def _switched_off(
    finding: IndicatorFinding, shown: ChartChoices, here: IndicatorChoices
) -> list[html.Li]:
    """The areas that the headline speaks of but the chart leaves out by choice."""
    number, compared = shown.measure == "number", shown.compare or ()
    offered = {o["value"] for o in comparator_options(finding, number=number) if not number}
    areas = [line.area for line in finding.known.comparators]
    return [
        html.Li(
            [
                f"The headline compares with {area.short_name}, which is switched off. ",
                _staying("Show it", here.to(IndicatorChoices, compare=(*compared, area.id)).href),
            ]
        )
        for area in areas
        if area.id in offered and area.id not in compared and area.short_name in finding.headline
    ]


def _staying(text: str, href: str) -> html.A:
    """A link to the same page with other choices, which leaves the reader where they are."""
    return html.A(text, href=href, **{"data-page": "true", "data-stay": "true"})
