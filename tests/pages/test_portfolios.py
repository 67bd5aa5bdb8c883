"""Several portfolios, which the shipped data do not have: groups, links, quarters."""

from __future__ import annotations

import shutil

import pytest

from dashboard.store.dataset import Store
from dashboard.store.versions import publish
from tests.conftest import DATA
from tests.pages.screens import said
from tests.pages.screens import screen as page

ROWS = {
    "portfolios": "lives,Lives,5,\nempty,Nothing yet,6,\n",
    "indicators": (
        "obesity,lives,Adults living with obesity,Obesity,low,percent,,,living with obesity,"
        "Adults living with obesity,A survey,,1\n"
        "waits,lives,Waits,Waits,low,count,,person/people,waiting,Waits,A list,,2\n"
    ),
    "series": "obesity,published,period,no,1,1,no\nwaits,reported,snapshot,no,0,,no\n",
    "observations": (
        "obesity,blackpool,CY2016,published,,31.5,,,,,,,,A survey\n"
        "obesity,blackpool,CY2017,published,,32.5,,,,,,,,A survey\n"
        "obesity,england,CY2017,published,,29.0,,,,,,,,A survey\n"
    ),
}


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    folder = shutil.copytree(DATA, tmp_path_factory.mktemp("several") / "data")
    for table, rows in ROWS.items():
        with (folder / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(rows)
    var = tmp_path_factory.mktemp("var")
    publish(folder, var)
    return Store(var).current()


def choices(panel):
    return panel.state["choices"]


def test_it_opens_on_the_portfolio_with_the_newest_council_return(several):
    assert choices(page(several, "/"))["portfolio"] == "resilient-communities"


def test_a_portfolio_without_returns_opens_at_its_newest_figures(several):
    panel = page(several, "/?portfolio=lives")
    assert choices(panel)["quarter"] == "FY2017-18Q3"
    assert said(panel) == (
        "2 indicators, none with a target: 1 is worse than the figure before, 1 cannot be judged"
    )
    timeline = panel.values["quarters.data"]
    assert timeline["stops"][timeline["chosen"]] == [
        "FY2017-18Q3",
        "Q3 2017/18",
        "2017/18",
        "published",
    ]


def test_all_portfolios_are_groups_and_their_links_keep_the_quarter(several):
    panel = page(several, "/?portfolio=all&form=table")
    assert choices(panel)["quarter"] == "FY2016-17Q3"
    headings = [group["heading"] for group in panel.values["rows.data"]["groups"]]
    assert headings[0] == "Cabinet Secretary (Resilient Communities)"
    assert headings[-2:] == ["Health and wellbeing", "Lives"]
    links = [
        row["cells"][0]["href"]
        for group in panel.values["rows.data"]["groups"]
        for row in group["rows"]
    ]
    assert all(link.endswith("?portfolio=all&quarter=FY2016-17Q3") for link in links)


def test_a_calendar_years_figure_stands_in_the_quarter_in_which_it_ends(several):
    panel = page(several, "/indicator/obesity")
    assert (
        said(panel) == "32.5% living with obesity: 3.5 points above England, up 1.0 points on 2016"
    )
    assert "CY2018" not in "".join(panel.texts.values())


def test_an_indicator_without_any_figure_has_its_page(several):
    panel = page(several, "/indicator/waits")
    assert said(panel) == "No figure by Q3 2017/18"
    assert panel.values["chart-box.hidden"]


def test_an_empty_portfolio_says_so(several):
    panel = page(several, "/?portfolio=empty")
    assert panel.values["rows.data"]["groups"] == []
    assert panel.values["rows.data"]["empty"] == "This portfolio has no indicators."


def test_a_quarter_that_leaves_most_without_figures_offers_the_latest(several):
    panel = page(several, "/?portfolio=lives&quarter=FY2019-20Q1")
    assert "Go to Q3 2017" in panel.texts["overview-head.children"]


def test_what_to_show(several):
    chosen = "portfolio=resilient-communities"
    panel = page(several, f"/?{chosen}&show=exceptions")
    assert sum(len(group["rows"]) for group in panel.values["rows.data"]["groups"]) == 3
    rest = page(several, f"/?{chosen}&show=others")
    assert sum(len(group["rows"]) for group in rest.values["rows.data"]["groups"]) == 1
