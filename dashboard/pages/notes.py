"""Notes above a page: what of the address could not be followed."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html


def notes(texts: Sequence[str]) -> list[html.P]:
    """One paragraph a note."""
    return [html.P(text, className="note") for text in texts]
