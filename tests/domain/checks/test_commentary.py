import pytest

from dashboard.domain.checks.commentary import check_commentary
from dashboard.domain.checks.result import CheckVerdict
from tests.build import LOOKED_AFTER, finding, record

FITS, DIFFERS, MISSING, RESOLVED, CANNOT = CheckVerdict


def test_an_exception_of_a_held_report_without_words_is_missing_them():
    (check,) = check_commentary(finding("FY2016-17Q3", record(LOOKED_AFTER)))
    assert check.verdict is MISSING
    assert check.sentence == "No commentary, though it is an exception"


@pytest.mark.parametrize(
    "made",
    [
        finding("FY2016-17Q3", record({"FY2015-16": "170", "FY2016-17Q3": "160"})),
        finding("FY2016-17Q2", record(LOOKED_AFTER)),
        finding("FY2016-17Q4", record({}, {"FY2015-16": "160", "FY2016-17": "170"})),
    ],
    ids=["no exception", "stated by a later report", "published"],
)
def test_nothing_is_missing_where_none_was_due(made):
    assert check_commentary(made) == ()
