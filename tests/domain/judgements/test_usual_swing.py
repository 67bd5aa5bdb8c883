"""A change set against how much its series has swung before, by the worked numbers."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.judgements.change import RealVerdict
from dashboard.domain.judgements.usual_swing import earlier_steps
from tests.build import PERCENT, finding, record, series

MORE, COULD_BE = RealVerdict.MORE_THAN_CHANCE, RealVerdict.COULD_BE_CHANCE
NOT_TESTED = RealVerdict.NOT_TESTED
COUNT = {"unit": Unit.COUNT, "per": "", "noun": "fire/fires"}
STEADY = (120, 131, 118, 140, 125, 133, 122, 160)
SWINGING = (120, 150, 110, 145, 105, 140, 122, 160)
PUBLISHED = {Origin.PUBLISHED: series(Origin.PUBLISHED, Basis.PERIOD)}
REFERRALS = {
    "FY2012-13": ("1093.5", 3175),
    "FY2013-14": ("1132.6", 3290),
    "FY2014-15": ("1067.2", 3062),
    "FY2015-16": ("885.8", 2523),
    "FY2016-17": ("1235.1", 3502),
    "FY2017-18": ("971.9", 2760),
    "FY2018-19": ("1042.5", 2961),
    "FY2019-20": ("1335.3", 3819),
    "FY2020-21": ("968.6", 2739),
    "FY2021-22": ("1122.3", 3122),
    "FY2022-23": ("850.5", 2407),
    "FY2023-24": ("759.3", 2174),
    "FY2024-25": ("935.9", 2707),
}
CLAIMING = (
    "2.7 2.9 3.4 3.2 3.4 5.0 5.3 6.1 6.7 6.0 4.6 3.8 3.8 4.2 4.3 5.6 10.3 10.0 7.1 6.3 6.1 5.7"
)
CLAIMANTS = {f"CY{2004 + n}": value for n, value in enumerate(CLAIMING.split())}


def years(values, last=2024):
    first = last - len(values) + 1
    return {f"FY{y}-{(y + 1) % 100:02}": str(v) for y, v in enumerate(values, first)}


def quarters(values, last=4 * 2025):
    """Quarters up to the last of 2024/25."""
    first = last - len(values)
    return {
        f"FY{n // 4}-{(n // 4 + 1) % 100:02}Q{n % 4 + 1}": str(v)
        for n, v in enumerate(values, first)
    }


def decided(made, quarter="FY2024-25Q4", which=0):
    found = finding(quarter, made)
    return found.real_changes[which]


def yearly(values, basis=Basis.PERIOD, **more):
    return decided(record(years(values), basis=basis, **(COUNT | more)))


def with_break(made, period):
    rows = (replace(r, mark="b") if r.period.id == period else r for r in made.observations)
    return replace(made, observations=tuple(rows))


def test_a_rise_beyond_a_steady_series_is_more_than_chance():
    found = yearly(STEADY)
    assert (found.verdict, found.words) == (MORE, "more than chance")
    assert found.reason.numbers == (
        ("2024/25", "160"),
        ("2023/24", "122"),
        ("", "No population is stated, so both are taken as over the same one."),
        ("", "A difference at least this large would arise by chance 3 times in 100 (p = 0.0274)."),
        ("earlier changes of this kind", "6"),
        ("their variance, where chance alone would make it 1 (φ)", "0.9211"),
        ("this change in standard errors (z)", "+2.2629"),
    )
    assert found.reason.rule.endswith("vary no more than by chance, so this test decides alone.")


def test_the_same_rise_is_chance_where_the_series_has_swung_as_much():
    found = yearly(SWINGING)
    assert (found.verdict, found.words) == (
        COULD_BE,
        "could be chance: it has swung as much before",
    )
    assert found.reason.numbers[-3:] == (
        ("their variance, where chance alone would make it 1 (φ)", "5.3850"),
        ("this change in standard errors (z)", "+2.2629"),
        ("z needed (t × √φ)", "5.9652"),
    )
    assert found.reason.rule.endswith("beyond the series’ usual swing: z beyond t × √φ.")
    assert yearly((*SWINGING[:-1], 250)).verdict is MORE, "z = 6.6 is beyond 5.9652"
    assert yearly((*SWINGING[:-1], 230)).verdict is COULD_BE, "z = 5.8 is not"


def test_a_fall_counts_like_a_rise():
    found = yearly((*STEADY[:-1], 85))
    assert found.verdict is MORE
    assert ("this change in standard errors (z)", "−2.5717") in found.reason.numbers


def test_with_five_earlier_changes_the_level_is_1_in_100():
    assert yearly(STEADY[1:]).verdict is COULD_BE, "p = 0.0274"
    assert "of which there are 5." in yearly(STEADY[1:]).reason.rule
    assert yearly((*STEADY[1:-1], 180)).verdict is MORE, "p = 0.0010"


def test_referrals_as_published_have_swung_as_much_before():
    made = record({}, REFERRALS, published_series=PUBLISHED[Origin.PUBLISHED])
    found = decided(made)
    assert found.words == "could be chance: it has swung as much before"
    numbers = dict(found.reason.numbers)
    assert numbers["2024/25"] == "2,707 of 28,924 (implied by count and rate)"
    assert numbers["earlier changes of this kind"] == "11"
    assert numbers["their variance, where chance alone would make it 1 (φ)"] == "71.9967"
    assert numbers["this change in standard errors (z)"] == "+7.2743"
    assert "(p under 0.0001)" in numbers[""]


def test_a_share_without_counts_goes_by_its_earlier_changes():
    """|−0.4| is less than 2.0930 × 1.4448 = 3.0240."""
    made = record({}, CLAIMANTS, published_series=PUBLISHED[Origin.PUBLISHED], **PERCENT)
    found = decided(made, "FY2025-26Q3")
    assert found.words == "could be chance: it has swung as much before"
    assert found.reason.numbers == (
        ("this change", "0.4 points"),
        ("earlier changes of this kind", "20"),
        ("their standard deviation", "1.445 points"),
        ("change needed (t × standard deviation)", "3.024 points"),
    )
    for latest, verdict in (("9.1", COULD_BE), ("9.2", MORE), ("3.0", MORE)):
        changed = CLAIMANTS | {"CY2025": latest}
        made = record({}, changed, published_series=PUBLISHED[Origin.PUBLISHED], **PERCENT)
        assert decided(made, "FY2025-26Q3").verdict is verdict, latest


def test_without_counts_six_earlier_changes_are_needed():
    values = ("50", "52", "49", "51", "50", "52", "50", "60")
    assert yearly(values, **PERCENT).verdict is MORE
    found = yearly(values[1:], **PERCENT)
    assert (found.verdict, found.words) == (NOT_TESTED, "not tested: the source gives no counts")
    assert found.reason.rule.endswith("6 earlier changes of this kind, of which there are 5.")


def test_a_series_that_never_varied_has_no_swing():
    found = yearly(("50", "51", "52", "53", "54", "55", "56", "57"), **PERCENT)
    assert found.verdict is NOT_TESTED
    assert found.reason.rule.endswith("that vary: here all were of one size.")


def test_nothing_before_a_break_counts():
    made = record(years(SWINGING), basis=Basis.PERIOD, **COUNT)
    assert len(steps(made)) == 6
    assert len(steps(with_break(made, "FY2018-19"))) == 5
    assert "1 time in 100" in decided(with_break(made, "FY2018-19")).reason.rule
    assert decided(with_break(made, "FY2024-25")) is None, "over the break there is no comparison"


def steps(made, quarter="FY2024-25Q4", which=0):
    found = finding(quarter, made)
    line = known_figures(made, parse(quarter)).main
    taken = earlier_steps(found.indicator, line, line.latest, found.travel[which].there)
    return [(later.period.id, earlier.period.id) for later, earlier in taken]


def test_quarter_to_quarter():
    made = record(quarters(range(100, 110)))
    assert steps(made)[:2] == [
        ("FY2024-25Q3", "FY2024-25Q2"),
        ("FY2024-25Q2", "FY2024-25Q1"),
    ]
    assert len(steps(made)) == 8, "the one under test is not among them"


def test_a_year_end_is_a_fourth_quarter_to_a_quarter():
    figures = {"FY2022-23": "9", "FY2023-24Q1": "8", "FY2023-24Q2": "7", "FY2023-24Q3": "9"}
    made = record(figures)
    assert steps(made, "FY2023-24Q3") == [
        ("FY2023-24Q2", "FY2023-24Q1"),
        ("FY2023-24Q1", "FY2022-23"),
    ]


def test_a_quarter_without_a_figure_gives_no_step():
    figures = quarters(range(100, 106))
    del figures["FY2024-25Q1"]
    assert steps(record(figures)) == [
        ("FY2024-25Q3", "FY2024-25Q2"),
        ("FY2023-24Q4", "FY2023-24Q3"),
    ]


def test_a_quarter_to_the_year_end_before():
    figures = quarters(range(100, 115), last=4 * 2025 - 1)
    stated = {"FY2023-24": figures["FY2023-24Q4"]}
    for each in (figures, figures | stated):
        assert steps(record(each), "FY2024-25Q3", which=2) == [
            ("FY2023-24Q3", "FY2022-23Q4"),
            ("FY2022-23Q3", "FY2021-22Q4"),
        ]


def test_a_year_is_compared_with_the_year_whatever_row_states_it():
    figures = {"FY2021-22Q4": "1", "FY2022-23": "2", "FY2023-24Q4": "3", "FY2024-25": "4"}
    assert steps(record(figures)) == [
        ("FY2023-24Q4", "FY2022-23"),
        ("FY2022-23", "FY2021-22Q4"),
    ]


def test_figures_for_the_period_give_a_yearly_step_in_every_quarter():
    made = record(quarters(range(100, 112)), basis=Basis.PERIOD)
    assert steps(made, which=1)[:2] == [
        ("FY2024-25Q3", "FY2023-24Q3"),
        ("FY2024-25Q2", "FY2023-24Q2"),
    ]
    assert len(steps(made, which=1)) == 7


@pytest.mark.parametrize(
    "basis", [Basis.YEAR_TO_DATE, Basis.YEAR_TO_DATE_AVERAGE, Basis.ROLLING_12M, Basis.SNAPSHOT]
)
def test_figures_that_count_the_same_cases_twice_give_one_a_year(basis):
    made = record(quarters(range(100, 112)), basis=basis)
    assert steps(made, which=1) == [("FY2023-24Q4", "FY2022-23Q4")]


def test_windows_of_three_years_step_by_three_years():
    windows = {f"CY{y}-{y + 2}": "50" for y in range(2004, 2023)}
    three = series(Origin.PUBLISHED, Basis.ROLLING_36M)
    made = record({}, windows, published_series=three, unit=Unit.YEARS, per="", noun="")
    assert steps(made) == [
        ("CY2019-2021", "CY2016-2018"),
        ("CY2016-2018", "CY2013-2015"),
        ("CY2013-2015", "CY2010-2012"),
        ("CY2010-2012", "CY2007-2009"),
        ("CY2007-2009", "CY2004-2006"),
    ]


def test_earlier_years_without_counts_still_show_how_the_series_swings():
    """The change passes its own test (p = 0.0274) and not the swing of the years before."""
    made = record(years(SWINGING), basis=Basis.PERIOD, noun="fire/fires")
    rows = tuple(
        replace(r, numerator=r.value, denominator=Decimal(10_000)) if r.period.first >= 2023 else r
        for r in made.observations
    )
    found = decided(replace(made, observations=rows))
    assert found.words == "could be chance: it has swung as much before"
    assert ("their standard deviation", "37.076") in found.reason.numbers
    assert "p = 0.0274" in dict(found.reason.numbers)[""]


def test_intervals_have_a_dispersion_too():
    values = ("20", "26", "19", "27", "18", "26", "19", "30")
    made = record(years(values), basis=Basis.PERIOD, unit=Unit.SCORE, per="", noun="")
    rows = tuple(replace(r, lower=r.value - 2, upper=r.value + 2) for r in made.observations)
    found = decided(replace(made, observations=rows))
    assert found.words == "could be chance: within its usual swing"
    assert ("this change in standard errors (z)", "+7.6226") in found.reason.numbers
    calm = [replace(r, lower=r.value - 9, upper=r.value + 9) for r in rows]
    found = decided(replace(made, observations=(*calm[:-1], replace(rows[-1], value=Decimal(40)))))
    assert found.verdict is MORE
