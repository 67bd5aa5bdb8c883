"""A figure that a later report first stated says so on every screen, slide and paper."""

from __future__ import annotations

import io

import pytest
from docx import Document
from pptx import Presentation

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ChartChoices
from dashboard.charts.hover import hover_dates
from dashboard.charts.style import STAGE
from dashboard.components.comparisons import comparisons_card
from dashboard.components.figures_table import figures_table
from dashboard.components.gallery import gallery
from dashboard.components.slide import indicator_slide
from dashboard.domain.facts.period import parse
from dashboard.findings import portfolio_findings
from dashboard.reports.exporting.content import report_content
from dashboard.reports.exporting.files import KINDS
from tests.pages.screens import screen

# The slash after it is escaped in a raw answer.
WORDS = "as stated in Q3 2016"
Q2, Q3 = parse("FY2016-17Q2"), parse("FY2016-17Q3")


def looked_after(dataset, quarter):
    found = portfolio_findings(dataset, "resilient-communities", quarter)
    return next(each for each in found if each.indicator.id == "looked-after")


def words_of(dataset, kind, quarter):
    content = report_content(dataset, dataset.catalogue.portfolios[:1], quarter, "all")
    file = io.BytesIO(KINDS[kind].make(content, dataset.catalogue.council.name, ""))
    if kind == "docx":
        return "\n".join(paragraph.text for paragraph in Document(file).paragraphs)
    shapes = [shape for slide in Presentation(file).slides for shape in slide.shapes]
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def test_an_overview_card_says_it(dataset):
    def cards(quarter):
        found = looked_after(dataset, quarter)
        made = gallery([("", [found])], quarter, None, lambda name: name, "")
        return made["groups"][0]["rows"][0]["figure"]["sub"]

    assert cards(Q2) == "children\n175.7 per 10,000 children\nas stated in Q3 2016/17"
    assert cards(Q3) == "children\n174.7 per 10,000 children"


def test_a_slide_says_it(dataset):
    slide = indicator_slide(looked_after(dataset, Q2), "", STAGE)
    assert slide["figure"]["under"][1] == "As stated in Q3 2016/17"
    assert len(indicator_slide(looked_after(dataset, Q3), "", STAGE)["figure"]["under"]) == 2


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_word_and_powerpoint_say_it(dataset, kind):
    assert "As stated in Q3 2016/17" in words_of(dataset, kind, Q2)
    assert "s stated in" not in words_of(dataset, kind, Q3)


def test_word_names_the_figures(dataset):
    assert "As stated in Q3 2016/17: 2014/2015, 2015/2016, Q1, Q2, Target." in words_of(
        dataset, "docx", Q2
    )


def test_the_chart_s_dates_and_its_table_say_it(dataset):
    drawn = chart_model(looked_after(dataset, Q2), ChartChoices())
    told = next(each for each in hover_dates(drawn) if each.heading == "Q2 2016/17")
    assert "175.7 (504) (as stated in Q3 2016/17)" in told.texts[0]
    row = figures_table(drawn).groups[0].rows[0]
    assert (row.cells[0].main, row.cells[1].sub) == ("Q2 2016/17", "as stated in Q3 2016/17")
    drawn = chart_model(looked_after(dataset, Q3), ChartChoices())
    assert not any("as stated" in text for each in hover_dates(drawn) for text in each.texts)


def test_what_a_figure_is_compared_with_says_it(dataset):
    table = str(comparisons_card(looked_after(dataset, Q2)))
    # Last year end and the quarter before; England's figure is of no report.
    assert (table.count("Year end 2015/16*"), table.count("Q1 2016/17*")) == (1, 1)
    assert "England, 2015/16*" not in table
    assert table.count("* As stated in Q3 2016/17.") == 1


def test_the_indicator_s_page_says_it_of_each_figure(dataset):
    shown = str(screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q2").texts)
    # In the heading, of each figure that it is compared with, and in the table of figures.
    assert shown.count(WORDS) >= 3
    assert WORDS not in str(screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q3").texts)
