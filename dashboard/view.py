"""What a reader is looking at, as an address: the frozen View, its query string, every link."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

OVERVIEW = "overview"
INDICATOR = "indicator"
ABOUT = "about"
ACCESSIBILITY = "accessibility"
PRESENT = "present"
PRINT = "print"
CHECKS = "checks"
SIDES = ("chart", "commentary", "table")
ALL_PORTFOLIOS = "all"
SHOWS = ("all", "exceptions", "others")
MEASURES = ("rate", "number")
SPANS = ("quarters", "long")
INTERVALS = ("shown", "hidden")
LIMITS = ("hidden", "shown")
FORMS = ("table", "charts")
CHECKED = ("all", "agree", "contradict", "unchecked", "flagged", "figures", "commentary")
SORTS = ("worst", "printed", "name", "target", "change")
NOTHING = "none"
LONGEST_QUERY = 2000
MOST_COMPARED = 20
LONGEST_FIND = 80

_INDICATOR_PATH = re.compile(r"/indicator/(?P<id>[A-Za-z0-9_.~-]{1,100})/?")
_PAGES = {
    "": OVERVIEW,
    "/about": ABOUT,
    "/accessibility": ACCESSIBILITY,
    "/present": PRESENT,
    "/checks": CHECKS,
    "/print": PRINT,
}
_WORD = re.compile(r"[A-Za-z0-9-]{1,100}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class View:
    """One address; an empty field means that the product chooses.

    `compare` is None for the comparators shown by default. `first` and `last` are the years that
    the chart is cut to, `beside` the indicator that stands under it. `slide` is an indicator, the
    last slide or, empty, the title. `notes` tell what of the address could not be read.
    """

    page: str = OVERVIEW
    indicator: str = ""
    portfolio: str = ""
    quarter: str = ""
    show: str = SHOWS[0]
    form: str = FORMS[0]
    sort: str = SORTS[0]
    find: str = ""
    measure: str = MEASURES[0]
    span: str = ""
    first: str = ""
    last: str = ""
    intervals: str = INTERVALS[0]
    limits: str = LIMITS[0]
    compare: tuple[str, ...] | None = None
    beside: str = ""
    slide: str = ""
    side: str = SIDES[0]
    checked: str = CHECKED[0]
    notes: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The address's path."""
        if self.page in (ABOUT, ACCESSIBILITY, CHECKS, PRESENT, PRINT):
            return f"/{self.page}"
        return f"/indicator/{quote(self.indicator)}" if self.page == INDICATOR else "/"

    @property
    def search(self) -> str:
        """The query string with its question mark, or nothing; defaults are left out."""
        compare = None if self.compare is None else ",".join(self.compare) or NOTHING
        pairs = [("portfolio", self.portfolio, ""), ("quarter", self.quarter, "")]
        if self.page == OVERVIEW:
            pairs += [
                ("show", self.show, SHOWS[0]),
                ("form", self.form, FORMS[0]),
                ("sort", self.sort, SORTS[0]),
                ("find", self.find, ""),
            ]
        if self.page == CHECKS:
            pairs += [("checked", self.checked, CHECKED[0])]
        if self.page == PRINT:
            pairs += [("show", self.show, SHOWS[0]), ("sort", self.sort, SORTS[0])]
        if self.page == PRESENT:
            pairs += [
                ("show", self.show, SHOWS[1]),
                ("slide", self.slide, ""),
                ("side", self.side, SIDES[0]),
            ]
        if self.page == INDICATOR:
            pairs += [
                ("measure", self.measure, MEASURES[0]),
                ("span", self.span, ""),
                ("from", self.first, ""),
                ("to", self.last, ""),
                ("intervals", self.intervals, INTERVALS[0]),
                ("limits", self.limits, LIMITS[0]),
                ("compare", compare or "", ""),
                ("beside", self.beside, ""),
            ]
        given = [(name, value) for name, value, default in pairs if value != default]
        return f"?{urlencode(given, safe=',')}" if given else ""

    @property
    def href(self) -> str:
        """Path and query string."""
        return self.path + self.search

    def changed(self, name: str, value: str) -> View:
        """With one field of text set anew."""
        fields: dict[str, Any] = {name: value}
        return replace(self, **fields)

    def overview(self) -> View:
        """The overview at the same portfolio and quarter."""
        return View(
            portfolio=self.portfolio,
            quarter=self.quarter,
            show=self.show,
            form=self.form,
            sort=self.sort,
            find=self.find,
        )

    def about(self) -> View:
        """The page about the data, which keeps portfolio and quarter for the way back."""
        return View(page=ABOUT, portfolio=self.portfolio, quarter=self.quarter)

    def accessibility(self) -> View:
        """The accessibility statement, which keeps them too."""
        return replace(self.about(), page=ACCESSIBILITY)

    def checks(self, checked: str = CHECKED[0]) -> View:
        """What is checked at the same portfolio and quarter."""
        return replace(self.about(), page=CHECKS, checked=checked)

    def present(self) -> View:
        """The slides of the same portfolio and quarter: its exceptions, unless others are shown."""
        show = self.show if self.page == PRESENT or self.show != SHOWS[0] else SHOWS[1]
        return View(page=PRESENT, portfolio=self.portfolio, quarter=self.quarter, show=show)

    def printed(self) -> View:
        """The same portfolio and quarter on paper, an indicator a page."""
        show = SHOWS[0] if self.page == PRESENT else self.show
        return replace(self.overview(), page=PRINT, show=show, form=FORMS[0], find="")

    def of_slide(self, slide: str) -> View:
        """A slide of the same presentation."""
        return replace(self, slide=slide, side=SIDES[0], notes=())

    def of_indicator(self, indicator: str) -> View:
        """An indicator at the same portfolio and quarter, with what holds for any indicator."""
        return replace(
            self, page=INDICATOR, indicator=indicator, first="", last="", beside="", notes=()
        )

    def csv_href(self, quarter: str) -> str:
        """The download of the indicator's figures as at a quarter."""
        return f"/indicator/{quote(self.indicator)}.csv?{urlencode({'quarter': quarter})}"


def parse(pathname: object, search: object) -> View | None:
    """The view of an address, or None where no page has that path.

    Both come from a browser and may be anything; what cannot be read falls back with a note.
    """
    path = pathname if isinstance(pathname, str) else "/"
    query = search if isinstance(search, str) else ""
    match = _INDICATOR_PATH.fullmatch(path)
    page = INDICATOR if match else _PAGES.get(path.rstrip("/"))
    if page is None:
        return None
    given = parse_qs(query.removeprefix("?")[:LONGEST_QUERY], max_num_fields=None)
    values = {name: texts[-1].strip() for name, texts in given.items()}
    notes: list[str] = []
    view = View(
        page=page,
        indicator=match["id"] if match else "",
        portfolio=_word(values, "portfolio", notes),
        quarter=values.get("quarter", "")[:40],
        show=_one_of(values, "show", SHOWS, notes) or SHOWS[page == PRESENT],
        form=_one_of(values, "form", FORMS, notes) or FORMS[0],
        sort=_one_of(values, "sort", SORTS, notes) or SORTS[0],
        find=values.get("find", "")[:LONGEST_FIND],
        measure=_one_of(values, "measure", MEASURES, notes) or MEASURES[0],
        span=_one_of(values, "span", SPANS, notes),
        first=_year(values, "from", notes),
        last=_year(values, "to", notes),
        intervals=_one_of(values, "intervals", INTERVALS, notes) or INTERVALS[0],
        limits=_one_of(values, "limits", LIMITS, notes) or LIMITS[0],
        compare=_words(values.get("compare", "")),
        slide=_word(values, "slide", notes),
        checked=_one_of(values, "checked", CHECKED, notes) or CHECKED[0],
        side=_one_of(values, "side", SIDES, notes) or SIDES[0],
        beside="" if values.get("beside") == NOTHING else _word(values, "beside", notes),
    )
    if view.first and view.last and view.first > view.last:
        notes.append(f"The years run from {view.last} to {view.first}, not the other way round.")
        view = replace(view, first=view.last, last=view.first)
    return replace(view, notes=tuple(notes))


def _year(values: dict[str, str], name: str, notes: list[str]) -> str:
    text = values.get(name, "")
    if text and not _YEAR.fullmatch(text):
        notes.append(f"“{text[:40]}” is no year; write it as 2016.")
        return ""
    return text


def _word(values: dict[str, str], name: str, notes: list[str]) -> str:
    text = values.get(name, "")
    if text and not _WORD.fullmatch(text):
        notes.append(f"“{text[:40]}” is not a {name}.")
        return ""
    return text


def _one_of(values: dict[str, str], name: str, allowed: tuple[str, ...], notes: list[str]) -> str:
    text = values.get(name, "")
    if text and text not in allowed:
        notes.append(f"“{text[:40]}” is no choice for {name}; it can be {' or '.join(allowed)}.")
        return ""
    return text


def _words(text: str) -> tuple[str, ...] | None:
    if not text:
        return None
    words = text.split(",")[:MOST_COMPARED]
    return tuple(word for word in words if _WORD.fullmatch(word) and word != NOTHING)
