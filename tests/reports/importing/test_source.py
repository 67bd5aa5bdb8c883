"""Files that are reports, and files that are not: one clear sentence each."""

import zipfile

import pytest
from docx import Document

from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.source import LARGEST_TEXT, UnreadableReportError, read_lines
from tests.reports.importing.test_report import SHIPPED


def formatted(lines, path):
    """The lines of the shipped document as Word: tables where cells are parted by tabs."""
    document = Document()
    rows = []

    def table():
        if rows:
            made = document.add_table(len(rows), max(map(len, rows)))
            for number, cells in enumerate(rows):
                for place, text in enumerate(cells):
                    made.cell(number, place).text = text
            rows.clear()

    for text in lines:
        if "\t" in text:
            rows.append(text.split("\t"))
            continue
        table()
        paragraph = document.add_paragraph()
        bold = text.startswith("**CABINET") or text.startswith("(RESILIENT")
        paragraph.add_run(text.strip("*") if bold else text).bold = bold
    table()
    document.save(str(path))
    return path


def test_the_same_report_in_word_reads_the_same(tmp_path):
    text = SHIPPED.read_text(encoding="utf-8")
    from_word = read_report(read_lines(formatted(text.splitlines(), tmp_path / "report.docx")))
    from_text = read_report(read_lines(SHIPPED))
    assert from_word.release == from_text.release
    for word, plain in zip(from_word.indicators, from_text.indicators, strict=True):
        assert (word.portfolio, word.name, word.polarity) == (
            plain.portfolio,
            plain.name,
            plain.polarity,
        )
        assert [f.figure for f in word.table.figures] == [f.figure for f in plain.table.figures]
        assert [t.target for t in word.table.targets] == [t.target for t in plain.table.targets]
        assert [c.printed for c in word.claims] == [c.printed for c in plain.claims]
        assert word.commentary.body == plain.commentary.body
        assert word.table.figures[0].place.startswith("table ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_what_windows_writes(tmp_path, encoding):
    path = tmp_path / "report.txt"
    path.write_text("Report (Quarter 1 2016/17)\nthe service’s", encoding=encoding)
    assert [line.text for line in read_lines(path)][1] == "the service’s"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("report.pdf", b"%PDF-1.7", "is a PDF. Save the report as Word"),
        ("report.xyz", b"x", "neither a .docx nor a .txt"),
        ("report.txt", b"", "is empty"),
        (
            "report.txt",
            b"One\nThe service\x92s \xa35",
            "UTF-8 .line 2: “The service’s £5”. but in an old",
        ),
        ("report.txt", b"x" * 50_001, "line 1 has 50,001 letters; a report’s has at most 50,000"),
        ("report.txt", b"%PDF-1.7", "is not text but a PDF; save the report as Word"),
        ("report.txt", b"PK\x03\x04abc", "is not text but a zip file"),
        ("report.txt", b"ab\x00cd", "it holds zero bytes"),
        ("report.txt", b"x" * (LARGEST_TEXT + 1), "has 2.0 MB of text"),
        ("report.docx", b"PK\x03\x04abc", "may have been cut off"),
        ("report.docx", b"hello", "may have been cut off"),
        ("report.docx", b"\xd0\xcf\x11\xe0abcd", "old or encrypted Office file"),
        ("report.docm", b"PK\x03\x04", "holds macros"),
    ],
)
def test_what_is_no_report_is_told_what_it_is(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableReportError, match=says):
        read_lines(path)


def archive(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


RELATIONS = '<Relationships><Relationship Target="{}"/></Relationships>'
WORD = {
    "[Content_Types].xml": "",
    "_rels/.rels": RELATIONS.format("word/document.xml"),
    "word/document.xml": "<x/>",
}


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a.txt": "hello"}, "a zip file, but not a Word document"),
        ({"word/document.xml": "<x/>", "word/vbaProject.bin": "x"}, "holds macros"),
        (WORD | {"word/media/a.png": b" " * 120_000_000}, "would unpack to 120 MB"),
        (WORD | {"word/styles.xml": b" " * 17_000_000}, "has 17 MB of text and layout"),
        (WORD | {"word/document.xml": "<x/>" * 200_001}, "made of 200,00. pieces"),
        (WORD | {"other/document.xml": "<x/>" * 200_001}, "made of 200,00"),
        (WORD | {"_rels/.rels": RELATIONS.format("other.xml")}, "not a Word document"),
        (WORD, "cannot be read as Word"),
    ],
)
def test_archives_that_are_no_word_document(tmp_path, files, says):
    with pytest.raises(UnreadableReportError, match=says):
        read_lines(archive(tmp_path / "report.docx", files))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableReportError, match="There is no file"):
        read_lines(tmp_path / "none.txt")
