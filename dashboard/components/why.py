"""Show the answer to "Why?": the rule, its numbers and its source."""

from __future__ import annotations

from dash import html

from dashboard.domain.judgements.reason import Reason


def why_lines(reason: Reason) -> tuple[str, ...]:
    """The reason as lines of text: the rule, each number, the source."""
    numbers = (f"{what}: {number}" if what else number for what, number in reason.numbers)
    source = (f"Method: {reason.source}.",) if reason.source else ()
    return (reason.rule, *numbers, *source)


def why(reason: Reason, about: str = "") -> html.Details:
    """The reason, collapsed; `about` tells screen readers what it explains."""
    question = [html.Span("Why?")]
    if about:
        question.append(html.Span(f" {about}", className="visually-hidden"))
    lines = [html.Li(line) for line in why_lines(reason)]
    return html.Details([html.Summary(question), html.Ul(lines)], className="why")
