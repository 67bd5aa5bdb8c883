"""What is doubtful and does not stop a load: which rows, in which words, and how it is accepted."""

import pytest

from dashboard.store.dataset import Store
from dashboard.store.reading.validate import read_folder
from dashboard.store.versions import publish
from tests.pages.screens import screen
from tests.store.folders import QUARTERS, STANDARD, area, figure, indicator, series, target, write
from tests.store.reading.refused import sentences

NINETIES = [91.2, 90.4, 92.0, 91.0, 90.8, 91.5]
COUNTS = [210, 204, 215, 208, 211]


def warnings(folder):
    reading = read_folder(folder)
    assert reading.problems == ()
    return reading.warnings


def observed(values, **more):
    return [figure(period, value, **more) for period, value in zip(QUARTERS, values, strict=False)]


def test_a_fraction_among_percentages(tmp_path):
    folder = write(tmp_path / "data", observations=observed([*NINETIES, "0.931"]))
    (found,) = warnings(folder)
    assert (found.file, found.row, found.column, found.value) == (
        "observations.csv",
        8,
        "value",
        "0.931",
    )
    assert found.what == ("0.931 is less than a fifth of 91, the median of Potholes.")
    assert found.remedy == "If it is a fraction of one, write 93.1."
    assert found.kind == "far-off"
    assert found.key == ("potholes", "wexmouth", "FY2022-23Q3", "reported", "FY2022-23Q3")


@pytest.mark.parametrize(
    ("odd", "says"),
    [
        (2110, "2110 is more than 5 times 210.5, the median of Potholes."),
        (21, "21 is less than a fifth of 209, the median of Potholes."),
    ],
)
def test_a_count_ten_times_too_large_or_too_small(tmp_path, odd, says):
    folder = write(
        tmp_path / "data",
        indicators=[indicator(unit="count")],
        observations=observed([*COUNTS, odd]),
    )
    assert [found.what for found in warnings(folder)] == [says]


@pytest.mark.parametrize(
    "values",
    [
        [210, 204, 215, 2110],
        [*COUNTS, 0, 0],
        [*COUNTS, 1050],
        [*COUNTS, 42],
        [10, -12, 9, -8, 100, -90],
    ],
)
def test_few_figures_zeros_five_times_exactly_and_changes_of_sign_are_no_outliers(tmp_path, values):
    folder = write(
        tmp_path / "data", indicators=[indicator(unit="count")], observations=observed(values)
    )
    assert warnings(folder) == ()


def test_years_are_not_held_against_quarters(tmp_path):
    years = [figure(f"FY20{n}-{n + 1}", 840) for n in range(21, 24)]
    folder = write(
        tmp_path / "data",
        indicators=[indicator(unit="count")],
        observations=[*observed([100, 102, 98, 101, 99, 100]), *years],
    )
    assert warnings(folder) == ()


def test_shares_that_are_all_fractions_name_their_rows_and_each_indicator(tmp_path):
    names = ("potholes", "lights")
    tables = {
        "indicators": [indicator(name, position=n) for n, name in enumerate(names)],
        "observations": [
            row for name in names for row in observed([0.91, 0.88, 0.9], indicator_id=name)
        ],
    }
    folder = write(tmp_path / "data", series=[series(name) for name in names], **tables)
    assert [(found.kind, found.key, found.rows) for found in warnings(folder)] == [
        ("fractions", ("potholes", "reported"), (2, 3, 4)),
        ("fractions", ("lights", "reported"), (5, 6, 7)),
    ]
    write(folder, series=[series(name, small="yes") for name in names], **tables)
    assert warnings(folder) == ()


def test_a_count_that_is_not_whole(tmp_path):
    folder = write(
        tmp_path / "data",
        indicators=[indicator(unit="count")],
        observations=observed([12, 12.5, 13, 12.25]),
    )
    (found,) = warnings(folder)
    assert (found.kind, found.rows, found.what) == (
        "not-whole",
        (3, 5),
        "12.5 of Potholes is a count but not whole.",
    )


def test_a_share_above_100_unless_its_series_allows_it(tmp_path):
    rows = observed([*NINETIES, 103])
    targets = [target("FY2022-23", 105)]
    folder = write(tmp_path / "data", observations=rows, targets=targets)
    assert [(found.file, found.row, found.what) for found in warnings(folder)] == [
        ("observations.csv", 8, "103% of Potholes is above 100%."),
        ("targets.csv", 2, "The target of 105% for Potholes is above 100%."),
    ]
    write(folder, observations=rows, targets=targets, series=[series(above_100="yes")])
    assert warnings(folder) == ()


def test_a_share_so_far_that_falls_is_asked_about(tmp_path):
    folder = write(
        tmp_path / "data",
        series=[series(basis="year_to_date")],
        observations=observed([85.0, 84.0, 86.0, 86.5, 80.0, 79.0]),
    )
    (found,) = warnings(folder)
    assert (found.kind, found.rows) == ("falls", (3, 7))
    assert found.what == (
        "Potholes falls within its year, to 84.0 in Q2 2021/22: is it a year_to_date_average?"
    )


def test_a_count_so_far_that_falls_is_refused_with_each_row(tmp_path):
    folder = write(
        tmp_path / "data",
        indicators=[indicator(unit="count")],
        series=[series(basis="year_to_date", decimals=0)],
        observations=observed([100, 90, 210, 200]),
    )
    one, two = sentences(folder)
    assert one == (
        "observations.csv, row 3, column value: potholes falls from 100 in Q1 2021/22 to 90 in "
        "Q2 2021/22, but a total since 1 April can only grow. Correct the figure. In series.csv, "
        "a figure of each quarter by itself has the basis period, an average so far has "
        "year_to_date_average."
    )
    assert two.startswith("observations.csv, row 5, column value: potholes falls from 210")


def test_a_correction_and_a_break_are_no_fall(tmp_path):
    rows = [
        figure("FY2023-24Q1", 100),
        figure("FY2023-24Q1", 80, release="FY2023-24Q2"),
        figure("FY2023-24Q2", 90),
        figure("FY2023-24Q3", 20, mark="b"),
    ]
    folder = write(
        tmp_path / "data",
        indicators=[indicator(unit="count")],
        series=[series(basis="year_to_date", decimals=0)],
        observations=rows,
    )
    assert read_folder(folder).problems == ()


SEASON = [40, 80, 60, 20]
DRIFT = [31, 28, 30, 33, 29, 32, 27, 31, 30, 28, 32, 29, 31, 30, 28, 39]


def test_a_season_that_is_not_declared_is_asked_about(tmp_path):
    values = [value + n // 4 for n, value in enumerate(SEASON * 4)]
    folder = write(tmp_path / "data", observations=observed(values))
    (found,) = warnings(folder)
    assert (found.kind, found.rows) == ("seasonal", tuple(range(2, 18)))
    assert found.what.endswith("is it seasonal?")
    write(folder, observations=observed(values), series=[series(seasonal="yes")])
    assert warnings(folder) == ()


@pytest.mark.parametrize("values", [DRIFT, [v + n // 4 for n, v in enumerate((SEASON * 4)[:15])]])
def test_noise_and_fifteen_quarters_are_not_asked_about(tmp_path, values):
    folder = write(tmp_path / "data", observations=observed(values))
    assert warnings(folder) == ()


def test_one_line_accepts_one_warning(tmp_path):
    rows = observed([*NINETIES, "0.931", "0.92"])
    folder = write(tmp_path / "data", observations=rows)
    first, second = warnings(folder)
    table, row, kind = first.acceptance.split(",")
    line = {"table": table, "row": row, "warning": kind, "by": "A. Person", "on": "2026-04-20"}
    write(folder, observations=rows, accepted=[line])
    assert warnings(folder) == (second,)
    assert read_folder(folder).notes == ()
    others = [line | {"row": "potholes;reported"}, line, line | {"warning": "above-100"}]
    write(folder, observations=rows, accepted=others)
    assert read_folder(folder).report.splitlines()[-1] == (
        "accepted.csv, rows 2 and 4: The lines match no warning. Remove what is no longer needed, "
        "or correct its table, row or warning."
    )


def test_checks_list_a_warning_once_its_figure_is_known_and_check_prints_it(tmp_path, capsys):
    from dashboard.__main__ import main

    folder = write(
        tmp_path / "data",
        observations=observed([*NINETIES, "0.931", 90.9]),
        areas=[area("wexmouth", "Wexmouth", "council")],
    )
    assert main(["check", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "no problems" in told
    assert "observations.csv, row 8, column value: 0.931 is less than a fifth" in told
    assert (
        "to accept: observations,potholes;wexmouth;FY2022-23Q3;reported;FY2022-23Q3,far-off,NAME"
        in told
    )
    publish(folder, tmp_path / "var")
    dataset = Store(tmp_path / "var").current()
    shown = screen(dataset, "/checks?quarter=FY2022-23Q3").texts["checked.data"]
    assert "Warnings on loading" in shown
    assert "0.931 is less than a fifth of 90.95, the median of Potholes" in shown
    before = screen(dataset, "/checks?quarter=FY2022-23Q2").texts["checked.data"]
    assert "0.931" not in before


def test_a_figure_stated_anew_is_asked_about_from_its_release_on(tmp_path):
    later = figure("FY2021-22Q1", 5000, release="FY2022-23Q2")
    folder = write(
        tmp_path / "data",
        indicators=[indicator(unit="count")],
        observations=[*observed([*COUNTS, 209]), later],
    )
    (found,) = warnings(folder)
    assert (found.row, found.ends) == (8, "2022-09-30")


def test_a_figure_of_another_area_names_it(tmp_path):
    theirs = {"area_id": "england", "origin": "published", "release": ""}
    years = [f"FY20{n}-{n + 1}" for n in range(15, 21)]
    values = (3.4, 3.6, 3.2, 3.5, 3.4, "0.66")
    rows = [figure(year, value, **theirs) for year, value in zip(years, values, strict=True)]
    folder = write(
        tmp_path / "data",
        indicators=[indicator(name="Household waste")],
        series=[series(), series(origin="published")],
        observations=[*observed(NINETIES), *rows],
    )
    (found,) = warnings(folder)
    assert (
        found.what == "0.66 is less than a fifth of 3.4, the median of Household waste (England)."
    )


def test_a_share_of_exactly_1_is_no_fraction(tmp_path):
    folder = write(tmp_path / "data", observations=observed([*NINETIES, 1]))
    (found,) = warnings(folder)
    assert found.remedy == "Check the figure."


def test_checks_count_what_is_about_other_authorities(tmp_path):
    theirs = {"origin": "published", "release": ""}
    years = [f"FY20{n}-{n + 1}" for n in range(15, 21)]
    rows = [
        figure(year, value, area_id=area_id, **theirs)
        for area_id in ("england", "drymouth", "fernby")
        for year, value in zip(years, (34, 36, 32, 35, 34, 6), strict=True)
    ]
    others = [area(name.lower(), name, "authority") for name in ("Drymouth", "Fernby")]
    folder = write(
        tmp_path / "data",
        areas=[*STANDARD["areas"], *others],
        series=[series(), series(origin="published")],
        observations=[*observed(NINETIES), *rows],
    )
    publish(folder, tmp_path / "var")
    dataset = Store(tmp_path / "var").current()
    shown = screen(dataset, "/checks?quarter=FY2022-23Q2").texts
    assert shown["checked.data"].count("the median of") == 1
    assert "the median of Potholes (England)" in shown["checked.data"]
    assert "2 warnings about other authorities are not listed here" in shown["checks-head.children"]
    figures = screen(dataset, "/checks?quarter=FY2022-23Q2&checked=figures").texts
    assert "other authorities" not in figures["checks-head.children"]
