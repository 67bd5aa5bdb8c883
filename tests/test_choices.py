"""Addresses of invented pages: each kind of choice read, written, carried over and reset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.choices import (
    Choices,
    choices_of,
    flag,
    one_of,
    query_texts,
    text,
    texts_after,
    word,
    words,
    year,
)


@dataclass(frozen=True, kw_only=True)
class Garden(Choices):
    path = "/garden"
    plot: str = word("Plot")
    order: Literal["height", "name"] = one_of("Order", {"height": "By height", "name": "By name"})


@dataclass(frozen=True, kw_only=True)
class Plant(Choices):
    path = "/plant/{plant}"
    plot: str = word("Plot")
    plant: str = word("Plant", resets=("since", "beside"))
    since: int = year("Since", name="from")
    labels: bool = flag("Labels", default=True)
    pots: bool = flag("Pots", name="containers")
    among: tuple[str, ...] | None = words("Among")
    beside: str = word("Beside", none="None")
    note: str = text("Note", longest=5)
    beds: str = word("Beds", several=True, name="bed")
    kept: tuple[str, ...] | None = words("Kept", control="none", most=2)


def read(page, query):
    return page.read(query_texts(query))


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ("?plot=a-1", "plot", "a-1"),
        ("?from=2016", "since", 2016),
        ("?labels=hidden", "labels", False),
        ("?labels=shown", "labels", True),
        ("?containers=shown", "pots", True),
        ("?among=a,b", "among", ("a", "b")),
        ("?among=none", "among", ()),
        ("", "among", None),
        ("?beside=none", "beside", ""),
        ("?note=abcdefgh", "note", "abcde"),
        ("?bed=a", "beds", "a"),
        ("?bed=a,b-1", "beds", "a,b-1"),
        ("?kept=a,b", "kept", ("a", "b")),
        ("?note=+a+&note=+b+", "note", "b"),
    ],
)
def test_each_kind_is_read_from_its_text(query, field, value):
    choices, notes = read(Plant, query)
    assert getattr(choices, field) == value
    assert notes == ()


def test_more_ids_than_a_list_holds_are_told():
    choices, notes = read(Plant, "?kept=a,b,c")
    assert choices.kept == ("a", "b")
    assert notes == ("Only the first 2 kept count.",)


@pytest.mark.parametrize(
    ("page", "query", "note"),
    [
        (Plant, "?plot=<b>", "“<b>” is not a plot."),
        (Plant, "?plot=a,b", "“a,b” is not a plot."),
        (Plant, "?bed=a,,b", "“a,,b” is not a bed."),
        (Plant, "?from=20", "“20” is no year; write it as 2016."),
        (Plant, "?containers=yes", "“yes” is no choice for containers; it can be hidden or shown."),
        (Garden, "?order=colour", "“colour” is no choice for order; it can be height or name."),
        (Plant, f"?plot={'<' * 99}", f"“{'<' * 40}” is not a plot."),
    ],
)
def test_what_cannot_be_read_is_the_default_with_a_note(page, query, note):
    choices, notes = read(page, query)
    assert choices == page()
    assert notes == (note,)


def test_only_what_differs_from_the_defaults_is_in_an_address():
    assert Garden().href == "/garden"
    chosen = Plant(plant="rose", since=2016, labels=False, pots=True, among=("a", "b"), note="a b")
    assert chosen.href == (
        "/plant/rose?from=2016&labels=hidden&containers=shown&among=a,b&note=a+b"
    )
    assert Plant(plant="rose", among=()).search == "?among=none"
    assert read(Plant, chosen.search)[0] == Plant(**(chosen.given() | {"plant": ""}))


def test_a_link_carries_what_both_pages_can_choose():
    assert Garden(plot="a", order="name").to(Plant, plant="rose").href == "/plant/rose?plot=a"
    here = Plant(plot="a", plant="rose", since=2016, labels=False, beside="lily")
    assert here.to(Plant, plant="iris").href == "/plant/iris?plot=a&labels=hidden"
    assert here.to(Garden).href == "/garden?plot=a"


@pytest.mark.parametrize(
    ("field", "value", "texts"),
    [
        ("labels", False, {"labels": "hidden"}),
        ("labels", "hidden", None),
        ("among", ["a", "b"], {"among": "a,b"}),
        ("among", ["a", 1], {"among": "a"}),
        ("among", [], {"among": "none"}),
        ("among", "a", None),
        ("since", "2016", {"from": "2016"}),
        ("since", 2016, None),
        ("since", True, None),
        ("plant", "iris", {"plant": "iris"}),
    ],
)
def test_a_control_is_written_as_its_kind_of_text(field, value, texts):
    assert texts_after(Plant(), field, value) == texts


def test_what_is_chosen_resets_what_its_declaration_names():
    here = Plant(plant="rose", since=2016, labels=False)
    assert texts_after(here, "plant", "iris") == {"plant": "iris", "labels": "hidden"}


def test_a_declaration_knows_its_names():
    found = choices_of(Plant)["since"]
    assert (found.name, found.address, found.label, found.default) == ("since", "from", "Since", 0)


@given(st.text(), st.text())
def test_an_address_may_hold_anything(name, value):
    for query in (value, f"?{name}={value}", f"?plot={value}&from={value}&among={value}"):
        choices, _ = read(Plant, query)
        assert read(Plant, choices.search)[0] == choices
