"""What a reader meets: the document's figures, nothing from later, nothing cut or overlapping."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.settings import ROOT

SIZES = [(1280, 720), (1920, 1080), (390, 844), (320, 640)]
with (ROOT / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
    INDICATORS = [row["indicator_id"] for row in csv.DictReader(file)]
ADDRESSES = [
    "/",
    "/?quarter=FY2017-18Q4",
    "/?quarter=banana",
    "/?portfolio=all",
    "/about",
    "/?form=charts",
    "/?portfolio=all&form=charts",
    "/?find=children&sort=name",
    *(f"/?portfolio={name}" for name in ("schools", "economy", "health")),
    *(f"/indicator/{name}" for name in INDICATORS),
    "/indicator/referrals?span=long&compare=england,north-west,stat-neighbours,published",
    "/indicator/looked-after?measure=number",
    "/indicator/looked-after?quarter=FY2024-25Q4&compare=england,stat-neighbours,reported",
    "/indicator/repeat-protection-plans?quarter=FY2017-18Q4",
    "/indicator/annual-reviews?quarter=FY2013-14Q4",
    "/indicator/looked-after?beside=referrals",
    "/indicator/adult-obesity?from=2016&to=2021&beside=healthy-life-male",
]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Text boxes in the chart: none outside the drawing, none over another.
CHART_TEXTS = """() => {
  const svg = document.querySelector('#chart .main-svg');
  if (!svg || !svg.getBoundingClientRect().width) return {outside: [], over: []};
  const frame = svg.getBoundingClientRect();
  const texts = [...document.querySelectorAll(
    '#chart .annotation-text, #chart .textpoint text, #chart .xtick text, #chart .ytick text')]
    .filter(node => node.textContent.trim())
    .map(node => [node.textContent, node.getBoundingClientRect()]);
  const outside = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
    || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([text]) => text);
  const over = [];
  texts.forEach(([a, one], i) => texts.slice(i + 1).forEach(([b, two]) => {
    const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
    const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
    if (across > 1 && down > 4) over.push(`${a} / ${b}`);
  }));
  return {outside, over};
}"""
CUT = """() => [...document.querySelectorAll('main *, header *, .filters label')]
  .filter(node => node.offsetParent && !node.closest('.visually-hidden, #chart, .points')
    && node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline')
  .map(node => `${node.tagName}.${node.className}: ${node.textContent.slice(0, 60)}`)"""


def settled(page: Page) -> None:
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(250)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_overflows_or_overlaps(opened, page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    found = {}
    for address in ADDRESSES:
        opened(address)
        settled(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        texts = page.evaluate(CHART_TEXTS)
        wrong = [overflow > 0, *texts["outside"], *texts["over"], *page.evaluate(CUT)]
        if any(wrong):
            found[address] = wrong
    assert found == {}


@pytest.mark.parametrize(("width", "height"), [SIZES[0], SIZES[2]])
def test_no_accessibility_rule_is_broken(opened, page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    found = {}
    for address in [
        "/",
        "/indicator/looked-after",
        "/indicator/annual-reviews?quarter=FY2016-17Q4",
        "/indicator/healthy-life-male?beside=adult-obesity",
        "/?portfolio=all&form=charts",
        "/?find=nothing+like+it",
        "/about",
    ]:
        opened(address)
        settled(page)
        page.locator("summary").evaluate_all("nodes => nodes.forEach(node => node.click())")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("axe.run()")
        broken = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in result["violations"]]
        if broken:
            found[address] = broken
    assert found == {}


def test_looked_after_opens_in_one_click_with_everything_on_the_chart(opened):
    page = opened("/")
    expect(page.locator("h1:visible")).to_have_text(
        "3 of 4 indicators are exceptions in Q3 2016/17"
    )
    first = page.locator("#rows-table tbody tr").first
    expect(first).to_contain_text("Referrals to social care")
    expect(first).to_contain_text("✖ 748 above target")
    page.get_by_role("link", name="Children looked after").click()
    chart = page.locator("#chart")
    for text in (
        "174.7",
        "Target 153.8 (443)",
        "England 60 (2015/16)",
        "North West 82 (2015/16)",
        "Neighbours 97.6 (2015/16)",
    ):
        expect(chart).to_contain_text(text)
    expect(page.locator("#travel")).to_contain_text("Q2 2016/17175.7▼ 1.0 better")
    expect(page.locator("#value")).to_contain_text("501 children, Q3 2016/17")
    commentary = page.locator("#commentary")
    expect(commentary).to_contain_text("four weeks into a mapping exercise")
    expect(commentary).to_contain_text("improvements in performance and outcomes for children.")
    commentary.get_by_role("link", name="Referrals to social care").click()
    expect(page.locator("h1:visible")).to_contain_text("3,039 referrals")


def test_q2_takes_q3_away(opened):
    page = opened("/indicator/looked-after")
    page.get_by_text("The figures as a table").click()
    expect(page.locator("#points-table")).to_contain_text("174.7 (501)")
    page.locator("#quarter").select_option("FY2016-17Q2")
    expect(page.locator("h1:visible")).to_contain_text("504 children")
    drawn = page.locator("#chart text").all_text_contents()
    text = " ".join([page.locator("main").inner_text(), *drawn])
    assert "504" in text
    for gone in ("174.7", "501", "mapping exercise"):
        assert not re.search(rf"(?<!\d){gone}(?!\d)", text), gone
    expect(page.locator("#commentary")).to_contain_text("No commentary was written for Q2 2016/17.")


def test_the_table_beside_the_chart_holds_its_points(opened):
    page = opened("/indicator/looked-after")
    page.get_by_text("The figures as a table").click()
    rows = page.locator("#points-table tbody tr")
    expect(rows).to_have_count(5)
    expect(rows.first).to_contain_text("Q3 2016/17174.7 (501)")
    expect(rows.last).to_contain_text("2014/15156.4 (454)")


def test_reload_and_another_browser_show_the_same(opened, browser, server):
    address = "/indicator/referrals?quarter=FY2016-17Q2&span=long&compare=england"
    page = opened(address)
    settled(page)
    before = page.locator("main").inner_text()
    page.reload()
    settled(page)
    assert page.locator("main").inner_text() == before
    other = browser.new_context().new_page()
    other.goto(server.url + address)
    settled(other)
    assert other.locator("main").inner_text() == before
    other.context.close()


def test_a_phone_gets_the_narrow_drawing_and_a_turn_the_wide_one(opened, page):
    page.set_viewport_size({"width": 390, "height": 844})
    opened("/indicator/looked-after")
    height = page.locator("#chart .main-svg").first
    expect(height).to_have_attribute("height", "380")
    page.set_viewport_size({"width": 844, "height": 390})
    expect(height).to_have_attribute("height", "400")


def test_without_the_built_files_the_product_is_whole(page: Page, plain_server, watch):
    page.goto(plain_server.url + "/indicator/looked-after")
    page.locator("#chart .textpoint").last.wait_for()
    expect(page.locator("h1:visible")).to_contain_text("501 children looked after")
    page.get_by_label("Number", exact=True).check()
    expect(page.locator("#chart")).to_contain_text("Target 443")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_first_tab_stop_skips_to_the_content(opened):
    page = opened("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_arrow_keys_step_through_the_dates_and_tell_each(opened):
    page = opened("/indicator/looked-after")
    settled(page)
    dates = page.get_by_role("slider", name="Dates in the chart").first
    dates.focus()
    page.keyboard.press("ArrowRight")
    expect(dates).to_have_attribute("aria-valuetext", re.compile(r"^Q3 2016/17: Blackpool 174\.7"))
    expect(dates).to_have_attribute("aria-valuemax", "5")
    page.keyboard.press("ArrowLeft")
    expect(dates).to_have_attribute("aria-valuetext", re.compile(r"^Q2 2016/17: Blackpool 175\.7"))
    expect(page.locator("#chart .hoverlayer")).to_contain_text("Blackpool 175.7 (504)")
    page.keyboard.press("Home")
    expect(dates).to_have_attribute("aria-valuetext", re.compile(r"^2014/15: Blackpool 156\.4"))
    page.keyboard.press("Tab")
    expect(page.locator("#chart .hoverlayer .hovertext")).to_have_count(0)


def test_the_pointer_finds_the_nearest_date_anywhere_in_the_chart(opened):
    page = opened("/indicator/looked-after")
    settled(page)
    page.locator("#chart .nsewdrag").hover(position={"x": 3, "y": 250})
    expect(page.locator("#chart .hoverlayer")).to_contain_text("2014/15")
    expect(page.locator("#chart .hoverlayer")).to_contain_text("England 60")


def test_another_indicator_stands_under_on_the_same_time_axis(opened):
    page = opened("/indicator/looked-after")
    expect(page.locator("#beside-box")).to_be_hidden()
    page.get_by_label("Another indicator").select_option("Referrals to social care")
    expect(page).to_have_url(re.compile(r"beside=referrals"))
    expect(page.locator("#beside-chart")).to_contain_text("Target 795.4 (2,291)")
    ticks = [
        page.locator(f"#{chart} .xtick text").evaluate_all(
            "nodes => nodes.map(node => [node.textContent, "
            "Math.round(node.getBoundingClientRect().left)])"
        )
        for chart in ("chart", "beside-chart")
    ]
    assert ticks[0] == ticks[1]
    page.get_by_role("link", name="Referrals to social care", exact=True).last.click()
    expect(page.locator("h1:visible")).to_contain_text("3,039 referrals")
    expect(page.locator("#beside-box")).to_be_hidden()


def test_chosen_years_cut_the_chart_and_go_with_the_long_run(opened):
    page = opened("/indicator/referrals?span=long")
    page.get_by_label("From", exact=True).select_option("2016")
    expect(page).to_have_url(re.compile("from=2016"))
    expect(page.locator("#chart-notes")).to_contain_text("Only the years 2016 to 2016")
    page.get_by_label("Quarters", exact=True).check()
    expect(page).not_to_have_url(re.compile("from="))
    expect(page.get_by_label("From", exact=True)).to_be_hidden()


def test_intervals_are_switched_in_the_address(opened):
    page = opened("/indicator/healthy-life-male")
    settled(page)
    assert page.locator("#chart .js-fill").count() == 1
    page.get_by_label("95% intervals").uncheck()
    expect(page).to_have_url(re.compile("intervals=hidden"))
    expect(page.locator("#chart .js-fill")).to_have_count(0)


def shown_names(page):
    return page.locator("#rows-table a:visible").all_text_contents()


def test_finding_hides_the_others_at_once_and_stands_in_the_address(opened):
    page = opened("/?portfolio=all")
    assert len(shown_names(page)) == 18
    page.keyboard.press("/")
    expect(page.get_by_label("Find", exact=True)).to_be_focused()
    page.keyboard.type("life men")
    expect(page.locator("#found")).to_have_text("1 of 18 shown.")
    assert shown_names(page) == ["Healthy life expectancy, men"]
    expect(page.locator("#rows-table tbody:visible")).to_contain_text("Health and wellbeing")
    expect(page.locator("#rows-table tbody:visible")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"find=life\+men"))
    page.reload()
    expect(page.locator("#found")).to_have_text("1 of 18 shown.")
    page.get_by_label("Charts", exact=True).check()
    expect(page.locator("#rows-table .card:visible")).to_have_count(1)


def test_what_the_portfolio_lacks_is_found_in_all(opened):
    page = opened("/?find=obesity")
    expect(page.locator("#found")).to_have_text("None of 4 matches.")
    page.get_by_role("link", name="Find in all portfolios").click()
    expect(page.locator("#found")).to_have_text("1 of 18 shown.")


def test_slow_answers_leave_what_is_typed_alone(opened, server):
    server.slow[b"find"] = 0.5
    page = opened("/?portfolio=all")
    page.get_by_label("Find", exact=True).focus()
    page.keyboard.type("life", delay=20)
    page.wait_for_timeout(500)
    page.keyboard.type(" women", delay=120)
    page.wait_for_timeout(2500)
    expect(page.get_by_label("Find", exact=True)).to_have_value("life women")
    assert shown_names(page) == ["Healthy life expectancy, women"]


def test_an_order_is_linked(opened):
    page = opened("/?sort=name")
    assert shown_names(page) == sorted(shown_names(page))
    page.get_by_label("Order").select_option("Worst first")
    expect(page.locator("#rows-table a").first).to_have_text("Referrals to social care")
    expect(page).not_to_have_url(re.compile("sort="))


def test_slash_leads_from_an_indicator_to_the_search(opened):
    page = opened("/indicator/looked-after")
    page.keyboard.press("/")
    expect(page.get_by_label("Find", exact=True)).to_be_focused()
    expect(page.locator("#rows-table")).to_be_visible()


def test_the_search_key_can_be_switched_off(opened):
    page = opened("/about")
    page.get_by_label("Use the key /").uncheck()
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("#rows-table")).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_label("Find", exact=True)).not_to_be_focused()
    page.reload()
    page.get_by_role("link", name="About the data").click()
    expect(page.get_by_label("Use the key /")).not_to_be_checked()


def test_about_keeps_the_quarter_for_the_way_back(opened):
    page = opened("/?quarter=FY2016-17Q2")
    page.get_by_role("link", name="About the data").click()
    expect(page.locator("h1:visible")).to_have_text("About the data")
    expect(page.locator(".filters")).to_be_hidden()
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("h1:visible")).to_contain_text("Q2 2016/17")
