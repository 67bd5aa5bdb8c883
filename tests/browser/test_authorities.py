"""The strip of authorities by keyboard: one stop, a step an authority, Enter draws its line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from dashboard.app import create_app
from dashboard.store.demo import Scale, write_demo
from tests.browser.conftest import Server
from tests.browser.drawn import broken, settled


@pytest.fixture
def invented(settings, tmp_path):
    """The product with an invented council among 30 authorities."""
    folder = tmp_path / "invented"
    write_demo(folder, Scale(indicators=2, areas=30, years=4))
    server = Server(create_app(replace(settings, data=folder, var=tmp_path / "var")).server)
    yield server
    server.kill()


def test_an_authority_is_chosen_on_the_strip_and_taken_out_in_the_list(page, invented, watch):
    page.goto(f"{invented.url}/indicator/invented-002?span=long")
    settled(page)
    walk = page.locator(".place .walk")
    walk.focus()
    page.keyboard.press("Home")
    name = page.locator(".place .tip b").inner_text().rsplit(" ", 1)[0]
    expect(walk).to_have_attribute("aria-valuenow", "1")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator("#chart .annotation-text").filter(has_text=name)).to_be_visible()
    settled(page)
    # The card was drawn anew, and focus is where it was.
    expect(walk).to_be_focused()
    page.get_by_text("All authorities by name").click()
    assert broken(page) == []
    page.get_by_role("link", name=f"Take out: {name}").press("Enter")
    expect(page.locator("#chart .annotation-text").filter(has_text=name)).to_have_count(0)
    expect(page.get_by_role("link", name=f"Draw in the chart: {name}")).to_be_focused()
