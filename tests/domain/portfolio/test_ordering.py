from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Polarity, Unit
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.ordering import ordered, short_of_target, worsened
from tests.build import finding, record, target


def made(name, position, last, now, rule=None, level=None, **changes):
    targets = (target(rule, level),) if rule else ()
    figures = {"FY2015-16": last, "FY2016-17Q3": now}
    given = {"id": name, "name": name, "position": position} | changes
    return finding("FY2016-17Q3", record(figures, targets=targets, **given))


WORST = made("worst", 3, "100", "120", TargetRule.AT_MOST, "100")
FAR = made("far", 2, "100", "90", TargetRule.AT_MOST, "60")
FINE = made("Fine", 4, "50", "40", TargetRule.AT_MOST, "80")
PLAIN = made("alone", 1, "100", "130")
OLD = finding("FY2016-17Q4", record({"FY2016-17Q3": "9"}, name="an old one", id="old"))
ALL = [FINE, OLD, FAR, PLAIN, WORST]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("worst", ["worst", "far", "alone", "Fine"]),
        ("printed", ["alone", "far", "worst", "Fine"]),
        ("name", ["alone", "far", "Fine", "worst"]),
        ("target", ["far", "worst", "Fine", "alone"]),
        ("change", ["alone", "worst", "far", "Fine"]),
    ],
)
def test_each_order_puts_new_figures_first(order, names):
    assert [f.indicator.name for f in ordered(ALL, order)] == [*names, "an old one"]


def test_how_far_beyond_the_target_counts_on_the_bad_side():
    assert short_of_target(WORST) == Decimal("0.2")
    assert short_of_target(FINE) == Decimal("-0.5")
    assert short_of_target(PLAIN) is None
    high = made("high", 1, "50", "45", TargetRule.AT_LEAST, "60", polarity=Polarity.HIGH)
    assert short_of_target(high) == Decimal("0.25")


def test_a_rise_is_worse_or_better_by_polarity():
    assert worsened(WORST) == Decimal("0.2")
    high = made("high", 1, "50", "45", polarity=Polarity.HIGH, unit=Unit.PERCENT)
    assert worsened(high) == Decimal("0.1")
    assert worsened(made("none", 1, "50", "45", polarity=Polarity.NEUTRAL)) is None
    assert worsened(made("zero", 1, "0", "45")) is None
