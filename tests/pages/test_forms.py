"""The forms of the overview: which is in effect, and what each says."""

import pytest

from dashboard.choices import query_texts
from dashboard.pages.overview.choices import OverviewChoices
from tests.pages.screens import said, screen

Q3 = "&quarter=FY2016-17Q3"


def form(dataset, address):
    shown = screen(dataset, address)
    return shown.values["form.value"], shown.values["rows.data"]["form"]


@pytest.mark.parametrize(
    ("address", "control", "drawn"),
    [
        ("/", "table", "table"),
        ("/?form=wall", "table", "table"),
        ("/?form=history", "history", "history"),
        ("/?portfolio=all", "wall", "wall"),
        ("/?portfolio=all&form=table", "table", "table"),
        ("/?portfolio=all&show=miss", "table", "table"),
        ("/?portfolio=all&sort=name", "table", "table"),
        ("/?portfolio=all&tag=roads", "table", "table"),
        ("/?portfolio=all&find=life", "wall", "wall"),
        ("/?portfolio=all&show=miss&form=wall", "wall", "wall"),
        ("/?portfolio=all&form=history", "history", "history"),
    ],
)
def test_a_wall_is_of_several_portfolios_and_their_default(dataset, address, control, drawn):
    assert form(dataset, address) == (control, drawn)


def test_a_filter_that_goes_leaves_the_table(dataset):
    filtered = screen(dataset, "/?portfolio=all&show=miss&quarter=FY2016-17Q3").values
    every = filtered["counts.data"]["filters"][0]
    assert every["href"] == "/?portfolio=all&quarter=FY2016-17Q3&form=table"
    assert filtered["cut.children"][1].href == every["href"]


def leads(shown, name):
    """Where the list of portfolios leads for one of them."""
    return next(each[1] for each in shown.values["lists.data"]["portfolio"] if each[0] == name)


def test_the_default_form_is_in_no_address(dataset):
    health = "Health and wellbeing"
    table = screen(dataset, "/?portfolio=all&form=table")
    assert leads(table, health) == "/?portfolio=health"
    assert leads(screen(dataset, "/?portfolio=all&form=charts"), health).endswith("&form=charts")
    assert table.values["lists.data"]["together"]["href"] == "/?portfolio=IDS"
    assert screen(dataset, "/?form=table").state["link"] == screen(dataset, "/").state["link"]
    assert leads(screen(dataset, "/?form=table"), "All portfolios") == "/?portfolio=all"
    assert OverviewChoices.read({"portfolio": "all", "form": "wall"})[0].href == "/?portfolio=all"


@pytest.mark.parametrize(
    "address", ["/?portfolio=all&form=table", "/?portfolio=a,b&form=wall", "/?form=charts"]
)
def test_a_form_that_is_no_default_stays_in_the_address(address):
    assert OverviewChoices.read(query_texts(address.partition("?")[2]))[0].href == address


def test_a_wall_is_offered_for_several_portfolios_alone(dataset):
    def offered(address):
        return [each["value"] for each in screen(dataset, address).values["form.options"]]

    assert offered("/") == ["table", "charts", "history"]
    assert offered("/?portfolio=all") == ["wall", "table", "charts", "history"]


def test_the_wall_has_every_portfolio_in_the_order_of_the_dataset(dataset):
    shown = screen(dataset, f"/?portfolio=all{Q3}")
    tiles = shown.values["rows.data"]["groups"]
    assert [(tile["name"], tile["count"]) for tile in tiles] == [
        ("Cabinet Secretary (Resilient Communities)", "Three of four"),
        ("Schools and learning", "None of three"),
        ("Tourism, economic growth and jobs", "None of five"),
        ("Health and wellbeing", "None of six"),
    ]
    assert tiles[0]["href"] == "/?portfolio=resilient-communities&quarter=FY2016-17Q3"
    assert said(shown) == (
        "3 of 18 indicators are exceptions in Q3 2016/17; 2 have no current figure"
    )
    assert shown.values["counts.data"] is None


def test_a_filter_leaves_the_counts_of_the_tiles_alone(dataset):
    shown = screen(dataset, f"/?portfolio=all&show=miss&form=wall{Q3}")
    first, *others = shown.values["rows.data"]["groups"]
    assert (first["count"], len(first["rows"])) == ("Three of four", 3)
    assert [len(tile["rows"]) for tile in others] == [0, 0, 0]
    assert shown.values["cut.children"][0] == "3 of 18 shown. "


def test_the_history_leads_with_the_longest_spell(dataset):
    shown = screen(dataset, f"/?form=history{Q3}")
    assert said(shown) == "2 of 4 have missed their target in all 3 quarters of 2016/17"
    rows = shown.values["rows.data"]["groups"][0]["rows"]
    assert [(row["title"], row["detail"]) for row in rows] == [
        ("Misses its target", "all 3 quarters with a target, since Q1"),
        ("Misses its target", "all 3 quarters with a target, since Q1"),
        ("Misses it again", "since Q3; it met it in Q2"),
        ("Baseline year", "no target to miss; first figure 2015/16"),
    ]


def test_a_heading_leads_to_its_quarter_and_leaves_the_columns_in_place(dataset):
    columns = screen(dataset, f"/?form=history{Q3}").values["rows.data"]["columns"]
    there = columns[-2]["href"]
    assert there.endswith("quarter=FY2016-17Q2&form=history&until=FY2016-17Q3")
    after = screen(dataset, there).values["rows.data"]["columns"]
    assert [each["said"] for each in after] == [each["said"] for each in columns]
    assert [each["said"] for each in after if each["chosen"]] == ["Q2 2016/17"]
    assert [each["said"] for each in after if each["later"]] == ["Q3 2016/17"]


def test_no_heading_leads_out_of_the_dataset(dataset):
    oldest, newest = dataset.catalogue.quarters()[-1], dataset.catalogue.quarters()[0]
    address = f"/?portfolio=all&form=history&span=years&quarter={oldest.id}"
    columns = screen(dataset, address).values["rows.data"]["columns"]
    assert [bool(each["href"]) for each in columns] == [False] * 11 + [True]
    address = f"/?portfolio=all&form=history&span=years&quarter={newest.id}"
    there = screen(dataset, address).values["rows.data"]["columns"][-1]["href"]
    assert screen(dataset, there).values["notes.children"] == []


@pytest.mark.parametrize("until", ["banana", "FY2016-17", "FY1890-91Q1"])
def test_a_last_column_that_cannot_be_read_is_the_chosen_quarter(dataset, until):
    columns = screen(dataset, f"/?form=history{Q3}&until={until}").values["rows.data"]["columns"]
    assert columns[-1]["said"] == "Q3 2016/17"


def test_columns_are_chosen_on_the_history_alone(dataset):
    assert screen(dataset, "/").values["columns-field.hidden"]
    assert not screen(dataset, "/?form=history").values["columns-field.hidden"]


def test_the_sentence_to_copy_names_whose_when_and_the_exceptions(dataset):
    def sentence(address):
        return screen(dataset, address).state["sentence"]

    assert sentence("/?quarter=FY2016-17Q3") == (
        "Cabinet Secretary (Resilient Communities), Q3 2016/17: 4 indicators: 3 miss their target, "
        "1 is in its baseline year. Exceptions: Referrals to social care, Children looked after "
        "and Repeat child protection plans."
    )
    assert sentence("/?portfolio=all&quarter=FY2025-26Q3") == (
        "All portfolios: No exceptions among 18 indicators in Q3 2025/26; 2 have no current figure."
    )
