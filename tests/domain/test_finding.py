from dataclasses import replace
from decimal import Decimal

from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Spread, TargetRule
from dashboard.domain.finding import find
from dashboard.domain.judgements.standing import Rating
from dashboard.domain.judgements.travel import Against
from tests.build import COUNCIL, LOOKED_AFTER, REVIEWS, finding, record, target

Q3 = parse("FY2016-17Q3")
QUARTILES = (Decimal(40), Decimal(48), Decimal(69))


def test_a_finding_brings_everything_together():
    wanted = target(TargetRule.AT_MOST, "153.8", 443)
    spread = Spread("Authorities", parse("FY2015-16"), 148, *QUARTILES, 3, "a source")
    made = record(LOOKED_AFTER, {"FY2015-16": "162.8"}, targets=(wanted,))
    words = CommentaryFinding(Q3, None)
    found = find(replace(made, spreads=(spread,)), Q3, words)
    assert (found.council, found.quarter, found.indicator.id) == (COUNCIL, Q3, "looked-after")
    assert found.targets == (wanted,)
    assert [place.spread for place in found.rankings] == [spread]
    assert found.commentary is words
    assert (found.is_new, found.is_exception, found.printed_quartile) == (True, True, None)
    assert found.deciding.against is Against.YEAR_END


def test_what_the_status_does_not_need_is_found_when_it_is_asked_for():
    found = finding("FY2016-17Q3", record(LOOKED_AFTER))
    assert found.standing.rating is Rating.WORSE_BY_CHANCE
    assert not vars(found).keys() & {"outlook", "travel", "headline", "target_lines", "rankings"}
    assert found.outlook is found.outlook
    assert found.deciding in found.travel


def test_an_old_finding_keeps_what_was_found_last():
    found = finding("FY2016-17Q4", record(LOOKED_AFTER))
    assert (found.is_new, found.is_current, found.outlook) == (False, True, None)
    assert found.headline == "Q3 2016/17: 501 children looked after, 32 more than in 2015/16"


def test_what_decides_a_seasonal_figure_is_the_same_quarter():
    given = {"FY2015-16": "10", "FY2015-16Q3": "30", "FY2016-17Q3": "20"}
    assert finding("FY2016-17Q3", record(given, seasonal=True)).deciding.against is (
        Against.SAME_QUARTER
    )


def test_what_stands_alike_keeps_the_printed_order():
    quarters = {"FY2016-17Q3": "5"}
    first, second = (finding("FY2016-17Q3", record(quarters, position=n)) for n in (1, 2))
    assert sorted([second, first], key=lambda f: f.order) == [first, second]


def test_a_year_to_date_figure_has_an_outlook_in_its_own_year_only():
    made = record(REVIEWS, basis=Basis.YEAR_TO_DATE)
    assert round(finding("FY2016-17Q3", made).outlook.centre, 1) == Decimal("82.1")
    assert finding("FY2017-18Q1", made).outlook is None
