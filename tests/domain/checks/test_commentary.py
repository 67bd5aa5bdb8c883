from dataclasses import replace

import pytest

from dashboard.domain.checks.commentary import check_commentary
from dashboard.domain.checks.result import CheckVerdict
from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Commentary, Symbol, TargetRule
from tests.build import LOOKED_AFTER, PERCENT, finding, indicator, record, target

FITS, DIFFERS, MISSING, RESOLVED, CANNOT = CheckVerdict
Q3 = parse("FY2016-17Q3")
MISSED = (target(TargetRule.AT_MOST, "153.8"),)


def commentary_of(body, **more):
    return CommentaryFinding(Q3, Commentary(Q3, 1, body, "", "", None), **more)


def checks(figures, commentary, **changes):
    made = finding("FY2016-17Q3", record(figures, **changes))
    return check_commentary(replace(made, commentary=commentary))


def reviewed(value, body, **more):
    return checks({"FY2016-17Q3": value}, commentary_of(body, **more), **PERCENT)


def test_an_exception_of_a_held_report_without_words_is_missing_them():
    (check,) = check_commentary(finding("FY2016-17Q3", record(LOOKED_AFTER, targets=MISSED)))
    assert check.verdict is MISSING
    assert check.sentence == "No commentary, though it is an exception"
    assert ([each.id for each in check.indicators], check.about) == (
        ["looked-after"],
        "Q3 2016/17",
    )
    assert check.reason.rule == "An exception in a council return needs a commentary."


def test_the_words_of_an_earlier_quarter_are_missing_too():
    said_before = commentary_of("As 535 said before.", earlier=True)
    (check,) = checks(LOOKED_AFTER, said_before, targets=MISSED)
    assert check.verdict is MISSING


@pytest.mark.parametrize(
    ("quarter", "figures", "published"),
    [
        ("FY2016-17Q3", {"FY2015-16": "170", "FY2016-17Q3": "160"}, {}),
        ("FY2016-17Q2", LOOKED_AFTER, {}),
        ("FY2016-17Q4", {}, {"FY2015-16": "160", "FY2016-17": "170"}),
        ("FY2016-17Q4", LOOKED_AFTER, {}),
        ("FY2013-14Q4", LOOKED_AFTER, {}),
    ],
    ids=["no exception", "stated by a later report", "published", "not new", "no figure"],
)
def test_nothing_is_missing_where_none_was_due(quarter, figures, published):
    assert check_commentary(finding(quarter, record(figures, published))) == ()


def test_a_commentary_of_its_own_is_not_checked_for_being_there():
    assert checks(LOOKED_AFTER, commentary_of("Numbers rose.")) == ()


def test_the_commentary_that_a_cross_reference_means_was_found_by_us():
    other = indicator(name="Referrals")
    (check,) = checks(
        LOOKED_AFTER, commentary_of("Of 535 cases", shared_with=other, reference="**See above** ")
    )
    assert check.verdict is RESOLVED
    assert check.sentence == "Only a cross-reference; shown with the commentary of Referrals"
    assert (check.indicators[0].id, check.about) == ("looked-after", "Q3 2016/17")
    assert check.reason.numbers == (("printed", "See above"),)
    assert check.reason.rule.startswith("No commentary bears the title that the report refers to;")
    assert check.reason.rule.endswith("resolved by us.")


@pytest.mark.parametrize("body", ["See the section above", "**SEE above**", " see above "])
def test_a_cross_reference_to_nothing_is_missing_its_commentary(body):
    (check,) = checks(LOOKED_AFTER, commentary_of(body))
    assert check.verdict is MISSING
    assert check.sentence == "Only a cross-reference, to a commentary that is not there"
    assert (check.indicators[0].id, check.about) == ("looked-after", "Q3 2016/17")
    assert check.reason.rule == "Which commentary is meant is not known."
    assert check.reason.numbers == (("printed", body),)


@pytest.mark.parametrize("body", ["See above.\n\nNumbers rose.", "Seen from here", "We see more"])
def test_more_than_a_cross_reference_is_a_commentary(body):
    assert checks(LOOKED_AFTER, commentary_of(body)) == ()


@pytest.mark.parametrize(
    ("value", "body", "said"),
    [
        # 535 ÷ 38.45% is 1,391.4, and ÷ 38.35% is 1,395.05.
        ("61.6", "535 are not yet reviewed.", "535 left over at 61.6% would be of 1,392 to 1,395"),
        ("61.6", "857 were reviewed.", "857 counted at 61.6% would be of 1,391 to 1,392"),
        ("50.0", "Awaiting: 10 cases.", "10 left over at 50.0% would be of 20"),
        ("50.0", "1,391 were reviewed", "1,391 counted at 50.0% would be of 2,780 to 2,784"),
    ],
)
def test_a_number_in_the_words_implies_a_whole(value, body, said):
    (check,) = reviewed(value, body)
    assert check.verdict is CANNOT
    assert check.sentence == f"{said}: possible, not verifiable"
    assert (check.indicators[0].id, check.about) == ("looked-after", "Q3 2016/17")
    assert check.reason.rule.startswith("A number in the commentary ÷ the share it may be, ")
    assert check.reason.rule.endswith("either way.")
    assert check.reason.numbers == (("commentary", body),)


def test_each_sentence_is_read_by_itself():
    found = reviewed("60.0", "In all 300 were\nreviewed. Outstanding are 200! And 12")
    assert [check.sentence.partition(" would")[0] for check in found] == [
        "300 counted at 60.0%",
        "200 left over at 60.0%",
        "12 counted at 60.0%",
    ]
    assert found[0].reason.numbers == (("commentary", "In all 300 were reviewed."),)


@pytest.mark.parametrize(
    "body",
    [
        "In 2016 and 1990 it rose.",
        "On 12/03 and at 45% it rose, by £535 or 1/45 or 3,12.",
        "Only 5 are left.",
        "It rose by 14.25 points, and cost £4.25 million.",
        "The rate is 174.75 now.",
        "Nothing to count.",
    ],
)
def test_years_dates_money_and_shares_count_nobody(body):
    assert reviewed("61.6", body) == ()


def test_a_number_that_ends_its_sentence_counts():
    (check,) = reviewed("60.0", "Reviewed so far: 300.")
    assert check.sentence.startswith("300 counted at 60.0%")


def test_a_year_beside_a_number_does_not_hide_it():
    (check,) = reviewed("50.0", "In 2016 there were 1989 or so.")
    assert check.sentence.startswith("1,989 counted at 50.0%")


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ("100.0", "Outstanding: 20 cases."),
        ("0.0", "We saw 20 cases."),
        ("0.05", "We saw 20 cases."),
    ],
)
def test_a_share_of_nothing_implies_no_whole(value, body):
    assert reviewed(value, body) == ()


def test_after_a_share_of_nothing_the_next_number_is_still_read():
    (check,) = reviewed("100.0", "Outstanding: 20 cases. We saw 30 cases.")
    assert check.sentence.startswith("30 counted at 100.0% would be of 30")


@pytest.mark.parametrize(
    ("figures", "changes"),
    [
        ({"FY2016-17Q3": ("61.6", 857)}, PERCENT),
        ({"FY2016-17Q3": ("0.0", 0)}, PERCENT),
        ({"FY2016-17Q3": "61.6"}, {}),
        ({"FY2016-17Q3": Symbol.CONFIDENTIAL}, PERCENT),
    ],
    ids=["its count is known", "nobody is a count", "no share", "no value"],
)
def test_only_a_share_without_a_count_is_reckoned(figures, changes):
    assert checks(figures, commentary_of("535 are not reviewed."), **changes) == ()


def test_words_of_another_indicator_or_quarter_imply_nothing():
    other = indicator(name="Referrals")
    assert [c.verdict for c in reviewed("61.6", "535 of them.", shared_with=other)] == [RESOLVED]
    assert reviewed("61.6", "535 of them.", earlier=True) == ()


def test_half_a_last_place_goes_by_the_series_decimals():
    """100 ÷ 50.5% is 198.02, and ÷ 49.5% is 202.02."""
    made = finding("FY2016-17Q3", record({"FY2016-17Q3": "50"}, **PERCENT))
    line = made.known.main
    coarse = replace(line, series=replace(line.series, decimals=0))
    made = replace(
        made,
        known=replace(made.known, main=coarse),
        commentary=commentary_of("We counted 100 cases."),
    )
    (check,) = check_commentary(made)
    assert check.sentence.startswith("100 counted at 50% would be of 199 to 202")
