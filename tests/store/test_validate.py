import shutil

import pytest

from dashboard.domain.period import parse
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
    return list(caught.value.problems)


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
            "looked-after has no series of origin reported. 5 more rows have it. "
            "Add a row to series",
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


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_is_read(folder, encoding):
    path = folder / "areas.csv"
    text = path.read_text(encoding="utf-8").replace("North West", "North West – Région")
    path.write_text(text, encoding=encoding)
    assert "North West – Région" in set(read_dataset(folder)["areas"]["name"])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04workbook", "areas.csv: The file is a workbook and not CSV. Save it as"),
        (b"area_id,name\n\x81", "areas.csv: The file’s letters cannot be read. Save it as"),
        (b"area_id,name\n\0", "areas.csv: The file’s letters cannot be read. Save it as"),
    ],
)
def test_what_is_no_text_is_named(folder, content, says):
    (folder / "areas.csv").write_bytes(content)
    assert any(sentence.startswith(says) for sentence in sentences(folder)), sentences(folder)


def test_spaces_at_the_ends_of_cells_and_headings_do_no_harm(folder):
    change(folder, "observations.csv", ",174.7,501", ", 174.7\u00a0,501 ")
    change(folder, "observations.csv", "area_id,period", "area_id ,period")
    rows = read_dataset(folder)["observations"]
    assert ("174.7", "501") in set(zip(rows["value"], rows["numerator"], strict=True))


def test_an_empty_file_is_told_its_header(folder):
    (folder / "portfolios.csv").write_text("")
    assert any("It begins with: portfolio_id,name,position" in s for s in sentences(folder))


def test_a_comma_at_the_end_of_every_row_is_told(folder):
    path = folder / "portfolios.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *(f"{row}," for row in rows)]), encoding="utf-8")
    assert sentences(folder) == [
        "portfolios.csv, row 2: The row has 5 cells, the header has 4. "
        "Write numbers without commas, and put a text with a comma into quotes."
    ]


def test_a_quotation_mark_that_never_closes_is_told(folder):
    change(folder, "portfolios.csv", "Health and wellbeing", '"Health and wellbeing')
    assert any("A quotation mark is opened and never closed" in s for s in sentences(folder))


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
        (
            "observations.csv",
            ",174.7,501",
            ",1e999,501",
            "“1e999” is not a number: a spreadsheet has shortened one.",
        ),
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
        "Save it as “CSV UTF-8 (comma delimited)”."
    ]


@pytest.mark.parametrize(
    ("header", "says"),
    [
        (str.upper, "The column names are not written as they must be."),
        (lambda header: "Portfolios 2016/17,,,", "The column names are missing."),
    ],
)
def test_a_header_that_is_none_is_one_problem(folder, header, says):
    path = folder / "portfolios.csv"
    first, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header(first), *rows]), encoding="utf-8")
    assert sentences(folder) == [
        f"portfolios.csv, row 1: {says} Begin with: portfolio_id,name,position,note."
    ]


def test_a_downloaded_file_is_recognised_by_its_name(folder):
    (folder / "claims.csv").rename(folder / "claims-039c9e8f.csv")
    assert "There is a claims-039c9e8f.csv: save it as CSV" in sentences(folder)[0]


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


OURS = "looked-after,blackpool,FY2016-17Q3,reported,,174.7,501,"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ('"1,174.7",501', "“1,174.7” has thousands separators. Write 1174.7."),
        ("1 174.7,501", "“1 174.7” has thousands separators. Write 1174.7."),
        ('"174,7",501', "“174,7” has a comma for its decimal point. Write 174.7."),
        (
            "17.4%,501",
            "“17.4%” has a percent sign. Write 17.4; the indicator’s unit says what it is.",
        ),
        ("£174.70,501", "“£174.70” has a pound sign. Write 174.70; the indicator’s unit"),
        ("1.7E+02,501", "“1.7E+02” is not a number: a spreadsheet has shortened one. Format"),
        ("#DIV/0!,501", "“#DIV/0!” is not a number: it is a spreadsheet’s error. Correct"),
        ("0.22699999999999998,501", "“0.22699999999999998” has too many decimals. Round it, as"),
        ("May-04,501", "“May-04” is not a number: a spreadsheet has turned one into a date."),
        ("n/a,501", "“n/a” is not a number. Leave it empty; why there is no value stands in"),
        ("174.7,501.5", "column numerator: “501.5” is a count and not whole. Write how many"),
    ],
)
def test_what_people_write_for_a_number_is_told_with_what_to_write(folder, given, says):
    change(folder, "observations.csv", OURS, OURS.replace("174.7,501", given))
    assert len(sentences(folder)) == 1
    assert "observations.csv, row 18, column" in sentences(folder)[0]
    assert says in sentences(folder)[0]


def test_one_cause_with_many_values_is_told_once(folder):
    path = folder / "observations.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    cells = [row.split(",") for row in rows[:11]]
    for row in cells:
        row[5] += "%" if row[5] else ""
    lines = [header, *(",".join(row) for row in cells), *rows[11:]]
    path.write_text("\n".join(lines), encoding="utf-8")
    (said,) = sentences(folder)
    assert said.startswith("observations.csv, row 2, column value: “54%” has a percent sign.")
    assert "more rows have it. Write 54;" in said


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "observations.csv",
            "annual-reviews,blackpool,FY2015-16,reported,,54,",
            "annual-reviews,blackpool,FY2015-16,reported,,540,",
            "observations.csv, row 2, column value: 540% of annual-reviews is no share of a "
            "whole. Correct it; if the measure may pass 100, make its unit rate",
        ),
        (
            "observations.csv",
            "FY2016-17Q3,reported,,174.7,501,,,,,,FY2016-17Q3",
            "FY2016-17Q3,reported,,174.7,501,,,,,,FY2016-17Q2",
            "row 18, column release: A figure for FY2016-17Q3 cannot have been stated in the "
            "report for FY2016-17Q2. Correct the period or the release.",
        ),
        (
            "targets.csv",
            "looked-after,FY2016-17,",
            "looked-after,FY2061-62,",
            "column period: looked-after has a target for FY2061-62, but no figure near that "
            "year. Correct the year, or add its figures to observations.csv.",
        ),
        (
            "distributions.csv",
            "148,400.125,482.35,689.325,3",
            "148,400.125,782.35,689.325,300",
            "column median: 400.125, 782.35 and 689.325 do not rise. Put the lower quartile",
        ),
        (
            "distributions.csv",
            "148,400.125,482.35,689.325,3",
            "148,400.125,482.35,689.325,300",
            "column rank_from_highest: Rank 300 is beyond the 148 authorities.",
        ),
        (
            "distributions.csv",
            "referrals,English upper-tier authorities,FY2013-14",
            "referrals,english Upper-tier authorities,FY2012-13",
            "“referrals, english Upper-tier authorities, FY2012-13” stands already in row 2, as "
            "“referrals, English upper-tier authorities, FY2012-13”. Keep one;",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,reported,,174.7,501,,,,,,FY2016-17Q3",
            "looked-after,blackpool,FY2061-62Q1,reported,,174.7,501,,,,,,FY2061-62Q1",
            "column ends: There is a figure for FY2061-62Q1, which is not over yet. Correct the",
        ),
        (
            "observations.csv",
            "FY2016-17Q3,reported,,174.7,501",
            "FY2016-17Q3,reported,,174.7,-501",
            "column numerator: -501 of  cannot be counted. Write how many there were.",
        ),
        (
            "observations.csv",
            "annual-reviews,blackpool,FY2015-16,reported,,54,,,",
            "annual-reviews,blackpool,FY2015-16,reported,,54,19,250,",
            "column value: 54% is not 19 of 250. Correct the one that is wrong.",
        ),
        (
            "targets.csv",
            "at_most,153.8,443",
            "at_least,153.8,443",
            "looked-after is to be at_least, but lower is better. Write at_most, or correct",
        ),
        (
            "targets.csv",
            "at_most,153.8,443",
            "at_most,1.538,443",
            "The value 1.538 does not stand in “443 (153.8)”, as printed. Correct the one",
        ),
        (
            "targets.csv",
            "looked-after,FY2016-17,",
            "looked-after,FY2016-17Q3,",
            "is a quarter. Write",
        ),
        (
            "commentary.csv",
            "annual-reviews,FY2016-17Q3,",
            "annual-reviews,FY2016-17,",
            "“FY2016-17” is no quarter. Write the quarter, such as FY2016-17Q3.",
        ),
        (
            "indicators.csv",
            "The council’s own figures",
            "The councilâ€™s own figures",
            "column caveat: “â€™” stands for a damaged letter. Take the file from before",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "LOOKED-AFTER,blackpool,2016–17Q3,",
            "“LOOKED-AFTER” is not an id. Write small letters, digits and hyphens, such as looked-",
        ),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpool,2016–17Q3,",
            "“2016–17Q3” is not a period. Write FY2016-17Q3.",
        ),
        ("indicators.csv", ",low,rate,", ",Low,rate,", "“Low” has capitals. Write low."),
        (
            "observations.csv",
            "looked-after,blackpool,FY2016-17Q3,",
            "looked-after,blackpool,fy2016-17q3,",
            "“fy2016-17q3” is not a period. Write FY2016-17Q3.",
        ),
    ],
)
def test_what_cannot_be_true_is_told(folder, file, old, new, says):
    change(folder, file, old, new)
    assert any(says in sentence for sentence in sentences(folder)), sentences(folder)


def test_a_value_outside_its_own_interval_is_told(folder):
    path = folder / "observations.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    number, row = next((n, r) for n, r in enumerate(rows) if n and r.split(",")[8])
    cells = row.split(",")
    cells[5] = str(float(cells[9]) + 1)
    rows[number] = ",".join(cells)
    path.write_text("\n".join(rows), encoding="utf-8")
    (said,) = sentences(folder)
    assert said.startswith(f"observations.csv, row {number + 1}, column value: {cells[5]} lies")
    assert f"outside its own interval, {cells[8]} to {cells[9]}." in said


def test_a_target_for_the_year_to_come_is_fine(folder):
    change(folder, "targets.csv", "looked-after,FY2016-17,", "looked-after,FY2017-18,")
    assert len(read_dataset(folder)["targets"]) == 4


def test_a_file_pasted_twice_is_one_problem(folder):
    path = folder / "targets.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *rows, *rows]), encoding="utf-8")
    (said,) = sentences(folder)
    assert "stands already in row 2. 3 more rows have it. Keep one;" in said


def test_shares_that_are_all_fractions_are_told(folder):
    path = folder / "observations.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    changed = []
    for row in rows:
        cells = row.split(",")
        if cells[0] == "annual-reviews" and cells[5]:
            cells[5] = f"{float(cells[5]) / 100:.3f}"
        changed.append(",".join(cells))
    path.write_text("\n".join(changed), encoding="utf-8")
    (said,) = sentences(folder)
    assert "Every share of annual-reviews is 1 or less, as 0.540 is. 3 more rows" in said


def test_a_blank_line_of_a_spreadsheet_parts_paragraphs_too(folder):
    from dashboard.domain.record import Commentary

    written = Commentary(parse("FY2016-17Q3"), 1, "one\r\n \r\ntwo\nstill two", "", "", "")
    assert written.paragraphs == ("one", "two\nstill two")
