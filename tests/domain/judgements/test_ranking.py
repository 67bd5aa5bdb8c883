from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Claim, Spread
from dashboard.domain.judgements.ranking import (
    band,
    known_rankings,
    ordinal,
    printed_quartile,
    quantile,
    ranking,
    rankings_to_show,
    spread_of,
)
from tests.build import finding, record

GROUP = "English upper-tier authorities"


BELOW, ABOVE = ("40.125", "82.35", "89.325"), ("400.125", "482.35", "689.325")
"""Quartiles that all lie below the council's figures, 90 and 154.1, or above them."""


def spread(period="FY2015-16", rank=3, n=148, group=GROUP, quartiles=BELOW):
    low, middle, high = (Decimal(text) for text in quartiles)
    return Spread(group, parse(period), n, low, middle, high, rank, "a source")


def known(quarter="FY2016-17Q3", **changes):
    made = record(published={"FY2014-15": "90", "FY2015-16": "154.1"}, **changes)
    return made, finding(quarter, made).known


def decimals(*texts):
    return [Decimal(text) for text in texts]


def test_quartile_bounds_are_interpolated():
    values = [Decimal(n) for n in range(1, 51)]
    found = [quantile(values, Decimal(share) / 4) for share in (1, 2, 3)]
    assert found == decimals("13.25", "25.5", "37.75")


@pytest.mark.parametrize(
    ("rank", "n", "expected"),
    [
        (1, 148, 1),
        (37, 148, 1),
        (38, 148, 2),
        (111, 148, 3),
        (112, 148, 4),
        (148, 148, 4),
        (1, 10, 1),
        (3, 10, 1),
        (4, 10, 2),
        (6, 10, 3),
        (8, 10, 3),
        (9, 10, 4),
    ],
)
def test_a_band_goes_by_the_rank(rank, n, expected):
    assert band(rank, n) == expected


def test_bands_follow_the_published_formula():
    from math import ceil, floor

    for n in range(8, 200):
        for rank in range(1, n + 1):
            assert band(rank, n) == floor(5 - ceil((n + 1 - rank) * 4 / n))


def test_the_rank_is_turned_so_that_one_is_best():
    made, figures = known(polarity=Polarity.LOW)
    found = ranking(made.indicator, figures, spread(rank=3))
    assert found.rank == 146
    assert found.band == "worst quartile"
    assert found.rank_label == "about 146th of 148 (1st is best)"
    made, figures = known(polarity=Polarity.HIGH)
    assert ranking(made.indicator, figures, spread(rank=3)).band == "best quartile"


def test_neither_end_is_best_where_neither_way_is_better():
    made, figures = known(polarity=Polarity.NEUTRAL)
    found = ranking(made.indicator, figures, spread(rank=3))
    assert (found.band, found.rank_label) == (
        "highest quartile",
        "about 3rd of 148 (1st is highest)",
    )


def test_equal_values_share_the_better_rank_at_published_precision():
    made, figures = known(polarity=Polarity.LOW)
    everyone = decimals("154.1", "154.14", "100", "200", "201", "202", "203", "204")
    found = ranking(
        made.indicator, figures, spread_of("x", parse("FY2015-16"), everyone, ""), everyone
    )
    assert (found.rank, found.tied, found.about) == (2, True, False)
    assert found.rank_label == "2nd= of 8 (1st is best)"


def test_below_eight_authorities_nothing_is_said():
    made, figures = known()
    assert spread_of("x", parse("FY2015-16"), decimals(*"1234567"), "") is None
    assert ranking(made.indicator, figures, spread(n=7)) is None


def test_each_group_has_its_newest_place_that_is_known_at_the_quarter():
    made, _ = known()
    spreads = (
        spread("FY2014-15"),
        spread("FY2015-16"),
        spread("FY2016-17"),
        spread("FY2014-15", group="North West authorities"),
    )
    made = type(made)(
        made.indicator,
        made.council,
        made.comparator_areas,
        made.series,
        made.observations,
        (),
        (),
        spreads,
    )
    places = known_rankings(made, finding("FY2016-17Q3", made).known)
    assert [(p.spread.group, p.spread.period.id) for p in places] == [
        (GROUP, "FY2015-16"),
        ("North West authorities", "FY2014-15"),
    ]
    earlier = known_rankings(made, finding("FY2014-15Q4", made).known)
    assert {p.spread.period.id for p in earlier} == {"FY2014-15"}


def test_without_a_figure_of_ours_there_is_no_place():
    made, figures = known()
    assert ranking(made.indicator, figures, spread("FY2013-14")) is None


def test_a_printed_quartile_is_known_from_its_report_on():
    claim = Claim(
        parse("FY2016-17Q3"),
        4,
        "quartile",
        "Current North West Quartile",
        None,
        "north-west",
        None,
        "",
        "",
        "Upper Middle",
    )
    made, _ = known()
    made = type(made)(
        made.indicator,
        made.council,
        made.comparator_areas,
        made.series,
        made.observations,
        (),
        (),
        (),
        (claim,),
    )
    assert printed_quartile(made, parse("FY2016-17Q3")) == claim
    assert printed_quartile(made, parse("FY2016-17Q2")) is None


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (112, "112th"), (121, "121st")],
)
def test_ordinals(number, said):
    assert ordinal(number) == said


def test_the_spread_of_authorities_is_their_quartiles():
    """Of 1 to 9 the quartiles are 3, 5 and 7."""
    values = decimals(*"987654321")
    found = spread_of("x", parse("FY2015-16"), values, "the release")
    assert found == Spread(
        "x", parse("FY2015-16"), 9, *decimals("3", "5", "7"), None, "the release"
    )
    assert spread_of("x", parse("FY2015-16"), values[:8], "").n == 8


@pytest.mark.parametrize(("share", "value"), [("0", "1"), ("0.5", "2.5"), ("1", "4")])
def test_a_quantile_reaches_from_the_lowest_to_the_highest(share, value):
    assert quantile(decimals("4", "1", "3", "2"), Decimal(share)) == Decimal(value)


@pytest.mark.parametrize(
    ("polarity", "rank", "tied"),
    [(Polarity.LOW, 2, False), (Polarity.HIGH, 7, False), (Polarity.NEUTRAL, 7, False)],
)
def test_a_counted_rank_goes_by_the_polarity(polarity, rank, tied):
    """154.1 has one below it and six above it."""
    made, figures = known(polarity=polarity)
    everyone = decimals("300", "100", "154.1", "200", "201", "202", "203", "204")
    group = spread_of("x", parse("FY2015-16"), everyone, "")
    found = ranking(made.indicator, figures, group, everyone)
    assert (found.rank, found.tied, found.about) == (rank, tied, False)
    assert (found.value, found.line) == (Decimal("154.1"), figures.main)
    assert found.others == tuple(sorted(everyone))
    assert found.neutral is (polarity is Polarity.NEUTRAL)


def test_a_stored_rank_knows_nobody_elses_value():
    made, figures = known()
    found = ranking(made.indicator, figures, spread())
    assert (found.others, found.tied, found.about) == ((), False, True)
    unranked = ranking(made.indicator, figures, spread(rank=None))
    assert (unranked.rank, unranked.band, unranked.rank_label) == (None, "", "")
    assert ranking(made.indicator, figures, spread(n=8)).rank == 6


def test_the_last_is_called_so():
    made, figures = known(polarity=Polarity.HIGH)
    found = ranking(made.indicator, figures, spread(rank=148, quartiles=ABOVE))
    assert found.rank_label == "ranked last of 148, or close to it"
    made, figures = known(polarity=Polarity.NEUTRAL)
    found = ranking(made.indicator, figures, spread(rank=148, quartiles=ABOVE))
    assert found.rank_label == "lowest of 148, or close to it"


@pytest.mark.parametrize(
    ("unit", "per", "none"),
    [
        (Unit.COUNT, "", True),
        (Unit.CURRENCY, "", True),
        (Unit.CURRENCY, "head", False),
        (Unit.RATE, "10,000 children", False),
    ],
)
def test_totals_have_no_place_among_areas_of_another_size(unit, per, none):
    made, figures = known(unit=unit, per=per)
    assert (ranking(made.indicator, figures, spread()) is None) is none
    everyone = decimals("154.1", *"1234567")
    group = spread_of("x", parse("FY2015-16"), everyone, "")
    assert (ranking(made.indicator, figures, group, everyone) is None) is none


def test_a_computed_rank_stands_alone_where_all_figures_are_held():
    made, figures = known()
    stored = ranking(made.indicator, figures, spread(n=8))
    everyone = decimals("154.1", *"1234567")
    group = spread_of("all", parse("FY2015-16"), everyone, "")
    computed = ranking(made.indicator, figures, group, everyone)
    assert rankings_to_show((stored,), computed) == (computed,)
    assert rankings_to_show((stored,), None) == (stored,)
    more = ranking(made.indicator, figures, spread(n=9))
    assert rankings_to_show((more,), computed) == (more, computed)
    earlier = ranking(made.indicator, figures, spread("FY2014-15", n=8))
    before = spread_of("all", parse("FY2014-15"), everyone, "")
    assert rankings_to_show((earlier,), computed) == (computed,)
    older = ranking(made.indicator, figures, before, everyone)
    assert rankings_to_show((stored,), older) == (stored, older)


def test_without_published_figures_there_is_no_place():
    made = record({"FY2015-16": "154.1"})
    assert ranking(made.indicator, finding("FY2016-17Q3", made).known, spread()) is None
    assert ranking(made.indicator, finding("FY2013-14Q3", made).known, spread()) is None


def test_of_several_printed_quartiles_the_newest_reports_counts():
    claims = [
        Claim(parse(release), 4, kind, "", None, "north-west", None, "", "", "")
        for release, kind in (
            ("FY2016-17Q2", "quartile"),
            ("FY2016-17Q4", "quartile"),
            ("FY2016-17Q3", "quartile"),
            ("FY2016-17Q1", "quartile"),
            ("FY2016-17Q3", "comparison"),
        )
    ]
    made = replace(record(), claims=tuple(claims))
    assert printed_quartile(made, parse("FY2016-17Q3")) == claims[2]
    assert finding("FY2016-17Q3", made).printed_quartile == claims[2]


@pytest.mark.parametrize(
    ("number", "said"), [(12, "12th"), (13, "13th"), (14, "14th"), (113, "113th"), (101, "101st")]
)
def test_ordinals_of_the_teens(number, said):
    assert ordinal(number) == said
