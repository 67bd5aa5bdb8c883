"""A report of ours is known again by the words that it is written with."""

import pytest
from docx import Document

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol
from dashboard.reports import wording
from dashboard.reports.exporting.content import report_content
from dashboard.reports.exporting.files import KINDS
from dashboard.reports.importing.figure import Measure, measure_of, read_figure
from dashboard.reports.importing.header import is_header
from dashboard.reports.importing.report import read_report
from dashboard.reports.importing.source import read_lines
from dashboard.reports.importing.symbols import signs_in
from dashboard.reports.importing.vocabulary import NO_COMMENTARY, read_polarity


def formatted(dataset, tmp_path, portfolio, quarter, which):
    """The Word file of a portfolio, by python-docx and by our importer."""
    portfolios = [dataset.catalogue.portfolio(portfolio)]
    found = report_content(dataset, portfolios, parse(quarter), which, charts=False)
    path = tmp_path / "report.docx"
    path.write_bytes(KINDS["docx"].make(found, "Blackpool Council", ""))
    return Document(str(path)), read_report(read_lines(path))


def test_returns_are_read_back_by_the_words_they_are_written_with(dataset, tmp_path):
    document, report = formatted(
        dataset, tmp_path, "resilient-communities", "FY2016-17Q3", "printed"
    )
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    assert paragraphs.count("Direction of Travel (recomputed)") == 3, "reviews compare with none"
    assert paragraphs.count("Commentary:") == 4
    for words in ("Indicator Description", "Better to be?"):
        assert cells.count(words) == 4
    assert {"No. (Rate)", "Target", "High", "Low"} <= set(cells)
    assert [read.polarity for read in report.indicators] == [
        Polarity.HIGH,
        Polarity.LOW,
        Polarity.LOW,
        Polarity.LOW,
    ]
    assert not any(read.claims for read in report.indicators)
    assert sum(read.recomputed for read in report.indicators) == 3
    assert not any(read.table.published for read in report.indicators)
    assert {read.table.measure for read in report.indicators} == {
        Measure.SINGLE,
        Measure.NUMBER_RATE,
    }
    # The finding over each page is in a style of ours and no commentary of the council's.
    assert not any("Misses its target" in read.commentary.body for read in report.indicators)


def test_official_statistics_are_read_back_as_such(dataset, tmp_path):
    document, report = formatted(dataset, tmp_path, "economy", "FY2016-17Q3", "all")
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    assert "Published statistics" in cells
    assert report.indicators
    assert all(read.table.published for read in report.indicators)
    assert any(p.text == "No commentary was given for Q3 2016/17." for p in document.paragraphs)
    assert all(read.commentary is None for read in report.indicators)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("n/a", Symbol.NOT_APPLICABLE),
        ("-", Symbol.NOT_AVAILABLE),
        ("c", Symbol.CONFIDENTIAL),
        ("low", Symbol.LOW),
    ],
)
def test_what_is_written_for_a_missing_figure_is_read_as_that(text, symbol):
    assert wording.SYMBOLS[symbol] == text
    assert read_figure(text, Measure.SINGLE).symbol is symbol


@pytest.mark.parametrize(
    ("text", "polarity"),
    [("High", Polarity.HIGH), ("Low", Polarity.LOW), ("Neutral", Polarity.NEUTRAL)],
)
def test_a_polarity_is_read_as_it_is_written(text, polarity):
    assert wording.POLARITIES[polarity] == text
    assert read_polarity(text) is polarity


def test_every_other_word_that_is_written_is_read():
    assert signs_in(f"{wording.UP} {wording.GOOD}") == ("↑", "✔")
    assert signs_in(f"{wording.DOWN} {wording.BAD}") == ("↓", "✖")
    assert signs_in(wording.LEVEL) == ("↔", "")
    assert measure_of(wording.NUMBER_AND_RATE) is Measure.NUMBER_RATE
    assert is_header(("2015/2016", wording.YEAR_END, wording.TARGET))
    assert NO_COMMENTARY.fullmatch(wording.NO_COMMENTARY.format("Q3 2016/17"))
