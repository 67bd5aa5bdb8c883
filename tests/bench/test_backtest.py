"""The table of coverage on the About page is what `make backtest` writes."""

import zipfile

from bench.backtest import published, simulated
from bench.published import published_series
from dashboard.pages.about.coverage import COVERAGE, coverage, coverage_rows, coverage_text
from tests.components.test_outlook import texts

ONS = "areacd,areanm,geography,indicator,period,observation,measure,unit\n"


def ons(area, values, form="{}-01-01/P1Y", first=2010):
    return "".join(
        f"{area},Area,LA,Thing,{form.format(year)},{value},Share,%\n"
        for year, value in enumerate(values, start=first)
    )


def test_the_shown_table_has_every_kind_that_is_simulated():
    shown = {(row.method, row.series, row.figures) for row in coverage_rows()}
    made = {(row.method, row.series, row.figures) for row in simulated(runs=20)}
    assert made <= shown
    assert all("simulated" in series or "published" in series for _, series, _ in shown)


def test_every_simulated_kind_holds_as_often_as_was_measured():
    """400 runs of each differ from 8,000 by chance alone."""
    measured = {(row.method, row.series, row.figures): row.shares for row in coverage_rows()}
    for row in simulated(runs=400):
        known = measured[row.method, row.series, row.figures]
        assert all(abs(one - other) <= 9 for one, other in zip(row.shares, known, strict=True)), row


def test_the_file_is_read_as_it_was_written():
    assert coverage_text(coverage_rows()) == COVERAGE.read_text(encoding="utf-8")


def test_published_series_are_runs_of_consecutive_years(tmp_path):
    (tmp_path / "ons.csv").write_text(
        "\ufeff"
        + ONS
        + ons("E1", [1, 2, 3])
        + ons("E1", [7], first=2015)
        + ons("E2", ["x", 5])
        + ons("E3", [9], "{}-01-01/P3Y")
        + ons("E4", [9], "{}-01-01/P1M"),
        encoding="utf-8",
    )
    assert published_series(tmp_path) == {"ONS": [[1, 2, 3], [7], [5]]}


def test_each_layout_is_known(tmp_path):
    with zipfile.ZipFile(tmp_path / "whole.zip", "w") as archive:
        archive.writestr("one.csv", ONS + ons("E1", [1, 2]))
    (tmp_path / "lait.csv").write_text(
        "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
        "A,,2014/15,Blackpool,3,890,NW\nA,,2015/16,Blackpool,4,890,NW\n"
        "A,,2014-16,Blackpool,5,890,NW\nA,,2016/17,Blackpool,-,890,NW\n"
    )
    (tmp_path / "observations.csv").write_text(
        "indicator_id,area_id,period,origin,value\n"
        "x,ours,FY2014-15,reported,6\nx,ours,CY2015,reported,7\nx,ours,FY2015-16Q1,reported,8\n"
    )
    (tmp_path / "ees.csv").write_text(
        "time_period,geographic_level,region_code,new_la_code,la_name,group,rate,count\n"
        "201415,Local authority,,E1,A,All,1.5,c\n201516,Local authority,,E1,A,All,2.5,9\n"
    )
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    assert published_series(tmp_path) == {
        "ONS": [[1, 2]],
        "DfE": [[1.5, 2.5], [9], [3, 4]],
        "this dataset": [[6, 7]],
    }


def test_few_published_windows_are_left_out(tmp_path):
    (tmp_path / "ons.csv").write_text(ONS + ons("E1", range(20)))
    assert list(published([tmp_path])) == []


def test_the_page_says_the_level_and_names_the_methods():
    said = " | ".join(texts(coverage()))
    assert "meant to hold 8 times in 10" in said
    for method in (
        "Pace and swing, figures at a date",
        "Pace and swing, figures for twelve months",
        "Earlier years",
    ):
        assert method in said
    assert "simulated: random walk | 83 / 84 / 84 | " in said
