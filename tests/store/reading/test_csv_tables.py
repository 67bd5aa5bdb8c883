import pytest

from dashboard.domain.facts.period import parse
from dashboard.store.reading.validate import read_dataset
from tests.store.reading.refused import change, sentences


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_is_read(folder, encoding):
    path = folder / "areas.csv"
    text = path.read_text(encoding="utf-8").replace("North West", "North West – Région")
    path.write_text(text, encoding=encoding)
    assert "North West – Région" in set(read_dataset(folder)["areas"]["name"])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04workbook", "areas.csv: The file is a workbook, not CSV. Save it as"),
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
    assert any("Begin with: portfolio_id,name,position,note." in s for s in sentences(folder))


def test_a_comma_at_the_end_of_every_row_is_told(folder):
    path = folder / "portfolios.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *(f"{row}," for row in rows), ""]), encoding="utf-8")
    assert sentences(folder) == [
        "portfolios.csv, row 2: The row has 5 cells, the header has 4. "
        "Write numbers without commas, and put text that has a comma in quotes."
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
    path.write_text("\n".join([header, "", *rows, ""]), encoding="utf-8")
    assert any("series.csv, row 3, column basis: “sometimes”" in s for s in sentences(folder))


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
        (str.upper, "The column names are not spelt as expected."),
        (lambda header: "Portfolios 2016/17,,,", "The column names are missing."),
    ],
)
def test_a_header_that_is_none_is_one_problem(folder, header, says):
    path = folder / "portfolios.csv"
    first, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header(first), *rows, ""]), encoding="utf-8")
    assert sentences(folder) == [
        f"portfolios.csv, row 1: {says} Begin with: portfolio_id,name,position,note."
    ]


@pytest.mark.parametrize("name", ["frequency", "Frequency "])
def test_a_column_that_is_no_longer_used_is_ignored(folder, name):
    path = folder / "indicators.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{name},{header}", *(f"monthly,{row}" for row in rows)]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    indicators = read_dataset(folder)["indicators"]
    assert "frequency" not in {column.strip().lower() for column in indicators.columns}
    assert indicators["indicator_id"][0] == "annual-reviews"


def test_a_former_column_of_one_table_is_unknown_in_another(folder):
    path = folder / "areas.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{header},frequency", *(f"{row},quarter" for row in rows)]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert sentences(folder) == [
        "areas.csv: The column “frequency” is not known. "
        "Remove it; the columns are: area_id,name,kind,code,caveat."
    ]


def test_a_downloaded_file_is_recognised_by_its_name(folder):
    (folder / "claims.csv").rename(folder / "claims-039c9e8f.csv")
    assert "There is a claims-039c9e8f.csv: save it as CSV" in sentences(folder)[0]


def test_a_column_that_differs_only_in_capitals_is_meant(folder):
    change(folder, "portfolios.csv", "portfolio_id", "Portfolio ID")
    assert sentences(folder) == [
        "portfolios.csv, column portfolio_id: The column portfolio_id is missing. "
        "Rename “Portfolio ID” to portfolio_id."
    ]


@pytest.mark.parametrize(
    ("heading", "says"),
    [("", "Column E has cells but no name."), ("name", "The column “name” appears twice.")],
)
def test_a_column_too_many_is_pointed_out(folder, heading, says):
    path = folder / "portfolios.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{header},{heading}", *(f"{row},x" for row in rows)]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert sentences(folder)[0].startswith(f"portfolios.csv: {says}")


@pytest.mark.parametrize(("before", "letter"), [(1, "F"), (21, "Z"), (22, "AA")])
def test_a_column_without_a_name_has_its_letter_behind_empty_columns(folder, before, letter):
    path = folder / "portfolios.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    commas = "," * (before + 1)
    lines = [f"{header}{commas}", *(f"{row}{commas}x" for row in rows)]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert sentences(folder)[0].startswith(f"portfolios.csv: Column {letter} has cells but no")


def test_a_file_under_a_similar_name_is_pointed_out(folder):
    (folder / "targets.csv").rename(folder / "Targets.xlsx")
    assert sentences(folder) == [
        "targets.csv: The file is missing. "
        "There is a Targets.xlsx: save it as CSV under the name targets.csv."
    ]


def test_a_blank_line_of_a_spreadsheet_parts_paragraphs_too(folder):
    from dashboard.domain.facts.record import Commentary

    written = Commentary(parse("FY2016-17Q3"), 1, "one\r\n \r\ntwo\nstill two", "", "", None)
    assert written.paragraphs == ("one", "two\nstill two")


def test_rows_that_lack_cells_are_refused_and_named(folder):
    path = folder / "portfolios.csv"
    header, first, second, *rows = path.read_text(encoding="utf-8").splitlines()
    short = [first.rpartition(",")[0], "," * 9, second.rpartition(",")[0]]
    path.write_text("\n".join([header, *short, *rows, ""]), encoding="utf-8")
    assert sentences(folder) == [
        "portfolios.csv, rows 2 and 4: The row has 3 cells, the header has 4. Save the whole file "
        "again: every row needs all its commas, and an end of line."
    ]


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_file_without_an_end_of_line_at_its_end_is_refused(folder, cut):
    path = folder / "portfolios.csv"
    path.write_bytes(path.read_bytes()[:-cut])
    (said,) = sentences(folder)
    assert said.startswith(
        "portfolios.csv, row 5: The last row has no end of line, as if the file were cut off there."
    )


def test_windows_ends_of_line_are_ends_of_line(folder):
    path = folder / "portfolios.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(read_dataset(folder)["portfolios"]) == 4
