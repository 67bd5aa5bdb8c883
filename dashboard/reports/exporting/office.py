"""What all files for Office share: type and colours, whose file it is, elements of their XML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement

from dashboard.charts import style

FONT = "Calibri"
LANGUAGE = "en-GB"
INK = style.INK.removeprefix("#").upper()
QUIET = style.SECONDARY.removeprefix("#").upper()
STATUS_COLOURS = {"good": "0B6E6E", "near": "7D5200", "bad": "A8321A", "same": "14213D"}
"""The colour of a status, as Office writes it."""
RULE = "D5DAE1"
PX_OF_POINT = 96 / 72
EMU_OF_PX = 9525
_LEFT_OVER = ("stylesWithEffects", "thumbnail", "extended-properties")
"""Parts of the libraries' templates: old styles, a picture of the page, counts of words."""


def set_properties(properties: Any, title: str, council: str) -> None:
    """Sets title, council, language and time; clears what the library's template says."""
    properties.title, properties.author = title, council
    properties.last_modified_by, properties.comments = council, ""
    properties.language, properties.keywords, properties.revision = LANGUAGE, "", 1
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)


def drop_template_parts(*relationships: Any) -> None:
    """Drops from a document or a deck the parts of its template that would be wrong in it."""
    for rels in relationships:
        for name, relation in list(rels.items()):
            if relation.reltype.rpartition("/")[2] in _LEFT_OVER:
                rels.pop(name)


def count_parts(package: Any) -> None:
    """Has the parts that are added to a deck's package named by counting on.

    python-pptx walks through all parts to name one, which takes longer with every slide.
    """
    named = package.next_partname
    numbers: dict[str, Iterator[int]] = {}

    def counted(template: str) -> PackURI:
        if template not in numbers:
            first = named(template)
            numbers[template] = count(next(n for n in count(1) if template % n == first))
        return PackURI(template % next(numbers[template]))

    package.next_partname = counted


def element(name: str, **attributes: str) -> Any:
    """A new element of PowerPoint's or a chart's XML, such as `c:legendEntry`."""
    new = OxmlElement(name)
    for key, value in attributes.items():
        new.set(key, value)
    return new


def add_element(parent: Any, name: str, **attributes: str) -> Any:
    """A new last child of an element."""
    new = element(name, **attributes)
    parent.append(new)
    return new


def child(parent: Any, name: str) -> Any:
    """The first child of that name; None where there is none."""
    return parent.find(qn(name))
