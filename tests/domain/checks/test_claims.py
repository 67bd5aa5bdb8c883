"""The 16 printed claims of the shipped report, and claims invented for what it does not hold."""

from collections import Counter
from dataclasses import replace

import pytest

from dashboard.domain.checks.claims import ClaimVerdict, Flag, judged_claims
from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Claim
from dashboard.findings import portfolio_records
from tests.build import LOOKED_AFTER, record

Q3 = parse("FY2016-17Q3")
AGREES, CONTRADICTS, CANNOT = ClaimVerdict


@pytest.fixture
def printed(dataset):
    return {
        (record.indicator.id, found.claim.seq): found
        for record in portfolio_records(dataset, "resilient-communities")
        for found in judged_claims(record, Q3)
    }


def test_the_verdicts_of_the_shipped_report(printed):
    verdicts = Counter(found.verdict for found in printed.values())
    assert verdicts == {AGREES: 5, CONTRADICTS: 1, CANNOT: 10}
    beside = [found.beside for found in printed.values() if found.beside]
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
    assert found.beside == "England’s published 60 settles it: agrees"


def test_before_the_report_nothing_was_claimed(dataset):
    records = portfolio_records(dataset, "resilient-communities")
    assert [judged_claims(record, parse("FY2016-17Q2")) for record in records] == [()] * 4


def claim(seq, arrow, mark, right="FY2016-17Q2", left="FY2016-17Q3"):
    return Claim(
        Q3, seq, "comparison", "Current", parse(left), "blackpool", parse(right), arrow, mark, ""
    )


def judged(*claims, **changes):
    return judged_claims(replace(record(LOOKED_AFTER, **changes), claims=claims), Q3)


@pytest.mark.parametrize("arrow", ["↑", "▲"])
@pytest.mark.parametrize("mark", ["✖", "✘"])
def test_every_variant_of_a_sign_is_one_sign(arrow, mark):
    (found,) = judged(claim(1, arrow, mark, right="FY2015-16"))
    assert (found.verdict, found.flags) == (AGREES, ())


def test_a_row_that_uses_one_convention_is_not_mixed():
    good = [claim(1, "↑", "✓"), claim(2, "↑", "✓", right="FY2015-16")]
    assert all(Flag.MIXED not in found.flags for found in judged(*good))


def test_where_high_is_better_the_mark_turns():
    (found,) = judged(claim(1, "▼", "✖"), polarity=Polarity.HIGH)
    assert (found.verdict, found.flags) == (AGREES, ())
    (turned,) = judged(claim(1, "▼", "✔"), polarity=Polarity.HIGH)
    assert turned.flags == (Flag.MARK,)
