"""What an address can choose: each choice declared once, as a typed field of a frozen dataclass.

Its address, its control, its wiring and the note about what could not be read follow from the
declaration. `Choices` objects are addresses: every link is `here.to(OtherChoices, …).href`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, ClassVar, Literal, ParamSpec, Self, TypedDict, TypeVar, Unpack, cast
from urllib.parse import parse_qs, quote, urlencode

NOTHING = "none"
LONGEST_QUERY = 3500
LONGEST_SHOWN = 40
MOST_WORDS = 20
_WORD = re.compile(r"[A-Za-z0-9_.~-]{1,100}")
_SEVERAL = re.compile(rf"{_WORD.pattern}(?:,{_WORD.pattern}){{,99}}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

Control = Literal["select", "segments", "checkbox", "checklist", "search", "none"]
Option = dict[str, Any]
"""What a control offers: a label, a value, and whether it is disabled."""
Read = tuple[Any, str]
"""A value, and the note about what could not be read, or nothing."""
T = TypeVar("T")
P = ParamSpec("P")
C = TypeVar("C", bound="Choices")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One declaration.

    `name` is the field's and the control's, `address` what stands in the query string; `read` and
    `write` turn the address's text into the value and back. `options`, `labels` of the values and
    `offered` are asked with the Selection of a page. `resets` names the choices that go when this
    one is made.
    """

    label: str
    control: Control
    default: Any
    read: Callable[[str, str], Read]
    write: Callable[[Any], str]
    name: str = ""
    address: str = ""
    group: str = ""
    values: Mapping[str, str] | None = None
    options: Callable[[Any], Sequence[Option]] | None = None
    labels: Callable[[Any], Mapping[str, str]] | None = None
    offered: Callable[[Any], bool] | None = None
    resets: tuple[str, ...] = ()
    longest: int | None = None
    class_name: str = ""


class More(TypedDict, total=False):
    """What any kind of choice may say besides."""

    name: str
    group: str
    options: Callable[[Any], Sequence[Option]]
    labels: Callable[[Any], Mapping[str, str]]
    offered: Callable[[Any], bool]
    resets: tuple[str, ...]
    class_name: str


def _declared(default: T, choice: Callable[..., Choice], more: More) -> T:
    """A dataclass field that carries the choice; typed as its value, as dataclasses.field is."""
    given = {("address" if key == "name" else key): value for key, value in more.items()}
    return field(default=default, metadata={"choice": choice(default=default, **given)})


def flag(label: str, *, default: bool = False, **more: Unpack[More]) -> bool:
    """A yes or no: a checkbox; "shown" or "hidden" in the address."""
    words = ("hidden", "shown")

    def read(text: str, name: str) -> Read:
        return (text == words[1], "") if text in words else (default, _no_choice(text, name, words))

    def made(**given: Any) -> Choice:
        return Choice(
            label=label, control="checkbox", read=read, write=lambda on: words[on], **given
        )

    return _declared(default, made, more)


def one_of(
    label: str,
    values: Mapping[T, str],
    *,
    default: T | None = None,
    control: Control = "select",
    renamed: Mapping[str, str] | None = None,
    **more: Unpack[More],
) -> T:
    """One of some values, which come with their labels; the first is the default.

    `renamed` has what older addresses call some of them.
    """
    chosen = next(iter(values)) if default is None else default

    def read(text: str, name: str) -> Read:
        text = (renamed or {}).get(text, text)
        known = [str(value) for value in values]
        return (text, "") if text in known else (chosen, _no_choice(text, name, known))

    def made(**given: Any) -> Choice:
        labels = cast("Mapping[str, str]", values)
        return Choice(label=label, control=control, read=read, write=str, values=labels, **given)

    return _declared(chosen, made, more)


def word(
    label: str,
    *,
    control: Control = "select",
    none: str = "",
    several: bool = False,
    **more: Unpack[More],
) -> str:
    """An id; empty where the product chooses. `none` labels the option that chooses none.

    It may be `several` ids with commas between them.
    """
    pattern = _SEVERAL if several else _WORD

    def read(text: str, name: str) -> Read:
        if none and text == NOTHING:
            return "", ""
        return (text, "") if pattern.fullmatch(text) else ("", f"“{_cut(text)}” is not a {name}.")

    def made(**given: Any) -> Choice:
        given |= _nothing(none)
        return Choice(label=label, control=control, read=read, write=str, **given)

    return _declared("", made, more)


def words(
    label: str,
    *,
    control: Control = "checklist",
    most: int = MOST_WORDS,
    **more: Unpack[More],
) -> tuple[str, ...] | None:
    """Ids, `most` at most; None where the product chooses, an empty tuple for none of them."""

    def read(text: str, name: str) -> Read:
        given = text.split(",")
        known = tuple(each for each in given[:most] if _WORD.fullmatch(each) and each != NOTHING)
        return known, f"Only the first {most} {name} count." if len(given) > most else ""

    def write(chosen: tuple[str, ...] | None) -> str:
        return "" if chosen is None else ",".join(chosen) or NOTHING

    def made(**given: Any) -> Choice:
        return Choice(label=label, control=control, read=read, write=write, **given)

    return _declared(None, made, more)


def year(label: str, **more: Unpack[More]) -> int:
    """A calendar year; 0 for no limit."""

    def read(text: str, name: str) -> Read:
        if _YEAR.fullmatch(text):
            return int(text), ""
        return 0, f"“{_cut(text)}” is no year; write it as 2016."

    def made(**given: Any) -> Choice:
        return Choice(
            label=label, control="select", read=read, write=lambda n: str(n or ""), **given
        )

    return _declared(0, made, more)


def text(
    label: str, *, longest: int, control: Control = "select", none: str = "", **more: Unpack[More]
) -> str:
    """Any text, cut at `longest` characters; `none` labels the option that chooses none."""

    def read(text: str, name: str) -> Read:
        return ("", "") if none and text == NOTHING else (text[:longest], "")

    def made(**given: Any) -> Choice:
        given |= {"longest": longest} | _nothing(none)
        return Choice(label=label, control=control, read=read, write=str, **given)

    return _declared("", made, more)


def _nothing(label: str) -> dict[str, Any]:
    """What declares the option that chooses none; empty without a label for it."""
    return {"values": {NOTHING: label}} if label else {}


def _cut(given: str) -> str:
    return given[:LONGEST_SHOWN]


def _no_choice(given: str, name: str, known: Sequence[str]) -> str:
    return f"“{_cut(given)}” is no choice for {name}; it can be {' or '.join(known)}."


@dataclass(frozen=True, kw_only=True)
class Choices:
    """One address; a field that is left at its default does not stand in it.

    `path` may hold one field between braces, as in `/indicator/{indicator}`.
    """

    path: ClassVar[str]

    @classmethod
    def read(cls, texts: Mapping[str, str]) -> tuple[Self, tuple[str, ...]]:
        """The choices of an address's texts, by their names in it, and notes on what fell back."""
        values, notes = {}, []
        for name, choice in choices_of(cls).items():
            if given := texts.get(choice.address, ""):
                values[name], note = choice.read(given, choice.address)
                notes += [note] if note else []
        made, more = cls(**values).agreed()
        return made, (*notes, *more)

    def agreed(self) -> tuple[Self, tuple[str, ...]]:
        """The same where its choices fit each other, else as they are taken, with notes."""
        return self, ()

    def given(self) -> dict[str, Any]:
        """The values that differ from the defaults, by field."""
        choices = choices_of(type(self))
        pairs = ((name, getattr(self, name), choice) for name, choice in choices.items())
        return {name: value for name, value, choice in pairs if value != choice.default}

    def texts(self) -> dict[str, str]:
        """The same as texts, by their names in the address."""
        choices = choices_of(type(self))
        return {
            choices[name].address: choices[name].write(value)
            for name, value in self.given().items()
        }

    @property
    def pathname(self) -> str:
        """The address's path."""
        texts = defaultdict(str, {name: quote(text) for name, text in self.texts().items()})
        return self.path.format_map(texts)

    @property
    def search(self) -> str:
        """The query string with its question mark, or nothing."""
        query = {
            name: text for name, text in self.texts().items() if f"{{{name}}}" not in self.path
        }
        return f"?{urlencode(query, safe=',')}" if query else ""

    @property
    def href(self) -> str:
        """Path and query string."""
        return self.pathname + self.search

    def to(self, page: Callable[P, C], *args: P.args, **chosen: P.kwargs) -> C:
        """Another address: what both pages can choose is carried over, `chosen` is set.

        What is chosen resets what its declaration names, and what does not agree is left out.
        """
        declared = choices_of(cast("type", page))
        reset = {each for name in chosen for each in declared[name].resets}
        carried = {
            name: value
            for name, value in self.given().items()
            if name in declared and name not in reset
        }
        return page(*args, **cast("Any", carried | chosen)).agreed()[0]


def _choices_of(page: type) -> dict[str, Choice]:
    declared = {e.name: e.metadata["choice"] for e in fields(page) if "choice" in e.metadata}
    return {name: _named(choice, name) for name, choice in declared.items()}


choices_of: Callable[[type], dict[str, Choice]] = cache(_choices_of)
"""The declarations of a page's choices by their fields' names, in the order of the address."""


def _named(choice: Choice, name: str) -> Choice:
    return replace(choice, name=name, address=choice.address or name)


def query_texts(query: str) -> dict[str, str]:
    """The texts of a query string by their names; of a name that is there twice, the last."""
    given = parse_qs(query.removeprefix("?")[:LONGEST_QUERY])
    return {name: texts[-1].strip() for name, texts in given.items()}


def texts_after(choices: Choices, name: str, value: object) -> dict[str, str] | None:
    """The address's texts once a control was set to a value; None where it is no value for it.

    The value comes from a browser and may be anything: it is only written here, and read back as
    any address is.
    """
    declared = choices_of(type(choices))
    choice, given = declared[name], choices.texts()
    for reset in (*choice.resets, name):
        given.pop(declared[reset].address, None)
    if isinstance(value, bool) and choice.control == "checkbox":
        return given | {choice.address: choice.write(value)}
    if isinstance(value, list) and choice.control == "checklist":
        chosen = tuple(each for each in value if isinstance(each, str))
        return given | {choice.address: choice.write(chosen)}
    if isinstance(value, str) and choice.control not in ("checkbox", "checklist"):
        return given | {choice.address: value.strip()}
    return None
