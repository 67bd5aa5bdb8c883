"""Rank authorities by name, where the figure of each is held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.facts.indicator import Area, Indicator, Polarity
from dashboard.domain.facts.measure import rounded
from dashboard.domain.facts.record import Observation
from dashboard.domain.judgements.ranking import Ranking, ordinal


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """An authority's figure and rank; equal figures share the better rank, 1 is best.

    Of an indicator without a better way 1 is the highest. `text` is the figure with its unit,
    `is_ours` says that it is the council's.
    """

    figure: Observation
    rank: int
    is_tied: bool
    text: str
    is_ours: bool

    @property
    def area(self) -> Area:
        """Whose figure it is."""
        return self.figure.area

    @property
    def rank_label(self) -> str:
        """The rank in words: "3rd", "2nd="."""
        return f"{ordinal(self.rank)}{'=' if self.is_tied else ''}"


def ranked_places(
    indicator: Indicator, found: Ranking, figures: Sequence[Observation]
) -> tuple[NamedPlace, ...]:
    """The authorities of a ranking, best first, those with equal figures by name.

    `figures` are those of the ranking's period, each with a value.
    """
    line = found.line
    shown = {p.area.id: rounded(p.value, line.decimals) for p in figures if p.value is not None}
    low = indicator.polarity is Polarity.LOW
    ordered = sorted(shown.values(), reverse=not low)
    ranks = {value: place for place, value in reversed(list(enumerate(ordered, start=1)))}
    shared = Counter(ordered)
    places = [
        NamedPlace(
            figure=figure,
            rank=ranks[shown[figure.area.id]],
            is_tied=shared[shown[figure.area.id]] > 1,
            text=line.said(indicator, figure),
            is_ours=figure.area.id == line.area.id,
        )
        for figure in figures
        if figure.area.id in shown
    ]
    return tuple(sorted(places, key=lambda place: (place.rank, place.area.name)))
