"""Badge, overview, sentence, slide and file go by one comparison, with its own test of chance."""

import pytest

from dashboard.charts.style import WIDE
from dashboard.components.comparisons import comparisons_card
from dashboard.components.scorecard import scorecard
from dashboard.components.slide import indicator_slide
from dashboard.domain.facts.period import parse
from dashboard.domain.judgements.change import RealVerdict
from dashboard.domain.judgements.status import Status
from dashboard.domain.summary import summary_rows
from tests.build import finding, record
from tests.components.test_outlook import texts

Q2 = "FY2024-25Q2"
FIGURES = {
    "FY2023-24Q2": ("170.0", 490),
    "FY2023-24": ("300.0", 860),
    "FY2024-25Q2": ("174.7", 501),
}


@pytest.fixture
def seasonal():
    """A little worse than the same quarter, much better than the last year end."""
    return finding(Q2, record(FIGURES, seasonal=True))


def overview_row(found):
    grid = scorecard([("", [found])], parse(Q2), None, lambda name: name, "", {})
    return grid.groups[0].rows[0]


def test_a_seasonal_figure_is_judged_by_the_same_quarter_everywhere(seasonal):
    assert seasonal.deciding.there.period == parse("FY2023-24Q2")
    assert seasonal.verdict.text == "Worse than in Q2 2023/24, could be chance"
    assert seasonal.headline == "501 children looked after: 11 more than in Q2 2023/24"
    since_last_year = overview_row(seasonal).cells[5]
    assert (since_last_year.main, since_last_year.sub, since_last_year.status) == (
        "▲ 11",
        "worse, could be chance\non Q2 2023/24",
        Status.SAME,
    )
    slide = indicator_slide(seasonal, "Portfolio", WIDE)
    assert slide["badge"]["text"] == "Worse than in Q2 2023/24, could be chance"
    assert [row.text for row in summary_rows(seasonal)] == ["▲ 11 children, worse, could be chance"]


def test_each_comparison_keeps_its_own_test_of_chance(seasonal):
    tested = {
        c.label: real.verdict
        for c, real in zip(seasonal.travel, seasonal.real_changes, strict=True)
        if real
    }
    assert tested == {
        "Q2 2023/24": RealVerdict.COULD_BE_CHANCE,
        "Last year end, 2023/24": RealVerdict.MORE_THAN_CHANCE,
    }


def test_without_the_seasons_the_year_end_decides():
    found = finding(Q2, record(FIGURES))
    assert found.deciding.there.period == parse("FY2023-24")
    assert (found.verdict.text, found.is_exception) == (
        "Better than in 2023/24, more than chance",
        False,
    )
    assert found.headline == "501 children looked after: 359 fewer than in 2023/24"
    assert overview_row(found).cells[5].main == "▼ 359"


def test_a_verdict_on_an_old_figure_is_no_verdict(seasonal):
    old = finding("FY2024-25Q4", record(FIGURES, seasonal=True))
    assert (old.is_current, old.is_exception, old.verdict.text) == (
        False,
        False,
        "No current figure",
    )
    assert old.status is Status.NONE
    assert {old.change_status(each) for each in old.travel} == {Status.NONE}
    assert {row.status for row in summary_rows(old)} == {Status.NONE}
    assert {cell.status for cell in overview_row(old).cells} <= {"", "value-cell", Status.NONE}
    assert "bad" not in str(comparisons_card(old)), "the words stay, the colour goes"
    assert "▲ 4.7 worse" in " ".join(texts(comparisons_card(old)))
