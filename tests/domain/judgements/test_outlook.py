"""When there is an outlook, what it says, and what must never change it."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.domain.judgements.outlook_chance import Chance
from tests.build import LOOKED_AFTER, finding, record, target


def outlook(figures, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(figures, **more)).outlook


def test_it_says_the_level_the_range_and_the_terms():
    found = outlook(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8", 443),))
    assert found.said == "8 in 10: 477 to 535, if it moves as it has, indicative"
    assert found.sentence == (
        "Outlook for 2016/17, 8 in 10: 477 to 535, if it moves as it has, indicative; "
        "unlikely to meet the target"
    )
    assert (found.figures, found.terms) == (
        "477 to 535",
        "8 in 10, if it moves as it has, indicative",
    )


def test_its_reason_gives_every_number():
    found = outlook(LOOKED_AFTER).reason
    assert found.numbers == (
        ("changes from quarter to quarter", "+18, +17, −3"),
        ("pace a quarter", "+10.7"),
        ("usual swing to the year end, 8 in 10", "23.6 either way"),
    )
    assert found.rule.startswith("From staying as it is to going on as in the last four quarters")
    assert "Student’s t" in found.source


def test_at_the_fourth_quarter_the_outturn_stands():
    figures = LOOKED_AFTER | {"FY2016-17Q4": ("183.0", 525)}
    assert outlook(figures, "FY2016-17Q4") is None
    assert outlook(LOOKED_AFTER, "FY2016-17Q4") is None, "the year is over"


def test_it_stands_while_the_next_figure_is_awaited():
    figures = {key: value for key, value in LOOKED_AFTER.items() if "Q3" not in key}
    assert outlook(figures) == outlook(figures, "FY2016-17Q2")
    assert outlook(figures, "FY2017-18Q1") is None, "it was for another year"


def test_a_yearly_figure_has_none():
    found = outlook({"FY2015-16": "10"}, "FY2016-17Q2")
    assert found.sentence == "No outlook: the figure comes once a year"
    assert (found.year, found.method) == (parse("FY2015-16"), None)


def test_a_symbol_in_place_of_the_figure_has_none():
    for period in ("FY2016-17Q3", "FY2016-17"):
        quarter = "FY2016-17Q3" if "Q" in period else "FY2016-17Q4"
        assert outlook({period: Symbol.CONFIDENTIAL}, quarter) is None
    assert outlook({}) is None


@given(st.lists(st.integers(1, 5000), min_size=3, max_size=12), st.integers(1, 5000))
def test_a_later_figure_changes_no_earlier_outlook(values, later):
    quarters = [f"FY20{13 + n // 4}-{14 + n // 4}Q{n % 4 + 1}" for n in range(len(values) + 1)]
    figures = dict(zip(quarters, map(str, values), strict=False))
    now = quarters[len(values) - 1]
    assert outlook(figures, now) == outlook(figures | {quarters[-1]: str(later)}, now)


@given(st.randoms())
def test_the_order_of_rows_changes_nothing(chance: random.Random):
    made = record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),))
    rows = list(made.observations)
    chance.shuffle(rows)
    found = finding("FY2016-17Q3", replace(made, observations=tuple(rows))).outlook
    assert found == finding("FY2016-17Q3", made).outlook
    assert found.chance is Chance.UNLIKELY
