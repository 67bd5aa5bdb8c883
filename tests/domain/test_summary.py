import pytest

from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Commentary, Symbol, TargetRule
from dashboard.domain.summary import BigFigure, Quote, SummaryRow, big_figure, quote, summary_rows
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, finding, indicator, record, target

Q3 = parse("FY2016-17Q3")
AT_MOST = (target(TargetRule.AT_MOST, "153.8", 443),)
ENGLAND = {"england": {"FY2015-16": "60"}}


def formatted(body="Numbers rose. Then fell.", summary="", quarter=Q3, **more):
    return CommentaryFinding(quarter, Commentary(Q3, 1, body, "", "", None, summary), **more)


@pytest.mark.parametrize(
    ("given", "changes", "value", "under"),
    [
        (
            ("174.7", 501),
            {},
            "501",
            ("Children, Q3 2016/17", "174.7 per 10,000, lower is better"),
        ),
        ("174.7", {}, "174.7", ("Q3 2016/17", "Per 10,000 children, lower is better")),
        ("0", {"unit": Unit.PERCENT}, "0.0%", ("Q3 2016/17", "Lower is better")),
        (
            ("65", 650),
            {"unit": Unit.PERCENT, "polarity": Polarity.HIGH},
            "65.0%",
            ("Q3 2016/17", "Higher is better"),
        ),
        (
            "7",
            {"unit": Unit.SCORE, "polarity": Polarity.NEUTRAL, "noun": ""},
            "7.0",
            ("Q3 2016/17", "Score, neither way is better"),
        ),
    ],
)
def test_the_latest_figure_with_what_it_is(given, changes, value, under):
    found = finding("FY2016-17Q3", record({"FY2016-17Q3": given}, **changes))
    assert big_figure(found) == BigFigure(value, under)


def test_a_published_figure_says_so():
    found = finding("FY2016-17Q4", record({}, {"FY2016-17": ("174.7", 501)}))
    assert big_figure(found) == BigFigure(
        "501",
        ("Children, 2016/17, published", "174.7 per 10,000, lower is better"),
    )


@pytest.mark.parametrize("given", [{}, {"FY2016-17Q3": Symbol.CONFIDENTIAL}])
def test_without_a_value_there_is_no_figure(given):
    found = finding("FY2016-17Q3", record(given))
    assert big_figure(found) == BigFigure("", ("There is no figure yet",))


def rows(quarter, given, **more):
    return summary_rows(finding(quarter, record(given, **more)))


def test_target_last_year_the_country_and_where_it_is_going():
    assert rows("FY2016-17Q3", LOOKED_AFTER, areas=ENGLAND, targets=AT_MOST) == (
        SummaryRow("Against target", "✖ 58 children above target", "bad"),
        SummaryRow("Since last year end", "▲ 32 children, worse, could be chance", "same"),
        SummaryRow("England, 2015/16", "▲ 114.7 per 10,000, worse, not tested", "same"),
        SummaryRow(
            "Outlook, 8 in 10, if it moves as it has, indicative",
            "477 to 535 children; unlikely to meet the target",
            "same",
        ),
    )


def test_without_a_target_the_quarter_before_has_room():
    assert rows("FY2016-17Q3", LOOKED_AFTER) == (
        SummaryRow("Since Q2", "▼ 3 children, better, could be chance", "same"),
        SummaryRow("Since last year end", "▲ 32 children, worse, could be chance", "same"),
        SummaryRow(
            "Outlook, 8 in 10, if it moves as it has, indicative", "477 to 535 children", "same"
        ),
    )


def test_a_target_without_its_count_is_held_against_the_rate():
    target_row, *_ = rows(
        "FY2016-17Q3", LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),)
    )
    assert target_row.text == "✖ rate 20.9 above target"


def test_without_an_outlook_it_has_too():
    given = {"FY2016-17Q2": "170", "FY2016-17Q3": "150"}
    assert rows("FY2016-17Q3", given, targets=AT_MOST) == (
        SummaryRow("Against target", "✔ 3.8 below target", "good"),
        SummaryRow("Since Q2", "▼ 20.0 better, not tested", "same"),
    )


@pytest.mark.parametrize(
    ("before", "now", "text", "tone"),
    [
        ("5", "5", "↔ 0.0 same", "same"),
        ("5", "6", "▲ 1.0 worse, not tested", "same"),
    ],
)
def test_a_yearly_figure_is_held_against_the_year_before(before, now, text, tone):
    assert rows("FY2015-16Q3", {"CY2014": before, "CY2015": now}) == (
        SummaryRow("Since 2014", text, tone),
    )


def test_a_neutral_movement_has_no_status():
    given = {"FY2015-16": "5", "FY2016-17": "6"}
    assert rows("FY2016-17Q4", given, polarity=Polarity.NEUTRAL) == (
        SummaryRow("Since 2015/16", "▲ 1.0 no judgement", "none"),
    )


def test_a_projected_year_end_is_called_so_and_has_no_status():
    targets = (target(TargetRule.AT_LEAST, "85"),)
    assert rows("FY2016-17Q3", REVIEWS, targets=targets, basis=Basis.YEAR_TO_DATE, **PERCENT) == (
        SummaryRow("Against target", "judged at year end", "none"),
        SummaryRow("Outlook, at an even pace", "about 82%", "same"),
    )


def test_an_old_verdict_has_neither_sign_nor_status():
    found = rows("FY2017-18Q1", LOOKED_AFTER, areas=ENGLAND, targets=AT_MOST)
    assert found[0] == SummaryRow("Against target", "58 children above target", "none")
    assert {row.status for row in found} == {"none"}


def test_no_region_stands_in_for_the_country():
    areas = {"north-west": {"FY2016-17": "60"}}
    assert rows("FY2016-17Q4", {"FY2016-17": "6"}, areas=areas) == ()


LONG = "Numbers " + "rose " * 40 + "fast."


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (CommentaryFinding(Q3, None), Quote("", "No commentary was written for Q3 2016/17.")),
        (formatted(earlier=True), Quote("", "No commentary was written for Q3 2016/17.")),
        (formatted(summary="It rose."), Quote("It rose.", "The service:")),
        (formatted(), Quote("Numbers rose.", "The commentary begins:")),
        (formatted("Numbers rose."), Quote("Numbers rose.", "The service:")),
        (formatted("Up! Down."), Quote("Up!", "The commentary begins:")),
        (formatted("Why? So."), Quote("Why?", "The commentary begins:")),
        (formatted("By 4.5 points. So."), Quote("By 4.5 points.", "The commentary begins:")),
        (formatted("Numbers rose"), Quote("Numbers rose", "The service:")),
        (formatted("Up\n\nDown"), Quote("Up", "The commentary begins:")),
        (formatted("Up.\n\nDown."), Quote("Up.", "The commentary begins:")),
        (formatted(""), Quote("", "The commentary begins:")),
        (
            formatted(shared_with=indicator(name="Referrals")),
            Quote("Numbers rose.", "The commentary on Referrals begins:"),
        ),
        (formatted(LONG), Quote("Numbers " + "rose " * 36 + "…", "The service:")),
    ],
)
def test_the_services_own_words_are_quoted(found, expected):
    assert quote(found) == expected
