from decimal import Decimal

import pytest

from dashboard.domain.facts.measure import (
    Measure,
    Unit,
    formatted,
    formatted_difference,
    half_place,
    rounded,
    signed,
)


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


def test_rounding_is_half_up_on_decimals():
    assert rounded(Decimal("2.675"), 2) == Decimal("2.68")
    assert rounded(Decimal("-2.5"), 0) == Decimal("-3")


def test_a_point_and_a_year_have_a_singular():
    assert formatted_difference(Decimal(1), 0, Measure(Unit.PERCENT)) == "1 point"
    assert formatted_difference(Decimal("-1"), 0, Measure(Unit.YEARS)) == "1 year"
    assert formatted_difference(Decimal(1), 1, Measure(Unit.PERCENT)) == "1.0 points"


def test_a_number_is_written_with_its_sign():
    assert signed(Decimal("0.5"), 1) == "+0.5"
    assert signed(-1234.14, 1) == "−1,234.1"
    assert signed(0, 0) == "+0"
    assert signed(0.5, 2, plus=False) == "0.50"
    assert signed(-0.5, 2, plus=False) == "−0.50"


def test_rounding_moves_a_value_by_half_a_last_place():
    assert half_place(0) == Decimal("0.5")
    assert half_place(2) == Decimal("0.005")
