"""The single authorities on an indicator's page: which are in the chart, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.chart_model import ChartModel
from dashboard.charts.choices import chosen_authorities
from dashboard.charts.style import AUTHORITIES
from dashboard.components.authorities import authorities
from dashboard.domain.facts.line import Line
from dashboard.domain.grammar import in_a_row, in_words, plural
from dashboard.domain.judgements.funnel import funnel
from dashboard.domain.judgements.ranking import Ranking
from dashboard.findings import authority_line, named_places
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.page import Data
from dashboard.selection import Selection


@dataclass(frozen=True, slots=True)
class ChosenAuthorities:
    """The lines to draw, the ids of all that stay chosen, and notes on those without a line."""

    lines: tuple[Line, ...]
    ids: tuple[str, ...]
    notes: tuple[str, ...]

    def notes_on(self, model: ChartModel) -> tuple[str, ...]:
        """The notes, and which lines a chart cannot hold, as where it shows quarters alone."""
        drawn = {line.line.area.id for line in model.lines}
        absent = [line.area.name for line in self.lines if line.area.id not in drawn]
        if not absent:
            return self.notes
        have = plural(len(absent), "has", "have")
        return (*self.notes, f"{in_a_row(absent)} {have} no figure that fits this chart.")


def authorities_in_chart(at: Selection[IndicatorChoices]) -> ChosenAuthorities:
    """The authorities that an address asks for, at most three."""
    asked, most = chosen_authorities(at), len(AUTHORITIES)
    chosen, left = asked[:most], asked[most:]
    lines = {area.id: authority_line(at.dataset, at.finding, area.id) for area in chosen}
    notes = [
        f"{area.name} has no figure by {at.quarter.label}."
        for area in chosen
        if lines[area.id] is None
    ]
    if left:
        names = in_a_row([area.name for area in left])
        notes.append(
            f"A chart has room for {in_words(most)} authorities, so it leaves out {names}."
        )
    return ChosenAuthorities(
        lines=tuple(line for line in lines.values() if line),
        ids=tuple(lines),
        notes=tuple(notes),
    )


def authorities_place(
    at: Selection[IndicatorChoices], shown: IndicatorChoices, found: Ranking | None
) -> Data:
    """The strip, the list and the funnel of a ranking that counts every authority, or None.

    `shown` are the choices in effect, whose other comparators stay in the chart.
    """
    if found is None:
        return None
    finding = at.finding
    places = named_places(at.dataset, finding, found)
    everyone = {place.area.id for place in places}
    drawn = [area.id for area in chosen_authorities(at)][: len(AUTHORITIES)]
    kept = tuple(each for each in shown.compare or () if each not in {*everyone, *drawn})

    def href(chosen: tuple[str, ...]) -> str:
        return at.here.to(IndicatorChoices, compare=(*kept, *chosen)).href

    shape = funnel(finding.indicator, [p.figure for p in places], found.line.area.id)
    return authorities(finding, found, places, shape, drawn, href)
