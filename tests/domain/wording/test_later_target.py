from dataclasses import replace

import pytest

from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetLevel, TargetRule
from dashboard.domain.wording.later_target import later_target
from tests.build import LOOKED_AFTER, PERCENT, finding, indicator, record, target


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (target(TargetRule.AT_LEAST, "99"), "The target for 2016/17 is at least 99%."),
        (target(TargetRule.BETWEEN, "9.5", upper="12"), "The target for 2016/17 is 9.5% to 12%."),
        (
            target(TargetRule.BELOW_REFERENCE, printed="Decrease"),
            "The target for 2016/17 is “Decrease”.",
        ),
        (
            replace(target(TargetRule.AT_MOST, "5"), level=TargetLevel.STRETCH),
            "The stretch for 2016/17 is at most 5%.",
        ),
    ],
)
def test_a_later_target_is_told_as_such(wanted, said):
    assert later_target(indicator(**PERCENT), wanted) == said


def test_a_target_of_a_later_year_judges_nothing_before_it():
    far = target(TargetRule.AT_MOST, "100", period="FY2029-30")
    made = record(LOOKED_AFTER, targets=(far,))
    found = finding("FY2016-17Q3", made)
    assert (found.later_targets, found.targets, found.target.target) == ((far,), (), None)


def test_a_later_target_is_known_once_its_report_is_out():
    far = target(TargetRule.AT_MOST, "100", period="FY2029-30")
    made = record(LOOKED_AFTER, targets=(far,))
    assert far.release == parse("FY2016-17Q3")
    assert finding("FY2016-17Q2", made).later_targets == ()
