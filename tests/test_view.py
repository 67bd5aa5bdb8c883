import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.view import View, parse


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
        "/?portfolio=all&form=charts&sort=name&find=children+in+care",
    ],
)
def test_an_address_comes_back_as_it_was(href):
    path, mark, query = href.partition("?")
    view = parse(path, mark + query)
    assert view is not None
    assert view.href == href
    assert view.notes == ()


@pytest.mark.parametrize(
    "path", ["/nothing", "/indicator", "/indicator/", "/indicator/a/b", "/x.csv"]
)
def test_an_unknown_path_is_no_page(path):
    assert parse(path, "") is None


@pytest.mark.parametrize(
    ("search", "field", "value", "note"),
    [
        ("?show=some", "show", "all", "“some” is no choice for show"),
        ("?measure=colour", "measure", "rate", "“colour” is no choice for measure"),
        ("?span=short", "span", "", "“short” is no choice for span"),
        ("?from=20", "first", "", "“20” is no year; write it as 2016."),
        ("?from=2016&to=2010", "first", "2010", "The years run from 2010 to 2016"),
        ("?sort=colour", "sort", "worst", "“colour” is no choice for sort"),
        ("?portfolio=<b>", "portfolio", "", "“<b>” is not a portfolio."),
    ],
)
def test_what_cannot_be_read_falls_back_with_a_note(search, field, value, note):
    view = parse("/indicator/a", search)
    assert getattr(view, field) == value
    assert view.notes[0].startswith(note)


@given(
    st.one_of(st.text(), st.none(), st.integers(), st.dictionaries(st.text(), st.text())),
    st.one_of(st.text(), st.none(), st.floats(), st.lists(st.integers())),
)
def test_a_browser_may_send_anything(pathname, search):
    view = parse(pathname, search)
    assert view is None or isinstance(view, View)
    if view:
        parse(view.path, view.search)


def test_the_other_page_keeps_portfolio_and_quarter():
    view = parse("/", "?portfolio=resilient-communities&quarter=FY2016-17Q2&show=exceptions")
    there = view.of_indicator("referrals")
    assert there.href == "/indicator/referrals?portfolio=resilient-communities&quarter=FY2016-17Q2"
    assert there.overview().href == view.href
