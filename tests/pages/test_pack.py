import pytest

from dashboard.pages.overview.choices import OverviewChoices
from dashboard.pages.present.choices import PresentChoices
from dashboard.pages.print_pack.choices import PrintChoices
from tests.pages.screens import screen


def pack(dataset, search=""):
    return screen(dataset, f"/print{search}").values["pack.data"]


def test_a_portfolio_is_a_first_page_and_one_for_each_indicator(dataset):
    made = pack(dataset, "?quarter=FY2016-17Q3")
    assert made["first"]["heading"] == "Cabinet Secretary (Resilient Communities)"
    assert made["first"]["lead"] == "4 indicators: 3 miss their target, 1 is in its baseline year"
    rows = made["contents"]["groups"][0]["rows"]
    assert [row["cells"][0]["main"] for row in rows] == [
        "Referrals to social care",
        "Children looked after",
        "Repeat child protection plans",
        "Annual reviews of long-term service users",
    ]
    assert rows[1]["cells"][2] == {"main": "✖ Misses its target", "status": "bad"}
    assert len(made["sheets"]) == 4


@pytest.mark.parametrize(
    ("search", "first", "count"),
    [
        ("?quarter=FY2016-17Q3&show=exceptions", "referrals", 3),
        ("?quarter=FY2016-17Q3&show=others", "annual-reviews", 1),
        ("?quarter=FY2016-17Q3&sort=name", "annual-reviews", 4),
        ("?portfolio=all&quarter=FY2016-17Q3", "referrals", 16),
    ],
)
def test_what_is_printed_is_chosen_as_on_the_overview(dataset, search, first, count):
    sheets = pack(dataset, search)["sheets"]
    assert f"slide={first}" in sheets[0]
    assert len(sheets) == count


def test_every_sheet_can_be_fetched(client, dataset):
    for show in ("all", "exceptions", "others"):
        for sheet in pack(dataset, f"?quarter=FY2016-17Q3&portfolio=all&show={show}")["sheets"]:
            assert client.get(f"/present/slide.json{sheet}&size=paper").status_code == 200


def test_portfolios_are_parted_in_the_contents(dataset):
    groups = pack(dataset, "?portfolio=all&quarter=FY2016-17Q3")["contents"]["groups"]
    assert [group["heading"] for group in groups][:2] == [
        "Cabinet Secretary (Resilient Communities)",
        "Schools and learning",
    ]


def test_nothing_to_print_is_told(dataset):
    made = pack(dataset, "?portfolio=health&quarter=FY2016-17Q1&show=exceptions")
    assert made["sheets"] == []
    assert made["contents"]["groups"] == []


def test_the_way_to_the_paper_keeps_what_is_shown():
    here = OverviewChoices(portfolio="health", show="exceptions", sort="name", find="men")
    there = here.to(PrintChoices)
    assert there.href == "/print?portfolio=health&show=exceptions&sort=name"
    presented = PresentChoices(portfolio="health")
    assert presented.to(PrintChoices).href == "/print?portfolio=health"
