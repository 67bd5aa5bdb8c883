"""Show a finding's sentence with the answer to "Why?"."""

from __future__ import annotations

from dash import html

from dashboard.components.why import why
from dashboard.domain.judgements.reason import Reason


def reasoned(sentence: str, reason: Reason, about: str, status: str = "") -> html.Div:
    """The sentence, coloured by its status where it has one, and the reason, collapsed."""
    text = html.P(sentence if sentence.endswith(".") else f"{sentence}.", className=status or None)
    return html.Div([text, why(reason, about)], className="finding")
