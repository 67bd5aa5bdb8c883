"""Events, actions and a portfolio's narrative: what loads, what is refused, where it shows when."""

import csv
import io

import pytest

from dashboard.domain.facts.action import ActionState
from dashboard.domain.facts.event import Event
from dashboard.reports.dataset_tables import table_csv, table_spec
from dashboard.store.dataset import Store
from dashboard.store.versions import publish
from tests.pages.screens import screen
from tests.store.folders import QUARTERS, STANDARD, figure, indicator, series, write
from tests.store.reading.refused import sentences

SAID = {
    "indicator_id": "",
    "portfolio_id": "place",
    "period": "FY2021-22Q3",
    "version": 1,
    "body": "The winter was mild.\n\nRoads held.",
    "summary": "",
    "see": "",
    "author": "Cabinet member",
    "written_at": "2022-01-20",
    "source": "a report",
}
AGAIN = SAID | {"version": 2, "body": "The winter was wet.", "written_at": "2022-05-01"}
EVENTS = [
    {"date": "2021-08-01", "words": "A second depot opened", "indicator_id": "potholes"},
    {"date": "01/10/2021", "words": "New contract", "portfolio_id": "place", "rebase": "yes"},
    {"date": "2022-06-01", "words": "A census", "rebase": "no"},
    {"date": "2021-08-01", "words": "About lights alone", "indicator_id": "lights"},
]
ACTIONS = [
    {
        "indicator_id": "potholes",
        "period": "FY2021-22Q2",
        "action": "Hire a second gang",
        "owner": "Head of Highways",
        "due": "31/12/2021",
        "state": "under way",
    },
    {
        "indicator_id": "potholes",
        "period": "FY2022-23Q1",
        "action": "Patch in summer",
        "state": "planned",
    },
]
TABLES = {
    "indicators": [
        indicator(tags="Council Plan; roads"),
        indicator("lights", position=2, tags="roads"),
    ],
    "series": [series(), series("lights")],
    "observations": [
        figure(period, 91 + n, name)
        for name in ("potholes", "lights")
        for n, period in enumerate(QUARTERS[:6])
    ],
    "commentary": [SAID, AGAIN],
    "events": [row | {"source": "minutes"} for row in EVENTS],
    "actions": [row | {"source": "a report"} for row in ACTIONS],
}


@pytest.fixture
def dataset(tmp_path):
    publish(write(tmp_path / "data", **TABLES), tmp_path / "var")
    return Store(tmp_path / "var").current()


def told(dataset, address, place):
    return screen(dataset, address).texts[place]


def test_a_record_has_its_own_events_its_portfolios_and_those_of_all(dataset):
    (record, lights) = dataset.records(dataset.catalogue.indicators)
    assert [(event.day.isoformat(), event.words, event.rebase) for event in record.events] == [
        ("2022-06-01", "A census", False),
        ("2021-08-01", "A second depot opened", False),
        ("2021-10-01", "New contract", True),
    ]
    assert {type(event) for event in record.events} == {Event}
    assert [event.words for event in lights.events] == [
        "A census",
        "About lights alone",
        "New contract",
    ]
    assert record.actions[0].state is ActionState.UNDER_WAY
    assert record.actions[0].due.isoformat() == "2021-12-31"


def test_the_tables_leave_as_they_came(dataset):
    written = b"".join(table_csv(dataset, table_spec("events"))).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [row["words"] for row in rows if row["rebase"] == "yes"] == ["New contract"]
    assert {row["date"] for row in rows} == {"2021-08-01", "2021-10-01", "2022-06-01"}


def test_events_and_actions_show_from_their_time_on(dataset):
    early = told(dataset, "/indicator/potholes?quarter=FY2021-22Q1", "commentary.children")
    assert "Events" not in early
    assert "Actions" not in early
    later = told(dataset, "/indicator/potholes?quarter=FY2021-22Q3", "commentary.children")
    assert "1 August 2021: A second depot opened" in later
    assert later.index("1 October 2021: New contract") < later.index("A second depot opened")
    assert "A census" not in later
    assert "Actions, Q2 2021" in later
    for part in ("Hire a second gang. ", "Head of Highways, due 31 December 2021: ", "under way"):
        assert part in later
    assert "Patch in summer" not in later
    newest = told(dataset, "/indicator/potholes?quarter=FY2022-23Q2", "commentary.children")
    assert "Patch in summer. " in newest
    assert "Hire a second gang" not in newest


def test_a_narrative_stands_on_the_overview_of_its_quarter_alone(dataset):
    head = told(dataset, "/?portfolio=place&quarter=FY2021-22Q3", "overview-head.children")
    assert "The winter was mild." in head
    assert "Cabinet member, 20 January 2022" in head
    assert "The winter was wet." not in head, "written after the next quarter had ended"
    other = told(dataset, "/?portfolio=place&quarter=FY2021-22Q4", "overview-head.children")
    assert "The winter" not in other


def test_tags_filter_the_overview(dataset):
    every = screen(dataset, "/?portfolio=place&quarter=FY2021-22Q3")
    assert '"Council Plan"' in every.texts["tag.options"]
    assert every.values["tag-field.hidden"] is False
    one = screen(dataset, "/?portfolio=place&quarter=FY2021-22Q3&tag=Council+Plan")
    assert "Potholes" in one.texts["rows.data"]
    assert "Lights" not in one.texts["rows.data"]
    assert "1 of 2 shown." in one.state["said"]


def test_without_tags_there_is_no_filter(tmp_path):
    publish(write(tmp_path / "data"), tmp_path / "var")
    shown = screen(Store(tmp_path / "var").current(), "/")
    assert shown.values["tag-field.hidden"] is True


@pytest.mark.parametrize(
    ("table", "rows", "says"),
    [
        (
            "commentary",
            [SAID | {"portfolio_id": ""}],
            "commentary.csv, row 2, column indicator_id: The row has neither an indicator nor a",
        ),
        (
            "commentary",
            [SAID | {"indicator_id": "potholes"}],
            "commentary.csv, row 2, column portfolio_id: The row has both an indicator and a",
        ),
        (
            "events",
            [TABLES["events"][0] | {"portfolio_id": "place"}],
            "events.csv, row 2, column portfolio_id: The row has both an indicator and a portfolio",
        ),
        (
            "events",
            [TABLES["events"][0] | {"words": ""}],
            "events.csv, row 2, column words: is empty. Fill it in.",
        ),
        (
            "actions",
            [TABLES["actions"][0] | {"state": "late"}],
            "actions.csv, row 2, column state: “late” is not one of the choices. Write one of: "
            "planned, under way, done, overdue.",
        ),
    ],
)
def test_what_cannot_be_is_refused(tmp_path, table, rows, says):
    (said,) = sentences(write(tmp_path / "data", **STANDARD | {table: rows}))
    assert said.startswith(says)


def test_a_tag_without_exceptions_says_that_nothing_is_shown(dataset):
    shown = screen(
        dataset, "/?portfolio=place&quarter=FY2021-22Q3&tag=Council+Plan&show=exceptions"
    )
    assert shown.values["rows.data"]["groups"] == []
    assert shown.values["rows.data"]["empty"] == "No indicator here is shown by this choice."
    assert shown.values["cut.children"][0] == "0 of 2 shown. "
