from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Judgement, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from tests.build import indicator


def test_a_unit_of_its_own_is_named_beside_a_large_figure():
    assert indicator(unit=Unit.OTHER, unit_word="day/days").per_label == "days"
    assert indicator(unit=Unit.OTHER, unit_word="£ million").per_label == ""


@pytest.mark.parametrize(
    ("polarity", "up", "down", "level"),
    [
        (Polarity.HIGH, Judgement.BETTER, Judgement.WORSE, Judgement.SAME),
        (Polarity.LOW, Judgement.WORSE, Judgement.BETTER, Judgement.SAME),
        (Polarity.NEUTRAL, Judgement.NONE, Judgement.NONE, Judgement.NONE),
    ],
)
def test_one_place_knows_which_way_is_good(polarity, up, down, level):
    judge = indicator(polarity=polarity).judge
    assert (judge(Decimal(1)), judge(Decimal(-1)), judge(Decimal(0))) == (up, down, level)


def test_what_is_counted_has_a_singular():
    children = indicator()
    assert [children.counted(Decimal(n)) for n in (1, -1, 0, 2)] == [
        "child",
        "child",
        "children",
        "children",
    ]


def test_a_count_without_a_noun_stands_alone():
    assert indicator(noun="child/children").count_said(Decimal(501)) == "501 children"
    assert indicator(noun="").count_said(Decimal(3039)) == "3,039"


def test_a_rate_without_its_base_is_called_a_rate():
    assert indicator(per="").per_label == "rate"


def test_a_caveat_on_a_year_to_come_is_not_told():
    found = indicator(caveat="Modelled. There is no figure for 2019/20.")
    assert found.caveat_by(parse("FY2015-16Q4")) == "Modelled."
    assert found.caveat_by(parse("FY2020-21Q1")) == "Modelled. There is no figure for 2019/20."


def test_a_noun_with_two_strokes_is_parted_at_the_first():
    assert indicator(noun="child/children/s").counted(Decimal(1)) == "child"


def test_a_caveat_on_the_quarters_own_year_is_told():
    found = indicator(caveat="There is no figure for 2016.")
    assert found.caveat_by(parse("FY2016-17Q3")) == "There is no figure for 2016."
