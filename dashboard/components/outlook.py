"""Show the outlook for the year's target, the gap in people, and what the long run shows."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.why import why
from dashboard.domain.facts.indicator import Judgement
from dashboard.domain.facts.measure import formatted, formatted_count
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import number_of
from dashboard.domain.judgements.forecast import LEVEL
from dashboard.domain.judgements.outlook_record import PastOutlook
from dashboard.domain.judgements.reason import Reason
from dashboard.domain.judgements.rolling_breakdown import RollingBreakdown
from dashboard.domain.judgements.usual_range import Assurance


def outlook_card(finding: IndicatorFinding) -> list[Component]:
    """The card's content; empty where the latest period has no figure."""
    line = finding.known.main
    if line is None or line.latest.value is None:
        return []
    parts: list[Component] = []
    outlook = finding.outlook
    if outlook:
        parts.append(_finding(outlook.sentence, outlook.reason, "the outlook"))
        parts += _record(finding, outlook.past)
    gap = finding.people_gap
    if gap:
        parts.append(_finding(gap.sentence, gap.reason, "the gap in people"))
    if finding.rolling_breakdown:
        parts += _breakdown(finding.rolling_breakdown)
    parts += _long_run(finding)
    return [html.H2("Outlook and trend"), *parts] if parts else []


def _long_run(finding: IndicatorFinding) -> list[Component]:
    """The usual range, or why there is none; then the trend of the years speaks in its place."""
    parts: list[Component] = []
    found, recent = finding.usual_range, finding.recent_trend
    if found:
        judged = found.judgement in (Judgement.BETTER, Judgement.WORSE)
        status = finding.usual_range_status if judged else ""
        parts.append(_finding(found.sentence, found.reason, "the usual range", status))
        if found.assurance is not Assurance.NONE:
            parts.append(html.P(f"The target is {found.assurance.value}."))
    if recent and not finding.has_usual_range:
        parts.append(_finding(recent.sentence, recent.reason, "the recent trend"))
    return parts


def _finding(sentence: str, reason: Reason, about: str, status: str = "") -> html.Div:
    text = html.P(sentence if sentence.endswith(".") else f"{sentence}.", className=status or None)
    return html.Div([text, why(reason, about)], className="finding")


def _record(finding: IndicatorFinding, past: Sequence[PastOutlook]) -> list[Component]:
    """How earlier outlooks at this quarter turned out, which shows how far to trust this one."""
    line = finding.known.main
    if not past or line is None:
        return []
    places, measure = line.decimals, finding.indicator.measure
    numbers = tuple(
        (
            each.quarter.label,
            f"{formatted(each.low, places, measure)} to {formatted(each.high, places, measure)}; "
            f"the year ended at {formatted(each.outturn, places, measure)}",
        )
        for each in past
    )
    held = sum(each.held for each in past)
    quarter = past[0].quarter.short_label
    sentence = f"{held} of {number_of(len(past), 'earlier outlook')} at {quarter} held"
    reason = Reason(f"Each from what was known then. {LEVEL} should hold.", numbers)
    return [_finding(sentence, reason, "how earlier outlooks turned out")]


def _breakdown(found: RollingBreakdown) -> list[Component]:
    """The breakdown of a rolling total as small bars on either side of a line, with numbers."""
    most = max(abs(step.more) for step in found.steps) or 1
    bars = html.Ul(
        [
            html.Li(
                [
                    html.Span(step.quarter.label, className="when"),
                    html.Span(
                        html.Span(
                            className="more" if step.more >= 0 else "fewer",
                            style={"width": f"{float(abs(step.more) / most) * 50:.1f}%"},
                        ),
                        className="bar-track",
                        **{"aria-hidden": "true"},
                    ),
                    html.Span(
                        f"{'+' if step.more > 0 else '−' if step.more < 0 else ''}"
                        f"{formatted_count(abs(step.more))}",
                        className="size",
                    ),
                ]
            )
            for step in found.steps
        ],
        className="unmasked",
        **{"aria-label": "Each quarter against the same quarter a year before"},
    )
    return [_finding(found.sentence, found.reason, "the quarters behind the total"), bars]
