"""Dates as British spreadsheets write them, float noise, and areas that share a name."""

import pytest

from dashboard.store.reading.tidy import day, is_noisy, without_noise
from dashboard.store.reading.validate import read_dataset, read_folder
from tests.store.folders import STANDARD, area, figure, indicator, series, write
from tests.store.reading.refused import sentences


@pytest.mark.parametrize(
    "written",
    [
        "20/04/2026",
        "20/4/26",
        "20-Apr-26",
        "20-Apr-2026",
        "20 Apr 2026",
        "20 April 2026",
        "20.04.2026",
        "2026-04-20",
    ],
)
def test_a_day_as_excel_writes_it(written):
    assert day(written) == "2026-04-20"


@pytest.mark.parametrize("written", ["04/20/2026", "31/02/2026", "Apr-26", "soon", ""])
def test_what_is_no_day_stays_as_it_is(written):
    assert day(written) == written


def test_dates_are_taken_wherever_one_stands(tmp_path):
    rows = [figure("FY2023-24Q1", 91.2, ends="30/06/2023")]
    words = {
        "indicator_id": "potholes",
        "period": "FY2023-24Q1",
        "version": 1,
        "body": "As planned.",
        "summary": "",
        "see": "",
        "author": "",
        "written_at": "20-Jul-23",
        "source": "a return",
    }
    frames = read_dataset(write(tmp_path / "data", observations=rows, commentary=[words]))
    assert list(frames["observations"]["ends"]) == ["2023-06-30"]
    assert list(frames["commentary"]["written_at"]) == ["2023-07-20"]


def test_a_date_of_another_country_is_refused(tmp_path):
    rows = [figure("FY2023-24Q1", 91.2, ends="06/30/2023")]
    (said,) = sentences(write(tmp_path / "data", observations=rows))
    assert "column ends: “06/30/2023” is not a date. Write it as 2016-12-31 or 31/12/2016." in said


@pytest.mark.parametrize(
    ("text", "decimals", "meant"),
    [
        ("13.600000000000001", 1, "13.6"),
        ("13.600000000000001", 2, "13.60"),
        ("139.59999999999999", 1, "139.6"),
        ("0.14999999999999999", 1, "0.2"),
        ("-0.30000000000000004", 1, "-0.3"),
        ("1234567.6000000001", 0, "1234568"),
        ("33.3333333333333", 1, "33.3"),
        ("501.00000000000006", 6, "501"),
        ("4.7980000000000002E-2", 3, "0.048"),
        ("4.7980000000000002E-2", 6, "0.04798"),
        ("1.2345678901e+05", 1, "123456.8"),
        ("-2.7755575615628914E-17", 1, "0.0"),
        ("-2.7755575615628914E-17", 6, "0"),
        ("123456789012345.67E0", 0, "123456789012346"),
    ],
)
def test_noise_is_rounded_half_up_to_the_decimals_of_the_series(text, decimals, meant):
    assert is_noisy(text)
    assert without_noise(text, decimals) == meant


SHORT = ["1.2E+05", "1E5", "1.23456789E-2", "1.234567890123E+300"]


@pytest.mark.parametrize(
    "text", ["13.6", "0.0000001", "100000000000000.000", "33.333333", "x", "", *SHORT]
)
def test_a_plain_number_has_no_noise(text):
    assert not is_noisy(text)


def test_a_note_tells_of_each_series_with_numbers_that_are_read_otherwise(tmp_path):
    rows = [
        figure("FY2023-24Q1", "13.600000000000001", numerator="7.0000000000000001"),
        figure("FY2023-24Q2", "13.7"),
        figure("FY2023-24Q3", "13.800000000000001"),
        figure("FY2023-24Q4", "13.900000000000001"),
    ]
    reading = read_folder(write(tmp_path / "data", observations=rows))
    assert list(reading.valid()["observations"]["value"]) == ["13.6", "13.7", "13.8", "13.9"]
    assert list(reading.frames["observations"]["numerator"]) == ["7", "", "", ""]
    assert [note.sentence.split(" A spreadsheet")[0] for note in reading.notes] == [
        "observations.csv, row 2, column value: “13.600000000000001” is read as 13.6, and so are 2 "
        "more rows of potholes (reported).",
        "observations.csv, row 2, column numerator: “7.0000000000000001” is read as 7.",
    ]
    assert "“13.600000000000001” is read as 13.6, and so are 2 more rows" in reading.report


def test_the_mean_of_neighbours_has_decimals_of_its_own(tmp_path):
    near = area("near", "Nearest neighbours", "neighbours")
    rows = [
        figure("FY2022-23", "50.000000000000007", origin="published", release=""),
        figure("FY2022-23", "50.280000000000001", origin="published", release="", area_id="near"),
    ]
    folder = write(
        tmp_path / "data",
        indicators=[indicator()],
        series=[series(origin="published", decimals=0, mean_decimals=1)],
        areas=[*STANDARD["areas"], near],
        observations=rows,
    )
    assert list(read_dataset(folder)["observations"]["value"]) == ["50", "50.3"]


def test_two_areas_of_one_name_are_refused_and_both_named(tmp_path):
    areas = [
        area("fife", "Fife", "council"),
        area("fife-region", "fife ", "region"),
        area("england", "England", "country"),
    ]
    rows = [figure("FY2023-24Q1", 91.2, area_id="fife")]
    (said,) = sentences(write(tmp_path / "data", areas=areas, observations=rows))
    assert said == (
        "areas.csv, rows 2 to 3, column name: “Fife” is the name of fife (council) and of "
        "fife-region (region). Give each a name of its own, such as “Fife Council” and “Fife "
        "region”."
    )
