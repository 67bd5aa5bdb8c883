from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE, ChartChoices, years_shown
from dashboard.charts.hover import hover_dates
from dashboard.charts.style import LARGE, LOW, NARROW, SIZES, WIDE
from dashboard.charts.style import TARGET as TARGET_STROKE
from dashboard.charts.time_series import axis_note, stacked, time_series
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from dashboard.findings import portfolio_findings
from tests.build import LOOKED_AFTER, finding, record, target

AREAS = {
    "england": {"FY2014-15": "60", "FY2015-16": "60"},
    "north-west": {"FY2014-15": "82", "FY2015-16": "82"},
    "stat-neighbours": {"FY2014-15": "93.2", "FY2015-16": "97.6"},
}
TARGET = (target(TargetRule.AT_MOST, "153.8", 443),)
COMPARE = ChartChoices(compare=tuple(AREAS), intervals=False)


def drawn(options=COMPARE, **more):
    given = {"areas": AREAS, "targets": TARGET} | more
    return chart_model(finding("FY2016-17Q3", record(LOOKED_AFTER, **given)), options)


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_every_property_is_one_that_plotly_knows(size):
    figure = time_series(drawn(), size)
    assert len(go.Figure(figure).data) == len(figure["data"])


def edge_texts(figure):
    return [
        a["text"].replace("<br>", " ")
        for a in figure["layout"]["annotations"]
        if a["xref"] == "paper"
    ]


def test_each_line_is_labelled_at_the_edge_with_value_and_period():
    assert edge_texts(time_series(drawn(), WIDE)) == [
        "<b>Blackpool</b>",
        "England <b>60.0</b> (2015/16)",
        "North West <b>82.0</b> (2015/16)",
        "Neighbours <b>97.6</b> (2015/16)",
        "Target <b>153.8</b> (443)",
        "Outlook, 8 in 10: 166.5 to 186.6",
    ]


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_five_lines_within_a_pixel_have_labels_apart(size):
    close = {area: {"FY2014-15": "174", "FY2015-16": f"174.{n}"} for n, area in enumerate(AREAS)}
    figure = time_series(
        drawn(areas=close, targets=(target(TargetRule.AT_MOST, "174.2", 500),)), size
    )
    axis = figure["layout"]["yaxis"]["range"]
    per_px = (axis[1] - axis[0]) / size.plot_height
    labels = figure["layout"]["annotations"][1:]
    tops = sorted((a["y"] / per_px, len(a["text"].split("<br>")) * size.font) for a in labels)
    assert all(upper - lower >= (h1 + h2) / 2 for (lower, h1), (upper, h2) in pairwise(tops))


def test_the_latest_point_is_labelled_and_all_points_where_there_is_room():
    points = time_series(drawn(), WIDE)["data"][-1]
    assert points["text"] == ["156.4", "162.8", "169.8", "175.7", "<b>174.7</b>"]
    narrow = time_series(drawn(), NARROW)["data"][-1]["text"]
    assert narrow[-1] == "<b>174.7</b>"
    assert "" in narrow


def test_the_target_is_dashed_and_ends_with_its_year():
    lines = [t for t in time_series(drawn(), WIDE)["data"] if t["mode"] == "lines"]
    (line,) = [t for t in lines if t["line"]["color"] == TARGET_STROKE.colour]
    assert line["x"] == ["2016-03-31", "2017-03-31"]
    assert line["y"] == [153.8, 153.8]
    assert line["line"]["dash"] == "6px,4px"


def test_the_current_year_is_shaded():
    (shade,) = time_series(drawn(), WIDE)["layout"]["shapes"]
    assert (shade["x0"], shade["x1"]) == ("2016-03-31", "2017-03-31")


def test_a_cut_axis_says_so():
    assert axis_note(drawn()) == ""
    assert axis_note(drawn(ALONE)) == "The scale starts at 150, not at zero."


def test_nothing_can_be_zoomed_by_accident():
    layout = time_series(drawn(), LARGE)["layout"]
    assert layout["dragmode"] is False
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]


def test_an_earlier_years_target_is_labelled_at_its_line():
    targets = (*TARGET, target(TargetRule.AT_MOST, "150", period="FY2015-16"))
    figure = time_series(drawn(targets=targets), WIDE)
    assert figure["layout"]["annotations"][-1]["text"] == "Target 150, 2015/16"
    assert figure["layout"]["annotations"][-1]["xref"] == "x"


@pytest.mark.parametrize(
    "given",
    [
        {"FY2016-17Q3": "5"},
        {"FY2015-16": "5"},
        {"FY2016-17Q2": "0", "FY2016-17Q3": "0"},
        {"FY2015-16": "-3.2", "FY2016-17Q3": "4.1"},
        {"FY2015-16": "0.001", "FY2016-17Q3": "10000000"},
    ],
)
@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_odd_series_are_drawn(given, size):
    made = chart_model(finding("FY2016-17Q3", record(given)), ALONE)
    go.Figure(time_series(made, size))


@pytest.mark.parametrize("given", [{"FY2016-17": "60"}, {"FY2016-17Q4": "60"}])
def test_a_first_figure_at_the_years_end_is_drawn(given):
    made = chart_model(finding("FY2016-17Q4", record(given)), ALONE)
    assert made.start.isoformat() == "2016-03-31"
    go.Figure(time_series(made, WIDE))


def test_long_tick_texts_have_their_room():
    made = chart_model(finding("FY2016-17Q3", record({"FY2016-17Q3": "9000000"})), ALONE)
    assert time_series(made, NARROW)["layout"]["margin"]["l"] > NARROW.left


def test_where_the_latest_figure_has_no_room_at_its_point_it_stands_at_the_edge(dataset):
    found = portfolio_findings(dataset, "resilient-communities", parse("FY2024-25Q4"))
    plans = next(f for f in found if f.indicator.id == "repeat-protection-plans")
    figure = time_series(chart_model(plans, COMPARE), WIDE)
    assert edge_texts(figure)[0] == "<b>Blackpool 28.6%</b>"
    assert figure["data"][-1]["text"][-2:] == ["31.0%", ""]


def test_every_date_tells_all_that_is_known_there():
    found = hover_dates(drawn())
    assert [moment.heading for moment in found] == [
        "2014/15",
        "2015/16",
        "Q1 2016/17",
        "Q2 2016/17",
        "Q3 2016/17",
    ]
    assert found[-1].texts == (
        "Blackpool 174.7 (501)",
        "England 60.0 (2015/16)",
        "North West 82.0 (2015/16)",
        "Neighbours 97.6 (2015/16)",
        "Target 153.8 (443)",
    )
    assert found[1].texts[:2] == ("Blackpool 162.8 (469)", "England 60.0")
    assert time_series(drawn(), WIDE)["layout"]["meta"]["dates"][1] == {
        "at": "2016-03-31",
        "heading": "2015/16",
        "texts": ["Blackpool 162.8 (469)", "England 60.0", "North West 82.0", "Neighbours 97.6"],
        "quarter": "FY2015-16Q4",
    }


def test_charts_under_each_other_have_the_same_dates():
    late = record({"FY2016-17Q3": ("174.7", 501)})
    beside = chart_model(finding("FY2016-17Q3", late), ALONE)
    above, under = stacked((drawn(), beside), WIDE)
    dates = [figure["layout"]["meta"]["dates"] for figure in (above, under)]
    assert [each["at"] for each in dates[0]] == [each["at"] for each in dates[1]]
    assert dates[1][0]["texts"] == ["no figure yet"]
    assert dates[1][-1]["texts"] == ["Blackpool 174.7 (501)"]


def test_a_comparator_is_named_as_the_choice_that_hides_it():
    figure = time_series(drawn(), WIDE)
    names = [trace["uid"] for trace in figure["data"]]
    assert len(set(names)) == len(names)
    assert {"line-england", "line-north-west", "line-stat-neighbours", "line-council"} <= {*names}
    labels = {each.get("name", ""): each["text"] for each in figure["layout"]["annotations"]}
    assert labels["england"] == "England <b>60.0</b> (2015/16)"
    assert all(each.get("name") != "council" for each in figure["layout"]["annotations"])


def test_a_date_before_a_lines_first_figure_leaves_it_out():
    late = {"england": {"FY2015-16": "60"}}
    assert hover_dates(drawn(areas=late))[0].texts == ("Blackpool 156.4 (454)",)


def with_interval(made, low, high):
    rows = [replace(row, lower=Decimal(low), upper=Decimal(high)) for row in made.observations]
    return replace(made, observations=tuple(rows))


def test_intervals_are_a_band_that_the_axis_holds():
    made = with_interval(record(published={"FY2014-15": "70", "FY2015-16": "71"}), "20", "99")
    found = finding("FY2016-17Q3", made)
    assert (found).has_intervals
    shown, hidden = chart_model(found, ChartChoices(compare=())), chart_model(found, ALONE)
    (band,) = [t for t in time_series(shown, WIDE)["data"] if "fill" in t]
    assert band["y"] == [20.0, 20.0, 99.0, 99.0, 20.0, None]
    assert band["x"][:3] == ["2015-03-31", "2016-03-31", "2016-03-31"]
    low, high = time_series(shown, WIDE)["layout"]["yaxis"]["range"]
    assert low <= 20
    assert high >= 99
    assert not [t for t in time_series(hidden, WIDE)["data"] if "fill" in t]
    assert hover_dates(shown)[-1].texts == ("Blackpool 71.0 [20.0 to 99.0]",)
    assert "The band is the 95% interval that the source gives for our figures." in shown.notes


def test_without_intervals_there_is_none_to_choose():
    assert not (finding("FY2016-17Q3", record(LOOKED_AFTER))).has_intervals


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_two_charts_under_each_other_share_their_time_axis_and_margins(size):
    long = record({"FY2012-13": "1000000", **LOOKED_AFTER}, areas=AREAS)
    short = record({"FY2015-16": "5", "FY2016-17Q3": "6"})
    made = [
        chart_model(finding("FY2016-17Q3", each), replace(ALONE, span="long"))
        for each in (long, short)
    ]
    upper, lower = stacked(made, size)
    assert upper["layout"]["xaxis"]["range"] == lower["layout"]["xaxis"]["range"]
    assert upper["layout"]["margin"] == lower["layout"]["margin"]
    assert upper["layout"]["xaxis"]["tickvals"] == lower["layout"]["xaxis"]["tickvals"]


def test_chosen_years_cut_the_chart():
    years = {f"FY{year}-{year - 1999:02d}": str(year) for year in range(2005, 2016)}
    made = finding("FY2016-17Q3", record(published=years))
    assert years_shown(made) == (2006, 2016)
    cut = chart_model(made, replace(ALONE, first=2009, last=2012))
    assert [mark.text for mark in cut.council.points] == [
        "2,008.0",
        "2,009.0",
        "2,010.0",
        "2,011.0",
    ]
    figure = time_series(cut, WIDE)
    assert figure["layout"]["shapes"] == [], "the current year is not in it"
    assert chart_model(made, replace(ALONE, first=2012)).council.points[0].text == "2,011.0"
    assert chart_model(made, replace(ALONE, first=2012)).end.isoformat() == "2017-03-31"


def test_years_without_any_figure_leave_nothing_to_draw():
    made = finding("FY2016-17Q3", record(LOOKED_AFTER))
    assert chart_model(made, replace(ALONE, first=1990, last=1991)).lines == ()


@pytest.mark.parametrize("year", [2012, 2016])
def test_one_chosen_year_is_a_chart_too(year):
    made = finding("FY2016-17Q3", record(published={f"CY{n}": "5" for n in range(2010, 2017)}))
    cut = chart_model(made, replace(ALONE, first=year, last=year))
    assert [mark.at.year for mark in cut.council.points] == [year]
    go.Figure(time_series(cut, WIDE))


def test_a_target_without_room_at_its_line_is_named_at_the_edge(dataset):
    """At Q4 2017/18 the only target is that of 2016/17, whose line is short."""
    quarter = parse("FY2017-18Q4")
    found = portfolio_findings(dataset, "resilient-communities", quarter)
    referrals = next(each for each in found if each.indicator.id == "referrals")
    drawn = time_series(chart_model(referrals, ChartChoices()), LOW)
    (named,) = (a for a in drawn["layout"]["annotations"] if "Target" in a["text"])
    assert named["text"] == "Target <b>795.4</b> (2,291), 2016/17"
    assert named["xref"] == "paper"
