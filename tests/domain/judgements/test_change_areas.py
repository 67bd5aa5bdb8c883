"""Our figure against another area's: whether that lies in our own 95% interval."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Area, AreaKind, Basis, Origin
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import Unit
from dashboard.domain.judgements.change import RealVerdict, real_change, real_changes
from dashboard.domain.judgements.travel import Against, Comparison, change_between
from tests.build import COUNCIL, PERCENT, finding, indicator, observation, record, series

DIFFERENT, NOT_DIFFERENT = RealVerdict.MORE_THAN_CHANCE, RealVerdict.COULD_BE_CHANCE


def england(made):
    found = finding("FY2016-17Q4", made)
    told = real_changes(found.indicator, found.known, found.travel)
    return next(
        change
        for c, change in zip(found.travel, told, strict=True)
        if c.area and c.area.id == "england"
    )


def made(ours, theirs, denominator=None, ends=(None, None), **changes):
    published = series(Origin.PUBLISHED, Basis.PERIOD, decimals=0)
    whole = record(
        {"FY2016-17": ours},
        areas={"england": {"FY2016-17": theirs}},
        basis=Basis.PERIOD,
        published_series=published,
        **changes,
    )
    ours, *others = whole.observations
    stated = {
        "denominator": denominator and Decimal(denominator),
        "lower": ends[0] and Decimal(ends[0]),
        "upper": ends[1] and Decimal(ends[1]),
    }
    return replace(whole, observations=(replace(ours, **stated), *others))


@pytest.mark.parametrize(
    ("theirs", "verdict", "lies"),
    [
        ("158", DIFFERENT, "outside"),
        ("160", NOT_DIFFERENT, "inside"),
        ("190", NOT_DIFFERENT, "inside"),
        ("191", DIFFERENT, "outside"),
    ],
)
def test_a_count_has_an_interval_of_its_own(theirs, verdict, lies):
    """501 of 28,685: Byar gives 458.08 to 546.85, which is 159.7 to 190.6 per 10,000."""
    found = england(made(("174.7", 501), theirs, 28685))
    assert found.verdict is verdict
    assert found.words == verdict.value
    assert found.reason.numbers == (
        ("2016/17", "501 of 28,685"),
        ("2016/17, 95%", "159.7 to 190.6"),
        ("England, 2016/17", theirs),
    )
    assert found.reason.rule.startswith(f"{theirs} lies {lies} our figure’s 95% interval.")
    assert found.reason.source.startswith("Byar’s interval")


@pytest.mark.parametrize(
    ("theirs", "verdict"), [("55", DIFFERENT), ("56", NOT_DIFFERENT), ("74", DIFFERENT)]
)
def test_a_share_goes_by_wilson(theirs, verdict):
    """65 of 100: Wilson gives 55.3% to 73.6%."""
    found = england(made(("65.0", 65), theirs, 100, **PERCENT))
    assert found.verdict is verdict
    assert found.reason.numbers == (
        ("2016/17", "65 of 100"),
        ("2016/17, 95%", "55.3% to 73.6%"),
        ("England, 2016/17", f"{theirs}%"),
    )
    assert found.reason.source == "Wilson’s interval (1927)"


def test_a_stated_interval_needs_no_count():
    found = england(made("27", "32", ends=("23", "32"), unit=Unit.SCORE))
    assert found.verdict is NOT_DIFFERENT, "its ends are inside"
    assert found.reason.numbers == (("2016/17, 95%", "23.0 to 32.0"), ("England, 2016/17", "32"))
    assert found.reason.source == "The interval as the source states it"


@pytest.mark.parametrize(
    ("given", "words", "needed"),
    [
        (
            {"ours": "27"},
            "the source gives no counts",
            "It would need the counts and what they are of or 95% intervals for ours.",
        ),
        (
            {"ours": "27", "unit": Unit.SCORE},
            "the source gives no intervals",
            "It would need 95% intervals for ours.",
        ),
        (
            {"ours": ("27", 5), "unit": Unit.SCORE, "denominator": 5},
            "the source gives no intervals",
            "It would need 95% intervals for ours.",
        ),
    ],
)
def test_without_either_it_cannot_be_told(given, words, needed):
    found = england(made(theirs="30", **given))
    assert (found.verdict, found.words) == (RealVerdict.NOT_TESTED, f"not tested: {words}")
    assert found.reason.rule == needed


def against(area, theirs=("150.0", 430), quarter="FY2016-17Q4", ours="FY2016-17", **more):
    figures = {area: {more.pop("period", "FY2016-17"): theirs}}
    whole = record({ours: ("174.7", 501)}, areas=figures, **more)
    found = finding(quarter, whole)
    told = zip(found.travel, found.real_changes, strict=True)
    return next(change for c, change in told if c.area and c.area.id == area)


@pytest.mark.parametrize(
    ("area", "words"),
    [
        ("north-west", "not tested: it includes Blackpool"),
        ("stat-neighbours", "not tested: it is a mean of several areas"),
    ],
)
def test_a_region_and_a_mean_are_not_tested(area, words):
    found = against(area)
    assert (found.verdict, found.words) == (RealVerdict.NOT_TESTED, words)


@pytest.mark.parametrize(
    ("ours", "period", "quarter", "words"),
    [
        ("FY2016-17Q3", "FY2015-16", "FY2016-17Q3", "not tested: the periods differ"),
        ("FY2016-17", "FY2015-16", "FY2016-17Q4", "not tested: the periods differ"),
        ("FY2016-17Q3", "FY2016-17Q3", "FY2016-17Q3", "more than chance"),
        ("FY2016-17Q4", "FY2016-17", "FY2016-17Q4", "more than chance"),
    ],
)
def test_only_the_same_period_is_tested(ours, period, quarter, words):
    """At the year end a state on the last day is the fourth quarter's and the year's alike."""
    assert against("england", "150.0", quarter, ours, period=period).words == words


def test_a_total_so_far_is_not_tested_against_a_quarter_alone():
    """Both are for Q3, and cover nine months and three."""
    published = series(Origin.PUBLISHED, Basis.PERIOD)
    found = against(
        "england",
        "150.0",
        "FY2016-17Q3",
        "FY2016-17Q3",
        period="FY2016-17Q3",
        basis=Basis.YEAR_TO_DATE,
        published_series=published,
    )
    assert found.words == "not tested: the periods differ"


def test_an_unstated_period_is_not_tested_against_another_area():
    found = against("england", "150.0", basis=Basis.UNSTATED)
    assert found.words == "not tested: the period covered is not stated"


def test_nobody_in_a_thousand_is_not_clearly_below_one():
    """0 in 1,000 is 0 to 3.7 per 1,000."""
    for theirs, verdict in (("1.1", NOT_DIFFERENT), ("3.6", NOT_DIFFERENT), ("3.7", DIFFERENT)):
        found = england(made(("0.0", 0), theirs, 1000, per="1,000 children"))
        assert found.verdict is verdict, theirs
        assert found.reason.numbers[1] == ("2016/17, 95%", "0.0 to 3.7")


def two_councils(now, other, stated=True):
    """Our figure against another council's, each of a count and a population."""
    neighbour = Area("fylde", "Fylde Council", AreaKind.AUTHORITY)
    rows = tuple(
        observation("FY2016-17", (f"{count / of * 10000:.1f}", count), area, Origin.PUBLISHED)
        for area, (count, of) in ((COUNCIL, now), (neighbour, other))
    )
    if stated:
        sizes = (now[1], other[1])
        rows = tuple(
            replace(row, denominator=Decimal(of)) for row, of in zip(rows, sizes, strict=True)
        )
    ours, theirs = (Line(row.area, series(Origin.PUBLISHED, Basis.PERIOD), (row,)) for row in rows)
    change = change_between(indicator(), rows[0].value, rows[1].value, 1)
    comparison = Comparison(Against.AREA, "Fylde", there=rows[1], area=neighbour, change=change)
    return real_change(indicator(), ours, comparison, theirs)


def test_another_council_has_an_uncertainty_of_its_own():
    """140 against 100 has p = 0.0117, 144 against 100 has p = 0.0058."""
    found = two_councils((140, 30000), (100, 30000))
    assert found.verdict is NOT_DIFFERENT
    assert found.reason.numbers == (
        ("Blackpool, 2016/17", "140 of 30,000"),
        ("Fylde, 2016/17", "100 of 30,000"),
        ("", "A difference at least this large would arise by chance once in 100 (p = 0.0117)."),
    )
    assert two_councils((144, 30000), (100, 30000)).verdict is DIFFERENT
    assert two_councils((288, 60000), (100, 30000)).verdict is DIFFERENT


def test_another_council_is_never_taken_to_be_as_large():
    assert two_councils((0, 30000), (9, 30000)).verdict is DIFFERENT
    assert two_councils((0, 30000), (9, 30000), stated=False).verdict is RealVerdict.NOT_TESTED
