"""Whether a target is met whatever the usual variation of the figures."""

from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.control_limits import Signal
from dashboard.domain.judgements.usual_range import Assurance
from tests.build import target
from tests.domain.judgements.quarterly import QUIET, told


@pytest.mark.parametrize(
    ("rule", "level", "assurance"),
    [
        (TargetRule.AT_MOST, "38.5", Assurance.MET),
        (TargetRule.AT_MOST, "37.2", Assurance.NONE),
        (TargetRule.AT_MOST, "22.0", Assurance.MISSED),
        (TargetRule.AT_LEAST, "22.0", Assurance.MET),
        (TargetRule.AT_LEAST, "22.9", Assurance.NONE),
        (TargetRule.AT_LEAST, "40.0", Assurance.MISSED),
    ],
)
def test_a_target_is_met_whatever_only_if_the_whole_range_meets_it(rule, level, assurance):
    """The range is 22.67 to 37.21."""
    found = told(QUIET, basis=Basis.SNAPSHOT, targets=(target(rule, level),))
    assert (round(found.low, 2), round(found.high, 2)) == (Decimal("22.67"), Decimal("37.21"))
    assert found.assurance is assurance


@pytest.mark.parametrize(("upper", "assurance"), [("38", Assurance.MET), ("37", Assurance.NONE)])
def test_so_is_a_target_range(upper, assurance):
    wanted = target(TargetRule.BETWEEN, "20", upper=upper)
    for polarity in Polarity:
        more = {"basis": Basis.SNAPSHOT, "targets": (wanted,), "polarity": polarity}
        assert told(QUIET, **more).assurance is assurance
    outside = target(TargetRule.BETWEEN, "26", upper="31")
    assert told(QUIET, basis=Basis.SNAPSHOT, targets=(outside,)).assurance is Assurance.NONE


@pytest.mark.parametrize(("after", "assurance"), [(6, Assurance.NONE), (7, Assurance.MET)])
def test_nothing_is_assured_while_one_of_the_last_seven_stands_out(after, assurance):
    quiet = QUIET[:after]
    wanted = (target(TargetRule.AT_MOST, "60"),)
    found = told([*QUIET[:15], 45, *quiet], basis=Basis.SNAPSHOT, targets=wanted)
    assert found.signals[-1 - after] is Signal.OUTSIDE
    assert found.signals[-after:] == (None,) * after
    assert found.assurance is assurance


@pytest.mark.parametrize(
    ("more", "wanted", "assurance"),
    [
        ({"unit": Unit.COUNT}, {}, Assurance.NONE),
        ({"unit": Unit.COUNT}, {"period": "FY2016-17Q4"}, Assurance.MET),
        ({"unit": Unit.PERCENT}, {}, Assurance.MET),
        ({"basis": Basis.SNAPSHOT, "unit": Unit.COUNT}, {}, Assurance.MET),
        ({"basis": Basis.SNAPSHOT, "polarity": Polarity.NEUTRAL}, {}, Assurance.NONE),
    ],
)
def test_a_target_for_the_year_says_nothing_of_a_quarters_total(more, wanted, assurance):
    wanted = (target(TargetRule.AT_MOST, "60", **wanted),)
    assert told(QUIET, targets=wanted, **more).assurance is assurance
