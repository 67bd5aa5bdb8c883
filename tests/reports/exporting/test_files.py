"""What is written, read back: Word by our own reader, slides and workbooks by their libraries."""

import csv
import io
import zipfile
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document
from pptx import Presentation

from dashboard.__main__ import main
from dashboard.domain.facts.period import parse
from dashboard.reports.csv_file import BOM
from dashboard.reports.exporting.content import report_content
from dashboard.reports.exporting.files import KINDS
from dashboard.reports.exporting.word_report import _bookmark_of
from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.rows import plan_import
from dashboard.reports.importing.save import read_tables
from dashboard.reports.importing.source import read_lines
from dashboard.store.dataset import Store
from dashboard.store.versions import publish
from tests.odd_council import write_odd_council
from tests.reports.survived import COLUMNS, REPORTED, rows_of, survived

Q3 = parse("FY2016-17Q3")


def chosen(dataset, which="printed", quarter=Q3, charts=True):
    return report_content(dataset, dataset.catalogue.portfolios, quarter, which, charts)


def made(dataset, kind, **more):
    found = chosen(dataset, **more)
    return KINDS[kind].make(found, dataset.catalogue.council.name, "http://here/print")


def round_trip(dataset, folder, quarter, path):
    """The rows that are read from the Word file that is written of a dataset."""
    path.write_bytes(made(dataset, "docx", quarter=quarter))
    _, tables = read_tables(folder)
    empty = {table: [] for table in REPORTED}
    return plan_import(read_report(read_lines(path)), tables | empty, {})


@pytest.mark.parametrize("table", list(COLUMNS))
def test_an_odd_report_comes_back_too(tmp_path, table):
    folder, quarter = write_odd_council(tmp_path / "odd"), parse("FY2025-26Q2")
    publish(folder, tmp_path / "var")
    dataset = Store(tmp_path / "var").current()
    back = round_trip(dataset, folder, quarter, tmp_path / "report.docx")
    period = {f"FY2025-26Q{number}" for number in (1, 2)}
    ours = [
        row
        for row in rows_of(folder, table)
        if table != "observations" or (row["origin"] == "reported" and row["period"] in period)
    ]
    assert survived(back.rows(table), table) == survived(ours, table)


def test_direction_of_travel_is_recomputed(dataset):
    document = Document(io.BytesIO(made(dataset, "docx")))
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    name = "No. of children looked after / rate of children looked after per 10,000 population"
    place = texts.index("Current vs. Q2 (16/17)", texts.index(name))
    assert texts[place + 5] == "↓ ✔ could be chance", "printed as ↑✓"


def test_the_document_can_be_found_through_and_edited(dataset):
    content = made(dataset, "docx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        body = archive.read("word/document.xml").decode()
        foot = archive.read("word/footer1.xml").decode()
    assert sum(name.startswith("word/charts/chart") for name in names) == 4
    assert sum(name.endswith(".xlsx") for name in names) == 4
    assert body.count("w:tblHeader") == 4 * (1 + 2) + 3
    assert body.count('w:anchor="i_referrals"') == 3, "contents and two references"
    assert body.count("PAGEREF") == 4
    assert body.count("Appendix 5(b) - Exception Reports (Quarter 3 2016/2017)") == 4
    assert 'descr="501 children looked after' in body
    assert "PAGE" in foot
    assert dataset.version in foot
    assert "http://here/print" in foot


def test_without_charts_there_are_none(dataset):
    with zipfile.ZipFile(io.BytesIO(made(dataset, "docx", charts=False))) as archive:
        assert not any("charts" in name for name in archive.namelist())


def test_slides_hold_charts_to_be_edited_and_the_commentary(dataset):
    deck = Presentation(io.BytesIO(made(dataset, "pptx")))
    title, first, *_, last = deck.slides
    assert len(deck.slides) == 6
    headline = "3,039 referrals in 12 months: 748 above target, 490 more than in 2015/16"
    assert first.shapes.title.text_frame.text == headline
    texts = [shape.text_frame.text for shape in first.shapes if shape.has_text_frame]
    assert {"3,039", "✖ Misses its target"} <= set(texts)
    (table,) = [shape.table for shape in first.shapes if shape.has_table]
    assert [tuple(cell.text for cell in row.cells) for row in table.rows][:2] == [
        ("Against target", "✖ 748 referrals above target"),
        ("Since last year end", "▲ 490 referrals, worse, not tested"),
    ]
    (frame,) = [shape for shape in first.shapes if shape.has_chart]
    series = {each.name: list(each.values) for each in frame.chart.plots[0].series}
    assert series["Blackpool"] == [955.6, 884.8, 980.7, 1056.6, 1059.4, None]
    assert series["Target 795.4 (2,291)"] == [None, None, 795.4, 795.4, 795.4, 795.4]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr").startswith("3,039 referrals")
    axis = frame.chart.value_axis
    assert (axis.minimum_scale, axis.maximum_scale, axis.major_unit) == (0.0, 1250.0, 250.0)
    notes = first.notes_slide.notes_text_frame.text
    assert "four weeks into a mapping exercise" in notes
    assert notes.endswith("performance and outcomes for children.")
    assert title.shapes.title.text_frame.text == "All portfolios"
    assert any(s.text_frame.text.startswith("18 indicators: 3 miss") for s in title.shapes)
    assert any(dataset.version in s.text_frame.text for s in last.shapes)


def test_what_the_screen_does_not_join_office_does_not_join(dataset):
    deck = Presentation(io.BytesIO(made(dataset, "pptx")))
    reviews = deck.slides[4]
    (frame,) = [shape for shape in reviews.shapes if shape.has_chart]
    plot = frame.chart.plots[0]
    assert list(plot.categories) == ["2015/16", " ", "Q1 2016/17", "Q2", "Q3", "Q4"]
    assert list(plot.series[0].values) == [54.0, None, 22.7, 38.0, 61.6, None]


def test_a_workbook_holds_numbers_as_numbers_and_no_formula(dataset):
    with zipfile.ZipFile(io.BytesIO(made(dataset, "xlsx"))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        shared = archive.read("xl/sharedStrings.xml").decode()
    assert "<v>174.7</v>" in sheet
    assert "<f>" not in sheet
    assert "no figure from after it is in the file" in shared
    assert dataset.version in shared


def test_the_csv_is_tidy(dataset):
    text = made(dataset, "csv").decode("utf-8")
    assert text.startswith(BOM)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))
    assert {row["as_at"] for row in rows} == {"FY2016-17Q3"}
    assert {row["indicator_id"] for row in rows} == {
        "annual-reviews",
        "referrals",
        "looked-after",
        "repeat-protection-plans",
    }


@pytest.mark.parametrize(
    ("which", "count"), [("printed", 4), ("exceptions", 3), ("others", 13), ("all", 16)]
)
def test_which_indicators_are_in_it(dataset, which, count):
    assert len(chosen(dataset, which=which).findings) == count


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_file_is_fetched_by_its_address(client, kind):
    answer = client.get(
        f"/report.{kind}?portfolio=resilient-communities&quarter=FY2016-17Q3&which=printed"
    )
    assert answer.status_code == 200
    as_at = "FY2016-17Q3-as-at-2016-12-31"
    name = f"{KINDS[kind].what}-resilient-communities-{as_at}.{kind}"
    assert name in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/report.exe", 404),
        ("/report.docx?portfolio=nothing", 404),
        ("/report.docx?quarter=banana", 400),
        ("/report.docx?which=some", 400),
    ],
)
def test_what_is_not_there_is_told(client, address, status):
    assert client.get(address).status_code == status


def test_nothing_of_a_later_quarter_is_in_any_file(dataset):
    text = made(dataset, "csv", quarter=parse("FY2016-17Q2"), which="all").decode("utf-8")
    assert "FY2016-17Q3,reported" not in text
    assert "174.7" not in text
    path = io.BytesIO(made(dataset, "docx", quarter=parse("FY2016-17Q2"), which="all"))
    texts = [c.text for t in Document(path).tables for r in t.rows for c in r.cells]
    assert not any("174.7" in text for text in texts)


def test_the_command_writes_a_file_once(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DASHBOARD_VAR", str(tmp_path / "var"))
    file = tmp_path / "report.docx"
    given = ["report", str(file), "--quarter", "FY2016-17Q3"]
    assert main(given) == 0
    assert "4 indicators as at Q3 2016/17." in capsys.readouterr().out
    assert main(given) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["report", str(tmp_path / "x.pdf")]) == 1
    assert main(["report", str(tmp_path / "x.csv"), "--which", "some"]) == 1
    assert "it is one of printed, exceptions, others, all" in capsys.readouterr().err
    assert main(["report", str(tmp_path / "x.csv"), "--quarter", "FY2090-91Q1"]) == 1
    assert "There are no figures as late as" in capsys.readouterr().err
    assert main(["report", str(tmp_path / "x.csv"), "--portfolio", "nothing"]) == 1
    assert main(["report", str(tmp_path / "x.csv"), "--quarter", "FY2015-16Q4"]) == 1
    assert "No report of Q4 2015/16 is held. Nothing was written" in capsys.readouterr().err
    assert main(["report", str(tmp_path / "no" / "x.csv"), "--quarter", "FY2016-17Q3"]) == 1
    assert "cannot be written: No such file or directory" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.docx"]


def test_the_foot_names_the_dashboard_where_its_address_is_given(tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_VAR", str(tmp_path / "var"))
    file = tmp_path / "report.docx"
    given = ["report", str(file), "--quarter", "FY2016-17Q3", "--address", "http://ours/"]
    assert main(given) == 0
    foot = "\n".join(each.text for each in Document(str(file)).sections[0].footer.paragraphs)
    assert "http://ours/print?portfolio=all&quarter=FY2016-17Q3" in foot


def test_published_statistics_stand_in_the_history_where_they_are_the_figure(dataset):
    economy = dataset.catalogue.portfolio("economy")
    found = report_content(dataset, [economy], Q3, "all", charts=False)
    document = Document(io.BytesIO(KINDS["docx"].make(found, "Ours", "/print")))
    rows = [[cell.text for cell in row.cells] for t in document.tables for row in t.rows]
    place = rows.index(["2012", "2013", "2014", "2015", "2016", "Target"])
    assert rows[place - 1][0] == "Published statistics"
    assert rows[place + 1][-2:] == ["71.1%", ""]


def test_a_file_says_whose_it_is_and_nothing_of_a_template(dataset):
    document = Document(io.BytesIO(made(dataset, "docx")))
    deck = Presentation(io.BytesIO(made(dataset, "pptx")))
    for properties in (document.core_properties, deck.core_properties):
        assert properties.author == properties.last_modified_by == "Blackpool Council"
        assert properties.comments == ""
    for kind in ("docx", "pptx"):
        with zipfile.ZipFile(io.BytesIO(made(dataset, kind))) as archive:
            assert not any("thumbnail" in name for name in archive.namelist())


def test_a_page_begins_with_its_finding_and_verdict(dataset):
    document = Document(io.BytesIO(made(dataset, "docx")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    place = texts.index("Children looked after")
    assert texts[place + 1] == (
        "✖ Misses its target. 501 children looked after: 58 above target, 32 more than in 2015/16"
    )


def test_words_that_stand_elsewhere_are_here_where_that_page_is_not(dataset):
    portfolio = dataset.catalogue.portfolio("resilient-communities")
    found = report_content(dataset, [portfolio], Q3, "printed", charts=False)
    (_, findings), *_ = found.groups
    alone = replace(found, groups=((portfolio, (findings[2],)),))
    document = Document(io.BytesIO(KINDS["docx"].make(alone, "Ours", "")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "The commentary on Referrals to social care:" in texts
    assert any(text.startswith("The Corporate Delivery Unit") for text in texts)
    assert 'w:anchor="i_referrals"' not in document.element.xml


def test_long_names_have_bookmarks_of_their_own():
    one, other = (f"children-subject-to-a-child-protection-plan-{end}" for end in ("again", "long"))
    assert _bookmark_of(one) != _bookmark_of(other)
    assert max(map(len, map(_bookmark_of, (one, other)))) == 40
    assert _bookmark_of("looked-after") == "i_looked_after"


def test_no_word_of_a_later_quarter_is_in_slides_or_workbooks(dataset):
    for kind in ("pptx", "xlsx", "docx"):
        content = made(dataset, kind, quarter=parse("FY2016-17Q2"), which="all")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            whole = b"".join(
                archive.read(name) for name in archive.namelist() if name.endswith(".xml")
            )
        assert b"174.7" not in whole
        assert b"Corporate Delivery Unit" not in whole


def test_the_outlook_has_its_level_on_paper_and_on_slides(dataset):
    said = "8 in 10: 477 to 535, if it moves as it has, indicative; unlikely to meet the target"
    paper = Document(io.BytesIO(made(dataset, "docx")))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    assert f"Outlook for 2016/17, {said}." in texts
    assert "Outlook for 2016/17: about 82% at an even pace." in texts
    deck = Presentation(io.BytesIO(made(dataset, "pptx")))
    cells = [
        cell.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    outlooks = [said for label, said in pairwise(cells) if label.startswith("Outlook, 8 in 10, if")]
    assert "477 to 535 children; unlikely to meet the target" in outlooks
