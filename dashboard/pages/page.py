"""What a page is: its choices, the places that it fills, how these are laid out, its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Generic, Literal, TypeVar

from dash import html
from dash.development.base_component import Component

from dashboard.charts.style import Figure, Size
from dashboard.selection import Filters, Selection
from dashboard.store.catalogue import Catalogue

Children = Any
"""What Dash takes for children: components, texts, lists of them."""
Data = dict[str, Any] | None
"""Plain data that a script in assets/ draws."""
NO_FIGURE: Figure = {"data": [], "layout": {}}
EMPTY = {"children": None, "data": None, "figure": NO_FIGURE, "href": "/", "hidden": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a field of a page's content goes: the component of that name, and which property.

    `hides` hides the component while the field is empty; `shows` are other components that a
    yes shows; `drawing` is the script's drawing that data are for.
    """

    property: str
    hides: bool = False
    shows: tuple[str, ...] = ()
    drawing: str = ""


def _declared(default: Any, place: Place) -> Any:
    return field(default=default, metadata={"place": place})


def children(*, hides: bool = False) -> Children:
    """Components, in a place of the field's name."""
    return _declared(None, Place(property="children", hides=hides))


def data(drawing: str) -> Data:
    """Plain data in a store of the field's name, drawn by the script's drawing of that name."""
    made: Data = _declared(None, Place(property="data", drawing=drawing))
    return made


def figure() -> Figure:
    """A chart, as the plain dict that plotly takes."""
    return field(default_factory=lambda: NO_FIGURE, metadata={"place": Place(property="figure")})


def href(*, hides: bool = False) -> str:
    """Where the link of the field's name leads."""
    made: str = _declared("", Place(property="href", hides=hides))
    return made


def shows(*names: str) -> bool:
    """A yes shows the components of these names, a no hides them."""
    made: bool = _declared(False, Place(property="hidden", shows=names))
    return made


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a page says at an address; its places are the fields of the subclasses.

    `said` is what a listener hears after a change, `sentence` what is copied to be quoted; `notes`
    are told besides those on the address. `shown` are the choices in effect, which the controls
    show, where they differ from the address's own.
    """

    title: str
    said: str
    shown: Filters | None = None
    sentence: str = ""
    notes: tuple[str, ...] = ()


def places_of(content: type[Content]) -> Iterator[tuple[str, str, Place]]:
    """For each place its field, the name of its component, and how it is filled."""
    for each in fields(content):
        if "place" in each.metadata:
            yield each.name, component_name(each.name), each.metadata["place"]


def component_name(field_name: str) -> str:
    """A component's id: the field's name in kebab-case."""
    return field_name.replace("_", "-")


def filled(content: Content) -> dict[str, Any]:
    """The values of a content's places by "component.property"."""
    values: dict[str, Any] = {}
    for field_name, name, place in places_of(type(content)):
        value = getattr(content, field_name)
        if place.shows:
            values |= {f"{each}.hidden": not value for each in place.shows}
            continue
        values[f"{name}.{place.property}"] = value or EMPTY[place.property]
        if place.hides:
            values[f"{name}.hidden"] = not value
    return values


PRINT_THIS = "#print"
"""The address that prints the page itself, as assets/print.js does."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file to take away: what it is, what it holds, and where it is."""

    text: str
    holds: str
    href: str


C = TypeVar("C", bound=Filters)


@dataclass(frozen=True, kw_only=True, eq=False)
class Page(Generic[C]):
    """One page; `dashboard.site.PAGES` lists them, and all else follows.

    `menu` says where its link is; `layout` lays out the places, which otherwise are under each
    other. `opens` is where its link leads from another page, if not to the same filters; `after`
    is where another portfolio leads on it, if not to the same page. `files` are those that its
    menu offers; without any there is no menu. A page that changes while the dataset stays is not
    `kept`.
    """

    name: str
    label: str
    choices: type[C]
    places: type[Content]
    content: Callable[[Selection[C], Size], Content]
    menu: Literal["top", "act", "foot", ""] = ""
    layout: Callable[[], Sequence[Component]] | None = None
    filters: bool = True
    kept: bool = True
    opens: Callable[[Selection[Any]], Filters | None] | None = None
    after: Callable[[C, Catalogue], Filters] | None = None
    files: Callable[[Selection[C]], Sequence[FileLink]] | None = None

    def laid_out(self) -> html.Section:
        """The page's section with every place in it, empty."""
        parts = self.layout() if self.layout else self._under_each_other()
        return html.Section(
            list(parts), id=section_id(self.name), className=f"{self.name}-page", hidden=True
        )

    def link(self, at: Selection[Any]) -> str:
        """Where its link leads from a page; the overview's address where it leads nowhere."""
        there = self.opens(at) if self.opens else at.here.to(self.choices)
        return there.href if there else "/"

    def _under_each_other(self) -> Iterator[Component]:
        for _, name, place in places_of(self.places):
            if place.property == "data":
                yield drawn(self.places, name)
            elif place.property == "children":
                yield html.Div(id=name)


def section_id(page_name: str) -> str:
    """The id of a page's section."""
    return f"page-{page_name}"


def drawn(places: type[Content], name: str, class_name: str = "") -> html.Div:
    """Where a script draws the data of a place; assets/screen.js finds it by its attributes."""
    drawing = next(place.drawing for _, each, place in places_of(places) if each == name)
    return html.Div(
        id=f"{name}-drawn",
        className=class_name or None,
        **{"data-draw": drawing, "data-from": name},
    )
