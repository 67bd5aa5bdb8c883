"""Describe the authorities of a ranking as plain data for assets/authorities.js."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.charts.funnel_plot import funnel_plot
from dashboard.charts.strip import scale_of, strip
from dashboard.charts.style import AUTHORITIES
from dashboard.components.why import why_lines
from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import in_words
from dashboard.domain.judgements.funnel import Funnel
from dashboard.domain.judgements.named_places import NamedPlace
from dashboard.domain.judgements.ranking import Ranking

ENDS = {Polarity.LOW: ("better", "worse"), Polarity.HIGH: ("worse", "better")}
"""What the left and the right end of a strip mean; lower and higher where neither is better."""
Chosen = Callable[[tuple[str, ...]], str]


def authorities(
    finding: IndicatorFinding,
    found: Ranking,
    places: Sequence[NamedPlace],
    funnel: Funnel | None,
    drawn: Sequence[str],
    href: Chosen,
) -> dict[str, Any]:
    """A strip with a tick for each authority, their list, and a funnel where there is one.

    `drawn` are the ids of the authorities in the chart, `href` the address with others there.
    """
    scale, shape = (
        scale_of(found),
        strip(found, finding.council.short_name, finding.indicator.measure),
    )
    full = len(drawn) >= len(AUTHORITIES)

    def place(each: NamedPlace) -> dict[str, Any]:
        area, there = each.area.id, each.area.id in drawn
        to = tuple(d for d in drawn if d != area) if there else (*drawn, area)
        offered = not each.is_ours and (there or not full)
        return {
            "id": area,
            "name": each.area.short_name,
            "text": each.text,
            "rank": each.rank_label,
            "x": scale.x(each.figure.value) if each.figure.value is not None else 0,
            "ours": each.is_ours,
            "there": there,
            "href": href(to) if offered else "",
        }

    # In the strip they stand by value, in the list by rank.
    ascending = sorted(places, key=lambda each: (each.figure.value or 0, each.area.name))
    left, right = ENDS.get(finding.indicator.polarity, ("lower", "higher"))
    return {
        "label": f"{found.spread.n} {found.spread.group}, {found.spread.period.label}",
        "half": list(shape.half),
        "median": shape.median,
        "ours": {"text": shape.ours.text, "x": shape.ours.x},
        "quartiles": [{"text": each.text, "x": each.x} for each in shape.quartiles],
        "ends": [f"← {left}", f"{right} →"],
        "places": [place(each) for each in ascending],
        "order": [ascending.index(each) for each in places],
        "ends_named": _ends(finding, places),
        "full": f"{in_words(len(AUTHORITIES)).capitalize()} authorities are in the chart: "
        "take one out to add another."
        if full
        else "",
        "funnel": None if funnel is None else _funnel(finding, found, funnel),
    }


def _ends(finding: IndicatorFinding, places: Sequence[NamedPlace]) -> str:
    """The first and the last by name; of several with the same figure how many they are."""
    neutral = finding.indicator.polarity is Polarity.NEUTRAL
    first, last = ("Highest", "Lowest") if neutral else ("Best", "Worst")
    return f"{first}: {_named(places, places[0])}. {last}: {_named(places, places[-1])}."


def _named(places: Sequence[NamedPlace], end: NamedPlace) -> str:
    same = [each for each in places if each.rank == end.rank]
    name = same[0].area.short_name if len(same) <= 1 else f"{len(same)} authorities"
    return f"{name}, {end.text}"


def _funnel(finding: IndicatorFinding, found: Ranking, funnel: Funnel) -> dict[str, Any]:
    plot = funnel_plot(funnel, finding.indicator, found.line.decimals)
    return plot | {
        "said": f"{funnel.sentence}.",
        "why": list(why_lines(funnel.reason)),
        "ours": found.line.area.id,
        "axis": finding.indicator.per_label or "%",
    }
