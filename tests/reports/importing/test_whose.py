"""Another council's report is told, and not written without being told to."""

import shutil

import pytest
from docx import Document

from dashboard.__main__ import main
from dashboard.reports.importing.line import line
from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.source import read_lines
from dashboard.reports.importing.whose import council_in, is_named
from tests.conftest import DATA
from tests.reports.importing.word_document import paragraph, row, save, table

NAMED = "Indicator\tGood to be"
ROWS = (NAMED, "Bins missed\tLow", "\tQ3\tQ4", "Actual\t5\t6")


def text_of(*rows, title="Millbrook Borough Council Performance Report (Quarter 4 2016/17)"):
    return "\n".join((title, *(rows or ROWS)))


def whose(*texts, council="Blackpool Council"):
    lines = [line(f"line {n}", text) for n, text in enumerate(texts, 1)]
    return read_report(lines, council=council).other_council


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("Millbrook Borough Council Performance Report (Quarter 4 2016/17)", "Millbrook Borough"),
        ("Performance Report of Millbrook Council, Q3 2016/17", "Millbrook"),
        ("Appendix 5(b) - Exception Reports, Bath and North East Somerset Council", "Bath and"),
        ("EXCEPTION REPORTS MILLBROOK COUNCIL Q3 2016/17", "MILLBROOK"),
        ("London Borough of Camden: performance, Q3 2016/17", "London Borough of Camden"),
        ("City of Westminster Performance Report Q1 2016/17", "City of Westminster"),
        ("Stoke-on-Trent City Council", "Stoke-on-Trent City"),
        ("Blackburn with Darwen Council", "Blackburn with Darwen Council"),
        ("Northshire Metropolitan Borough", "Northshire Metropolitan Borough"),
        ("NORTHSHIRE METROPOLITAN BOROUGH PERFORMANCE", "NORTHSHIRE METROPOLITAN BOROUGH"),
        ("Northshire MBC: Performance", "Northshire MBC"),
        ("ROYAL BOROUGH OF NORTHSHIRE", "ROYAL BOROUGH OF NORTHSHIRE"),
    ],
)
def test_the_council_that_a_title_names(text, council):
    assert council_in(text).startswith(council)


@pytest.mark.parametrize(
    "text",
    [
        "Exception Reports (Quarter 3 2016/2017)",
        "Council Performance Report (Quarter 3 2016/2017)",
        "Full Council Performance Report Q3 2016/17",
        "Borough Council performance, Q3 2016/17",
        "Report to Council, Q3 2016/17",
        "Revenues and Council Tax Performance Q3 2016/17",
        "Corporate Council Plan Performance Report Q3 2016/17",
        "Our Council: Quarterly Performance Report",
        "An Efficient Council",
        "A City of Culture",
        "Joint services with Northshire County Council",
        "Performance against the Royal Borough of Northshire",
    ],
)
def test_a_title_that_names_none(text):
    assert council_in(text) == ""


@pytest.mark.parametrize(
    ("council", "text", "named"),
    [
        ("Blackpool Council", "Blackpool Performance Report Q3", True),
        ("London Borough of Camden", "Camden Council Performance Report", True),
        ("Our Council", "Your Council Performance Report", False),
        ("Our Council", "How our services did", False),
        ("Our Council", "Our Council performance", True),
        ("Blackpool Council", "Services shared with Blackpool", False),
        ("Bath & North East Somerset Council", "Bath and North East Somerset, Q3", True),
        ("Blackpool Council", "Blackburn Council, Q3", False),
    ],
)
def test_ours_is_known_by_its_name_without_its_kind(council, text, named):
    assert is_named(council, text) is named


def test_a_title_or_a_line_alone_names_another():
    assert whose(*text_of().split("\n")) == "Millbrook Borough Council"
    title = "Performance Report (Quarter 4 2016/17)"
    assert whose("Millbrook Borough Council", title, *ROWS) == "Millbrook Borough Council"
    assert whose(title, *ROWS) == ""
    assert whose("Blackpool Council", text_of().split("\n")[0], *ROWS) == ""


TITLED = ("Performance Report (Quarter 4 2016/17)", "", "**RESOURCES**", "", *ROWS)


def test_a_name_ends_where_the_rest_of_a_title_begins():
    assert council_in("City of Westminster Performance Report Q1") == "City of Westminster"
    assert council_in("Royal Borough of Kensington and Chelsea: Q1") == (
        "Royal Borough of Kensington and Chelsea"
    )


@pytest.mark.parametrize(
    ("council", "first", "other"),
    [
        (
            *("Our Council", "Performance report of Northshire District Council"),
            "Northshire District Council",
        ),
        (
            *("Our Council", "Royal Borough of Northshire performance"),
            "Royal Borough of Northshire",
        ),
        ("Our Council", "Northshire Metropolitan Borough", "Northshire Metropolitan Borough"),
        ("Our Council", "Northshire County Council", "Northshire County Council"),
        ("Ashdale Council", "NORTHSHIRE COUNCIL", "NORTHSHIRE COUNCIL"),
        ("Ashdale Council", "ASHDALE COUNCIL", ""),
        ("Our Council", "How our services did", ""),
        ("Our Council", "Waste is collected with Northshire County Council.", ""),
        ("Our Council", "Northshire Council spent more than we did in the year.", ""),
        ("Our Council", "Northshire Council\t45%", ""),
    ],
)
def test_a_line_before_the_first_indicator(council, first, other):
    assert whose(first, "", *TITLED, council=council) == other


def test_a_sentence_over_several_lines_names_none():
    prose = "In the year the number of homes grew, which is as much as it is in the county of"
    assert whose(prose, "Northshire Council, as it did before.", "", *TITLED) == ""
    assert whose(prose, "Northshire Council, which did not build", "any.", "", *TITLED) == ""


@pytest.mark.parametrize(
    "said",
    [
        "Fewer were missed, with Northshire County Council",
        "Northshire County Council missed more than Blackpool did",
        "Performance report of Northshire County Council",
    ],
)
def test_a_commentary_may_name_a_neighbour(said):
    assert whose(*TITLED, "Commentary", said) == ""


@pytest.mark.parametrize("place", ["header", "footer"])
def test_the_head_or_foot_of_a_page(tmp_path, place):
    path = save(tmp_path / "report.docx", *map(paragraph, TITLED[:1]), table(*map(cells, ROWS)))
    document = Document(str(path))
    getattr(document.sections[0], place).paragraphs[0].text = "Northshire Metropolitan Borough, 1"
    document.save(str(path))
    lines = read_lines(path)
    assert read_report(lines, council="Ashdale Council").other_council == (
        "Northshire Metropolitan Borough"
    )
    assert read_report(lines, council="Northshire Council").other_council == ""


def cells(text):
    return row(*text.split("\t"))


def test_rows_that_bear_another_council_s_name_and_none_ours():
    title = "Performance Report (Quarter 4 2016/17)"
    rows = [NAMED, "Bins missed\tLow", "\tQ3\tQ4", "Millbrook Borough Council\t5\t6"]
    assert whose(title, *rows) == "Millbrook Borough Council"
    assert whose(title, *rows, "Actual\t7\t8") == ""
    assert whose(title, *rows, "Blackpool\t7\t8") == ""


def test_it_is_shown_and_written_only_when_told_to(tmp_path, capsys):
    folder = shutil.copytree(DATA, tmp_path / "data")
    report = tmp_path / "report.txt"
    report.write_text(text_of(), encoding="utf-8")
    asked = ["read", str(report), "--data", str(folder)]
    before = (folder / "observations.csv").read_bytes()
    assert main(asked) == 0
    assert (
        "The report is of Millbrook Borough Council, the dataset of Blackpool Council: --write "
        "adds its rows only with --council-is-ours."
    ) in capsys.readouterr().out
    assert main([*asked, "--write"]) == 1
    assert (
        "The report is of Millbrook Borough Council, the dataset of Blackpool Council: nothing is "
        "written. If they are the same council, add --council-is-ours."
    ) in capsys.readouterr().err
    assert (folder / "observations.csv").read_bytes() == before
    assert main([*asked, "--write", "--council-is-ours"]) == 0
    assert (folder / "observations.csv").read_bytes() != before


def test_our_own_report_needs_no_word(tmp_path, capsys):
    folder = shutil.copytree(DATA, tmp_path / "data")
    report = tmp_path / "report.txt"
    title = "Blackpool Council Performance Report (Quarter 4 2016/17)"
    report.write_text(text_of(title=title), encoding="utf-8")
    assert main(["read", str(report), "--data", str(folder), "--write"]) == 0
    assert "council-is-ours" not in capsys.readouterr().out
