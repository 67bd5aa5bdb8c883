"""A page with a choice, added through the public declarations alone, is everywhere that it must be.

CONTRIBUTING.md's recipes name these tests: each fails where a place that they list was forgotten.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import pytest
from dash import html

from dashboard.app import create_app
from dashboard.charts.style import WIDE, Size
from dashboard.choices import flag
from dashboard.pages.controls import controls
from dashboard.pages.page import Children, Content, Data, Page, children, data, drawn, shows
from dashboard.selection import Filters, Selection
from dashboard.settings import ROOT, Settings
from dashboard.site import PAGES, Site
from dashboard.store.dataset import Store


@dataclass(frozen=True, kw_only=True)
class TreeChoices(Filters):
    path = "/trees"
    leaves: bool = flag("Leaves", group="tree", offered=lambda at: bool(at.findings))


@dataclass(frozen=True, kw_only=True)
class TreeContent(Content):
    tree_text: Children = children()
    has_leaves: bool = shows("tree-leaves")
    branches: Data = data("grid")


def content(at: Selection[TreeChoices], size: Size) -> TreeContent:
    leaves = at.choices.leaves
    return TreeContent(
        title="Trees",
        said="A tree with leaves" if leaves else "A bare tree",
        tree_text=html.H1(f"{len(at.findings)} trees", tabIndex="-1"),
        has_leaves=leaves,
        branches={"form": "table", "groups": [], "empty": "No branch."},
    )


def layout():
    return [
        html.Div(id="tree-text"),
        *controls(TreeChoices, "tree"),
        html.Div("Leaves", id="tree-leaves"),
        drawn(TreeContent, "branches"),
    ]


TREES = Page(
    name="trees",
    label="Trees",
    menu="top",
    choices=TreeChoices,
    places=TreeContent,
    content=content,
    layout=layout,
)


@pytest.fixture(scope="module")
def site():
    return Site((TREES, *PAGES))


@pytest.fixture(scope="module")
def client(site, var):
    return create_app(Settings(var=var), site).server.test_client()


def painted(client, address):
    """Every component of the first paint by its id."""
    answer = client.get("/_dash-layout", headers={"Referer": f"http://localhost{address}"})
    found = {}

    def walk(node):
        if isinstance(node, dict):
            if "props" in node and "id" in node["props"]:
                found[node["props"]["id"]] = node["props"]
            node = list(node.values())
        if isinstance(node, list):
            for each in node:
                walk(each)

    walk(json.loads(answer.text))
    return found


def test_a_new_page_has_its_status_its_link_and_its_section(client):
    assert client.get("/trees").status_code == 200
    found = painted(client, "/trees?quarter=FY2016-17Q2")
    assert (
        found["nav-trees"]["href"] == "/trees?portfolio=resilient-communities&quarter=FY2016-17Q2"
    )
    assert found["nav-trees"]["className"] == "page-tab active"
    assert (found["page-trees"]["hidden"], found["page-overview"]["hidden"]) == (False, True)
    assert found["tree-text"]["children"]["props"]["children"] == "4 trees"
    assert found["branches"]["data"]["empty"] == "No branch."
    assert found["branches-drawn"]["data-draw"] == "grid"
    assert "<title>Trees - " in client.get("/trees").text


def test_a_new_page_is_linked_from_every_other(client):
    for address in ("/", "/indicator/referrals", "/about", "/nothing"):
        assert painted(client, address)["nav-trees"]["href"].startswith("/trees"), address


def test_a_new_choice_is_in_the_address_on_the_page_and_in_the_wiring(client, site, var, dataset):
    found = painted(client, "/trees?leaves=shown")
    assert (found["leaves"]["value"], found["leaves-field"]["hidden"]) == (True, False)
    assert not found["tree-leaves"]["hidden"]
    assert painted(client, "/")["leaves-field"]["hidden"]
    assert "is no choice for leaves" in json.dumps(painted(client, "/trees?leaves=green")["notes"])
    wired = json.loads(client.get("/_dash-dependencies").text)
    assert {"id": "leaves", "property": "value"}.items() <= {
        key: value
        for each in wired[0]["inputs"]
        if each["id"] == "leaves"
        for key, value in each.items()
    }.items()
    assert any("branches" in json.dumps(each["inputs"]) for each in wired)


def test_a_new_choice_moves_the_address_and_the_page(site, var, dataset):
    from dashboard.callbacks import SEARCH, update

    inputs = {"pathname": "/trees", "search": "", "leaves": True}
    values = update(site, Store(var), "leaves", inputs, None, WIDE)
    assert values[SEARCH] == "?leaves=shown"
    assert values["page-state.data"]["said"] == "A tree with leaves"
    assert not values["tree-leaves.hidden"]


def test_what_the_recipes_name_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:dashboard|tests|assets|bench|data|docs)/[\w./-]+)`", text))
    assert len(named) > 20
    missing = [name for name in named if "NAME" not in name and not (ROOT / name).exists()]
    assert missing == []
