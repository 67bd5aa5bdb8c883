"""An indicator's chart card: its chart, its notes, and the chart that is under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dash import html
from dash.development.base_component import Component

from dashboard.charts.chart_model import ChartModel, chart_model
from dashboard.charts.choices import ChartChoices, years_shown
from dashboard.charts.description import chart_words
from dashboard.charts.style import Figure, Size
from dashboard.charts.time_series import axis_note, stacked
from dashboard.components.figures_table import figures_table
from dashboard.components.text import page_link
from dashboard.domain.finding import IndicatorFinding
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.page import NO_FIGURE, Children, Data
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
    def notes(self) -> list[html.Li]:
        """What a reader must know of the axis and the figures."""
        axis = axis_note(self.model) if self.model.lines else ""
        return [html.Li(note) for note in (axis, *self.model.notes) if note]


@dataclass(frozen=True, slots=True)
class ChartCard:
    """The chart, the one under it where another indicator is chosen, and the choices in effect."""

    main: Drawing
    second: Drawing | None
    shown: IndicatorChoices
    notes: tuple[str, ...]

    @property
    def chart_notes(self) -> Children:
        """The chart's notes, what chosen years leave out first."""
        return [*_cut(self.main, self.shown), *self.main.notes]

    def second_head(self, here: IndicatorChoices) -> list[Component] | None:
        """The name and the finding of the indicator under the chart."""
        if self.second is None:
            return None
        its = self.second.finding
        name = page_link(
            its.indicator.name, here.to(IndicatorChoices, indicator=its.indicator.id).href
        )
        return [html.H2(name), html.P(its.headline, className="quiet")]


def chart_card(at: Selection[IndicatorChoices], size: Size) -> ChartCard:
    """The chart of an address; one of the portfolio's other findings may be under it."""
    finding, asked = at.finding, at.choices.beside
    second = next((f for f in at.findings if f.indicator.id == asked and f is not finding), None)
    notes: tuple[str, ...] = ()
    if asked and second is None:
        notes = (f"There is no other indicator “{asked}” in this portfolio to compare.",)
    chosen = at.choices.on(finding)
    if second is None:
        (main,) = _drawings([(finding, chosen)], size)
        return ChartCard(main, None, _shown(at, chosen, ""), notes)
    its_own = replace(chosen, compare=None, usual_range=False).on(second)
    if "long" in (chosen.span, its_own.span):
        # One time axis: where one of the two has no quarters, both show all years.
        chosen, its_own = replace(chosen, span="long"), replace(its_own, span="long")
    main, under = _drawings([(finding, chosen), (second, its_own)], size)
    return ChartCard(main, under, _shown(at, chosen, second.indicator.id), notes)


def _drawings(chosen: Sequence[tuple[IndicatorFinding, ChartChoices]], size: Size) -> list[Drawing]:
    """A drawing for each; one without lines has an empty figure."""
    models = [chart_model(finding, choices) for finding, choices in chosen]
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


def _cut(drawing: Drawing, shown: ChartChoices) -> list[html.Li]:
    """What a reader must know where chosen years leave figures out."""
    years = years_shown(drawing.finding)
    if not years or (shown.first <= years[0] and shown.last >= years[1]):
        return []
    stretch = f"{max(shown.first, years[0])} to {shown.last}"
    if not drawing.model.lines:
        return [html.Li(f"There is no figure from {stretch}.")]
    return [html.Li(f"Only the years {stretch} are in the chart and its table.")]
