"""Our figure against another area's: whether that lies in our own 95% interval."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Origin, Unit
from dashboard.domain.judgements.change import RealVerdict, real_changes
from tests.build import PERCENT, finding, record, series

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
