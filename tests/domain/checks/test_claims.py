from dataclasses import replace

import pytest

from dashboard.domain.checks.claims import ClaimVerdict, Flag, judged_claims
from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Claim
from tests.build import LOOKED_AFTER, record

Q3 = parse("FY2016-17Q3")
AGREES, CONTRADICTS, CANNOT = ClaimVerdict


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
