"""Small pieces of text that pages share: links, badges and cross-references."""

from __future__ import annotations

import re

from dash import html


def page_link(text: str, href: str, class_name: str = "") -> html.A:
    """A link to another page of the dashboard, followed without a full reload."""
    return html.A(text, href=href, className=class_name or None, **{"data-page": "true"})


def badge(text: str, status: str) -> html.Span:
    """A short verdict in a rounded box."""
    return html.Span(text, className=f"pill {status}")


def named(*names: str) -> html.P:
    """What a page is about, for small screens, where the line that names it is folded."""
    return html.P(" › ".join(names), className="named")


_STARS = re.compile(r"^\*+\s*|\s*\*+$")


def without_stars(text: str) -> str:
    """A printed cross-reference without the asterisks around it."""
    return _STARS.sub("", text.strip())
