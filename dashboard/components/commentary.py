"""Show the commentary in full, with its author and, if shared, the indicator it was written for."""

from __future__ import annotations

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import page_link, without_stars
from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.record import Commentary


def commentary_card(finding: CommentaryFinding, href: Callable[[str], str]) -> list[Component]:
    """The card's content; a commentary from earlier in the year is collapsed under a note."""
    written = finding.written
    if written is None:
        missing = f"No commentary was written for {finding.quarter.label}."
        return [html.H2("Commentary"), html.P(missing, className="quiet")]
    body = [*_shared(finding, href), *(html.P(text) for text in written.paragraphs)]
    if written.signed:
        body.append(html.P(written.signed, className="quiet"))
    if finding.earlier:
        missing = f"No commentary was written for {finding.quarter.label}."
        offer = f"Read the latest of this financial year, {written.period.label}"
        return [
            html.H2("Commentary"),
            html.P(missing, className="quiet"),
            html.Details([html.Summary(offer), *body]),
        ]
    return [html.H2(f"Commentary, {written.period.label}"), *body]


def narrative(written: Commentary | None) -> list[Component]:
    """What was written about a portfolio as a whole, in full; nothing where nothing was."""
    if written is None:
        return []
    body = [html.P(text) for text in written.paragraphs]
    if written.signed:
        body.append(html.P(written.signed, className="quiet"))
    return [html.Div(body, className="narrative")]


def _shared(finding: CommentaryFinding, href: Callable[[str], str]) -> list[Component]:
    indicator = finding.shared_with
    if indicator is None:
        return []
    printed = without_stars(finding.reference)
    return [
        html.P(
            ["Shared: written for ", page_link(indicator.name, href(indicator.id)), "."],
            className="shared",
        ),
        html.P(
            f"Resolved by us: the report prints only “{printed}”.",
            className="quiet",
        ),
    ]
