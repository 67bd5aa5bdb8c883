"""What only a browser shows of the wiring: requests, focus, history, failure."""

from __future__ import annotations

import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

CHART = "#chart .js-plotly-plot"
DEEP = "/indicator/looked-after?quarter=FY2016-17Q2"


def chart_drawn(page: Page) -> None:
    page.locator(f"{CHART} .textpoint").last.wait_for()


def h1(page: Page):
    return page.locator("main > section:not([hidden]) h1")


@pytest.mark.parametrize("address", ["/", DEEP, "/indicator/referrals?compare=none#main"])
def test_a_deep_link_paints_without_a_callback(opened, watch, address):
    page = opened(address)
    if "indicator" in address:
        chart_drawn(page)
    else:
        page.locator("#rows-drawn tbody tr").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert watch.posts == []


def test_without_a_referer_one_callback_paints(page: Page, server, watch):
    with urlopen(server.url + "/_dash-layout", timeout=10) as answer:
        unasked = answer.read().decode()
    page.route(
        "**/_dash-layout",
        lambda route: route.fulfill(body=unasked, content_type="application/json"),
    )
    page.goto(server.url + DEEP)
    expect(h1(page)).to_contain_text("504 children looked after")
    page.wait_for_load_state("networkidle")
    assert len(watch.posts) == 1


def test_a_filter_change_is_one_request_and_keeps_chart_focus_and_scroll(opened, watch):
    page = opened("/indicator/looked-after")
    chart_drawn(page)
    page.evaluate("document.querySelector('#chart .js-plotly-plot').kept = 'kept'")
    page.evaluate("window.scrollTo(0, 40)")
    page.locator("#quarter").focus()
    page.locator("#quarter").select_option("FY2016-17Q2")
    expect(h1(page)).to_contain_text("504 children looked after: 61 above target")
    page.wait_for_load_state("networkidle")
    assert len(watch.posts) == 1
    assert page.evaluate("document.querySelector('#chart .js-plotly-plot').kept") == "kept"
    assert page.evaluate("document.activeElement.id") == "quarter"
    assert page.evaluate("window.scrollY") == 40
    assert page.url.endswith("/indicator/looked-after?quarter=FY2016-17Q2")


def test_back_and_forward(opened, watch):
    page = opened("/")
    page.get_by_role("link", name="Children looked after").click()
    expect(h1(page)).to_contain_text("501 children")
    page.locator("#quarter").select_option("FY2016-17Q2")
    expect(h1(page)).to_contain_text("504 children")
    page.go_back()
    expect(h1(page)).to_contain_text("501 children")
    expect(page.locator("#quarter")).to_have_value("FY2016-17Q3")
    page.go_back()
    expect(h1(page)).to_have_text("4 indicators: 3 miss their target, 1 is in its baseline year")
    page.go_forward()
    expect(h1(page)).to_contain_text("501 children")
    page.go_forward()
    expect(h1(page)).to_contain_text("504 children")
    page.wait_for_load_state("networkidle")
    assert len(watch.posts) == 6


def test_a_link_moves_the_focus_to_the_heading_and_draws_the_chart_at_its_width(opened, watch):
    page = opened("/")
    page.get_by_role("link", name="Children looked after").click()
    expect(h1(page)).to_be_focused()
    chart_drawn(page)
    assert len(watch.posts) == 1
    expect(page).to_have_title("Children looked after, Q3 2016/17 - Council Plan performance")
    widths = "['#chart', '#chart .main-svg'].map(s => document.querySelector(s).clientWidth)"
    page.wait_for_timeout(300)
    outer, inner = page.evaluate(widths)
    assert outer == inner


def test_of_two_quick_choices_the_last_wins(opened, server):
    page = opened("/indicator/looked-after")
    server.slow[b'"value":"FY2016-17Q1"'] = 1.5
    page.locator("#quarter").select_option("FY2016-17Q1")
    page.locator("#quarter").select_option("FY2016-17Q2")
    expect(h1(page)).to_contain_text("504 children")
    page.wait_for_timeout(2500)
    expect(h1(page)).to_contain_text("504 children")
    expect(page.locator("#quarter")).to_have_value("FY2016-17Q2")


def test_a_killed_server_shows_a_banner_and_trying_again_clears_it(opened, server, watch):
    page = opened("/indicator/looked-after")
    banner = page.locator("#failed")
    expect(banner).to_be_hidden()
    server.kill()
    page.locator("#quarter").select_option("FY2016-17Q2")
    expect(banner).to_be_visible()
    expect(banner).to_have_attribute("role", "alert")
    server.start()
    page.get_by_role("button", name="Try again").click()
    expect(h1(page)).to_contain_text("504 children")
    expect(banner).to_be_hidden()
    assert page.url.endswith("?quarter=FY2016-17Q2")
    assert any("ERR_CONNECTION_REFUSED" in complaint for complaint in watch.complaints)
    watch.complaints.clear()


def test_after_a_failed_step_back_the_next_choice_draws_the_whole_page(opened, server, watch):
    page = opened("/")
    page.get_by_role("link", name="Children looked after").click()
    expect(h1(page)).to_contain_text("501 children")
    server.kill()
    page.go_back()
    expect(page.locator("#failed")).to_be_visible()
    server.start()
    page.locator("#quarter").select_option("FY2016-17Q2")
    expect(h1(page)).to_have_text(
        "4 indicators: 2 miss their target, 1 meets it, 1 is in its baseline year"
    )
    expect(page.locator("#failed")).to_be_hidden()
    watch.complaints.clear()


def test_a_choice_made_while_a_link_is_on_its_way_draws_the_whole_page(opened, server):
    page = opened("/")
    server.slow[b'"changedPropIds":["url.'] = 1.5
    page.get_by_role("link", name="Children looked after").click()
    page.locator("#quarter").select_option("FY2016-17Q2")
    expect(h1(page)).to_contain_text("504 children")
    page.wait_for_timeout(2500)
    expect(h1(page)).to_contain_text("504 children")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/nothing", "Page not found"),
        ("/indicator/lookedafter", "There is no indicator “lookedafter”"),
    ],
)
def test_what_is_not_there_answers_404_and_helps(page: Page, server, watch, address, says):
    answer = page.goto(server.url + address)
    assert answer is not None
    assert answer.status == 404
    expect(h1(page)).to_have_text(says)
    page.get_by_role("link", name="Go to the overview").click()
    expect(h1(page)).to_contain_text("3 miss their target")
    assert all("404" in complaint for complaint in watch.complaints)
    watch.complaints.clear()


def test_the_picker_goes_to_another_indicator_by_one_request(opened, watch):
    page = opened("/indicator/looked-after?quarter=FY2016-17Q2")
    page.locator("#indicator").select_option("referrals")
    expect(h1(page)).to_contain_text("3,031 referrals")
    assert page.url.endswith("/indicator/referrals?quarter=FY2016-17Q2")
    page.wait_for_load_state("networkidle")
    assert len(watch.posts) == 1


def test_choices_of_the_chart_stand_in_the_address(opened):
    page = opened("/indicator/referrals")
    page.get_by_label("Number", exact=True).check()
    expect(page).to_have_url(re.compile(r"measure=number"))
    expect(page.locator("#chart")).to_contain_text("3,039")
    page.get_by_label("Rate", exact=True).check()
    page.get_by_label("Long run", exact=True).check()
    expect(page).to_have_url(re.compile(r"span=long"))
    expect(page.locator("#chart")).to_contain_text("2012/13")
    page.get_by_role("checkbox", name="England").uncheck()
    expect(page).to_have_url(re.compile(r"compare=north-west,stat-neighbours"))
    expect(page.locator("#chart")).not_to_contain_text("England")
    page.get_by_role("checkbox", name="Published figures").check()
    expect(page.locator("#chart")).to_contain_text("Published 885.8 (2015/16)")


def test_the_segments_work_by_keyboard(opened):
    page = opened("/indicator/looked-after")
    page.get_by_label("Rate", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"measure=number"))
    expect(page.get_by_label("Number", exact=True)).to_be_focused()


def test_what_to_show(opened):
    page = opened("/")
    rows = page.locator("#rows-drawn tbody tr")
    expect(rows).to_have_count(4)
    page.locator("#show").select_option("exceptions")
    expect(rows).to_have_count(3)
    assert page.url.endswith("?show=exceptions")


def test_a_change_is_read_out(opened):
    page = opened("/indicator/looked-after")
    page.locator("#quarter").select_option("FY2016-17Q2")
    expect(page.locator("#live")).to_contain_text("504 children looked after")
