import shutil

import pytest

from dashboard.store.problem import DatasetError
from dashboard.store.validate import read_dataset
from tests.conftest import DATA


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


def change(folder, file, old, new, count=1):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def sentences(folder):
    with pytest.raises(DatasetError) as caught:
        read_dataset(folder)
    return [problem.sentence for problem in caught.value.problems]


def test_the_shipped_dataset_has_no_problem():
    assert len(read_dataset(DATA)) == 9


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,reported,,174.7,501",
            "looked-after,blackpool,FY2016-17Q3,reported,,about 175,501",
            "observations.csv, row 18, column value: “about 175” is not a number. "
            "Write digits with a point, such as 1234.5, without commas, spaces or units.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpool,Q3 2016/17,",
            "observations.csv, row 18, column period: “Q3 2016/17” is not a period. "
            "Write FY2016-17Q3.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpool,Dec-16,",
            "column period: “Dec-16” is a date: a spreadsheet has turned a period into one.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpool,FY2016-17Q2,",
            "row 18, column indicator_id: “looked-after, blackpool, FY2016-17Q2, reported, "
            "FY2016-17Q3” stands already in row 17.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpol,FY2016-17Q3,",
            "column area_id: “blackpol” does not stand in areas.csv. Add it there or correct it; "
            "known are: blackpool, england, north-west, stat-neighbours.",
        ),
        (
            "observations.csv",
            ",174.7,501,,,,,",
            ",174.7,501,,,,c,",
            "row 18, column value: The row has both a value and a symbol.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,reported",
            "looked-after,england,FY2016-17Q3,reported",
            "“england” is not the council, but only the council reports. Write published.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,reported,,",
            "looked-after,blackpool,FY2016-17Q3,reported,2016-01-31,",
            "row 18, column ends: 2016-01-31 lies before FY2016-17Q3 begins.",
        ),
        (
            "series.csv",
            "looked-after,reported,",
            "annual-reviews,published,",
            "looked-after has no series of origin reported. Add a row to series.csv",
        ),
        (
            "indicators.csv",
            ",low,rate,",
            ",lower,rate,",
            "column polarity: “lower” is not known here. Write one of: high, low, neutral.",
        ),
        (
            "targets.csv",
            "at_most,795.4,",
            "at_most,,",
            "targets.csv, row 3, column value: The rule at_most needs a value. Fill it in.",
        ),
        (
            "series.csv",
            ",snapshot,no,1,",
            ",snapshot,perhaps,one,",
            "column basis_inferred: “perhaps” is neither yes nor no.",
        ),
        (
            "areas.csv",
            "england,England,country",
            "england,England,council",
            "areas.csv, column kind: There is not exactly one council.",
        ),
        (
            "portfolios.csv",
            "portfolio_id,name,position",
            "portfolio_id,title,position",
            "portfolios.csv, column name: The column name is missing.",
        ),
        (
            "portfolios.csv",
            "portfolio_id,name,position",
            "portfolio_id,title,position",
            "portfolios.csv: The column “title” is not known. Take it out; the columns are: "
            "portfolio_id,name,position,note.",
        ),
    ],
)
def test_a_problem_is_a_sentence_with_place_value_and_remedy(folder, file, old, new, says):
    change(folder, file, old, new)
    assert any(says in sentence for sentence in sentences(folder)), sentences(folder)


def test_all_problems_come_at_once(folder):
    change(folder, "observations.csv", ",174.7,", ",x,")
    change(folder, "indicators.csv", ",low,rate,", ",lower,rate,")
    (folder / "claims.csv").unlink()
    files = {sentence.split(",")[0].split(":")[0] for sentence in sentences(folder)}
    assert files == {"observations.csv", "indicators.csv", "claims.csv"}


def test_a_file_that_is_not_utf8_is_named(folder):
    (folder / "areas.csv").write_bytes("area_id,name\ncafé".encode("latin-1"))
    assert "areas.csv: The file is not UTF-8. Save it as “CSV UTF-8”." in sentences(folder)


def test_an_empty_file_is_told_its_header(folder):
    (folder / "portfolios.csv").write_text("")
    assert any("It begins with: portfolio_id,name,position" in s for s in sentences(folder))


def test_a_comma_at_the_end_of_every_row_is_told(folder):
    path = folder / "portfolios.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *(f"{row}," for row in rows)]), encoding="utf-8")
    assert sentences(folder) == [
        "portfolios.csv: Rows have more cells than the header. "
        "Write numbers without commas, and put a text with a comma into quotes."
    ]


def test_one_row_with_a_comma_too_many_is_named(folder):
    change(folder, "observations.csv", ",174.7,501", ",1,174.7,501")
    assert any(
        "observations.csv, row 18: The row has 15 cells, the header has 14." in s
        for s in sentences(folder)
    )


def test_rows_and_columns_that_a_spreadsheet_left_empty_do_no_harm(folder):
    path = folder / "portfolios.csv"
    text = path.read_text(encoding="utf-8").replace("note\n", "note,,\n")
    path.write_text(text + ",,,,,\n\n", encoding="utf-8")
    assert len(read_dataset(folder)["portfolios"]) == 4


def test_rows_are_counted_with_the_blank_ones(folder):
    path = folder / "series.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    rows[0] = rows[0].replace("year_to_date", "sometimes")
    path.write_text("\n".join([header, "", *rows]), encoding="utf-8")
    assert any("series.csv, row 3, column basis: “sometimes”" in s for s in sentences(folder))


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("observations.csv", ",174.7,501", ",1e999,501", "“1e999” is not a number."),
        ("observations.csv", ",174.7,501", ",NaN,501", "“NaN” is not a number."),
        (
            "series.csv",
            ",snapshot,no,1,",
            ",snapshot,no,40,",
            "“40” is too many. Write a whole number up to 6.",
        ),
        (
            "claims.csv",
            "FY2016-17Q3,referrals,2,",
            "FY2016-17Q3,referrals,01,",
            "stands already in row",
        ),
        (
            "targets.csv",
            "at_most,795.4,2291,,",
            "between,795.4,2291,700,",
            "The range goes from 795.4 down to 700.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2014-15,",
            "looked-after,blackpool,FY9999-00,",
            "no year from 1900 to 2099",
        ),
    ],
)
def test_what_would_break_a_page_is_refused(folder, file, old, new, says):
    change(folder, file, old, new)
    assert any(says in sentence for sentence in sentences(folder)), sentences(folder)


def test_without_any_figure_of_the_council_there_is_nothing_to_show(folder):
    path = folder / "observations.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if ",blackpool," not in row), encoding="utf-8")
    assert any("The council has no figure yet." in sentence for sentence in sentences(folder))


@pytest.mark.parametrize("table", ["portfolios", "indicators", "series"])
def test_a_table_that_is_needed_has_rows(folder, table):
    path = folder / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert f"{table}.csv: The table has no rows. Give it at least one." in sentences(folder)


def test_a_folder_that_is_not_there(tmp_path):
    assert "There is no such folder." in sentences(tmp_path / "nowhere")[0]


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_another_separator_is_one_problem(folder, sign, name):
    path = folder / "portfolios.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", sign), encoding="utf-8")
    assert sentences(folder) == [
        f"portfolios.csv: The cells are separated by {name}. "
        "Save the file as “CSV UTF-8 (comma delimited)”."
    ]


def test_a_column_that_differs_only_in_capitals_is_meant(folder):
    change(folder, "portfolios.csv", "portfolio_id", "Portfolio ID")
    assert sentences(folder) == [
        "portfolios.csv, column portfolio_id: The column portfolio_id is missing. "
        "Rename “Portfolio ID” to it."
    ]


@pytest.mark.parametrize(
    ("heading", "says"),
    [("", "Column E has cells but no name."), ("name", "The column “name” stands twice.")],
)
def test_a_column_too_many_is_pointed_out(folder, heading, says):
    path = folder / "portfolios.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{header},{heading}", *(f"{row},x" for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert sentences(folder)[0].startswith(f"portfolios.csv: {says}")


def test_a_file_under_a_similar_name_is_pointed_out(folder):
    (folder / "targets.csv").rename(folder / "Targets.xlsx")
    assert sentences(folder) == [
        "targets.csv: The file is missing. "
        "There is a Targets.xlsx: save it as CSV with the name targets.csv."
    ]


def test_one_cause_is_told_once_with_its_count(folder):
    path = folder / "observations.csv"
    text = path.read_text(encoding="utf-8").replace(",england,", ",engeland,")
    path.write_text(text, encoding="utf-8")
    assert len(sentences(folder)) == 1
    assert "“engeland” does not stand in areas.csv. 220 more rows have it." in sentences(folder)[0]
    path.write_text(text.replace(",engeland,", ",Engeland,"), encoding="utf-8")
    assert len(sentences(folder)) == 1
    assert "“Engeland” is not an id. 220 more rows have it." in sentences(folder)[0]
