"""List the shapes that a picture uses with what each says, the worst first."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.domain.portfolio.mark import Mark


def mark_key(used: Iterable[Mark]) -> list[tuple[str, str]]:
    """Pairs of a shape's name and its words, for assets/shapes.js."""
    found = set(used)
    return [(mark.value, mark.label) for mark in Mark if mark in found]
