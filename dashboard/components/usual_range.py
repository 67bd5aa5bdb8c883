"""Show whether the latest figure is unusual for its series, and what its years show."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.components.reasoned import reasoned
from dashboard.domain.facts.indicator import Judgement
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.usual_range import Assurance


def usual_range_card(finding: IndicatorFinding) -> list[Component]:
    """The usual range, or why there is none; then the trend of the years speaks in its place."""
    parts: list[Component] = []
    found, recent = finding.usual_range, finding.recent_trend
    if found:
        judged = found.judgement in (Judgement.BETTER, Judgement.WORSE)
        status = finding.usual_range_status if judged else ""
        parts.append(reasoned(found.sentence, found.reason, "the usual range", status))
        parts += _boxes(len(found.points), found.needed)
        if found.assurance is not Assurance.NONE:
            parts.append(html.P(f"The target is {found.assurance.value}."))
    if recent and not finding.has_usual_range:
        parts.append(reasoned(recent.sentence, recent.reason, "the recent trend"))
        parts += _boxes(len(recent.points), recent.needed)
    heading = "Usual range" if found else "Recent trend"
    return [html.H2(heading), *parts] if parts else []


def _boxes(there: int, needed: int) -> list[Component]:
    """A box for each figure that a test takes, filled for those there; none for enough of them."""
    if there >= needed:
        return []
    return [
        html.Div(
            [html.Span(className="there" if n < there else None) for n in range(needed)],
            className="boxes",
            role="img",
            **{"aria-label": f"{there} of {needed} figures"},
        )
    ]
