"""Whose file it is: properties of ours in place of those of the libraries' templates."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dashboard.reports.exporting.look import LANGUAGE

_LEFT_OVER = ("stylesWithEffects", "thumbnail", "extended-properties")
"""What a template carries along: a second set of styles, a picture of its page, its counts."""


def sign(properties: Any, title: str, council: str) -> None:
    """Title, council, language and the time; nothing of whoever made the template."""
    properties.title, properties.author = title, council
    properties.last_modified_by, properties.comments = council, ""
    properties.language, properties.keywords, properties.revision = LANGUAGE, "", 1
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)


def tidy(*relationships: Any) -> None:
    """Drops from a document or a deck what its template carries along."""
    for rels in relationships:
        for name, relation in list(rels.items()):
            if relation.reltype.rpartition("/")[2] in _LEFT_OVER:
                rels.pop(name)
