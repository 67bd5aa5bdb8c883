"""What Word makes of a report: merged cells, symbols, changes, boxes, controls, headings."""

import pytest

from dashboard.reports.importing.line import Line
from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.source import read_lines
from tests.reports.importing.word_document import (
    bold,
    cell,
    controlled,
    deleted,
    inserted,
    paragraph,
    picture,
    row,
    run,
    save,
    sign,
    table,
    text_box,
)

TITLE = "Performance Report (Quarter 2 2024/25)"
NAMED = table(row("Indicator Description", "Better to be?"), row("Places kept", "High"))


def in_one_table(*rows):
    """A report whose indicator is one table from its name to its commentary."""
    return table(
        row(cell("Indicator", span=5), "Good is"),
        row(cell("Children seen within a day", span=5), "High"),
        row(cell("2023/24", below="from"), cell("2024/25", span=4), cell("Target", below="from")),
        row(cell(below="on"), "Q1", "Q2", "Q3", "Q4", cell(below="on")),
        row("80.5%", "81%", "83.2%", "", "", "≥ 85%"),
        *rows,
    )


def read(path, *blocks, header=TITLE):
    return read_report(read_lines(save(path / "report.docx", *blocks, header=header)))


def printed(indicator):
    return [(f.period.id, f.printed) for f in indicator.table.figures]


def test_a_report_in_one_table_with_merged_cells(tmp_path):
    (found,) = read(
        tmp_path,
        in_one_table(
            row(cell("Direction of Travel", span=6)),
            row(cell("Current vs. Q1 (24/25)", span=3), cell("Current vs. EoY (23/24)", span=3)),
            row(cell(paragraph(sign("F0E9"), " ", sign("F0FC")), span=3), cell("↑ ✔", span=3)),
            row(cell("Commentary"), cell("One paragraph.", "Another one.", span=5)),
        ),
    ).indicators
    assert found.name == "Children seen within a day"
    assert printed(found) == [
        ("FY2023-24", "80.5%"),
        ("FY2024-25Q1", "81%"),
        ("FY2024-25Q2", "83.2%"),
        ("FY2024-25Q3", ""),
        ("FY2024-25Q4", ""),
    ]
    assert [placed.target.printed for placed in found.table.targets] == ["≥ 85%"]
    assert [(c.arrow, c.mark, c.place) for c in found.claims] == [
        ("↑", "✔", "table 1, row 8, Current vs. Q1 (24/25)"),
        ("↑", "✔", "table 1, row 8, Current vs. EoY (23/24)"),
    ]
    assert found.commentary.body == "One paragraph.\n\nAnother one."
    assert (found.doubts, found.table.doubts) == ((), ())


@pytest.mark.parametrize(
    ("signs", "arrow", "mark"),
    [
        ((sign("F0EA"), sign("F0FB")), "↓", "✘"),
        ((sign("70", "Wingdings 3"), sign("50", "Wingdings 2")), "▲", "✔"),
        ((sign("F071", "Wingdings 3"), sign("72", "Webdings")), "▼", "✘"),
        ((run("é", '<w:rFonts w:ascii="Wingdings"/>'), run("ü", '<w:rFonts w:hAnsi="Wingdings"/>')),
         "↑", "✔"),
        ((sign("F0AF", "Symbol"),), "↓", ""),
        ((run("↔"),), "↔", ""),
    ],
)  # fmt: skip
def test_signs_that_are_letters_of_a_symbol_font(tmp_path, signs, arrow, mark):
    travel = table(row("Current vs. Q1"), row(cell(paragraph(*signs))))
    figures = table(row("Q1", "Q2"), row("1", "2"))
    (found,) = read(tmp_path, NAMED, figures, paragraph("Direction of travel"), travel).indicators
    assert [(claim.arrow, claim.mark) for claim in found.claims] == [(arrow, mark)]


def test_changes_are_read_as_accepted_and_told(tmp_path):
    report = read(
        tmp_path,
        NAMED,
        table(row("Q1", "Q2"), row("1", cell(paragraph(deleted("7"), inserted(run("2")))))),
        paragraph("Commentary"),
        paragraph("It is ", inserted(run("really ")), deleted("not "), "well."),
    )
    (found,) = report.indicators
    assert printed(found) == [("FY2024-25Q1", "1"), ("FY2024-25Q2", "2")]
    assert found.commentary.body == "It is really well."
    told = [doubt.why for doubt in report.left_over]
    assert "tracked changes are read as if all were accepted" in told


def test_boxes_controls_and_tables_in_tables_are_read(tmp_path):
    (found,) = read(
        tmp_path,
        controlled(NAMED),
        table(row(cell(table(row("Q1", "Q2"), row("1", "2")), "<w:p/>"))),
        paragraph("Commentary"),
        controlled(paragraph("In a control.")),
        paragraph("Beside a box.", text_box("In a box.")),
        paragraph(run("Hidden.", "<w:vanish/>")),
    ).indicators
    assert printed(found) == [("FY2024-25Q1", "1"), ("FY2024-25Q2", "2")]
    assert found.commentary.body == "In a control.\n\nBeside a box.\n\nIn a box."


def test_a_bold_line_in_a_commentary_is_no_portfolio(tmp_path):
    first, second = read(
        tmp_path,
        bold("CHILDREN AND"),
        bold("YOUNG PEOPLE"),
        NAMED,
        table(row("Q1", "Q2"), row("1", "2")),
        paragraph("Commentary"),
        bold("What is being done"),
        paragraph("Much."),
        bold("HEALTH"),
        table(row("Indicator", "Polarity"), row("Waits", "Low")),
        table(row("Q1", "Q2"), row("3", "4")),
    ).indicators
    assert (first.portfolio, second.portfolio) == ("Children and Young People", "Health")
    assert first.commentary.body == "What is being done\nMuch."
    assert second.commentary is None


def test_heading_styles_name_portfolios_and_indicators(tmp_path):
    blocks = []
    for portfolio, names in (("Care", ("Waits", "Visits")), ("Roads", ("Potholes",))):
        blocks.append(paragraph(portfolio, style="Heading1"))
        for name in names:
            blocks += [
                paragraph(name, style="Heading2"),
                table(row("Indicator", "Polarity"), row(f"Definition of {name}", "Low")),
                table(row("Q1", "Q2"), row("3", "4")),
                paragraph("Commentary"),
                paragraph("Words."),
            ]
    report = read(tmp_path, *blocks)
    assert [(i.portfolio, i.heading) for i in report.indicators] == [
        ("Care", "Waits"),
        ("Care", "Visits"),
        ("Roads", "Potholes"),
    ]


def test_what_stands_outside_the_text_is_told(tmp_path):
    report = read(
        tmp_path,
        paragraph(TITLE),
        paragraph("An introduction."),
        NAMED,
        table(row("Q1", "Q2"), row("1", "2")),
        paragraph(picture()),
        header="Seen by the board",
    )
    assert [(d.place, d.printed, d.why) for d in report.left_over] == [
        ("paragraph 2", "An introduction.", "belongs to no indicator"),
        ("paragraph 3", "", "charts and pictures are not read"),
        ("page header", "Seen by the board", "outside the text: not read as any figure"),
    ]


def test_lines_keep_their_places(tmp_path):
    lines = read_lines(save(tmp_path / "r.docx", paragraph("One"), table(row("a", "b"))))
    assert Line("paragraph 1", ("One",)) in lines
    assert Line("table 1, row 1", ("a", "b")) in lines
