"""Rates and percentages that contradict the counts beside them."""

import pytest

from dashboard.store.reading.validate import read_folder
from tests.store.folders import QUARTERS, figure, indicator, write
from tests.store.reading.refused import sentences

RATE = indicator(unit="rate", per="10,000 children")


def warned(folder):
    reading = read_folder(folder)
    assert reading.problems == ()
    return [(found.kind, found.rows, found.what) for found in reading.warnings]


def rated(tmp_path, *rows, of=RATE):
    observations = [
        figure(period, value, numerator=numerator, denominator=denominator)
        for period, (value, numerator, denominator) in zip(QUARTERS, rows, strict=False)
    ]
    return write(tmp_path / "data", indicators=[of], observations=observations)


def test_a_rate_that_its_counts_contradict(tmp_path):
    folder = rated(tmp_path, ("302.6", 920, 30400), ("95.4", 920, 30400))
    assert warned(folder) == [
        (
            "count-and-rate",
            (3,),
            "95.4 per 10,000 children of Potholes is not 920 of 30400, which is 302.6.",
        )
    ]
    (found,) = read_folder(folder).warnings
    assert found.key == ("potholes", "wexmouth", "FY2021-22Q2", "reported", "FY2021-22Q2")


def test_a_percentage_less_than_a_point_from_its_counts(tmp_path):
    folder = rated(tmp_path, ("5.6", 56, 1000), ("5.0", 56, 1000), of=indicator())
    assert warned(folder) == [
        ("count-and-rate", (3,), "5.0% of Potholes is not 56 of 1000, which is 5.6%.")
    ]


def test_a_percentage_more_than_a_point_from_its_counts_is_only_refused(tmp_path):
    folder = rated(tmp_path, ("8.0", 56, 1000), of=indicator())
    (said,) = sentences(folder)
    assert "8.0% is not 56 of 1000." in said
    assert read_folder(folder).warnings == ()


@pytest.mark.parametrize(
    "row",
    [
        ("300", 920, 30400),
        ("0.3", 1, 28600),
        ("1", 4, 28600),
        ("302.65", 920, 30400),
        ("0.5", 0, ""),
        ("302.6", "", 30400),
    ],
)
def test_rounding_and_one_per_cent_and_missing_counts_are_no_contradiction(tmp_path, row):
    assert warned(rated(tmp_path, row)) == []


def test_a_rate_without_a_number_it_is_per_is_not_judged(tmp_path):
    of = indicator(unit="rate", per="head")
    assert warned(rated(tmp_path, ("95.4", 920, 30400), of=of)) == []


def test_a_rate_that_implies_another_denominator_than_its_series(tmp_path):
    rows = [("302.6", 920, ""), ("305.9", 930, ""), ("95.4", 920, ""), ("300.0", 9000, "")]
    assert warned(rated(tmp_path, *rows, ("302.6", 920, 30400))) == [
        (
            "count-and-rate",
            (4,),
            "95.4 per 10,000 children of Potholes makes 920 a count out of 96436, which is more "
            "than twice 30403, the median of the series.",
        ),
        (
            "count-and-rate",
            (5,),
            "300.0 per 10,000 children of Potholes makes 9000 a count out of 300000, which is more "
            "than twice 30403, the median of the series.",
        ),
    ]


def test_a_rate_that_implies_less_than_half(tmp_path):
    rows = [("302.6", 920, ""), ("305.9", 930, ""), ("302.6", 92, "")]
    ((_, found, what),) = warned(rated(tmp_path, *rows))
    assert found == (4,)
    assert what.endswith(
        "a count out of 3040, which is less than half of 30402, the median of the series."
    )


@pytest.mark.parametrize(
    "rows",
    [
        [("302.6", 920, ""), ("95.4", 920, "")],
        [("302.6", 920, ""), ("305.9", 930, ""), ("160.0", 920, "")],
        [("0.7", 2, ""), ("0.7", 2, ""), ("0.2", 1, ""), ("0", 1, ""), ("1", 0, "")],
    ],
)
def test_two_rates_and_a_factor_below_two_and_small_rates_say_nothing(tmp_path, rows):
    assert warned(rated(tmp_path, *rows)) == []
