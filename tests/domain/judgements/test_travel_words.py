"""What each comparison is called, what it holds, and why it is left out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Origin, Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.record import Symbol
from dashboard.domain.judgements.travel import OVERLAP, UNSTATED, Against, Comparison
from dashboard.domain.wording.ratio import times
from tests.build import COUNCIL, ENGLAND, LOOKED_AFTER, PERCENT, finding, record, series

AREAS = {"england": {"FY2015-16": "60"}}


def travel(quarter, given, **more):
    return {
        c.area.id if c.against is Against.AREA and c.area else c.against: c
        for c in finding(quarter, record(given, **more)).travel
    }


PREVIOUS, SAME, YEAR_END, YEAR, AREA = Against


@pytest.mark.parametrize(
    ("basis", "omitted"),
    [
        (Basis.YEAR_TO_DATE, "the figure builds up from April"),
        (Basis.PERIOD, "see the same quarter of last year"),
        (Basis.ROLLING_36M, OVERLAP),
    ],
)
def test_why_the_quarter_before_is_left_out(basis, omitted):
    given = {"FY2016-17Q2": "38", "FY2016-17Q3": "61.6"}
    found = travel("FY2016-17Q3", given, basis=basis)
    assert found[PREVIOUS] == Comparison(PREVIOUS, "Q2 2016/17", omitted=omitted)


def test_windows_of_36_months_a_quarter_apart_overlap():
    given = {"FY2015-16Q3": "5", "FY2016-17Q3": "6"}
    found = travel("FY2016-17Q3", given, basis=Basis.ROLLING_36M)
    assert found[SAME] == Comparison(SAME, "Q3 2015/16", omitted=OVERLAP)
    assert OVERLAP == "windows of 36 months that overlap do not compare"


def test_the_first_quarter_follows_last_year_end():
    said = "that is last year end"
    found = travel("FY2016-17Q1", {"FY2015-16": "5", "FY2016-17Q1": "6"})
    assert found[PREVIOUS] == Comparison(PREVIOUS, "Q4 2015/16", omitted=said)
    found = travel("FY2016-17Q4", {"FY2015-16": "5", "FY2016-17Q4": "6"})
    assert found[SAME] == Comparison(SAME, "Q4 2015/16", omitted=said)


@pytest.mark.parametrize(
    ("quarter", "given", "against", "omitted"),
    [
        ("FY2016-17Q1", {"FY2016-17Q1": "6"}, PREVIOUS, "no figure for Q4 2015/16"),
        (
            "FY2016-17Q2",
            {"FY2016-17": "1", "FY2016-17Q2": "6"},
            PREVIOUS,
            "no figure for Q1 2016/17",
        ),
        ("FY2016-17Q4", {"FY2016-17Q4": "6"}, SAME, "no figure for Q4 2015/16"),
        (
            "FY2016-17Q3",
            {"FY2015-16": "5", "FY2016-17Q3": "6"},
            SAME,
            "no figure for Q3 2015/16",
        ),
        ("FY2016-17Q3", {"FY2016-17Q3": "6"}, YEAR_END, "no figure for 2015/16"),
        ("FY2016-17Q4", {"FY2016-17": "6"}, YEAR, "no figure for 2015/16"),
    ],
)
def test_a_missing_figure_is_named(quarter, given, against, omitted):
    found = travel(quarter, given)[against]
    assert (found.omitted, found.change, found.there) == (omitted, None, None)
    assert found.label.endswith(omitted.removeprefix("no figure for "))


def test_the_same_fourth_quarter_of_single_quarters_is_missed_by_its_own_name():
    given = {"FY2015-16": "5", "FY2016-17Q4": "6"}
    found = travel("FY2016-17Q4", given, basis=Basis.PERIOD)[SAME]
    assert found.omitted == "no figure for Q4 2015/16"


def test_a_symbol_says_why_there_is_no_change():
    given = {"FY2015-16": Symbol.NOT_AVAILABLE, "FY2016-17Q3": "6"}
    found = travel("FY2016-17Q3", given)[YEAR_END]
    assert found == Comparison(
        YEAR_END, "Last year end, 2015/16", there=found.there, omitted="not available"
    )
    assert found.there.symbol is Symbol.NOT_AVAILABLE


def test_a_comparison_holds_both_sides():
    found = travel("FY2016-17Q3", LOOKED_AFTER)[YEAR_END]
    assert (found.here, found.there.value) == (Decimal("174.7"), Decimal("162.8"))
    assert (found.there_decimals, found.area) == (1, COUNCIL)
    assert (found.change.count, found.caveat, found.omitted) == (32, "", "")
    rates = {"FY2015-16": "162.8", "FY2016-17Q3": ("174.7", 501)}
    assert travel("FY2016-17Q3", rates)[YEAR_END].change.count is None
    shares = travel("FY2016-17Q3", LOOKED_AFTER, **PERCENT)[YEAR_END]
    assert shares.change.count is None, "the count of a share is no dual measure"


def test_a_span_that_is_not_stated_is_a_caveat():
    given = {"FY2015-16Q3": "5", "FY2016-17Q3": "6"}
    found = travel("FY2016-17Q3", given, basis=Basis.UNSTATED, areas=AREAS)
    assert found[SAME].caveat == found["england"].caveat == UNSTATED
    plain = travel("FY2016-17Q3", given, areas=AREAS)
    assert plain[SAME].caveat == plain["england"].caveat == ""
    assert UNSTATED == "the report does not say over what period its quarters run"


@pytest.mark.parametrize("given", [{"FY2015-16": "54"}, {"FY2015-16": Symbol.CONFIDENTIAL}])
def test_a_part_of_the_year_is_never_set_against_a_whole_one(given):
    found = travel("FY2016-17Q3", {"FY2016-17Q3": "61.5"} | given, basis=Basis.YEAR_TO_DATE)
    omitted = "part of a year against a whole year"
    assert found[YEAR_END] == Comparison(YEAR_END, "Last year end, 2015/16", omitted=omitted)


def test_at_the_fourth_quarter_the_year_to_date_is_the_year():
    given = {"FY2015-16": "54", "FY2016-17Q4": "61.5"}
    found = travel("FY2016-17Q4", given, basis=Basis.YEAR_TO_DATE)[YEAR_END]
    assert found.change.amount == Decimal("7.5")


def test_a_single_quarter_is_not_held_against_a_year():
    given = {"FY2015-16": "54", "FY2016-17Q3": "15"}
    found = travel("FY2016-17Q3", given, basis=Basis.PERIOD)[YEAR_END]
    assert found == Comparison(
        YEAR_END, "Last year end, 2015/16", omitted="a quarter is not a year"
    )


@pytest.mark.parametrize(
    ("basis", "before", "now", "label"),
    [
        (Basis.SNAPSHOT, "FY2015-16", "FY2016-17", "Last year end, 2015/16"),
        (Basis.PERIOD, "FY2015-16", "FY2016-17", "Last year, 2015/16"),
        (Basis.SNAPSHOT, "CY2015", "CY2016", "Last year, 2015"),
        (Basis.SNAPSHOT, "AY2014-15", "AY2015-16", "Last year, 2014/15 (school year)"),
        (Basis.ROLLING_36M, "CY2011-2013", "CY2014-2016", "2011 to 2013"),
        (Basis.ROLLING_36M, "CY2013", "CY2016", "2013"),
    ],
)
def test_the_year_before_is_named_by_what_it_is(basis, before, now, label):
    found = travel("FY2016-17Q4", {before: "5", now: "6"}, basis=basis)[YEAR]
    assert (found.label, found.change.amount) == (label, 1)


def test_a_school_year_has_no_fourth_quarter_to_go_by():
    found = travel("FY2016-17Q4", {"FY2014-15Q4": "5", "AY2015-16": "6"})[YEAR]
    assert found.omitted == "no figure for 2014/15 (school year)"


@pytest.mark.parametrize(
    ("more", "omitted"),
    [
        ({"areas": {"north-west": {"FY2015-16": "82"}}}, "no figure in this dataset"),
        (
            {"areas": AREAS, "unit": Unit.COUNT},
            "totals of areas of different sizes",
        ),
        ({"areas": AREAS, "basis": Basis.YEAR_TO_DATE}, "part of a year against a whole year"),
        ({"areas": AREAS, "basis": Basis.PERIOD}, "no figure for a period of the same kind"),
        (
            {"areas": {"england": {"FY2015-16": Symbol.CONFIDENTIAL}}},
            "no figure for a period of the same kind",
        ),
    ],
)
def test_why_an_area_is_left_out(more, omitted):
    found = travel("FY2016-17Q3", {"FY2016-17Q3": "6"}, **more)["england"]
    assert found == Comparison(AREA, "England", area=ENGLAND, omitted=omitted)


def test_an_area_is_compared_at_the_coarser_precision():
    published = series(Origin.PUBLISHED, decimals=0)
    found = travel("FY2016-17Q3", LOOKED_AFTER, areas=AREAS, published_series=published)
    england = found["england"]
    assert (england.here, england.there.value, england.there_decimals) == (Decimal("174.7"), 60, 0)
    assert (england.label, england.area, england.change.amount) == (
        "England, 2015/16",
        ENGLAND,
        115,
    )


def test_without_any_comparator_that_is_said_once():
    found = travel("FY2016-17Q3", LOOKED_AFTER)
    assert found[AREA] == Comparison(AREA, "Other areas", omitted="no comparator in this dataset")


def test_without_a_value_there_is_no_direction_of_travel():
    assert travel("FY2016-17Q3", {"FY2016-17Q3": Symbol.CONFIDENTIAL}) == {}
    assert travel("FY2013-14Q3", LOOKED_AFTER) == {}


@pytest.mark.parametrize(
    ("ours", "theirs", "compared"),
    [
        ("FY2016-17Q3", "FY2016-17Q3", True),
        ("FY2016-17Q3", "FY2016-17Q2", False),
        ("FY2016-17Q3", "CY2016", False),
        ("CY2016", "FY2015-16", False),
        ("CY2016", "CY2015", True),
        ("CY2014-2016", "CY2015", False),
        ("CY2014-2016", "CY2013-2015", True),
        ("CY2015-2016", "CY2013-2015", False),
    ],
)
def test_sums_are_compared_over_spans_of_one_kind_and_length(ours, theirs, compared):
    found = travel("FY2016-17Q4", {ours: "6"}, areas={"england": {theirs: "5"}}, basis=Basis.PERIOD)
    assert (found["england"].change is not None) is compared


def test_a_whole_year_to_date_is_compared_with_another_whole_year():
    areas = {"england": {"FY2015-16": "60"}}
    found = travel("FY2016-17Q4", {"FY2016-17": "80"}, areas=areas, basis=Basis.YEAR_TO_DATE)
    assert found["england"].there.value == 60


def test_a_year_to_date_of_an_area_is_compared_with_the_same_quarter():
    published = series(Origin.PUBLISHED, Basis.YEAR_TO_DATE)
    areas = {"england": {"FY2016-17Q3": "55", "FY2015-16": "60"}}
    found = travel(
        "FY2016-17Q3",
        {"FY2016-17Q3": "80"},
        areas=areas,
        basis=Basis.YEAR_TO_DATE,
        published_series=published,
    )
    assert found["england"].there.value == 55


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        ("45", "100", "about half"),
        ("55", "100", "about half"),
        ("44.9", "100", ""),
        ("55.1", "100", ""),
        ("144.9", "100", ""),
        ("145", "100", "about 1½ times"),
        ("154.9", "100", "about 1½ times"),
        ("155", "100", "over 1½ times"),
        ("185", "100", "nearly twice"),
        ("195", "100", "about twice"),
        ("204.9", "100", "about twice"),
        ("205", "100", "over twice"),
        ("245", "100", "about 2½ times"),
        ("285", "100", "nearly 3 times"),
        ("295", "100", "about 3 times"),
        ("304", "100", "about 3 times"),
        ("1.5", "1", "about 1½ times"),
        ("1", "2", "about half"),
        ("0", "2", ""),
        ("-1", "2", ""),
        ("1", "-2", ""),
    ],
)
def test_each_multiple_has_its_words_up_to_its_bound(here, there, words):
    assert times(Decimal(here), Decimal(there), Unit.RATE) == words


def test_a_movement_has_an_arrow_and_a_size_without_a_sign():
    given = {"FY2015-16": "10", "FY2016-17Q3": "7"}
    change = travel("FY2016-17Q3", given, polarity=Polarity.HIGH)[YEAR_END].change
    assert (change.arrow, change.size, change.judgement.value) == ("▼", "3.0", "worse")
    assert replace(change, amount=Decimal(0)).arrow == "↔"
