"""Elements of PowerPoint's and charts' XML for what python-pptx has no words for."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement


def element(name: str, **values: str) -> Any:
    """A new element such as `c:legendEntry` with these attributes."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(key, value)
    return made


def added(parent: Any, name: str, **values: str) -> Any:
    """A new last child."""
    made = element(name, **values)
    parent.append(made)
    return made


def found(parent: Any, name: str) -> Any:
    """The child of that name, or None."""
    return parent.find(qn(name))
