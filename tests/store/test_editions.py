"""Indicators that change: at each quarter the name, portfolio, polarity and so on of then."""

import pytest

from dashboard.app import create_app
from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import parse
from dashboard.findings import portfolio_findings
from dashboard.settings import Settings
from dashboard.store.dataset import Store
from dashboard.store.reading.columns import of_indicator
from dashboard.store.reading.validate import read_dataset
from dashboard.store.versions import publish
from tests.pages.screens import screen
from tests.store.folders import QUARTERS, STANDARD, figure, indicator, series, write
from tests.store.reading.refused import sentences

OLD = indicator(name="Holes mended", polarity="neutral", owner="Highways")
NEW = indicator(
    **{"from": "FY2022-23Q1"},
    name="Potholes made safe",
    portfolio_id="roads",
    owner="Street services",
)
GONE = indicator("lights", name="Street lights", position=2, retired_from="FY2022-23Q1")
LATER = indicator("verges", name="Verges cut", position=3, **{"from": "FY2021-22Q4"})
TABLES = {
    "portfolios": [
        *STANDARD["portfolios"],
        {"portfolio_id": "roads", "name": "Roads", "position": 2, "note": ""},
    ],
    "indicators": [OLD, NEW, GONE, LATER],
    "series": [series(name) for name in ("potholes", "lights", "verges")],
    "observations": [
        figure(period, 90 + n, name)
        for name in ("potholes", "lights", "verges")
        for n, period in enumerate(QUARTERS[:6])
    ],
}
BEFORE, AFTER = parse("FY2021-22Q4"), parse("FY2022-23Q1")


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "data", **TABLES)


@pytest.fixture
def dataset(folder, tmp_path):
    publish(folder, tmp_path / "var")
    return Store(tmp_path / "var").current()


def listed(dataset, portfolio, quarter):
    return [i.name for i in dataset.catalogue.at(quarter).in_portfolio(portfolio)]


def test_what_held_at_the_quarter_is_listed_in_the_portfolio_of_then(dataset):
    assert listed(dataset, "place", parse("FY2021-22Q3")) == ["Holes mended", "Street lights"]
    assert listed(dataset, "place", BEFORE) == ["Holes mended", "Street lights", "Verges cut"]
    assert listed(dataset, "place", AFTER) == ["Verges cut"]
    assert listed(dataset, "roads", AFTER) == ["Potholes made safe"]
    assert [p.id for p in dataset.catalogue.at(BEFORE).portfolios] == ["place"]
    assert [p.id for p in dataset.catalogue.at(AFTER).portfolios] == ["place", "roads"]


def test_findings_are_of_the_edition_of_the_quarter(dataset):
    (before,) = [
        f for f in portfolio_findings(dataset, "place", BEFORE) if f.indicator.id == "potholes"
    ]
    (after,) = portfolio_findings(dataset, "roads", AFTER)
    assert (before.indicator.polarity, before.indicator.owner) == (Polarity.NEUTRAL, "Highways")
    assert (after.indicator.polarity, after.indicator.owner) == (Polarity.HIGH, "Street services")


def test_quarters_with_figures_belong_to_the_portfolio_of_then(dataset):
    catalogue = dataset.catalogue
    assert sorted(q.id for q in catalogue.return_quarters("roads")) == QUARTERS[4:6]
    assert sorted(q.id for q in catalogue.return_quarters("place")) == QUARTERS[:6]
    assert catalogue.at(BEFORE).latest_quarter("roads").id == "FY2022-23Q2"


def test_pages_tell_of_nothing_that_came_later(dataset):
    for address in ("/", "/indicator/potholes", "/about", "/checks"):
        told = "".join(screen(dataset, f"{address}?quarter=FY2021-22Q4").texts.values())
        assert "Potholes made safe" not in told, address
        assert "Street services" not in told, address
    assert "Holes mended" in screen(dataset, "/?quarter=FY2021-22Q4").texts["rows.data"]
    later = "".join(screen(dataset, "/indicator/potholes").texts.values())
    assert "Potholes made safe" in later
    assert "Street services" in later
    assert "Holes mended" not in later


@pytest.mark.parametrize(
    ("address", "note"),
    [
        (
            "/indicator/lights?quarter=FY2022-23Q2",
            "“Street lights” was not listed in Q2 2022/23; showing Q4 2021/22.",
        ),
        (
            "/indicator/verges?quarter=FY2021-22Q1",
            "“Verges cut” was not listed in Q1 2021/22; showing Q4 2021/22.",
        ),
    ],
)
def test_an_indicator_out_of_its_time_opens_at_the_nearest_quarter_that_has_it(
    dataset, address, note
):
    shown = screen(dataset, address)
    assert note in shown.texts["notes.children"].replace("\\u002f", "/")
    assert shown.state["choices"]["quarter"] == "FY2021-22Q4"


def test_its_download_says_that_it_was_not_listed(folder, tmp_path):
    client = create_app(Settings(data=folder, var=tmp_path / "var")).server.test_client()
    answer = client.get("/indicator/lights.csv?quarter=FY2022-23Q2")
    assert answer.status_code == 404
    assert "“lights” was not listed in Q2 2022/23." in answer.text
    assert client.get("/indicator/lights.csv?quarter=FY2021-22Q4").status_code == 200


def test_one_that_begins_again_after_it_was_retired_is_listed_again(tmp_path):
    again = indicator("lights", name="Lights", position=2, **{"from": "FY2022-23Q2"})
    folder = write(tmp_path / "data", **TABLES | {"indicators": [OLD, NEW, GONE, LATER, again]})
    publish(folder, tmp_path / "var")
    catalogue = Store(tmp_path / "var").current().catalogue
    assert catalogue.at(AFTER).indicator("lights") is None
    assert catalogue.at(parse("FY2022-23Q2")).indicator("lights").name == "Lights"


def test_figures_are_held_to_the_unit_of_their_own_time(folder):
    frames = read_dataset(folder)
    units = of_indicator(frames["observations"], frames["indicators"], "owner")
    assert list(units[:6]) == ["Highways"] * 4 + ["Street services"] * 2


def test_an_indicator_is_not_retired_before_it_begins(tmp_path):
    wrong = indicator(**{"from": "FY2021-22Q2"}, retired_from="FY2021-22Q1")
    (said,) = sentences(write(tmp_path / "data", indicators=[wrong]))
    assert "potholes is retired from FY2021-22Q1, but begins in FY2021-22Q2. Correct" in said


def test_two_rows_from_the_same_quarter_are_one_too_many(tmp_path):
    (said,) = sentences(
        write(tmp_path / "data", **TABLES | {"indicators": [NEW, NEW, GONE, LATER]})
    )
    assert "“potholes, FY2022-23Q1” is already in row 2." in said


def test_about_counts_an_indicator_of_two_editions_once(dataset):
    assert "3 indicators, 18 figures" in screen(dataset, "/about").texts["about-text.children"]
