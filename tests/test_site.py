"""The pages as a whole: their addresses, and that nothing is declared twice or left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.choices import choices_of
from dashboard.pages.page import EMPTY, places_of
from dashboard.pages.shell import Owner, shell
from dashboard.site import PAGES, Site
from tests.addresses import addresses
from tests.pages.screens import SITE, screen


def parse(address):
    path, mark, query = address.partition("?")
    return SITE.parse(path, mark + query)


@pytest.mark.parametrize(
    "href",
    [
        "/",
        "/?quarter=FY2016-17Q2",
        "/?portfolio=all&quarter=FY2016-17Q2&show=exceptions",
        "/indicator/looked-after",
        "/indicator/looked-after?quarter=FY2016-17Q2&measure=number&span=long&compare=england,published",
        "/indicator/looked-after?compare=none",
        "/indicator/obesity?span=long&from=2010&to=2016&intervals=hidden&beside=referrals",
        "/indicator/obesity?limits=shown",
        "/?portfolio=all&sort=name&find=children+in+care&form=charts",
        "/present?show=others&slide=referrals&side=table",
        "/print?show=exceptions&sort=name",
        "/checks?checked=flagged",
        "/about?quarter=FY2016-17Q2",
    ],
)
def test_an_address_comes_back_as_it_was(href):
    address = parse(href)
    assert address.choices.href == href
    assert address.notes == ()


@pytest.mark.parametrize(
    "path", ["/nothing", "/indicator", "/indicator/", "/indicator/a/b", "/x.csv", "/missing"]
)
def test_an_unknown_path_is_no_page(path):
    assert parse(path) is None


def test_years_the_wrong_way_round_are_turned():
    address = parse("/indicator/a?from=2016&to=2010")
    assert (address.choices.first, address.choices.last) == (2010, 2016)
    assert address.notes == ("The years run from 2010 to 2016, not the other way round.",)


@given(
    st.one_of(st.text(), st.none(), st.integers(), st.dictionaries(st.text(), st.text())),
    st.one_of(st.text(), st.none(), st.floats(), st.lists(st.integers())),
)
def test_a_browser_may_send_anything(pathname, search):
    address = SITE.parse(pathname, search)
    if address:
        assert SITE.parse(address.choices.pathname, address.choices.search)


def test_one_choice_is_one_on_all_pages():
    """The same name, kind, label and words wherever it can be chosen; the default may differ."""
    seen = {}
    for page in PAGES:
        for name, choice in choices_of(page.choices).items():
            same = (choice.address, choice.label, choice.control, choice.group, choice.values)
            assert seen.setdefault(name, same) == same, f"{page.name}: {name}"


def test_no_two_places_of_all_pages_have_one_name():
    names = [name for page in PAGES for _, name, _ in places_of(page.places)]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_property_that_is_set_is_in_the_layout_once():
    owner = Owner("Title", "Council")
    layout = shell(SITE.pages, SITE.filters, SITE.stores, owner, {})
    ids = Counter(part.id for part in layout._traverse() if getattr(part, "id", None))
    assert [name for name, count in ids.items() if count > 1] == []
    wanted = {key.rpartition(".")[0] for key in SITE.empty} | set(SITE.controls)
    assert wanted <= set(ids)
    drawn = [part for part in layout._traverse() if hasattr(part, "data-draw")]
    assert {getattr(part, "data-from") for part in drawn} == set(SITE.stores)


@pytest.mark.parametrize("address", addresses())
def test_every_page_sets_what_the_others_set_and_nothing_else(dataset, address):
    shown = screen(dataset, address)
    assert set(shown.values) == set(SITE.empty)
    sections = [
        key
        for key, value in shown.values.items()
        if key.startswith("page-") and key.endswith(".hidden") and not value
    ]
    assert len(sections) == 1


def test_a_page_that_was_left_leaves_nothing_behind(dataset):
    """All that only the indicator's page fills is empty on the overview."""
    indicator, overview = (screen(dataset, a) for a in ("/indicator/referrals", "/"))
    own = {
        name for page in PAGES if page.name == "indicator" for _, name, _ in places_of(page.places)
    }
    left = {k: v for k, v in overview.values.items() if k.rpartition(".")[0] in own}
    assert indicator.values["travel.children"]
    assert all(value in EMPTY.values() for value in left.values()), left


def test_a_site_of_other_pages_follows_from_its_list():
    few = Site((*[page for page in PAGES if page.name in ("overview", "about")], PAGES[-1]))
    assert few.parse("/about", "") is not None
    assert few.parse("/checks", "") is None
    assert "nav-checks.href" not in few.empty
    assert "measure" not in few.controls


def test_where_there_is_no_page_the_last_one_helps(dataset):
    helped = screen(dataset, "/indicator/lookedafter")
    assert not helped.values["page-missing.hidden"]
    assert helped.state["said"] == "There is no indicator “lookedafter”"
    assert screen(dataset, "/nothing").state["said"] == "Page not found"
    assert replace(PAGES[-1]).name == "missing"
