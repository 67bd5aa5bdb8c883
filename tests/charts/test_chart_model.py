from dataclasses import replace

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE, ChartChoices, can_choose_span
from dashboard.charts.style import Role
from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target

ENGLAND = {"england": {"FY2014-15": "60", "FY2015-16": "60"}}
ALL = ChartChoices(
    compare=("england", "north-west", "stat-neighbours", "published"),
    intervals=False,
)


def runs(made, quarter="FY2016-17Q3"):
    line = chart_model(finding(quarter, made), ALONE).council
    return [([m.observation.period.id for m in run.points], run.strong) for run in line.segments]


def test_a_snapshots_years_are_joined_thinly_and_on_to_its_quarters():
    assert runs(record(LOOKED_AFTER)) == [
        (["FY2014-15", "FY2015-16"], False),
        (["FY2015-16", "FY2016-17Q1", "FY2016-17Q2", "FY2016-17Q3"], True),
    ]


def test_a_year_to_date_line_restarts_each_april():
    given = {**REVIEWS, "FY2015-16Q3": "40", "FY2015-16Q4": "54"}
    assert runs(record(given, basis=Basis.YEAR_TO_DATE, **PERCENT)) == [
        (["FY2015-16Q3", "FY2015-16Q4"], True),
        (["FY2016-17Q1", "FY2016-17Q2", "FY2016-17Q3"], True),
    ]


def test_unstated_years_and_quarters_stand_apart():
    assert runs(record(LOOKED_AFTER, basis=Basis.UNSTATED)) == [
        (["FY2014-15", "FY2015-16"], False),
        (["FY2016-17Q1", "FY2016-17Q2", "FY2016-17Q3"], True),
    ]


def test_a_missing_period_is_a_gap():
    given = {k: v for k, v in LOOKED_AFTER.items() if k != "FY2016-17Q2"}
    assert runs(record(given)) == [
        (["FY2014-15", "FY2015-16"], False),
        (["FY2015-16", "FY2016-17Q1"], True),
    ]


def test_a_series_of_years_alone_is_one_strong_line():
    given = {"FY2014-15": "1", "FY2015-16": "2"}
    made = record(published=given)
    assert runs(made, quarter="FY2015-16Q4") == [(["FY2014-15", "FY2015-16"], True)]


def test_a_snapshots_q4_and_year_end_are_one_mark():
    given = {"FY2015-16": "162.8", "FY2015-16Q4": "162.8", "FY2016-17Q1": "169.8"}
    assert runs(record(given)) == [(["FY2015-16Q4", "FY2016-17Q1"], True)]


def test_the_targets_line_stands_over_its_own_year():
    made = record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8", 443),))
    (drawn,) = chart_model(finding("FY2016-17Q3", made), ALONE).targets
    assert (drawn.start.isoformat(), drawn.end.isoformat()) == ("2016-03-31", "2017-03-31")
    assert (drawn.level, drawn.label) == (153.8, "Target 153.8 (443)")


def test_numbers_are_never_beside_other_areas():
    made = record(LOOKED_AFTER, areas=ENGLAND, targets=(target(TargetRule.AT_MOST, "153.8", 443),))
    drawn = chart_model(
        finding("FY2016-17Q3", made),
        ChartChoices(measure="number", compare=ALL.compare, intervals=False),
    )
    assert [line.role for line in drawn.lines] == [Role.COUNCIL]
    assert [mark.text for mark in drawn.council.points][-1] == "501"
    assert (drawn.targets[0].level, drawn.targets[0].label) == (443, "Target 443")
    assert "Numbers are not compared with other areas, which differ in size." in drawn.notes


def test_the_number_of_a_share_is_not_offered():
    assert (finding("FY2016-17Q3", record(LOOKED_AFTER))).has_counts
    assert not (finding("FY2016-17Q3", record(REVIEWS, **PERCENT))).has_counts


def test_the_councils_two_series_are_two_lines_never_joined():
    made = record(LOOKED_AFTER, published={"FY2014-15": "157", "FY2015-16": "163"})
    drawn = chart_model(finding("FY2016-17Q3", made), ALL)
    origins = {line.role: {m.observation.origin for m in line.points} for line in drawn.lines}
    assert origins == {
        Role.COUNCIL: {Origin.REPORTED},
        Role.OTHER_SERIES: {Origin.PUBLISHED},
    }


def test_the_short_view_begins_at_most_two_year_ends_back():
    given = {"FY2010-11": "1", "FY2013-14": "2", **LOOKED_AFTER}
    short = chart_model(finding("FY2016-17Q3", record(given)), ALONE)
    long = chart_model(
        finding("FY2016-17Q3", record(given)),
        replace(ALONE, span="long"),
    )
    assert (short.start.isoformat(), long.start.isoformat()) == ("2015-03-31", "2011-03-31")
    assert short.end.isoformat() == long.end.isoformat() == "2017-03-31"
    assert can_choose_span(finding("FY2016-17Q3", record(given)))
    assert not can_choose_span(finding("FY2016-17Q3", record(LOOKED_AFTER)))


def test_nothing_to_draw_is_an_empty_scene():
    drawn = chart_model(finding("FY2013-14Q1", record(LOOKED_AFTER)), ALL)
    assert drawn.lines == ()
    assert drawn.council is None
