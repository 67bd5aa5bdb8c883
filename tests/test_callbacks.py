"""One change, one answer: what is set, where it leads; nothing a browser sends is an error."""

import json

import pytest

from dashboard.callbacks import PATHNAME, SEARCH, update
from dashboard.charts.style import WIDE
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.store.dataset import Store
from tests.pages.screens import SITE, screen

URL = "url"


@pytest.fixture
def store(var, dataset):
    return Store(var)


def changed(store, trigger, path, search="", chosen=None, shown=None, controls=None):
    inputs = {"pathname": path, "search": search} | (controls or {}) | {trigger: chosen}
    return update(SITE, store, trigger, inputs, shown, WIDE)


def after(address, name, chosen):
    path, mark, query = address.partition("?")
    return SITE.after(SITE.parse(path, mark + query), name, chosen).choices


def test_every_id_of_every_callback_stands_in_the_layout(app):
    in_layout = {part.id for part in app.layout()._traverse() if getattr(part, "id", None)}
    wired = {key.rpartition(".")[0] for key in (*SITE.empty, PATHNAME, SEARCH)}
    assert wired | set(SITE.controls) | set(SITE.stores) <= in_layout


def test_a_moved_address_sets_the_controls_and_stays(store):
    values = changed(store, URL, "/indicator/referrals", "?quarter=FY2016-17Q2")
    assert values["page-state.data"]["choices"]["indicator"] == "referrals"
    assert values["page-state.data"]["choices"]["quarter"] == "FY2016-17Q2"
    assert PATHNAME not in values
    assert SEARCH not in values


def test_a_moved_control_moves_the_address(store):
    values = changed(store, "form", "/", "?quarter=FY2016-17Q2", "charts")
    assert values[SEARCH] == "?quarter=FY2016-17Q2&form=charts"
    assert PATHNAME not in values
    assert values["form.value"] == "charts"


def test_chosen_years_go_with_the_long_run_and_another_indicator():
    here = "/indicator/looked-after?span=long&from=2010&to=2015&measure=number"
    assert after(here, "span", "quarters").search == "?measure=number"
    there = SITE.parse(*here.split("?")).choices.to(IndicatorChoices, indicator="referrals")
    assert there.href == "/indicator/referrals?measure=number&span=long"


def test_all_comparators_off_is_kept_in_the_address(store):
    values = changed(store, "compare", "/indicator/looked-after", "", [])
    assert values[SEARCH] == "?compare=none"
    assert values["compare.value"] == []


HOSTILE = [None, {"a": 1}, [1], 7, float("nan"), "year-FY2016-17", "<b>", True, ["<b>"]]


@pytest.mark.parametrize("chosen", HOSTILE)
@pytest.mark.parametrize("name", SITE.controls)
def test_a_hostile_value_is_never_an_error(store, name, chosen):
    for path in ("/", "/indicator/looked-after", "/nothing"):
        values = changed(store, name, path, "", chosen)
        json.dumps(values["chart.figure"])
        assert values["page-state.data"]["choices"]["quarter"] == "FY2016-17Q3"


def controls(shown):
    """The controls' values in a browser that shows a screen."""
    return {name: shown.values[f"{name}.value"] for name in SITE.controls}


def test_only_what_differs_is_sent_to_a_screen_that_shows_the_address(store, dataset):
    shown = screen(dataset, "/indicator/looked-after")
    given = (store, "measure", "/indicator/looked-after", "", "number")
    sent = changed(*given, shown.state, controls(shown) | {"measure": "number"})
    assert "chart.figure" in sent
    assert not {"definition.children", "page-overview.hidden", "measure.value"} & set(sent)
    everything = changed(*given, shown.state | {"drawn": "another address"}, controls(shown))
    assert set(everything) == {*SITE.empty, SEARCH}


def test_a_moved_address_sets_what_differs_from_the_screen_that_is_shown(store, dataset):
    shown = screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q3")
    given = (store, URL, "/indicator/looked-after", "?quarter=FY2016-17Q2")
    sent = changed(*given, shown=shown.state, controls=controls(shown))
    assert {"page-state.data", "chart.figure", "travel.children", "commentary.children"} <= set(
        sent
    )
    assert not {"ranking.children", "page-overview.hidden", "measure.value"} & set(sent)
    assert len(sent) == 35


def test_the_page_that_says_there_is_none_is_told_from_the_page_of_its_address(store, dataset):
    shown = screen(dataset, "/nothing")
    sent = changed(store, URL, "/", shown=shown.state, controls=controls(shown))
    assert sent["page-missing.hidden"] is True
    assert sent["page-overview.hidden"] is False


def test_a_control_that_shows_another_value_than_the_screen_is_set(store, dataset):
    shown = screen(dataset, "/indicator/looked-after")
    lost = controls(shown) | {"measure": "number"}
    given = (store, "span", "/indicator/looked-after", "", "quarters")
    assert changed(*given, shown.state, lost)["measure.value"] == "rate"


def test_what_is_typed_stays_the_readers(store):
    values = changed(store, "find", "/", "", "obesity ")
    assert values[SEARCH] == "?find=obesity"
    assert "find.value" not in values


def test_what_a_browser_sends_is_bounded_before_it_is_kept():
    long = "x" * 100_000
    assert len(after("/", "find", long).href) < 100
    assert after("/indicator/referrals", "first", long).first == 0
    many = after("/indicator/referrals", "compare", [long] * 9 + ["a"] * 99)
    assert len(many.href) < 200


def test_a_screen_fetched_ahead_is_what_dash_would_be_answered(client, store):
    answer = client.get("/screen.json?at=/indicator/referrals%3Fquarter%3DFY2016-17Q2&size=narrow")
    screen = answer.get_json()["response"]
    asked = changed(store, URL, "/indicator/referrals", "?quarter=FY2016-17Q2")
    assert answer.get_json()["multi"] is True
    assert {f"{name}.{prop}" for name, props in screen.items() for prop in props} == set(asked)
    assert screen["page-state"]["data"]["said"] == asked["page-state.data"]["said"]
    assert screen["chart"]["figure"]["layout"]["height"] == 380


def test_a_screen_fetched_ahead_holds_what_differs_and_every_control(client, store, dataset):
    shown = screen(dataset, "/indicator/looked-after")
    at, quarter = "/indicator/looked-after?quarter=FY2016-17Q2", "?quarter=FY2016-17Q2"
    asked = {"at": at, "from": shown.state["drawn"], "size": "wide"}
    sent = client.get("/screen.json", query_string=asked).get_json()["response"]
    held = {f"{name}.{prop}" for name, props in sent.items() for prop in props}
    moved = changed(store, URL, "/indicator/looked-after", quarter, None, shown.state)
    assert held == set(moved)
    assert {f"{name}.value" for name in SITE.controls} <= held
    assert "ranking.children" not in held


@pytest.mark.parametrize("drawn", ["", "a b c /", "x" * 50_000, "/indicator/%00?quarter=<b>"])
def test_what_is_said_to_be_shown_is_never_an_error(client, drawn):
    answer = client.get("/screen.json", query_string={"at": "/", "from": drawn})
    assert set(answer.get_json()["response"]) == {key.rpartition(".")[0] for key in SITE.empty}


def test_a_hostile_address_ahead_is_never_an_error(client):
    for at in ("", "nothing", "/%00?quarter=<b>", "x" * 50_000):
        assert client.get("/screen.json", query_string={"at": at, "size": "<b>"}).status_code == 200
