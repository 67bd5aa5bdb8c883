"""The way to the target, and the targets of a year's quarters as steps of one line."""

from dataclasses import replace

import plotly.graph_objects as go

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE
from dashboard.charts.description import chart_words
from dashboard.charts.style import WIDE
from dashboard.charts.time_series import time_series
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, finding, record, target

AT_MOST = TargetRule.AT_MOST
WANTED = target(AT_MOST, "153.8", 443)
PACED = replace(ALONE, pace=True)


def model(choices, *targets, quarter="FY2016-17Q3"):
    return chart_model(finding(quarter, record(LOOKED_AFTER, targets=targets)), choices)


def test_the_needed_pace_runs_from_the_latest_point_to_the_target():
    drawn = model(PACED, WANTED).pace
    assert (drawn.start.isoformat(), drawn.end.isoformat()) == ("2016-12-31", "2017-03-31")
    assert (drawn.value, drawn.level) == (174.7, 153.8)
    assert drawn.label == "Needed −58 children"
    number = model(replace(PACED, measure="number"), WANTED).pace
    assert (number.value, number.level) == (501, 443)


def test_it_is_drawn_and_said_where_it_is_chosen_alone():
    shown = model(PACED, WANTED)
    figure = go.Figure(time_series(shown, WIDE))
    dashed = [t for t in figure.data if t.line.dash == "4px,3px"]
    assert [tuple(t.y) for t in dashed] == [(174.7, 153.8)]
    assert "Needed −58 children, a dashed line to the target." in chart_words(shown, "Found")
    assert model(ALONE, WANTED).pace is None
    assert model(PACED).pace is None
    assert model(replace(PACED, span="long"), WANTED).pace is None


def test_the_targets_of_quarters_are_steps_of_one_line():
    profile = [
        target(AT_MOST, str(level), period=f"FY2016-17Q{n}")
        for n, level in ((1, 160), (2, 158), (3, 155), (4, 150))
    ]
    figure = time_series(model(ALONE, *profile), WIDE)
    steps = [t for t in figure["data"] if t.get("line", {}).get("dash") == "6px,4px"]
    assert [trace["y"] for trace in steps] == [[160, 160, 158, 158, 155, 155, 150, 150]]
    assert steps[0]["x"][:4] == ["2016-03-31", "2016-06-30", "2016-06-30", "2016-09-30"]


def test_a_year_without_one_quarter_is_no_line_over_it():
    apart = [target(AT_MOST, "160", period=f"FY2016-17Q{n}") for n in (1, 3)]
    figure = time_series(model(ALONE, *apart, WANTED), WIDE)
    steps = [t["y"] for t in figure["data"] if t.get("line", {}).get("dash") == "6px,4px"]
    assert steps == [[160, 160], [160, 160], [153.8, 153.8]]
