"""Show what each quarter changed, and the change that the target still takes."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.charts.quarter_bars import Bar, BarKind, QuarterBars, quarter_bars
from dashboard.components.reasoned import reasoned
from dashboard.components.why import why
from dashboard.domain.finding import IndicatorFinding

_NEEDED = {BarKind.NEEDED: "needed", BarKind.ROOM: "room"}


def quarters_card(finding: IndicatorFinding) -> list[Component]:
    """The card's content; empty where no change belongs to one quarter."""
    changes, pace = finding.quarter_changes, finding.needed_pace
    if changes is None:
        return []
    parts: list[Component] = []
    if pace:
        parts.append(reasoned(pace.sentence, pace.reason, "the needed pace"))
    if finding.rolling_breakdown:
        parts.append(html.P(f"{finding.rolling_breakdown.sentence}."))
    return [
        html.H2("Quarter by quarter"),
        *parts,
        _bars(quarter_bars(changes, pace), changes.caption),
        html.Div(
            [html.P(changes.caption, className="quiet"), why(changes.reason, "the changes")],
            className="finding",
        ),
    ]


def _bars(drawn: QuarterBars, caption: str) -> html.Ul:
    """The bars as a list, which reads as quarter and change."""
    return html.Ul(
        [_bar(bar, drawn.zero) for bar in drawn.bars],
        className="quarter-bars",
        # Room for the longest number over each bar; more than fit scroll, by keyboard too.
        style={"gridAutoColumns": f"minmax({max(7, *(len(b.text) for b in drawn.bars))}ch, 1fr)"},
        tabIndex="0",
        **{"aria-label": caption},
    )


def _bar(bar: Bar, zero: float) -> html.Li:
    side = "up" if bar.is_up else "down"
    edge = {"bottom": f"{100 - bar.top}%"} if bar.is_up else {"top": f"{bar.top + bar.height}%"}
    note = _NEEDED.get(bar.kind, "")
    return html.Li(
        [
            html.Div(
                [
                    html.Span(className="zero", style={"top": f"{zero}%"}),
                    html.Span(
                        className=f"bar {side}",
                        style={"top": f"{bar.top}%", "height": f"{bar.height}%"},
                    ),
                    html.Span(bar.text, className="size", style=edge),
                ],
                className="plot",
            ),
            html.Span(
                [
                    bar.quarter.short_label,
                    html.Span(f" {bar.quarter.financial_year.label}"),
                    *([html.B(note)] if note else []),
                ],
                className="when",
            ),
        ],
        className=bar.kind.value,
    )
