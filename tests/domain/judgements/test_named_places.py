"""Authorities ranked by name."""

from decimal import Decimal

from dashboard.domain.facts.indicator import Area, AreaKind, Origin, Polarity
from dashboard.domain.facts.period import parse
from dashboard.domain.judgements.named_places import ranked_places
from dashboard.domain.judgements.ranking import ranking, spread_of
from tests.build import COUNCIL, finding, observation, record

OTHERS = {"Wirral": "40", "Bury": "50", "Kent": "50", "Leeds": "60", "York": "65", "Hull": "70"}


def places(polarity=Polarity.LOW):
    made = record(published={"FY2015-16": "163"}, polarity=polarity)
    found = finding("FY2016-17Q3", made)
    figures = [observation("FY2015-16", "163", COUNCIL, Origin.PUBLISHED)]
    for name, value in (OTHERS | {"Bath": "80", "Devon": "90"}).items():
        area = Area(name.lower(), name, AreaKind.AUTHORITY)
        figures.append(observation("FY2015-16", value, area, Origin.PUBLISHED))
    values = [figure.value or Decimal(0) for figure in figures]
    spread = spread_of("authorities", parse("FY2015-16"), values, "")
    return ranked_places(
        made.indicator, ranking(made.indicator, found.known, spread, values), figures
    )


def test_the_best_comes_first_and_equals_share_a_rank_by_name():
    found = places()
    assert [(p.rank_label, p.area.name, p.text) for p in found[:4]] == [
        ("1st", "Wirral", "40.0"),
        ("2nd=", "Bury", "50.0"),
        ("2nd=", "Kent", "50.0"),
        ("4th", "Leeds", "60.0"),
    ]
    assert [(p.rank, p.area.name) for p in found if p.is_ours] == [(9, "Blackpool Council")]


def test_where_higher_is_better_the_highest_is_first():
    assert [p.area.name for p in places(Polarity.HIGH)[:2]] == ["Blackpool Council", "Devon"]
