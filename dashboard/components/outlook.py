"""Show the outlook for the year's end, how far it is from the target, and its record."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts.outlook_bar import Mark, outlook_bar
from dashboard.components.reasoned import reasoned
from dashboard.domain.facts.measure import formatted
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import number_of
from dashboard.domain.judgements.forecast import LEVEL
from dashboard.domain.judgements.outlook_range import OutlookRange
from dashboard.domain.judgements.outlook_record import PastOutlook
from dashboard.domain.judgements.reason import Reason


def outlook_card(finding: IndicatorFinding) -> list[Component]:
    """The card's content; empty where the latest period has no figure."""
    line = finding.known.main
    if line is None or line.latest.value is None:
        return []
    parts: list[Component] = []
    outlook = finding.outlook
    if outlook:
        parts.append(reasoned(outlook.sentence, outlook.reason, "the outlook"))
        parts += _bar(finding.outlook_range)
        parts += _record(finding, outlook.past)
    gap = finding.people_gap
    if gap:
        parts.append(
            reasoned(
                gap.sentence,
                gap.reason,
                f"the gap in {finding.indicator.counted(gap.count) or 'numbers'}",
            )
        )
    pace = finding.needed_pace
    if pace and finding.quarter_changes is None and finding.target.target:
        parts.append(reasoned(pace.sentence, pace.reason, "the needed pace"))
    return [html.H2("Outlook"), *parts] if parts else []


def _bar(found: OutlookRange | None) -> list[Component]:
    """The range on a line with the latest figure and the target; nothing without a range."""
    if found is None:
        return []
    drawn = outlook_bar(found)
    low, high = drawn.low.x, drawn.high.x
    above = [_text(drawn.now, "now"), *([_text(drawn.target, "target")] if drawn.target else [])]
    track = [html.Span(className="interval", style={"left": f"{low}%", "width": f"{high - low}%"})]
    if drawn.gap:
        start, end = drawn.gap
        style = {"left": f"{start}%", "width": f"{end - start}%"}
        track.append(html.Span(drawn.gap_text, className="gap", style=style))
    if drawn.target:
        track.append(html.Span(className="target", style={"left": f"{drawn.target.x}%"}))
    track.append(html.Span(className="now", style={"left": f"{drawn.now.x}%"}))
    return [
        html.Figure(
            [
                html.Div(above, className="texts"),
                html.Div(track, className="track"),
                html.Div([_text(drawn.low), _text(drawn.high)], className="texts"),
            ],
            className="outlook-bar",
            role="img",
            **{"aria-label": _said(found)},
        )
    ]


def _text(mark: Mark, name: str = "") -> html.Span:
    return html.Span(mark.text, className=name or None, style={"left": f"{mark.text_x}%"})


def _said(found: OutlookRange) -> str:
    """The line in words: "477 to 535, 8 in 10; now 501; target 443, 34 short"."""
    parts = [f"{found.low_said} to {found.high_said}, {LEVEL}", f"now {found.now_said}"]
    if found.target is not None:
        short = f", {found.short_said} short" if found.short is not None else ""
        parts.append(f"target {found.target_said}{short}")
    return "; ".join(parts)


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
    return [reasoned(sentence, reason, "how earlier outlooks turned out")]
