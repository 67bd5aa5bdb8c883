"""The line: steps to what is new, lists of what can be shown, files to take away."""

from __future__ import annotations

import pytest

from dashboard.selection import select
from tests.pages.screens import SITE, screen


def parts(shown):
    """What the line's steps say, with where they lead."""
    steps = [f"{of}-{way}" for of in ("quarter", "indicator") for way in ("before", "after")]
    return {shown.values[f"{step}.title"]: shown.values[f"{step}.href"] for step in steps}


def test_the_quarter_steps_to_those_with_something_new(dataset):
    shown = screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q2")
    line = parts(shown)
    assert line["Earlier: Q1 2016/17, council return"].endswith("quarter=FY2016-17Q1")
    assert line["Later: Q3 2016/17, council return"].endswith("quarter=FY2016-17Q3")
    name, quarter = shown.values["pick-quarter.children"]
    assert (name.children, quarter.children) == ("Quarter: ", "Q2 2016/17")


def test_a_step_passes_over_quarters_without_figures(dataset):
    line = parts(screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q1"))
    assert line["Earlier: Q4 2015/16, council return"].endswith("quarter=FY2015-16Q4")
    line = parts(screen(dataset, "/indicator/looked-after?quarter=FY2015-16Q4"))
    assert line["Earlier: Q4 2014/15, council return"].endswith("quarter=FY2014-15Q4")


def test_at_an_end_the_step_leads_nowhere(dataset):
    ends = SITE.parse("/indicator/looked-after", "")
    first = select(dataset, ends.choices).timeline[0].quarter
    line = parts(screen(dataset, f"/indicator/looked-after?quarter={first.id}"))
    assert line["No earlier figures"] is None


def test_an_old_quarter_says_up_to_when_there_are_newer_figures(dataset):
    old = screen(dataset, "/indicator/referrals?quarter=FY2016-17Q2").values
    assert old["newer.children"] == "Newer figures, up to Q4 2024/25 ›"
    assert old["newer.href"].endswith("quarter=FY2024-25Q4")
    assert not old["newer.hidden"]
    assert screen(dataset, "/indicator/referrals?quarter=FY2024-25Q4").values["newer.hidden"]


def test_a_timeline_holds_every_quarter_and_what_it_brought(dataset):
    timeline = screen(dataset, "/?quarter=FY2016-17Q3").values["quarters.data"]
    stops = {id: brought for id, _, _, brought in timeline["stops"]}
    assert timeline["stops"][timeline["chosen"]][1] == "Q3 2016/17"
    assert timeline["href"] == "/?portfolio=resilient-communities&quarter=QUARTER"
    assert stops["FY2016-17Q2"] == "council return"
    assert stops["FY2015-16Q3"] == "nothing new"
    assert stops["FY2023-24Q4"] == "published"


def test_an_indicators_timeline_is_its_own(dataset):
    timeline = screen(dataset, "/indicator/annual-reviews").values["quarters.data"]
    assert [stop[0] for stop in timeline["stops"] if stop[3] == "council return"] == [
        "FY2015-16Q4",
        "FY2016-17Q1",
        "FY2016-17Q2",
        "FY2016-17Q3",
    ]


def test_indicators_are_stepped_in_the_overviews_order(dataset):
    line = parts(screen(dataset, "/indicator/looked-after"))
    assert "/indicator/referrals" in line["Previous indicator: Referrals to social care"]
    assert (
        "/indicator/repeat-protection-plans"
        in line["Next indicator: Repeat child protection plans"]
    )
    assert "No previous indicator" in parts(screen(dataset, "/indicator/referrals"))


Q3 = "quarter=FY2016-17Q3"


def place(shown):
    return shown.values["indicator-place.children"]


def picked(shown):
    return [name for name, *_ in shown.values["lists.data"]["indicator"]]


def test_steps_and_list_follow_the_order_of_the_overview_that_led_here(dataset):
    here = f"/indicator/referrals?portfolio=resilient-communities&{Q3}&sort=name"
    rows = screen(dataset, f"/?{Q3}&sort=name").values["rows.data"]["groups"][0]["rows"]
    assert here in [row["cells"][0]["href"] for row in rows]
    shown = screen(dataset, here)
    assert place(shown) == "3 of 4"
    assert picked(shown) == [
        "Annual reviews of long-term service users",
        "Children looked after",
        "Referrals to social care",
        "Repeat child protection plans",
    ]
    assert parts(shown)["Previous indicator: Children looked after"].endswith(f"{Q3}&sort=name")
    assert shown.state["link"] == f"/indicator/referrals?{Q3}&sort=name"
    assert shown.values["nav-overview.href"].endswith(f"{Q3}&sort=name")


def test_steps_follow_a_filter_while_it_holds_the_indicator(dataset):
    assert place(screen(dataset, f"/indicator/referrals?{Q3}&show=miss")) == "1 of 3"
    assert place(screen(dataset, f"/indicator/annual-reviews?{Q3}&show=miss")) == "4 of 4"


def test_steps_go_through_all_portfolios_where_all_were_filtered(dataset):
    rows = screen(dataset, f"/?portfolio=all&{Q3}&show=unjudged").values["rows.data"]["groups"]
    hrefs = [row["cells"][0]["href"] for group in rows for row in group["rows"]]
    shown = screen(dataset, hrefs[0])
    assert place(shown) == f"1 of {len(hrefs)}"
    assert [href for _, href, *_ in shown.values["lists.data"]["indicator"]] == hrefs
    assert shown.values["indicator-after.href"] == hrefs[1]
    assert shown.state["link"] == hrefs[0]
    # Without a filter an indicator of all portfolios is read among its own portfolio's.
    assert place(screen(dataset, f"/indicator/referrals?portfolio=all&{Q3}")) == "1 of 4"


def test_an_own_list_is_stepped_in_the_order_in_which_it_is_sorted(dataset):
    own = f"portfolio=mine&ids=looked-after,annual-reviews,referrals&{Q3}"
    assert place(screen(dataset, f"/indicator/annual-reviews?{own}")) == "3 of 3"
    assert place(screen(dataset, f"/indicator/annual-reviews?{own}&sort=name")) == "1 of 3"


def test_the_tag_is_chosen_on_lists_alone(dataset):
    assert screen(dataset, "/indicator/referrals").values["tag-field.hidden"]


def test_the_indicator_tab_opens_the_first_of_the_list(dataset):
    shown = screen(dataset, f"/?{Q3}&sort=-name")
    assert "/indicator/repeat-protection-plans" in shown.values["nav-indicator.href"]


def test_another_portfolio_opens_its_first_indicator(dataset):
    lists = screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q2").values["lists.data"]
    leads = {name: (href, chosen) for name, href, _, chosen in lists["portfolio"]}
    assert leads["Cabinet Secretary (Resilient Communities)"] == (
        "/indicator/annual-reviews?portfolio=resilient-communities&quarter=FY2016-17Q2",
        True,
    )
    assert leads["All portfolios"] == ("/?portfolio=all&quarter=FY2016-17Q2", False)


def test_the_lists_say_what_each_indicator_is(dataset):
    lists = screen(dataset, "/indicator/looked-after").values["lists.data"]
    assert [(name, shape, chosen) for name, _, shape, chosen in lists["indicator"]] == [
        ("Referrals to social care", "misses", False),
        ("Children looked after", "misses", True),
        ("Repeat child protection plans", "misses", False),
        ("Annual reviews of long-term service users", "unjudged", False),
    ]
    assert screen(dataset, "/").values["lists.data"]["indicator"] == []


@pytest.mark.parametrize(
    ("address", "held"),
    [("/?quarter=FY2016-17Q3", True), ("/?quarter=FY2016-17Q2", False)],
)
def test_the_report_as_returned_is_offered_where_one_is_held(dataset, address, held):
    files = [
        link.children[0].children for link in screen(dataset, address).values["files.children"]
    ]
    assert ("Word, as returned" in files) is held
    assert [name for name in files if name != "Word, as returned"] == [
        "Print or PDF",
        "Word",
        "PowerPoint",
        "Excel",
        "CSV",
    ]


def test_an_indicators_files_hold_it_alone(dataset, client):
    shown = screen(dataset, "/indicator/referrals?quarter=FY2016-17Q2")
    links = {each.children[0].children: each.href for each in shown.values["files.children"]}
    assert list(links) == ["Print or PDF", "Word", "PowerPoint", "Excel", "CSV"]
    assert links["Excel"] == (
        "/report.xlsx?portfolio=resilient-communities&quarter=FY2016-17Q2&which=all"
        "&indicator=referrals"
    )
    text = client.get(links["Excel"].replace("xlsx", "csv")).get_data(as_text=True)
    assert "Referrals" in text
    assert "looked after" not in text.lower()
    unknown = client.get("/report.csv?portfolio=all&indicator=nothing")
    assert (unknown.status_code, unknown.get_data(as_text=True)) == (
        404,
        "“nothing” was not listed in Q3 2016/17.\n",
    )


def test_a_page_without_the_line_says_nothing_in_it(dataset):
    shown = screen(dataset, "/present")
    assert shown.values["line.hidden"] is True
    assert shown.values["quarters.data"] is None
