"""Whether the latest five yearly figures rise or fall, and which figures are tested."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Symbol
from dashboard.domain.judgements.recent_trend import SOURCE, Direction
from tests.domain.judgements.yearly_figures import OBESITY, RISING, YEARS, judged, rows_of, yearly


def test_by_intervals():
    found = yearly(*RISING)
    assert found.direction is Direction.RISING
    assert found.sentence == "Rising over five years, 2020/21 to 2024/25"
    assert found.reason.numbers[0] == ("2020/21", "24.7% (23.2% to 26.3%)")
    assert found.reason.numbers[-2:] == (("slope", "1.7516"), ("χ²", "46.7653, against 9.5495"))
    assert found.reason.source == SOURCE
    assert found.reason.rule.startswith("Rising or falling if χ² is above 9.55, ")
    assert found.reason.rule.endswith("not why and not what will.")


@pytest.mark.parametrize("unit", [Unit.PERCENT, Unit.RATE])
def test_by_counts(unit):
    found = yearly(*RISING, counted=True, unit=unit)
    assert found.direction is Direction.RISING
    assert found.reason.numbers[-1] == ("χ²", "47.8967, against 9.5495")
    assert found.reason.numbers[-2][0] == "slope of the log odds"
    assert found.reason.numbers[0][1].endswith("(994 of 40,299)")


def test_counts_behind_an_average_are_no_shares():
    assert yearly(*RISING, counted=True, unit=Unit.SCORE).direction is Direction.NOT_TESTED


def test_no_clear_trend():
    found = yearly(*OBESITY)
    assert found.direction is Direction.UNCLEAR
    assert found.sentence == "No clear trend in five years, 2020/21 to 2024/25"
    assert found.reason.numbers[-1] == ("χ²", "3.2992, against 9.5495")


def test_falling():
    found = yearly(*((60 - value, 60 - upper, 60 - lower) for value, lower, upper, *_ in RISING))
    assert found.direction is Direction.FALLING
    assert found.sentence == "Falling over five years, 2020/21 to 2024/25"


def test_pounds_rise_with_prices():
    assert yearly(*RISING, unit=Unit.CURRENCY).sentence.startswith("Rising with prices over five")
    million = {"unit": Unit.OTHER, "unit_word": "£ million"}
    assert yearly(*RISING, **million).sentence.startswith("Rising with prices over five years")
    assert yearly(*reversed(RISING), unit=Unit.CURRENCY).sentence.startswith("Falling over five")


def test_only_the_latest_five_are_tested():
    found = yearly((90, 80, 99), *OBESITY)
    assert len(found.points) == 5
    assert found.reason.numbers[-1] == ("χ²", "3.2992, against 9.5495")


def test_a_latest_step_the_other_way_is_explained():
    figures = (*RISING[:3], (40, 38, 42), (35, 33, 37))
    assert yearly(*figures).sentence == (
        "Rising over five years, 2020/21 to 2024/25, though 2024/25 is lower than 2023/24"
    )
    assert yearly("50.0", "51.0", "52.0", "53.0", "55.0", "54.0").sentence == (
        "Higher than in 4 of the 5 years before; 4.0 points up in five years, "
        "though 2024/25 is lower than 2023/24"
    )


def test_no_clear_trend_beside_a_change_of_more_than_chance_is_explained():
    made = rows_of(dict(zip(YEARS[-5:], OBESITY, strict=True)))
    assert judged(made, beyond_chance=True).sentence == (
        "No clear trend in five years, 2020/21 to 2024/25, "
        "though the change on 2023/24 is more than chance"
    )


@pytest.mark.parametrize("gap", [None, Symbol.CONFIDENTIAL])
def test_five_in_a_row_are_needed(gap):
    few = "Too few years in a row to test for a trend: {} so far, 5 needed"
    assert yearly(*RISING[:4]).sentence == few.format(4)
    figures = dict(zip(YEARS, (*RISING[:3], gap, *RISING[3:]), strict=True))
    with_gap = {period: figure for period, figure in figures.items() if figure is not None}
    found = judged(rows_of(with_gap))
    assert found.sentence == few.format(2)
    assert found.direction is Direction.NOT_TESTED


def test_none_reaches_over_a_break():
    made = rows_of(dict(zip(YEARS, (("24.0"), *RISING), strict=True)))
    for place, direction in ((1, Direction.RISING), (2, Direction.NOT_TESTED)):
        rows = [
            replace(row, mark="b") if row.period.id == YEARS[place] else row
            for row in made.observations
        ]
        found = judged(replace(made, observations=tuple(rows)))
        assert found.direction is direction
    assert found.sentence == (
        "Too few years in a row to test for a trend: "
        "4 since the last break in the series so far, 5 needed"
    )


def test_windows_of_three_years_that_share_none():
    windows = {f"CY{n}-{n + 2}": (50, 49, 51) for n in range(2008, 2022)}
    windows |= {f"CY{2008 + 3 * n}-{2010 + 3 * n}": figure[:3] for n, figure in enumerate(RISING)}
    made = rows_of(windows, basis=Basis.ROLLING_36M)
    found = judged(made, "FY2022-23Q4")
    assert [point.period.id for point in found.points] == [
        "CY2008-2010",
        "CY2011-2013",
        "CY2014-2016",
        "CY2017-2019",
        "CY2020-2022",
    ]
    assert found.sentence == "Rising over five periods of three years, 2008 to 2022"


def test_facts_of_windows_and_too_few_of_them():
    windows = {f"CY{n}-{n + 2}": str(70 + (n - 2005) / 10) for n in range(2005, 2021)}
    found = judged(rows_of(windows, basis=Basis.ROLLING_36M, unit=Unit.YEARS), "FY2022-23Q4")
    assert found.sentence == (
        "Higher than in all 5 periods of three years before; 1.5 years up in 15 years"
    )
    few = {period: windows[period] for period in list(windows)[-4:]}
    assert judged(rows_of(few, basis=Basis.ROLLING_36M), "FY2022-23Q4").sentence == (
        "Too few periods of three years in a row to test for a trend: 2 so far, 5 needed"
    )


def test_years_named_by_their_last_but_reckoned_over_36_months():
    single = {f"CY{n}": str(60 + n - 2008) for n in range(2008, 2023)}
    found = judged(rows_of(single, basis=Basis.ROLLING_36M), "FY2022-23Q4")
    assert [point.period.id for point in found.points] == [
        f"CY{year}" for year in (2010, 2013, 2016, 2019, 2022)
    ]


def test_quarters_make_years_where_the_rules_let_them():
    """A total's year is the sum of its quarters, a snapshot's its fourth; a rate's is unknown."""
    quarters = {f"{year}Q{n}": str(10 + n) for year in YEARS[-5:] for n in (1, 2, 3, 4)}
    total = judged(rows_of(quarters, unit=Unit.COUNT))
    assert [point.value for point in total.points] == [Decimal("50.0")] * 5
    assert [point.period.id for point in total.points] == YEARS[-5:]
    assert total.sentence == "The same as in the 4 years before"
    snapshot = judged(rows_of(quarters, basis=Basis.SNAPSHOT))
    assert [point.value for point in snapshot.points] == [Decimal("14.0")] * 5
    assert judged(rows_of(quarters)) is None
    assert judged(rows_of(quarters, basis=Basis.UNSTATED)) is None
    own = dict(zip(YEARS[-5:], RISING, strict=True))
    assert judged(rows_of(quarters | own, basis=Basis.UNSTATED)).direction is Direction.RISING


def test_within_a_year_only_years_that_are_over_count():
    own = dict(zip(YEARS[:5], RISING, strict=True))
    found = judged(rows_of(own | {"FY2024-25Q1": "29.0"}, basis=Basis.SNAPSHOT), "FY2024-25Q1")
    assert found.sentence == (
        "Rising over five years, 2019/20 to 2023/24, though Q1 2024/25 is lower than 2023/24"
    )


def test_without_a_figure_there_is_none():
    assert judged(rows_of({})) is None
    assert judged(rows_of({"FY2024-25": Symbol.CONFIDENTIAL})) is None


def test_a_width_of_nothing_leaves_the_counts_to_decide():
    flat = [(value, value, value, x, n) for value, _, _, x, n in RISING]
    assert yearly(*flat).reason.numbers[-1] == ("χ²", "47.8967, against 9.5495")
