"""Drawings as images: the frame that every small SVG has, as an address that a page can show."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

_SAFE = " =/:'\"<>,-."
"""What may stay as it is in an address between quotes, to keep it short."""


def svg_image(width: float, height: float, parts: Iterable[str], **attributes: str) -> str:
    """A data URI of `parts` in a view box; `attributes` are those of the svg element."""
    given = "".join(f' {name.replace("_", "-")}="{text}"' for name, text in attributes.items())
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" fill="none"'
        f"{given}>{''.join(parts)}</svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe=_SAFE)
