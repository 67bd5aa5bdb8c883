import pytest

from dashboard.store.reading.problem import DatasetError
from dashboard.store.reading.validate import read_dataset
from dashboard.store.schema import TABLES
from tests.conftest import DATA
from tests.store.reading.refused import change, sentences


def test_the_shipped_dataset_has_no_problem():
    assert set(read_dataset(DATA)) == {spec.name for spec in TABLES}


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
            "FY2016-17Q3” is already in row 17.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpol,FY2016-17Q3,",
            "column area_id: “blackpol” is not in areas.csv. Add it there or correct it; "
            "that table has: blackpool, england, north-west, stat-neighbours.",
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
            "“england” is not the council: only the council’s own figures are reported. "
            "Write published.",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,reported,,",
            "looked-after,blackpool,FY2016-17Q3,reported,2016-01-31,",
            "row 18, column ends: 2016-01-31 is before FY2016-17Q3 begins.",
        ),
        (
            "series.csv",
            "looked-after,reported,",
            "annual-reviews,published,",
            "observations.csv, rows 14 to 19, column origin: looked-after has reported figures, "
            "but series.csv has no such row. Add the row",
        ),
        (
            "indicators.csv",
            ",low,rate,",
            ",lower,rate,",
            "column polarity: “lower” is not one of the choices. Write one of: high, low, neutral.",
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
            "areas.csv, column kind: There must be exactly one council.",
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
            "portfolios.csv: The column “title” is not known. Remove it; the columns are: "
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


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "observations.csv",
            ",174.7,501",
            ",1e999,501",
            "“1e999” is not a number: a spreadsheet has shortened it.",
        ),
        ("observations.csv", ",174.7,501", ",NaN,501", "“NaN” is not a number."),
        (
            "series.csv",
            ",snapshot,no,1,",
            ",snapshot,no,40,",
            "“40” is too large. Write a whole number up to 6.",
        ),
        (
            "claims.csv",
            "FY2016-17Q3,referrals,2,",
            "FY2016-17Q3,referrals,01,",
            "is already in row",
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
    assert any("The council has no figures yet." in sentence for sentence in sentences(folder))


@pytest.mark.parametrize("table", ["portfolios", "indicators", "series"])
def test_a_table_that_is_needed_has_rows(folder, table):
    path = folder / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert f"{table}.csv: The table has no rows. Give it at least one." in sentences(folder)


def test_one_cause_is_told_once_with_all_its_rows(folder):
    path = folder / "observations.csv"
    text = path.read_text(encoding="utf-8").replace(",england,", ",engeland,")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        read_dataset(folder)
    (problem,) = caught.value.problems
    assert len(problem.rows) == 221
    assert problem.what == "“engeland” is not in areas.csv."
    assert problem.value == "engeland"
    path.write_text(text.replace(",engeland,", ",Engeland,"), encoding="utf-8")
    (said,) = sentences(folder)
    assert "“Engeland” is not an id." in said


def test_indicators_that_are_wrong_alike_are_each_named(folder):
    change(folder, "targets.csv", "at_most,153.8,443", "at_least,153.8,443")
    change(folder, "targets.csv", "at_most,795.4,2291", "at_least,795.4,2291")
    said = sentences(folder)
    assert [each.split(" is at_least")[0] for each in said] == [
        "targets.csv, row 3, column rule: The target for referrals",
        "targets.csv, row 4, column rule: The target for looked-after",
    ]
