"""Events on the chart: which, in what words, and flags that cover nothing."""

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE, ChartChoices
from dashboard.charts.description import chart_words
from dashboard.charts.style import NARROW, STAGE, WIDE
from dashboard.charts.time_series import time_series
from dashboard.components.figures_table import figures_table
from dashboard.domain.facts.event import Event
from tests.build import LOOKED_AFTER, finding, record

INSPECTION = Event(date(2016, 5, 16), "Inspection", False, "the service")
SYSTEM = Event(date(2016, 11, 1), "A new system counts otherwise", True, "the service")
LATER = Event(date(2017, 1, 1), "Not yet known", False, "the service")
MANY = tuple(
    Event(date(2015 + n // 12, n % 12 + 1, 1), f"Event of month {n}", False, "") for n in range(14)
)


def model(*events, quarter="FY2016-17Q3", choices=ALONE):
    return chart_model(finding(quarter, replace(record(LOOKED_AFTER), events=events)), choices)


def texts(figure):
    return [each["text"].replace("<br>", " ") for each in figure["layout"]["annotations"]]


def test_only_what_had_happened_by_the_quarter_is_marked_oldest_first():
    drawn = model(SYSTEM, INSPECTION, LATER)
    assert [(e.number, e.words) for e in drawn.events] == [
        (1, "Inspection"),
        (2, "A new system counts otherwise"),
    ]
    assert [e.words for e in model(SYSTEM, INSPECTION, quarter="FY2016-17Q1").events] == [
        "Inspection"
    ]


def test_the_notes_and_a_listener_have_every_event_with_its_date():
    drawn = model(SYSTEM, INSPECTION)
    said = (
        "Event 1, 16 May 2016: Inspection.",
        "Event 2, 1 November 2016: A new system counts otherwise. "
        "The usual range starts anew here.",
    )
    assert drawn.notes[-2:] == said
    assert all(each in chart_words(drawn, "Found") for each in said)
    assert model(INSPECTION).notes[-1] == "Event, 16 May 2016: Inspection."


def test_the_table_has_an_event_in_the_row_of_its_quarter():
    rows = figures_table(model(SYSTEM, INSPECTION)).groups[0].rows
    assert [(row.cells[0].main, row.cells[0].sub) for row in rows] == [
        ("Q3 2016/17", "Event 2, 1 November 2016: A new system counts otherwise"),
        ("Q2 2016/17", ""),
        ("Q1 2016/17", "Event 1, 16 May 2016: Inspection"),
        ("2015/16", ""),
        ("2014/15", ""),
    ]


@pytest.mark.parametrize("size", [WIDE, STAGE])
def test_words_stand_at_the_line_where_there_is_room(size):
    figure = time_series(model(INSPECTION), size)
    assert "Inspection" in texts(figure)
    flags = [s for s in go.Figure(figure).layout.shapes if s.type == "path"]
    assert [flag.xanchor for flag in flags] == ["2016-05-16"]


def test_three_have_words_and_the_rest_their_numbers():
    shown = texts(time_series(model(*MANY), WIDE))
    assert sum(text.startswith("Event of month") for text in shown) <= 3
    assert {"1", "2"} <= set(shown)


def test_on_a_phone_words_without_room_give_way_to_numbers():
    shown = texts(time_series(model(SYSTEM, INSPECTION, choices=ChartChoices()), NARROW))
    assert "2" in shown
    assert not any("counts otherwise" in text for text in shown)
