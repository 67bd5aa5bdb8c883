from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import (
    Judgement,
    Measure,
    Polarity,
    Unit,
    formatted,
    formatted_difference,
    rounded,
)
from dashboard.domain.facts.period import parse
from tests.build import indicator


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "text"),
    [
        ("1059.4", 1, Unit.RATE, "1,059.4"),
        ("60", 0, Unit.RATE, "60"),
        ("38", 1, Unit.PERCENT, "38.0%"),
        ("512.3", 2, Unit.CURRENCY, "£512.30"),
        ("-4.25", 1, Unit.PERCENT, "−4.3%"),
        ("-0.04", 1, Unit.PERCENT, "0.0%"),
        ("66.85", 1, Unit.PERCENT, "66.9%"),
        ("1234567", 0, Unit.COUNT, "1,234,567"),
        ("0.25", 1, Unit.SCORE, "0.3"),
        ("30.5", 1, Unit.OTHER, "30.5"),
    ],
)
def test_figures_are_written(value, decimals, unit, text):
    assert formatted(Decimal(value), decimals, Measure(unit)) == text


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (Unit.PERCENT, "3.0 points"),
        (Unit.RATE, "3.0"),
        (Unit.CURRENCY, "£3.00"),
        (Unit.YEARS, "3.0 years"),
    ],
)
def test_differences_carry_their_unit(unit, text):
    assert formatted_difference(Decimal("-3"), 1, Measure(unit)) == text


@pytest.mark.parametrize(
    ("word", "value", "text", "difference"),
    [
        ("day/days", "1", "1", "1 day"),
        ("day/days", "-30", "−30", "30 days"),
        ("kg", "30", "30", "30 kg"),
        ("£ million", "-30", "−£30 million", "£30 million"),
        ("£", "30", "£30", "£30"),
    ],
)
def test_a_unit_of_its_own_is_written_in_its_words(word, value, text, difference):
    measure = Measure(Unit.OTHER, word)
    assert formatted(Decimal(value), 0, measure) == text
    assert formatted_difference(Decimal(value), 0, measure) == difference


def test_a_unit_of_its_own_is_named_beside_a_large_figure():
    assert indicator(unit=Unit.OTHER, unit_word="day/days").per_label == "days"
    assert indicator(unit=Unit.OTHER, unit_word="£ million").per_label == ""


def test_rounding_is_half_up_on_decimals():
    assert rounded(Decimal("2.675"), 2) == Decimal("2.68")
    assert rounded(Decimal("-2.5"), 0) == Decimal("-3")


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


def test_a_point_and_a_year_have_a_singular():
    assert formatted_difference(Decimal(1), 0, Measure(Unit.PERCENT)) == "1 point"
    assert formatted_difference(Decimal("-1"), 0, Measure(Unit.YEARS)) == "1 year"
    assert formatted_difference(Decimal(1), 1, Measure(Unit.PERCENT)) == "1.0 points"


def test_a_noun_with_two_strokes_is_parted_at_the_first():
    assert indicator(noun="child/children/s").counted(Decimal(1)) == "child"


def test_a_caveat_on_the_quarters_own_year_is_told():
    found = indicator(caveat="There is no figure for 2016.")
    assert found.caveat_by(parse("FY2016-17Q3")) == "There is no figure for 2016."
