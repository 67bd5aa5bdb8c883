"""Small pieces of text that every page is made of: links, judgements, badges, paragraphs."""

from __future__ import annotations

import re

from dash import html

from dashboard.domain.indicator import Judgement
from dashboard.domain.target import TargetVerdict

TONES = {
    Judgement.BETTER: "good",
    Judgement.WORSE: "bad",
    Judgement.SAME: "same",
    Judgement.NONE: "none",
}
SIGNS = {TargetVerdict.MET: "✔ ", TargetVerdict.MISSED: "✖ "}
TARGET_TONES = {TargetVerdict.MET: "good", TargetVerdict.MISSED: "bad"}


def page_link(text: str, href: str, class_name: str = "") -> html.A:
    """A link to another page of the product, followed without loading everything anew."""
    return html.A(text, href=href, className=class_name or None, **{"data-page": "true"})


def badge(text: str, tone: str) -> html.Span:
    """A short judgement in a pill."""
    return html.Span(text, className=f"pill {tone}")


_STARS = re.compile(r"^\*+\s*|\s*\*+$")


def without_stars(text: str) -> str:
    """A printed cross-reference without the asterisks that framed it on paper."""
    return _STARS.sub("", text.strip())
