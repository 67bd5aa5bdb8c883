"""What a reader does: steps through dates, compares, cuts years, finds, orders."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.drawn import broken, settled


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
    expect(page.locator("#chart-box .readout")).to_contain_text("Blackpool 175.7 (504)")
    page.keyboard.press("Home")
    expect(dates).to_have_attribute("aria-valuetext", re.compile(r"^2014/15: Blackpool 156\.4"))
    page.keyboard.press("Tab")
    expect(page.locator("#chart-box .readout")).to_be_hidden()


def test_the_pointer_finds_the_nearest_date_anywhere_in_the_chart(opened):
    page = opened("/indicator/looked-after")
    settled(page)
    page.locator("#chart .nsewdrag").hover(position={"x": 3, "y": 200})
    expect(page.locator("#chart-box .readout")).to_contain_text("2014/15")
    expect(page.locator("#chart-box .readout")).to_contain_text("England 60")


def test_no_date_stays_on_a_chart_that_is_as_at_an_earlier_quarter(opened):
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    settled(page)
    page.mouse.move(*at_point(page, 4))
    expect(page.locator("#chart-box .readout")).to_contain_text("Q3 2016/17")
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("quarter=FY2016-17Q2"))
    expect(page.locator("#chart-box .readout")).to_be_hidden()
    dates = page.get_by_role("slider", name="Dates in the chart").first
    dates.focus()
    page.keyboard.press("End")
    expect(dates).to_have_attribute("aria-valuetext", re.compile("^Q2 2016/17"))
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("quarter=FY2014-15Q4"))
    expect(dates).to_have_attribute("aria-valuetext", re.compile("^Arrow keys"))


def at_point(page, number):
    """Where in the window one of the council's points is."""
    return page.evaluate(
        """number => {
          const graph = document.querySelector('#chart .js-plotly-plot');
          const { left, top } = graph.getBoundingClientRect();
          const ours = dashboard.plot.lines(graph).find(({ name }) => name === 'council');
          const [x, y] = ours.points[number];
          return [left + x, top + y];
        }""",
        number,
    )


def test_a_point_leads_to_its_quarter_by_click_and_key(opened):
    page = opened("/indicator/looked-after?quarter=FY2016-17Q3")
    settled(page)
    page.mouse.click(*at_point(page, 3))
    expect(page).to_have_url(re.compile("quarter=FY2016-17Q2"))
    expect(page.locator("h1:visible")).to_contain_text("504 children")
    settled(page)
    page.get_by_role("slider", name="Dates in the chart").first.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("quarter=FY2015-16Q4"))


def test_a_drag_chooses_years_and_a_label_hides_its_line(opened):
    page = opened("/indicator/claimant-count")
    settled(page)
    (x, y), (right, _) = at_point(page, 6), at_point(page, 11)
    page.mouse.move(x, y + 60)
    page.mouse.down()
    page.mouse.move(right, y + 60, steps=4)
    expect(page.locator("#chart-box .chosen-years")).to_have_text("2010 to 2015")
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=2010&to=2015"))
    expect(page.locator("#cautions")).to_contain_text("Only the years 2010 to 2015")
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("from="))
    settled(page)
    page.locator("#chart .annotation-text", has_text="England").click()
    expect(page).to_have_url(re.compile("compare=north-west,stat-neighbours"))
    expect(page.locator("#cautions")).to_contain_text("England, which is switched off")
    expect(page.locator("#chart .annotation-text", has_text="England")).to_have_count(0)


def test_another_indicator_stands_under_on_the_same_time_axis(opened):
    page = opened("/indicator/looked-after")
    expect(page.locator("#beside-box")).to_be_hidden()
    picker = page.get_by_role("button", name="With another indicator")
    picker.press("Enter")
    expect(page.get_by_role("searchbox", name="Choose another indicator")).to_be_focused()
    page.keyboard.type("referrals")
    expect(page.locator("#chooser section:visible")).to_have_count(1)
    page.keyboard.press("Enter")
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
    chosen = page.get_by_role("button", name="With Referrals to social care")
    expect(chosen).to_be_focused()
    chosen.press("Enter")
    expect(page.locator("#chooser [aria-current]")).to_have_text("Referrals to social care")
    assert broken(page) == []
    page.keyboard.press("Escape")
    expect(chosen).to_be_focused()
    page.locator("#beside-head").get_by_role("link").click()
    expect(page.locator("h1:visible")).to_contain_text("3,039 referrals")
    expect(page.locator("#beside-box")).to_be_hidden()


def test_chosen_years_cut_the_chart_and_go_with_the_long_run(opened):
    page = opened("/indicator/referrals?span=long")
    page.get_by_label("From", exact=True).select_option("2016")
    expect(page).to_have_url(re.compile("from=2016"))
    expect(page.locator("#cautions")).to_contain_text("Only the year 2016 is in the chart")
    page.locator("#span-field").get_by_label("Quarters", exact=True).check()
    expect(page).not_to_have_url(re.compile("from="))
    expect(page.get_by_label("From", exact=True)).to_be_hidden()


def test_intervals_are_switched_in_the_address(opened):
    page = opened("/indicator/healthy-life-male")
    settled(page)
    assert page.locator("#chart .js-fill").count() == 1
    page.get_by_text("Compare, and notes").click()
    page.get_by_label("95% intervals").uncheck()
    expect(page).to_have_url(re.compile("intervals=hidden"))
    expect(page.locator("#chart .js-fill")).to_have_count(0)


def shown_names(page):
    return page.locator("#rows-drawn tbody a:visible").all_text_contents()


def test_finding_hides_the_others_at_once_and_stands_in_the_address(opened):
    page = opened("/?portfolio=all&form=table")
    assert len(shown_names(page)) == 18
    page.keyboard.press("/")
    expect(page.get_by_label("Find an indicator", exact=True)).to_be_focused()
    page.keyboard.type("life men")
    expect(page.locator("#found")).to_have_text("1 of 18 found.")
    assert shown_names(page) == ["Healthy life expectancy, men"]
    expect(page.locator("#rows-drawn tbody:visible")).to_contain_text("Health and wellbeing")
    expect(page.locator("#rows-drawn tbody:visible")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"find=life\+men"))
    page.reload()
    expect(page.locator("#found")).to_have_text("1 of 18 found.")
    page.get_by_label("Charts", exact=True).check()
    expect(page.locator("#rows-drawn .card:visible")).to_have_count(1)


def test_what_the_portfolio_lacks_is_found_in_all(opened):
    page = opened("/?find=obesity")
    expect(page.locator("#found")).to_have_text(
        "None of 4 has “obesity” in its name or definition."
    )
    page.get_by_role("link", name="Search all portfolios").click()
    expect(page.locator("#found")).to_have_text("1 of 18 found.")


def test_slow_answers_leave_what_is_typed_alone(opened, server):
    server.slow[b"find"] = 0.5
    page = opened("/?portfolio=all&form=table")
    page.get_by_label("Find an indicator", exact=True).focus()
    page.keyboard.type("life", delay=20)
    page.wait_for_timeout(500)
    page.keyboard.type(" women", delay=120)
    page.wait_for_timeout(2500)
    expect(page.get_by_label("Find an indicator", exact=True)).to_have_value("life women")
    assert shown_names(page) == ["Healthy life expectancy, women"]


def test_an_order_is_linked(opened):
    page = opened("/?sort=name")
    assert shown_names(page) == sorted(shown_names(page))
    page.locator("#orders summary").click()
    page.get_by_role("link", name="Worst first").click()
    expect(page.locator("#rows-drawn tbody a").first).to_have_text("Referrals to social care")
    expect(page).not_to_have_url(re.compile("sort="))


def test_slash_leads_from_an_indicator_to_the_search(opened):
    page = opened("/indicator/looked-after")
    page.keyboard.press("/")
    expect(page.get_by_label("Find an indicator", exact=True)).to_be_focused()
    expect(page.locator("#rows-drawn")).to_be_visible()


def test_the_search_key_can_be_switched_off(opened):
    page = opened("/about")
    page.get_by_label("Use the keys").uncheck()
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("#rows-drawn")).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_label("Find an indicator", exact=True)).not_to_be_focused()
    page.reload()
    page.get_by_role("link", name="About the data").click()
    expect(page.get_by_label("Use the keys")).not_to_be_checked()


def test_about_keeps_the_quarter_for_the_way_back(opened):
    page = opened("/?quarter=FY2016-17Q2")
    page.get_by_role("link", name="About the data").click()
    expect(page.locator("h1:visible")).to_have_text("About the data")
    expect(page.locator("#line")).to_be_hidden()
    page.get_by_role("link", name="Overview").click()
    expect(page.locator("h1:visible")).to_contain_text("2 miss their target")


def test_a_count_and_a_heading_answer_to_the_keyboard_and_keep_the_focus(opened):
    page = opened("/?portfolio=resilient-communities")
    count = page.get_by_role("button", name="3 miss their target")
    count.press("Space")
    expect(page).to_have_url(re.compile("show=miss"))
    expect(count).to_be_focused()
    heading = page.get_by_role("columnheader", name="Against target").get_by_role("link")
    heading.press("Enter")
    expect(page.get_by_role("columnheader", name="Against target")).to_have_attribute(
        "aria-sort", "descending"
    )
    expect(heading).to_be_focused()


def test_the_labels_of_small_charts_are_over_their_drawings(opened):
    page = opened("/?portfolio=resilient-communities&form=charts")
    expect(page.locator(".small-chart .label", has_text="Target 795.4")).to_be_visible()
    hidden = page.locator(".small-chart .label").evaluate_all(
        """labels => labels.filter(label => {
          label.style.pointerEvents = "auto";
          const { left, top, width, height } = label.getBoundingClientRect();
          if (top + height > innerHeight) return false;
          return !label.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }).map(label => label.textContent)"""
    )
    assert hidden == []
    page.reload()
    page.locator(".small-chart").first.click(position={"x": 60, "y": 90}, force=True)
    expect(page).to_have_url(re.compile("/indicator/referrals"))


def test_a_row_is_its_indicators_link_but_for_the_dots_of_its_line(opened):
    page = opened("/?portfolio=resilient-communities")
    row = page.locator("#rows-drawn tbody tr").first
    line = row.locator(".sparkline").bounding_box()
    page.mouse.click(line["x"] + 20, line["y"] + line["height"] - 4)
    expect(page).to_have_url(re.compile("/indicator/referrals"))
    page.go_back()
    row.locator("circle[data-at='FY2016-17Q2']").click()
    expect(page).to_have_url(re.compile("/indicator/referrals.*quarter=FY2016-17Q2"))


def test_what_is_unfolded_comes_into_the_window(opened):
    page = opened("/?quarter=FY2016-17Q3")
    page.set_viewport_size({"width": 1280, "height": 720})
    settled(page)
    page.locator("#absent summary").click()
    last = page.locator("#absent details :is(li, p, dd)").last
    expect(last).to_be_in_viewport(ratio=1)
    page.locator("#absent summary").focus()
    page.keyboard.press("Enter")
    expect(last).to_be_hidden()
