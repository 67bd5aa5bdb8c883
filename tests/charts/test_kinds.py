"""Years and quarters of a figure for the period alone, breaks, and the targets of quarters."""

from dataclasses import replace
from decimal import Decimal

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE, ChartChoices
from dashboard.charts.style import WIDE
from dashboard.charts.time_series import time_series
from dashboard.components.figures_table import figures_table
from dashboard.components.heading import target_said
from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import TargetLevel, TargetRule
from dashboard.reports.exporting.chart_figures import chart_figures
from dashboard.reports.exporting.report_words import history
from tests.build import LOOKED_AFTER, finding, record, target

QUARTERS = {f"FY{y}-{y % 100 + 1}Q{q}": Decimal(100 + q) for y in (2014, 2015) for q in range(1, 5)}
COUNT = {"unit": Unit.COUNT, "per": "", "basis": Basis.PERIOD}


def drawn(made, quarter="FY2015-16Q4", choices=ALONE):
    return chart_model(finding(quarter, made), choices)


def periods(model):
    return [mark.observation.period.id for mark in model.council.points]


def test_years_and_quarters_of_a_count_are_never_on_one_axis():
    made = record({**QUARTERS, "FY2013-14": Decimal(400), "FY2014-15": Decimal(410)}, **COUNT)
    model = drawn(made)
    assert periods(model) == [*QUARTERS]
    note = "Whole years are left out of the chart, for a year is not a quarter; the table has them."
    assert note in model.notes
    first = [row.cells[0].main for row in figures_table(model).groups[0].rows]
    assert "2014/15" in first
    long_run = drawn(made, choices=ChartChoices(span="long"))
    assert periods(long_run) == ["FY2013-14", "FY2014-15"]


def test_of_one_year_alone_the_quarters_are_shown():
    made = record({**QUARTERS, "FY2014-15": Decimal(410)}, **COUNT)
    assert periods(drawn(made, choices=ChartChoices(span="long"))) == [*QUARTERS]


def test_a_state_keeps_its_year_ends_beside_its_quarters():
    assert "FY2014-15" in periods(drawn(record(LOOKED_AFTER), "FY2016-17Q3"))


def test_a_years_target_of_a_total_is_not_drawn_among_quarters():
    goal = (target(TargetRule.AT_MOST, "400", period="FY2015-16"),)
    assert drawn(record(QUARTERS, targets=goal, **COUNT)).targets == ()
    share = COUNT | {"unit": Unit.PERCENT, "polarity": Polarity.HIGH}
    assert len(drawn(record(QUARTERS, targets=goal, **share)).targets) == 1


def profile():
    levels = {"FY2016-17Q1": "170", "FY2016-17Q2": "165", "FY2016-17Q3": "160"}
    return tuple(target(TargetRule.AT_MOST, level, period=p) for p, level in levels.items())


def test_of_a_profile_the_chosen_quarters_target_alone_is_named():
    model = drawn(record(LOOKED_AFTER, targets=profile()), "FY2016-17Q3")
    assert [(each.label, each.named) for each in model.targets] == [
        ("Target 170, Q1", False),
        ("Target 165, Q2", False),
        ("Target 160, Q3", True),
    ]
    texts = [each["text"] for each in time_series(model, WIDE)["layout"]["annotations"]]
    assert not [text for text in texts if "165" in text]


def test_a_table_gives_each_quarter_its_own_target_and_the_year_its():
    year = target(TargetRule.AT_MOST, "155")
    model = drawn(record(LOOKED_AFTER, targets=(*profile(), year)), "FY2016-17Q3")
    column = {row.cells[0].main: row.cells[-1].main for row in figures_table(model).groups[0].rows}
    assert column["Q2 2016/17"] == "165"
    assert column["Q3 2016/17"] == "160"
    without = drawn(record(LOOKED_AFTER, targets=(*profile()[:1], year)), "FY2016-17Q3")
    column = {
        row.cells[0].main: row.cells[-1].main for row in figures_table(without).groups[0].rows
    }
    assert (column["Q1 2016/17"], column["Q3 2016/17"]) == ("170", "155")


def test_minimum_target_and_stretch_stand_in_one_cell():
    levels = tuple(
        replace(target(TargetRule.AT_MOST, value), level=level)
        for level, value in zip(TargetLevel, ("180", "160", "150"), strict=True)
    )
    model = drawn(record(LOOKED_AFTER, targets=levels), "FY2016-17Q3")
    newest = figures_table(model).groups[0].rows[0].cells[-1].main
    assert newest == "Minimum 180, Target 160, Stretch 150"


def test_in_a_file_a_profile_is_one_line():
    model = drawn(record(LOOKED_AFTER, targets=profile()), "FY2016-17Q3")
    (line,) = [each for each in chart_figures(model).series if each.is_target]
    assert line.name == "Target 160, Q3"
    assert [value for value in line.values if value] == [170.0, 165.0, 160.0]


def test_a_break_parts_the_line_and_is_labelled_between_its_figures():
    made = record(LOOKED_AFTER)
    rows = tuple(
        replace(row, mark="b") if row.period.id == "FY2016-17Q2" else row
        for row in made.observations
    )
    model = drawn(replace(made, observations=rows), "FY2016-17Q3")
    (found,) = model.breaks
    assert (found.at.isoformat(), found.label) == (
        "2016-08-15",
        "New definition from Q2 2016/17",
    )
    assert "The line is broken where a new definition begins." in model.notes
    figure = time_series(model, WIDE)
    (label,) = [a for a in figure["layout"]["annotations"] if a["text"] == found.label]
    assert label["x"] == "2016-08-15"
    assert [s["x0"] for s in figure["layout"]["shapes"] if s["type"] == "line"] == ["2016-08-15"]
    later = drawn(replace(made, observations=rows), "FY2016-17Q1")
    assert later.breaks == ()


def test_among_numbers_each_level_keeps_its_name():
    levels = tuple(
        replace(target(TargetRule.AT_MOST, value, number), level=level)
        for level, value, number in zip(
            TargetLevel, ("180", "160", "150"), (516, 459, 430), strict=True
        )
    )
    made = record(LOOKED_AFTER, targets=levels)
    model = drawn(made, "FY2016-17Q3", ChartChoices(measure="number"))
    assert [each.label for each in model.targets] == ["Minimum 516", "Target 459", "Stretch 430"]


def test_a_report_prints_the_target_and_not_its_minimum():
    levels = tuple(
        replace(target(TargetRule.AT_MOST, value, printed=value), level=level)
        for level, value in zip(TargetLevel, ("180", "160", "150"), strict=True)
    )
    made = record(LOOKED_AFTER, targets=levels)
    assert history(made, finding("FY2016-17Q3", made))[-1].figure == "160"


def test_a_near_miss_keeps_its_noun_beside_its_size():
    near = replace(target(TargetRule.AT_MOST, "170.0", 487), tolerance=Decimal(5))
    found = finding("FY2016-17Q3", record(LOOKED_AFTER, targets=(near,)))
    assert "◆ 14 children above target" in str(target_said(found))
    assert found.target.why.endswith("Its tolerance is 5.")


def test_the_chosen_quarters_target_is_named_at_the_edge():
    model = drawn(record(LOOKED_AFTER, targets=profile()), "FY2016-17Q2")
    texts = [each["text"] for each in time_series(model, WIDE)["layout"]["annotations"]]
    assert "Target <b>165</b>, Q2" in texts
