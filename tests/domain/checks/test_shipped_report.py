"""The 16 printed claims of the shipped report, its figures and its commentary."""

from collections import Counter

import pytest

from dashboard.domain.checks.claims import ClaimVerdict, Flag, judged_claims
from dashboard.domain.checks.result import CheckVerdict
from dashboard.domain.facts.period import parse
from dashboard.findings import portfolio_checks, portfolio_records

Q3 = parse("FY2016-17Q3")
AGREES, CONTRADICTS, CANNOT = ClaimVerdict


@pytest.fixture
def printed(dataset):
    return {
        (record.indicator.id, found.claim.seq): found
        for record in portfolio_records(dataset, "resilient-communities", parse("FY2016-17Q3"))
        for found in judged_claims(record, Q3)
    }


def test_the_verdicts_of_the_shipped_report(printed):
    verdicts = Counter(found.verdict for found in printed.values())
    assert verdicts == {AGREES: 5, CONTRADICTS: 1, CANNOT: 10}
    beside = [found.corroboration for found in printed.values() if found.corroboration]
    assert sum("settles it: agrees" in text for text in beside) == 3
    assert sum("supports it" in text for text in beside) == 3


def test_looked_after_against_the_quarter_before(printed):
    found = printed["looked-after", 1]
    assert found.verdict is CONTRADICTS
    assert found.sentence == "174.7 against 175.7: lower; the mark is right"
    assert found.flags == (Flag.MARK, Flag.MIXED)


@pytest.mark.parametrize(
    ("claim", "verdict", "sentence", "flags"),
    [
        (
            ("annual-reviews", 1),
            CANNOT,
            "The report prints no figure of that area for 2014/15",
            (Flag.STALE, Flag.PERIODS),
        ),
        (
            ("annual-reviews", 3),
            AGREES,
            "If it means the year end, 76.0% against 54.0%: higher",
            (Flag.STALE,),
        ),
        (
            ("referrals", 1),
            CANNOT,
            "The report prints no figure for Q2 2015/16",
            (Flag.NO_SUCH_PERIOD,),
        ),
        (("repeat-protection-plans", 2), AGREES, "19.1% against 19.1%: the same", ()),
    ],
)
def test_what_is_said_of_a_claim(printed, claim, verdict, sentence, flags):
    found = printed[claim]
    assert (found.verdict, found.sentence, found.flags) == (verdict, sentence, flags)


def test_england_stands_beside_the_verdict_and_not_in_its_place(printed):
    found = printed["looked-after", 3]
    assert found.verdict is CANNOT
    assert found.corroboration == "England’s published 60 settles it: agrees"


def test_before_the_report_nothing_was_claimed(dataset):
    records = portfolio_records(dataset, "resilient-communities", parse("FY2016-17Q3"))
    assert [judged_claims(record, parse("FY2016-17Q2")) for record in records] == [()] * 4


@pytest.fixture
def shipped(dataset):
    return portfolio_checks(dataset, "resilient-communities", Q3)


def test_the_shipped_commentary(shipped):
    found = {check.indicators[0].id: check for check in shipped.commentary}
    assert found["looked-after"].verdict is CheckVerdict.RESOLVED
    assert found["repeat-protection-plans"].sentence == (
        "Only a cross-reference; shown with the commentary of Referrals to social care"
    )
    # (1,391 − 535) ÷ 1,391 is 61.54%, which would be printed as 61.5%.
    assert found["annual-reviews"].sentence == (
        "535 left over at 61.6% would be of 1,392 to 1,395: possible, not verifiable"
    )


def test_nothing_from_after_the_quarter_is_checked(dataset):
    early = portfolio_checks(dataset, "resilient-communities", parse("FY2016-17Q2"))
    assert early.claims == ()
    assert all("Q3" not in check.sentence + check.about for check in early.figures)
