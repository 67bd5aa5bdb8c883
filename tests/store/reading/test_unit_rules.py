"""A unit that changes from a quarter on needs a break, or 33% would be compared with 34."""

import pytest

from dashboard.store.reading.validate import read_folder
from tests.store.folders import area, figure, indicator, series, write
from tests.store.reading.refused import sentences

FIRST = "FY2022-23Q1"
OLD = indicator()
COUNT = indicator(unit="count", **{"from": FIRST})
BEFORE = [figure("FY2021-22Q3", 33), figure("FY2021-22Q4", 35)]
SAID = (
    "observations.csv, row {row}, column mark: {name} changes its unit from percent (Q4 2021/22) "
    "to count (Q1 2022/23), but its series has no break there. Write b as the mark of the first "
    "figure in the new unit."
)


def test_each_indicator_without_a_break_is_named(tmp_path):
    lights = {"indicator_id": "lights", "name": "Lights"}
    rows = [*BEFORE, figure(FIRST, 34), figure("FY2022-23Q2", 36)]
    folder = write(
        tmp_path / "data",
        indicators=[OLD, COUNT, OLD | lights, COUNT | lights],
        series=[series(), series("lights")],
        observations=[*rows, *(row | {"indicator_id": "lights"} for row in rows)],
    )
    assert sentences(folder) == [
        SAID.format(row=4, name="potholes"),
        SAID.format(row=8, name="lights"),
    ]


def test_one_problem_names_the_rows_of_every_area(tmp_path):
    theirs = {"area_id": "england", "origin": "published", "release": ""}
    rows = [*BEFORE, figure(FIRST, 34)]
    folder = write(
        tmp_path / "data",
        indicators=[OLD, COUNT],
        series=[series(), series(origin="published")],
        areas=[area("wexmouth", "Wexmouth", "council"), area("england", "England", "country")],
        observations=[*rows, *(row | theirs for row in rows)],
    )
    (said,) = sentences(folder)
    assert said.startswith("observations.csv, rows 4 and 7, column mark: potholes changes its unit")


@pytest.mark.parametrize(
    "after",
    [
        [figure(FIRST, 34, mark="b"), figure("FY2022-23Q2", 36)],
        [figure(FIRST, "", symbol="x"), figure("FY2022-23Q2", 36, mark="b")],
        [],
    ],
)
def test_a_break_or_no_figure_yet_in_the_new_unit_is_no_problem(tmp_path, after):
    folder = write(tmp_path / "data", indicators=[OLD, COUNT], observations=[*BEFORE, *after])
    assert read_folder(folder).problems == ()


def test_a_year_needs_no_mark_beside_its_last_quarter(tmp_path):
    new = COUNT | {"from": "FY2021-22Q4"}
    rows = [BEFORE[0], figure("FY2021-22", 140), figure("FY2021-22Q4", 35, mark="b")]
    folder = write(tmp_path / "data", indicators=[OLD, new], observations=rows)
    assert read_folder(folder).problems == ()


def test_a_mark_that_only_a_later_release_adds_is_not_enough(tmp_path):
    rows = [*BEFORE, figure(FIRST, 34), figure(FIRST, 34, mark="b", release="FY2022-23Q2")]
    folder = write(tmp_path / "data", indicators=[OLD, COUNT], observations=rows)
    assert sentences(folder) == [SAID.format(row=4, name="potholes")]


def test_another_word_of_the_unit_other_is_another_unit(tmp_path):
    days = indicator(unit="other", unit_word="day/days")
    weeks = indicator(unit="other", unit_word="week/weeks", **{"from": FIRST})
    folder = write(
        tmp_path / "data", indicators=[days, weeks], observations=[*BEFORE, figure(FIRST, 5)]
    )
    (said,) = sentences(folder)
    assert "from day/days (Q4 2021/22) to week/weeks (Q1 2022/23)" in said
