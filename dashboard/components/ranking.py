"""Show the council's rank and quartile among each group of authorities, with a strip."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts.strip import Label, Strip, strip
from dashboard.components.authorities import ENDS
from dashboard.domain.facts.measure import formatted
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.ranking import Ranking

_EDGE = 18
"""A label within this percentage of an end is aligned with that end."""


def ranking_card(
    finding: IndicatorFinding, places: Sequence[Ranking], named: Ranking | None = None
) -> list[Component]:
    """The card's content; empty where there is neither a ranking nor a printed quartile.

    `named` is the ranking whose authorities are known by name: its strip is drawn by a script
    below, so here it has its words alone, after the others.
    """
    if not places and finding.printed_quartile is None:
        return []
    parts = [html.H2("Place among authorities")]
    for found in places:
        if found is not named:
            parts += _place(finding, found)
    parts += _printed(finding, places)
    if named:
        parts += [*_rank(named), html.P(_said(finding, named), className="quiet")]
    return parts


def _rank(found: Ranking) -> list[Component]:
    headed = capitalised(found.band)
    rank = [html.P([html.B(f"{headed}: "), found.rank_label], className="rank")]
    return [*rank] if found.rank else []


def _place(finding: IndicatorFinding, found: Ranking) -> list[Component]:
    drawn = strip(found, finding.council.short_name, finding.indicator.measure)
    said = _said(finding, found)
    if found.refused:
        said += " The rank that is stored with them contradicts them and is not shown: see Checks."
    return [
        *_rank(found),
        html.Figure(
            _drawing(finding, drawn), className="strip", role="img", **{"aria-label": said}
        ),
        html.P(said, className="quiet"),
    ]


def _drawing(finding: IndicatorFinding, drawn: Strip) -> list[Component]:
    left, right = ENDS.get(finding.indicator.polarity, ("lower", "higher"))
    return [
        html.Div(_within(drawn.ours), className="ours"),
        html.Div(
            [
                html.Span(
                    className="half",
                    style={
                        "left": f"{drawn.half[0]}%",
                        "width": f"{drawn.half[1] - drawn.half[0]}%",
                    },
                ),
                html.Span(className="median", style={"left": f"{drawn.median}%"}),
                html.Span(className="mark", style={"left": f"{drawn.ours.x}%"}),
            ],
            className="track",
        ),
        html.Div([_centred(label) for label in drawn.quartiles], className="quartiles"),
        html.Div([html.Span(f"← {left}"), html.Span(f"{right} →")], className="ends"),
    ]


def _centred(label: Label) -> Component:
    return html.Span(label.text, style={"left": f"{label.x}%"}, className="centred")


def _within(label: Label) -> Component:
    """The label centred on its position, or aligned with the end that it would overrun."""
    if _EDGE <= label.x <= 100 - _EDGE:
        return _centred(label)
    return html.Span(label.text, style={"left" if label.x < _EDGE else "right": "0"})


def _said(finding: IndicatorFinding, found: Ranking) -> str:
    known, line, unit = found.spread, found.line, finding.indicator.measure
    ours, low, middle, high = (
        formatted(value, line.decimals, unit)
        for value in (found.value, known.lower_quartile, known.median, known.upper_quartile)
    )
    whose = "" if finding.is_published or not finding.known.main else ", not the council’s return,"
    return (
        f"The published figure for {known.period.label}{whose} is {ours}, among {known.n} "
        f"{known.group}. Half of them lie between {low} and {high}; the middle one is {middle}."
    )


def _printed(finding: IndicatorFinding, places: Sequence[Ranking]) -> list[Component]:
    claim = finding.printed_quartile
    if claim is None:
        return []
    said = f"The report for {claim.release.label} prints “{claim.printed}” under “{claim.heading}”"
    if places:
        return [html.P(f"{said}: that is another group.", className="quiet")]
    return [
        html.P(
            f"{said}. No spread of that group, nor of any other, is known for this indicator, so "
            "it cannot be checked.",
            className="quiet",
        )
    ]
