"""Figures so far this year, which are held against the same quarter of other years."""

import pytest

from dashboard.store.reading.validate import read_folder
from tests.store.folders import figure, indicator, series, write

YEARS = ["FY2019-20", "FY2020-21", "FY2021-22", "FY2022-23", "FY2023-24"]
GROWING = (100, 400, 700, 1000)


def to_date(tmp_path, *changed, years=YEARS, basis="year_to_date"):
    """Four quarters in each year, with some figures in place of ours."""
    values = {f"{year}Q{n}": value for year in years for n, value in enumerate(GROWING, 1)}
    values |= dict(changed)
    folder = write(
        tmp_path / "data",
        indicators=[indicator(unit="count")],
        series=[series(basis=basis, decimals=0)],
        observations=[figure(period, value) for period, value in values.items()],
    )
    return [
        (found.row, found.what) for found in read_folder(folder).warnings if found.kind == "far-off"
    ]


def test_a_first_quarter_is_not_far_off_the_whole_year(tmp_path):
    assert to_date(tmp_path) == []
    found = to_date(tmp_path, basis="period")
    assert found[0] == (2, "100 is less than a fifth of 550, the median of Potholes.")
    assert len(found) == 5


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (
            ("FY2022-23Q1", 501),
            (14, "501 is more than 5 times 100, the median of Potholes in Q1."),
        ),
        (
            ("FY2023-24Q4", 199),
            (21, "199 is less than a fifth of 1000, the median of Potholes in Q4."),
        ),
    ],
)
def test_a_figure_far_off_the_same_quarter_of_other_years(tmp_path, changed, says):
    assert to_date(tmp_path, changed) == [says]


def test_four_years_are_too_few(tmp_path):
    assert to_date(tmp_path, ("FY2022-23Q1", 600), years=YEARS[:4]) == []
