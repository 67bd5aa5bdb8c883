"""What the parts of a page say of a finding."""

from __future__ import annotations

import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE, ChartChoices
from dashboard.charts.description import chart_words
from dashboard.components.commentary import commentary_card
from dashboard.components.comparisons import comparisons_card
from dashboard.components.figures_table import figures_table
from dashboard.components.heading import figure, heading, target_said
from dashboard.components.ranking import ranking_card
from dashboard.components.scorecard import scorecard
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.findings import portfolio_findings
from tests.build import ENGLAND, LOOKED_AFTER, PERCENT, REVIEWS, finding, record, target
from tests.pages.screens import screen

AREAS = {"england": {"FY2014-15": "60", "FY2015-16": "60"}}
ROLLING = Basis.ROLLING_12M
TARGET = (target(TargetRule.AT_MOST, "153.8", 443),)


def words(parts):
    """All text of some components, in order."""
    found = []
    for part in parts if isinstance(parts, list | tuple) else [parts]:
        if isinstance(part, str):
            found.append(part)
        elif part is not None:
            found += words(getattr(part, "children", None) or [])
    return found


def said(parts):
    return " | ".join(words(parts))


def row(quarter, made):
    found = finding(quarter, made)
    grid = scorecard([("", [found])], parse(quarter), ENGLAND, lambda i: f"/indicator/{i}", "", {})
    return grid.columns, grid.groups[0].rows[0]


def test_a_row_of_the_overview():
    columns, made = row("FY2016-17Q3", record(LOOKED_AFTER, areas=AREAS, targets=TARGET))
    assert [column.name for column in columns[2:]] == [
        "Q3 2016/17",
        "Against target",
        "Since Q2",
        "Since year end 2015/16",
        "England",
        "What is being done",
    ]
    assert [(cell.main, cell.sub, cell.status) for cell in made.cells[2:]] == [
        ("501", "children\n174.7 per 10,000 children", "value-cell"),
        (
            "✖ 58 above target",
            "target 443\nunlikely to meet the target",
            "bad",
        ),
        ("▼ 3", "better, could be chance", "same"),
        ("▲ 32", "worse, could be chance", "same"),
        ("nearly 3 times", "worse, not tested\n60.0 in 2015/16", "same"),
        ("", "No commentary", "none"),
    ]
    assert made.cells[0].mark == "misses"
    assert made.status == "bad"
    assert made.cells[0].href == "/indicator/looked-after"
    assert made.cells[1].alt.startswith("501 children looked after")


def test_a_row_is_judged_by_its_figure_until_the_next():
    columns, made = row("FY2016-17Q4", record(LOOKED_AFTER, areas=AREAS, targets=TARGET))
    assert columns[2].name == "Latest figure"
    assert [(cell.main, cell.sub, cell.status) for cell in made.cells[2:5]] == [
        ("501", "children\n174.7 per 10,000 children\nQ3 2016/17, Q4 awaited", "value-cell"),
        ("✖ 58 above target", "target 443", "bad"),
        ("▼ 3", "better, could be chance\nQ3 on Q2", "same"),
    ]
    assert made.status == "bad"


def test_what_a_row_cannot_say_has_its_reason():
    made = record(REVIEWS, basis=Basis.YEAR_TO_DATE, **PERCENT)
    _, cells = row("FY2016-17Q3", made)
    assert [(cell.main, cell.sub) for cell in cells.cells[3:]] == [
        ("", "no target set\nyear end about 82%, at an even pace; no range"),
        ("", "the figure builds up from April"),
        ("", "no figure for Q3 2015/16"),
        ("", "no comparator in this dataset"),
        ("", "No commentary"),
    ]


def test_an_indicator_without_any_figure_is_a_row_too():
    _, made = row("FY2016-17Q3", record(targets=TARGET))
    assert (made.cells[2].sub, made.cells[4].sub) == ("no figure yet", "no figure")


def test_direction_of_travel_names_its_numbers_and_its_gaps():
    told = said(comparisons_card(finding("FY2016-17Q3", record(LOOKED_AFTER, targets=TARGET))))
    assert "174.7 per 10,000 children | Against | Figure | Change" in told
    assert "Q2 2016/17 | 175.7 | ▼ 1.0 | better, could be chance" in told
    assert "3 fewer children than in Q2 2016/17." in told
    assert "Not compared with the same quarter last year and other areas. | Why?" in told
    assert "Not compared with the same quarter last year: no figure for Q3 2015/16." in told
    assert "Not compared with other areas: no comparator in this dataset." in told


def test_the_number_in_the_chart_is_the_one_that_is_compared():
    """Areas differ in size, so that only the rate compares with theirs."""
    found = finding("FY2016-17Q3", record(LOOKED_AFTER, areas=AREAS, targets=TARGET))
    told = said(comparisons_card(found, number=True))
    assert "501 children | Against | Figure | Change" in told
    assert "Q2 2016/17 | 504 | ▼ 3 | better, could be chance" in told
    assert "Tested as the rate per 10,000 children." in told
    assert "Not compared with the same quarter last year, England, North West and " in told
    assert "Not compared with England: numbers of areas of different sizes" in told
    assert "Tested as" not in said(comparisons_card(found))


def test_a_number_that_moves_against_its_rate_is_judged_by_the_rate():
    given = {"FY2016-17Q2": ("175.7", 504), "FY2016-17Q3": ("174.7", 505)}
    told = said(comparisons_card(finding("FY2016-17Q3", record(given)), number=True))
    assert "Q2 2016/17 | 504 | ▲ 1 | rate better, could be chance" in told


def test_a_rolling_total_is_not_called_a_quarter():
    told = said(comparisons_card(finding("FY2016-17Q3", record(LOOKED_AFTER, basis=ROLLING))))
    assert "Not compared with the 12 months to Q3 2015/16 and other areas." in told
    assert "same quarter" not in told


def test_exactly_on_target_stays_whole():
    given = {"FY2015-16": "160", "FY2016-17Q3": "153.8"}
    told = said(target_said(finding("FY2016-17Q3", record(given, targets=TARGET))))
    assert told.startswith("✔ exactly on target | 153.8 (443) for 2016/17")


def test_the_target_is_told_in_people_with_its_chance_and_its_rule():
    told = words(target_said(finding("FY2016-17Q3", record(LOOKED_AFTER, targets=TARGET))))
    assert told == [
        "✖ 58 children above target",
        "153.8 (443) for 2016/17: unlikely to meet it",
        "Why?",
        " the target",
        "174.7 misses the target of at most 153.8.",
        "Outlook for 2016/17, 8 in 10: 477 to 535, if it moves as it has, indicative; unlikely to "
        "meet the target.",
        "The whole range for the year’s end misses the target: to meet it, the year would have to "
        "end outside, about 1 time in 10 or less.",
        "From staying as it is to going on as in the last four quarters, give or take its usual "
        "swing.",
    ]


def test_without_a_target_the_country_stands_in():
    found = finding("FY2016-17Q3", record(LOOKED_AFTER, areas=AREAS))
    assert words(target_said(found)) == [
        "No target set",
        "England, 2015/16: ▲ 114.7, worse, not tested",
    ]


def test_a_rolling_total_says_what_its_change_is():
    made = record(LOOKED_AFTER, basis=ROLLING)
    told = said(comparisons_card(finding("FY2016-17Q3", made)))
    assert "3 fewer children in the 12 months to Q3 2016/17 than to Q2 2016/17." in told


def test_without_a_figure_the_target_is_told_all_the_same():
    told = said(target_said(finding("FY2016-17Q3", record(targets=TARGET))))
    assert told == "Cannot judge: no figure | at_most for 2016/17"


@pytest.mark.parametrize(
    ("quarter", "made", "badge"),
    [
        ("FY2016-17Q3", record(LOOKED_AFTER, targets=TARGET), "✖ Misses its target"),
        (
            "FY2016-17Q3",
            record(LOOKED_AFTER),
            "Worse than in 2015/16, could be chance",
        ),
        ("FY2017-18Q1", record(LOOKED_AFTER), "No current figure"),
        ("FY2016-17Q3", record({"FY2016-17Q3": "1"}), "No earlier figure to compare with"),
        ("FY2016-17Q3", record({"FY2016-17Q3": "1"}, targets=TARGET), "✔ Meets its target"),
        (
            "FY2016-17Q3",
            record({"FY2016-17Q3": "1"}, targets=(target(TargetRule.BASELINE_YEAR),)),
            "Baseline year",
        ),
    ],
)
def test_the_badge(quarter, made, badge):
    assert words(heading(finding(quarter, made)))[1] == badge


def test_a_late_statement_is_called_so():
    assert "as stated in Q3 2016/17" in said(heading(finding("FY2016-17Q2", record(LOOKED_AFTER))))


def test_newer_published_statistics_are_told():
    made = record(LOOKED_AFTER, published={"FY2016-17": ("183", 525)})
    assert "Published statistics for 2016/17: 183.0." in said(heading(finding("FY2016-17Q4", made)))


def test_a_figure_alone_is_large_with_its_unit_and_period():
    found = finding("FY2016-17Q3", record({"FY2016-17Q3": "174.7"}))
    assert words(figure(found)) == ["174.7", "per 10,000 children", "Q3 2016/17"]


def test_a_count_and_its_rate_are_the_switch_of_the_chart(dataset):
    shown = screen(dataset, "/indicator/looked-after?quarter=FY2016-17Q3").values
    assert [(words(o["label"]), o["value"]) for o in shown["measure.options"]] == [
        (["501", "children"], "number"),
        (["174.7", "per 10,000 children"], "rate"),
    ]
    assert (shown["value.hidden"], shown["measure-field.hidden"]) == (True, False)
    alone = screen(dataset, "/indicator/repeat-protection-plans?quarter=FY2016-17Q3").values
    assert (alone["value.hidden"], alone["measure-field.hidden"]) == (False, True)


def test_the_table_beside_the_chart_tells_symbols_and_targets():
    given = {"FY2016-17Q1": "1", "FY2016-17Q2": Symbol.CONFIDENTIAL, "FY2016-17Q3": ("174.7", 501)}
    drawn = chart_model(finding("FY2016-17Q3", record(given, targets=TARGET)), ALONE)
    grid = figures_table(drawn)
    assert grid.columns == (
        "Period, per 10,000 children",
        "Blackpool Council, council return",
        "Target",
    )
    assert [[cell.main for cell in each.cells] for each in grid.groups[0].rows] == [
        ["Q3 2016/17", "174.7 (501)", "153.8 (443)"],
        ["Q2 2016/17", "confidential", "153.8 (443)"],
        ["Q1 2016/17", "1.0", "153.8 (443)"],
    ]
    assert "No figure for Q2 2016/17: confidential." in drawn.notes


def test_the_chart_in_words():
    found = finding("FY2016-17Q3", record(LOOKED_AFTER, areas=AREAS, targets=TARGET))
    told = chart_words(
        chart_model(found, ChartChoices(compare=("england",), intervals=False)), found.headline
    )
    assert "Blackpool Council: from 156.4 (2014/15) to 174.7 (Q3 2016/17)." in told
    assert "England: from 60.0 (2014/15) to 60.0 (2015/16)." in told
    assert "Target 153.8 (443), a dashed line." in told


def test_a_shared_commentary_says_whose_it_is_and_who_resolved_it(dataset):
    found = portfolio_findings(dataset, "resilient-communities", parse("FY2016-17Q3"))
    looked_after = next(f for f in found if f.indicator.id == "looked-after")
    told = said(commentary_card(looked_after.commentary, lambda i: f"/indicator/{i}"))
    assert told.startswith("Commentary, Q3 2016/17 | Shared with  | Referrals to social care")
    assert (
        "We matched this: the report says only “See commentary above re: children's social care "
        "whole system review”."
    ) in told


def test_a_seasonal_row_is_compared_with_the_same_quarter():
    given = {"FY2015-16Q3": "90", "FY2016-17Q2": "99", "FY2016-17Q3": "100"}
    _, made = row("FY2016-17Q3", record(given, basis=Basis.PERIOD, seasonal=True))
    assert (made.cells[5].main, made.cells[5].sub) == (
        "▲ 10.0",
        "worse, not tested\non Q3 2015/16",
    )


def test_the_place_among_authorities_names_the_group_and_whose_figure_it_is(dataset):
    found = portfolio_findings(dataset, "resilient-communities", parse("FY2016-17Q3"))
    looked_after = next(f for f in found if f.indicator.id == "looked-after")
    text = said(ranking_card(looked_after, looked_after.rankings))
    assert "Worst quartile:  | ranked last of 152, or close to it" in text
    assert "The published figure for 2015/16, not the council’s return, is 163" in text
    assert "152 English upper-tier authorities. Half of them lie between 45 and 78" in text
    reviews = next(f for f in found if f.indicator.id == "annual-reviews")
    text = said(ranking_card(reviews, reviews.rankings))
    assert "prints “Upper Middle” under “Current North West Quartile”. No spread" in text
    assert ranking_card(finding("FY2016-17Q3", record(LOOKED_AFTER)), ()) == []


def test_the_table_tells_the_published_number_beside_its_rate():
    made = record(LOOKED_AFTER, published={"FY2015-16": ("163", 469)})
    options = ChartChoices(measure="number", compare=("published",), intervals=False)
    grid = figures_table(chart_model(finding("FY2016-17Q3", made), options))
    texts = [cell.main for row in grid.groups[0].rows for cell in row.cells]
    assert "163.0 (469)" in texts


def test_a_figure_that_is_overdue_is_named():
    made = finding("FY2017-18Q2", record(LOOKED_AFTER, areas=AREAS))
    text = said(heading(made))
    assert "Latest figure: Q3 2016/17, too old to judge" in text
