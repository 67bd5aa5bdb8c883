"""Show the commentary in full, with its author and, if shared, the indicator it was written for."""

from __future__ import annotations

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import page_link, without_stars
from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.record import Commentary
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import number_of
from dashboard.domain.summary import being_done


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


def doing_card(finding: IndicatorFinding, href: Callable[[str], str]) -> list[Component]:
    """What is being done, as far as its card has room; the whole commentary stands below."""
    found, said = finding.commentary, being_done(finding)
    heading = html.H2("What is being done")
    if found.written is None or found.earlier:
        text = said.text or f"No commentary was written for {found.quarter.label}."
        return [heading, html.P(text, className="" if said.text else "quiet")]
    paragraphs = found.written.paragraphs
    count = number_of(len(paragraphs), "paragraph")
    return [
        heading,
        *_written_for(found, href),
        html.P(found.written.summary or " ".join(paragraphs), className="begins"),
        html.A(f"Read all ({count})", href="#commentary", className="read-all"),
    ]


def narrative(written: Commentary | None) -> list[Component]:
    """What was written about a portfolio as a whole, in full; nothing where nothing was."""
    if written is None:
        return []
    body = [html.P(text) for text in written.paragraphs]
    if written.signed:
        body.append(html.P(written.signed, className="quiet"))
    return [html.Div(body, className="narrative")]


def _shared(finding: CommentaryFinding, href: Callable[[str], str]) -> list[Component]:
    if finding.shared_with is None:
        return []
    printed = without_stars(finding.reference)
    return [
        *_written_for(finding, href),
        html.P(
            f"We matched this: the report says only “{printed}”.",
            className="quiet",
        ),
    ]


def _written_for(finding: CommentaryFinding, href: Callable[[str], str]) -> list[Component]:
    indicator = finding.shared_with
    if indicator is None:
        return []
    link = page_link(indicator.name, href(indicator.id))
    return [html.P(["Shared with ", link], className="shared")]
