"""The signs of a printed direction of travel: every variant of an arrow or a mark is one sign."""

from __future__ import annotations

UP = dict.fromkeys("↑▲⬆⇧🠅\uf0e9", "↑") | {"é": "↑"}
DOWN = dict.fromkeys("↓▼⬇⇩\uf0ea", "↓") | {"ê": "↓"}
LEVEL = dict.fromkeys("↔►⇔⬌→\uf0f3\uf0e8", "↔") | {"ó": "↔", "è": "↔"}
GOOD = dict.fromkeys("✓✔☑\uf0fc", "✔") | {"ü": "✔"}
BAD = dict.fromkeys("✖✘✗✕☒\uf0fb", "✖") | {"û": "✖"}
KNOWN = frozenset("↑↓↔▲▼►✓✔✖✘")
"""The signs that the dataset knows; dashboard.domain.checks.claims reads them."""
ARROWS = UP | DOWN | LEVEL
MARKS = GOOD | BAD


def signs_in(text: str) -> tuple[str, str] | None:
    """The arrow and the mark of a cell, or empty; None where words stand in it.

    Letters are signs only where nothing else stands beside them: Wingdings in plain text.
    """
    letters = [sign for sign in text if not sign.isspace()]
    if not letters or any(sign not in ARROWS and sign not in MARKS for sign in letters):
        return None
    arrows = [_as_printed(sign) for sign in letters if sign in ARROWS]
    marks = [_as_printed(sign) for sign in letters if sign in MARKS]
    if len(arrows) > 1 or len(marks) > 1:
        return None
    return (arrows or [""])[0], (marks or [""])[0]


def _as_printed(sign: str) -> str:
    """A sign that a reader knows stays as it is printed; another becomes the one that it means."""
    if sign in KNOWN:
        return sign
    return ARROWS.get(sign) or MARKS[sign]
