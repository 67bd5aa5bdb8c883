import json

import pytest
from dash import no_update

from dashboard import ids
from dashboard.callbacks import BROWSER, INPUTS, after_choice, update
from dashboard.charts.style import WIDE
from dashboard.pages.draw import draw
from dashboard.pages.panel import PROPERTIES
from dashboard.store.dataset import Store
from dashboard.view import View, parse

FIELDS = [name for name, _, _ in PROPERTIES]


@pytest.fixture
def store(var, dataset):
    return Store(var)


def changed(store, trigger, path, search="", chosen=None):
    result = update(store, trigger, path, search, {trigger: chosen}, None, WIDE)
    return dict(zip([*FIELDS, "pathname", "search"], result, strict=True))


def test_every_id_of_every_callback_stands_in_the_layout(app):
    in_layout = {part.id for part in app.layout()._traverse() if getattr(part, "id", None)}
    wired = {component for _, component, _ in PROPERTIES} | {component for component, _ in INPUTS}
    wired |= set(BROWSER)
    assert wired <= in_layout
    named = {value for name, value in vars(ids).items() if name.isupper()}
    assert named <= in_layout, "an id that stands nowhere"


def test_a_moved_address_sets_the_filters_and_stays(store):
    panel = changed(store, ids.URL, "/indicator/referrals", "?quarter=FY2016-17Q2")
    assert (panel["indicator"], panel["quarter"]) == ("referrals", "FY2016-17Q2")
    assert panel["pathname"] is no_update
    assert panel["search"] is no_update


def test_a_moved_filter_moves_the_address(store):
    panel = changed(store, ids.QUARTER, "/", "?show=exceptions", "FY2016-17Q2")
    assert panel["search"] == "?quarter=FY2016-17Q2&show=exceptions"
    assert panel["pathname"] is no_update
    assert panel["quarter"] == "FY2016-17Q2"


def test_the_indicator_picker_moves_the_path(store):
    panel = changed(
        store, ids.INDICATOR, "/indicator/referrals", "?quarter=FY2016-17Q2", "looked-after"
    )
    assert panel["pathname"] == "/indicator/looked-after"
    assert panel["search"] == "?quarter=FY2016-17Q2"


def test_all_comparators_off_is_kept_in_the_address(store):
    panel = changed(store, ids.COMPARE, "/indicator/looked-after", "", [])
    assert panel["search"] == "?compare=none"
    assert panel["compare"] == []


@pytest.mark.parametrize("chosen", [None, {"a": 1}, [1], 7, float("nan"), "year-FY2016-17", "<b>"])
@pytest.mark.parametrize("filter_id", [name for name, _ in INPUTS[2:]])
def test_a_hostile_filter_value_is_never_an_error(store, filter_id, chosen):
    for path in ("/", "/indicator/looked-after", "/nothing"):
        panel = changed(store, filter_id, path, "", chosen)
        json.dumps(panel["figure"])
        assert panel["quarter"] == "FY2016-17Q3"


def test_another_portfolio_opens_its_first_indicator(dataset):
    view = parse("/indicator/looked-after", "?quarter=FY2016-17Q2")
    moved = after_choice(view, ids.PORTFOLIO, "resilient-communities", dataset.catalogue)
    assert moved.href == (
        "/indicator/annual-reviews?portfolio=resilient-communities&quarter=FY2016-17Q2"
    )
    everything = after_choice(view, ids.PORTFOLIO, "all", dataset.catalogue)
    assert everything == View(portfolio="all", quarter="FY2016-17Q2")


def standing(panel):
    """The filters' values in a browser that shows a panel."""
    return {c: getattr(panel, name) for name, c, prop in PROPERTIES if prop == "value"}


def test_only_what_differs_is_sent_to_a_screen_that_shows_the_address(store, dataset):
    panel = draw(dataset, parse("/indicator/looked-after", ""), WIDE)
    filters = standing(panel) | {ids.QUARTER: "FY2016-17Q2"}
    given = (ids.QUARTER, "/indicator/looked-after", "", filters)
    sent = dict(zip(FIELDS, update(store, *given, panel.state, WIDE), strict=False))
    assert sent["definition"] is no_update
    assert sent["overview_hidden"] is no_update
    assert sent["quarter"] is no_update
    assert sent["figure"] is not no_update
    everything = update(store, *given, panel.state | {"drawn": "another address"}, WIDE)
    assert no_update not in everything[:-2]


def test_a_filter_that_stands_otherwise_than_the_screen_is_set(store, dataset):
    panel = draw(dataset, parse("/indicator/looked-after", ""), WIDE)
    lost = standing(panel) | {ids.QUARTER: "FY2016-17Q2", ids.MEASURE: "number"}
    given = (ids.QUARTER, "/indicator/looked-after", "", lost)
    sent = dict(zip(FIELDS, update(store, *given, panel.state, WIDE), strict=False))
    assert sent["measure"] == "rate"


def test_what_is_typed_stays_the_readers(store):
    panel = changed(store, ids.FIND, "/", "", "obesity ")
    assert panel["search"] == "?find=obesity"
    assert panel["find"] is no_update


def test_what_a_browser_sends_is_bounded_before_it_is_kept(dataset):
    view = parse("/", "")
    long = "x" * 100_000
    assert len(after_choice(view, ids.QUARTER, long, dataset.catalogue).href) < 100
    assert after_choice(view, ids.PORTFOLIO, long, dataset.catalogue).portfolio == ""
    many = after_choice(
        parse("/indicator/referrals", ""), ids.COMPARE, [long] * 9 + ["a"] * 99, dataset.catalogue
    )
    assert len(many.href) < 200
