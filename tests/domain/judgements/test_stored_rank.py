"""A stored rank that its own quartiles contradict is refused, and Checks says so."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.components.ranking import ranking_card
from dashboard.domain.checks.figures import check_figures
from dashboard.domain.checks.ranks import check_ranks
from dashboard.domain.checks.result import CheckVerdict
from dashboard.domain.facts.as_at import known_figures
from dashboard.domain.facts.indicator import Origin
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Spread
from dashboard.domain.judgements.ranking import ranking
from dashboard.domain.judgements.stored_rank import Contradiction, contradiction, places_above
from tests.build import finding, record, series

Q3 = parse("FY2016-17Q3")


def spread(rank, *quartiles, n=152):
    low, middle, high = (Decimal(text) for text in quartiles or ("20.0", "24.3", "27.6"))
    return Spread("authorities", parse("FY2015-16"), n, low, middle, high, rank, "a source")


def percent(value, *spreads):
    made = record(published={"FY2015-16": value}, unit=Unit.PERCENT, per="")
    return replace(made, spreads=spreads)


@pytest.mark.parametrize(("share", "places"), [("0.25", 114), ("0.5", 76), ("0.75", 38)])
def test_how_many_of_152_lie_above_a_quartile(share, places):
    assert places_above(152, Decimal(share)) == places


@pytest.mark.parametrize(
    ("value", "rank", "quartile"),
    [
        # Below the lower quartile are the places 115 to 152; 114 is one off.
        ("17.0", 5, "lower quartile"),
        ("17.0", 113, "lower quartile"),
        ("17.0", 114, None),
        ("17.0", 115, None),
        ("17.0", 152, None),
        # Between the lower quartile and the median are 77 to 114.
        ("22.0", 75, "median"),
        ("22.0", 76, None),
        ("22.0", 115, None),
        ("22.0", 116, "lower quartile"),
        # Above the upper quartile are 1 to 38.
        ("30.0", 1, None),
        ("30.0", 39, None),
        ("30.0", 40, "upper quartile"),
        ("30.0", 152, "upper quartile"),
    ],
)
def test_a_rank_that_a_quartile_contradicts_by_more_than_one(value, rank, quartile):
    found = contradiction(spread(rank), Decimal(value))
    assert (found.quartile if found else None) == quartile


@pytest.mark.parametrize(
    ("value", "refused"), [("19.96", False), ("19.95", False), ("19.94", True), ("20.05", False)]
)
def test_within_half_a_unit_of_the_quartile_s_last_digit_rounding_may_explain_it(value, refused):
    """A figure below them all is 115th or lower; 20.0 may stand for 19.95, which is not below."""
    found = contradiction(spread(90, "20.0", "20.0", "20.0"), Decimal(value))
    assert (found is not None) is refused


@pytest.mark.parametrize(("value", "refused"), [("19.5", False), ("19.4", True)])
def test_a_quartile_in_whole_numbers_has_a_wider_margin(value, refused):
    found = contradiction(spread(90, "20", "20", "20"), Decimal(value))
    assert (found is not None) is refused


def test_an_unknown_rank_contradicts_nothing():
    assert contradiction(spread(None), Decimal("17.0")) is None


def test_no_rank_is_shown_and_checks_says_why_with_both_numbers():
    made = percent("17.0", spread(5))
    known = known_figures(made, Q3)
    found = ranking(made.indicator, known, made.spreads[0])
    assert (found.rank, found.band, found.rank_label) == (None, "", "")
    assert found.refused == Contradiction("lower quartile", Decimal("20.0"), above=False)
    (check,) = check_ranks(made, known)
    assert (check.verdict, check.about) == (CheckVerdict.DIFFERS, "Rank, 2015/16")
    assert check.sentence == (
        "17.0% is below the lower quartile of 20.0%, so it cannot be 5th highest of 152"
    )
    assert check.reason.numbers == (
        ("figure", "17.0%"),
        ("lower quartile", "20.0%"),
        ("stored rank", "5th highest of 152"),
    )
    assert check in check_figures(made, Q3, {})
    card = str(ranking_card(finding("FY2016-17Q3", made), [found]))
    assert "contradicts them and is not shown: see Checks" in card
    assert "5th" not in card


def test_a_rank_that_may_be_true_is_shown_and_not_checked():
    made = percent("17.0", spread(128))
    known = known_figures(made, Q3)
    # Low is better, so 128th from the highest is 25th.
    assert ranking(made.indicator, known, made.spreads[0]).rank_label == (
        "about 25th of 152 (1st is best)"
    )
    assert list(check_ranks(made, known)) == []


def test_every_period_that_is_contradicted_is_named():
    made = record(
        published={"FY2014-15": "17.0", "FY2015-16": "17.0", "FY2016-17": "17.0"},
        published_series=series(Origin.PUBLISHED),
    )
    spreads = (replace(spread(5), period=parse(f"FY{y}-{y - 1999}")) for y in (2014, 2015, 2016))
    made = replace(made, spreads=tuple(spreads))
    found = [check.about for check in check_ranks(made, known_figures(made, Q3))]
    assert found == ["Rank, 2015/16", "Rank, 2014/15"]
