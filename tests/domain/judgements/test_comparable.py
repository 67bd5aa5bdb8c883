"""Which figure of another area is like ours."""

from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.judgements.comparable import comparable
from tests.build import LOOKED_AFTER, finding, record


def like(basis, quarter, england):
    known = finding(quarter, record(LOOKED_AFTER, basis=basis, areas={"england": england})).known
    found = comparable(known.main, known.comparators[0])
    return (found.period.id, found.value) if found else None


YEARS = {"FY2014-15": "59", "FY2015-16": "60"}


@pytest.mark.parametrize(
    ("basis", "quarter", "expected"),
    [
        (Basis.SNAPSHOT, "FY2016-17Q3", ("FY2015-16", Decimal(60))),
        (Basis.ROLLING_12M, "FY2016-17Q3", ("FY2015-16", Decimal(60))),
        (Basis.YEAR_TO_DATE, "FY2016-17Q3", None),
        (Basis.PERIOD, "FY2016-17Q3", None),
        (Basis.YEAR_TO_DATE, "FY2015-16Q4", ("FY2015-16", Decimal(60))),
    ],
)
def test_a_year_is_like_what_covers_a_year(basis, quarter, expected):
    assert like(basis, quarter, YEARS) == expected


def test_a_figure_after_ours_does_not_compare():
    assert like(Basis.SNAPSHOT, "FY2015-16Q4", {"FY2016-17": "61"} | YEARS) == (
        "FY2015-16",
        Decimal(60),
    )
