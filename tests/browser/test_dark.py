"""What a reader sees whose system asks for dark screens, and what comes out on paper there."""

from __future__ import annotations

from tests.browser.drawn import settled

PAINT = """() => {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  return {
    page: style('body').backgroundColor,
    text: style('h1').color,
    line: style('#chart .js-plotly-plot .lines path[style*="18, 67, 109"]').stroke,
    axis: style('#chart .js-plotly-plot .xtick text').fill,
  };
}"""


def test_page_and_chart_are_dark_where_the_system_is_and_white_on_paper(opened, page):
    page.emulate_media(color_scheme="dark")
    opened("/indicator/looked-after")
    settled(page)
    assert page.evaluate(PAINT) == {
        "page": "rgb(14, 20, 31)",
        "text": "rgb(233, 237, 244)",
        "line": "rgb(124, 185, 238)",
        "axis": "rgb(233, 237, 244)",
    }
    page.emulate_media(color_scheme="dark", media="print")
    paper = page.evaluate(PAINT)
    assert (paper["text"], paper["line"]) == ("rgb(20, 33, 61)", "rgb(18, 67, 109)")


def test_the_system_may_change_its_mind(opened, page):
    opened("/indicator/looked-after")
    settled(page)
    assert page.evaluate(PAINT)["line"] == "rgb(18, 67, 109)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(PAINT)["line"] == "rgb(124, 185, 238)"


def test_forced_colours_keep_the_charts_and_give_fields_the_systems_arrow(opened, page):
    page.emulate_media(color_scheme="dark", forced_colors="active")
    opened("/indicator/looked-after?span=long")
    settled(page)
    assert page.evaluate(PAINT)["line"] == "rgb(18, 67, 109)"
    field = page.locator("select.form-select").first
    look = field.evaluate(
        "(node) => [getComputedStyle(node).appearance, getComputedStyle(node).backgroundImage]"
    )
    assert look == ["auto", "none"]
