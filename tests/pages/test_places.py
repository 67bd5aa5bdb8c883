"""Authorities by name on an indicator's page, and their lines in its chart."""

import csv

import pytest

from dashboard.charts.style import WIDE
from dashboard.pages.indicator.choices import IndicatorChoices
from dashboard.pages.indicator.page import PAGE
from dashboard.selection import select
from dashboard.store.dataset import Store
from dashboard.store.versions import publish
from tests.odd_council import ODD, write_odd_council

NAMES = ("Ashby", "Barton", "Corby", "Derby", "Ely", "Frome", "Goole", "Hythe", "Ilkley")


def added(folder, name, rows):
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, names).writerows(rows)


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    folder = write_odd_council(tmp_path_factory.mktemp("named") / "data")
    added(
        folder,
        "areas",
        [{"area_id": n.lower(), "name": n, "kind": "authority"} for n in NAMES],
    )
    common = {"indicator_id": "within-a-pixel", "origin": "published", "source": ODD}
    figures = [("ours", "51.00"), *((n.lower(), f"{45 + i}.00") for i, n in enumerate(NAMES[:8]))]
    years = ("FY2023-24", "FY2024-25")
    rows = [
        common | {"area_id": area, "period": year, "value": value}
        for area, value in figures
        for year in years
    ]
    rows.append(common | {"area_id": "ilkley", "period": "FY2025-26", "value": "50.00"})
    added(folder, "observations", rows)
    var = tmp_path_factory.mktemp("named-var")
    publish(folder, var)
    return Store(var).current()


def page(dataset, compare=None):
    choices = IndicatorChoices(
        indicator="within-a-pixel", quarter="FY2025-26Q2", compare=compare, span="long"
    )
    return PAGE.content(select(dataset, choices), WIDE)


def test_each_authority_has_its_tick_its_rank_and_a_way_into_the_chart(named):
    drawn = page(named).authorities
    places = drawn["places"]
    assert [each["name"] for each in places][:2] == ["Ashby", "Barton"]
    assert sum(each["ours"] for each in places) == 1
    assert drawn["ends_named"] == "Best: Ashby, 45.00. Worst: Hythe, 52.00."
    assert [places[number]["rank"] for number in drawn["order"]][:2] == ["1st", "2nd"]
    assert places[0]["href"].endswith(",ashby")
    assert all(not each["href"] for each in places if each["ours"])


def test_a_chosen_authority_has_a_line_and_can_be_taken_out(named):
    made = page(named, ("england", "derby"))
    texts = [each["text"].replace("<b>", "") for each in made.chart["layout"]["annotations"]]
    assert any(text.startswith("Derby 48.00") for text in texts)
    derby = next(each for each in made.authorities["places"] if each["id"] == "derby")
    assert derby["there"]
    assert "compare=england&" in f"{derby['href']}&"
    assert made.shown.compare == ("england", "derby")


def test_three_at_most_and_those_left_out_are_named(named):
    made = page(named, ("ashby", "barton", "corby", "derby"))
    assert made.notes == ("A chart has room for three authorities, so it leaves out Derby.",)
    assert made.authorities["full"].startswith("Three authorities are in the chart")
    assert [p["id"] for p in made.authorities["places"] if p["href"]] == [
        "ashby",
        "barton",
        "corby",
    ]


def test_one_without_a_figure_by_the_quarter_is_told(named):
    made = page(named, ("ilkley",))
    assert made.notes == ("Ilkley has no figure by Q2 2025/26.",)


def test_a_dataset_without_single_authorities_has_no_such_part(dataset):
    choices = IndicatorChoices(indicator="looked-after", quarter="FY2016-17Q3")
    made = PAGE.content(select(dataset, choices), WIDE)
    assert made.authorities is None
    assert made.has_place
