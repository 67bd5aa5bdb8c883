"""What only a browser shows of the wiring: requests, focus, history, failure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import earlier, number, rate, settled, without_ahead

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


def test_a_step_is_one_request_and_keeps_chart_focus_and_scroll(opened, watch):
    page = opened("/indicator/looked-after")
    without_ahead(page)
    page.reload()
    chart_drawn(page)
    page.evaluate("document.querySelector('#chart .js-plotly-plot').kept = 'kept'")
    page.evaluate("window.scrollTo(0, 40)")
    page.locator("#quarter-before").focus()
    page.keyboard.press("Enter")
    expect(h1(page)).to_contain_text("504 children looked after: 61 above target")
    page.wait_for_load_state("networkidle")
    assert len(watch.posts) == 1
    assert page.evaluate("document.querySelector('#chart .js-plotly-plot').kept") == "kept"
    assert page.evaluate("document.activeElement.id") == "quarter-before"
    assert page.evaluate("window.scrollY") == 40
    assert page.url.endswith(
        "/indicator/looked-after?portfolio=resilient-communities&quarter=FY2016-17Q2"
    )


def test_a_neighbouring_quarter_was_fetched_ahead(opened, watch):
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    with page.expect_response(lambda answer: "FY2016-17Q2" in answer.url):
        pass
    page.wait_for_load_state("networkidle")
    earlier(page)
    expect(h1(page)).to_contain_text("504 children looked after: 61 above target")
    expect(page.locator("#chart")).to_contain_text("175.7")
    assert watch.posts == []


def test_a_quarter_is_chosen_from_its_list_and_on_the_track(opened):
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    page.get_by_role("button", name="Quarter: Q3 2016/17").click()
    expect(page.get_by_role("searchbox", name="Choose a quarter")).to_be_focused()
    page.keyboard.type("q1 2016")
    page.keyboard.press("Enter")
    expect(h1(page)).to_contain_text("487 children")
    track = page.get_by_role("slider", name="Quarter", exact=True)
    expect(track).to_have_attribute("aria-valuetext", "Q1 2016/17, council return")
    track.focus()
    page.keyboard.press("ArrowRight")
    expect(h1(page)).to_contain_text("504 children")
    expect(track).to_be_focused()
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile("quarter=FY2024-25Q4"))


def test_a_drag_follows_the_hand_and_is_one_step_back(opened):
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    track = page.get_by_role("slider", name="Quarter", exact=True)
    box = track.bounding_box()
    dots = track.locator(".council-return")
    first = dots.first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(first["x"] + 5, box["y"] + 12, steps=4)
    page.mouse.up()
    expect(h1(page)).to_contain_text("454 children")
    page.go_back()
    expect(h1(page)).to_contain_text("501 children")


def test_back_and_forward(opened, watch):
    page = opened("/")
    without_ahead(page)
    page.get_by_role("link", name="Children looked after").click()
    expect(h1(page)).to_contain_text("501 children")
    earlier(page)
    expect(h1(page)).to_contain_text("504 children")
    page.go_back()
    expect(h1(page)).to_contain_text("501 children")
    expect(page.locator("#pick-quarter")).to_contain_text("Q3 2016/17")
    page.go_back()
    expect(h1(page)).to_have_text("4 indicators: 3 miss their target, 1 is in its baseline year")
    page.go_forward()
    expect(h1(page)).to_contain_text("501 children")
    page.go_forward()
    expect(h1(page)).to_contain_text("504 children")


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
    without_ahead(page)
    server.slow[b'"value":"?portfolio=resilient-communities&quarter=FY2016-17Q2"'] = 1.5
    earlier(page)
    go_to = "/indicator/looked-after?quarter=FY2016-17Q1"
    page.evaluate("to => dashboard.go.to(to)", go_to)
    expect(h1(page)).to_contain_text("487 children")
    page.wait_for_timeout(2500)
    expect(h1(page)).to_contain_text("487 children")


def test_a_killed_server_shows_a_banner_and_trying_again_clears_it(opened, server, watch):
    page = opened("/indicator/looked-after")
    without_ahead(page)
    banner = page.locator("#failed")
    expect(banner).to_be_hidden()
    server.kill()
    number(page).check()
    expect(banner).to_be_visible()
    expect(banner).to_have_attribute("role", "alert")
    server.start()
    page.get_by_role("button", name="Try again").click()
    expect(page).to_have_url(re.compile("measure=number"))
    expect(banner).to_be_hidden()
    assert any("ERR_CONNECTION_REFUSED" in complaint for complaint in watch.complaints)
    watch.complaints.clear()


def test_after_a_failed_step_back_the_next_choice_draws_the_whole_page(opened, server, watch):
    page = opened("/")
    without_ahead(page)
    page.get_by_role("link", name="Children looked after").click()
    expect(h1(page)).to_contain_text("501 children")
    server.kill()
    page.go_back()
    expect(page.locator("#failed")).to_be_visible()
    server.start()
    page.evaluate("to => dashboard.go.to(to)", "/?quarter=FY2016-17Q2")
    expect(h1(page)).to_have_text(
        "4 indicators: 2 miss their target, 1 meets it, 1 is in its baseline year"
    )
    expect(page.locator("#failed")).to_be_hidden()
    watch.complaints.clear()


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
    page.get_by_role("button", name="Indicator: Children looked after").click()
    page.get_by_role("link", name="Referrals to social care").first.click()
    expect(h1(page)).to_contain_text("3,031 referrals")
    assert page.url.endswith(
        "/indicator/referrals?portfolio=resilient-communities&quarter=FY2016-17Q2"
    )
    page.wait_for_load_state("networkidle")
    assert len(watch.posts) == 1


def test_choices_of_the_chart_stand_in_the_address(opened):
    page = opened("/indicator/referrals")
    page.get_by_text("Compare, and notes").click()
    number(page).check()
    expect(page).to_have_url(re.compile(r"measure=number"))
    expect(page.locator("#chart")).to_contain_text("3,039")
    rate(page).check()
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
    rate(page).focus()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(r"measure=number"))
    expect(number(page)).to_be_focused()


def test_a_count_filters_and_a_heading_sorts(opened):
    page = opened("/")
    rows = page.locator("#rows-drawn tbody tr")
    expect(rows).to_have_count(4)
    page.get_by_role("button", name="3 miss their target").click()
    expect(rows).to_have_count(3)
    assert page.url.endswith("&show=miss")
    page.locator("thead").get_by_role("link", name="Indicator").click()
    expect(rows.first).to_contain_text("Children looked after")
    expect(page.locator("thead th").first).to_have_attribute("aria-sort", "ascending")


def test_a_row_is_opened_anywhere_and_a_dot_at_its_quarter(opened):
    page = opened("/")
    page.locator("#rows-drawn tbody tr").nth(1).click(position={"x": 700, "y": 40})
    expect(h1(page)).to_contain_text("501 children")
    page.go_back()
    page.locator("#rows-drawn tbody tr").nth(1).locator("[data-at=FY2016-17Q1]").click()
    expect(h1(page)).to_contain_text("487 children")


def test_a_change_is_read_out(opened):
    page = opened("/indicator/looked-after")
    earlier(page)
    expect(page.locator("#live")).to_contain_text("504 children looked after")


AHEAD = ("/screen.json", "/present/slide.json")


def test_a_page_opens_with_few_requests_and_bytes(page, server):
    """What is fetched ahead comes after it stands."""
    sizes = {}
    page.on(
        "requestfinished",
        lambda request: sizes.update({request.url: request.sizes()["responseBodySize"]}),
    )
    page.goto(f"{server.url}/indicator/looked-after")
    settled(page)
    page.wait_for_load_state("networkidle")
    needed = [size for url, size in sizes.items() if not urlsplit(url).path.startswith(AHEAD)]
    assert len(needed) <= 16
    assert sum(needed) < 670_000
