from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.facts.as_at import known_commentary, known_figures, known_targets, stated
from dashboard.domain.facts.indicator import Origin
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Commentary, Symbol, TargetRule
from tests.build import LOOKED_AFTER, finding, observation, record, target

PUBLISHED = {"FY2015-16": ("163", 469), "FY2016-17": ("183", 525), "FY2017-18": ("185", 533)}
QUARTERS = [
    f"FY{year}-{year % 100 + 1}Q{number}" for year in (2015, 2016, 2017) for number in (1, 2, 3, 4)
]


def test_nothing_after_the_quarter_is_known():
    known = known_figures(record(LOOKED_AFTER, PUBLISHED), parse("FY2016-17Q2"))
    assert known.main is not None
    assert [point.period.id for point in known.main.points] == [
        "FY2014-15",
        "FY2015-16",
        "FY2016-17Q1",
        "FY2016-17Q2",
    ]
    assert known.other is not None
    assert [point.period.id for point in known.other.points] == ["FY2015-16"]


def test_a_blank_not_due_is_no_figure():
    known = known_figures(record(LOOKED_AFTER), parse("FY2016-17Q4"))
    assert known.main is not None
    assert known.main.latest.period.id == "FY2016-17Q3"


def test_other_symbols_are_known():
    made = record({"FY2016-17Q2": "1", "FY2016-17Q3": Symbol.CONFIDENTIAL})
    known = known_figures(made, parse("FY2016-17Q3"))
    assert known.main is not None
    assert known.main.points[-1].symbol is Symbol.CONFIDENTIAL
    assert known.main.latest.value == 1, "a symbol does not replace the figure before it"
    alone = known_figures(record({"FY2016-17Q3": Symbol.LOW}), parse("FY2016-17Q3"))
    assert alone.main is not None
    assert alone.main.latest.symbol is Symbol.LOW


def test_whose_figure_it_is():
    made = record(LOOKED_AFTER, PUBLISHED)
    main = {
        quarter: line.origin
        for quarter in QUARTERS
        if (line := known_figures(made, parse(quarter)).main)
    }
    # The year end of 2014/15 is a return of 2014/15: in 2015/16 none has come before its year end.
    assert main["FY2015-16Q4"] is Origin.REPORTED
    assert main["FY2016-17Q4"] is Origin.REPORTED
    assert main["FY2017-18Q1"] is Origin.PUBLISHED
    assert main["FY2017-18Q4"] is Origin.PUBLISHED


def test_without_published_figures_the_old_return_stays_the_figure():
    known = known_figures(record(LOOKED_AFTER), parse("FY2017-18Q4"))
    assert known.main is not None
    assert known.main.origin is Origin.REPORTED


def test_of_two_statements_the_latest_not_after_the_quarter_holds():
    first, second, third = (
        replace(observation("FY2016-17Q1", value), release=parse(release))
        for value, release in (("1", "FY2016-17Q2"), ("2", "FY2016-17Q3"), ("3", "FY2017-18Q1"))
    )
    rows = [third, first, second]
    assert stated(rows, parse("FY2016-17Q3")).value == Decimal(2)
    assert stated(rows, parse("FY2016-17Q1")).value == Decimal(1), (
        "the earliest, where none is known"
    )
    assert stated(rows, parse("FY2018-19Q1")).value == Decimal(3)


def test_a_target_applies_from_the_first_quarter_of_its_year():
    made = record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8", 443),))
    assert known_targets(made, parse("FY2015-16Q4")) == ()
    assert len(known_targets(made, parse("FY2016-17Q1"))) == 1


def test_commentary_written_later_shows_from_then_on():
    """Written in January 2017, it shows at Q3 2016/17 and not at Q2, of which it is."""
    own = Commentary(parse("FY2016-17Q2"), 1, "late words", "", "", date(2017, 1, 31))
    earlier = Commentary(parse("FY2016-17Q1"), 1, "words of Q1", "", "", date(2016, 7, 15))
    made = replace(record(), commentary=(own, earlier))
    assert known_commentary(made, parse("FY2016-17Q2")) is earlier
    assert known_commentary(made, parse("FY2016-17Q3")) is own


def test_commentary_is_never_borrowed_from_another_year():
    text = Commentary(parse("FY2016-17Q3"), 1, "words", "", "", None)
    corrected = replace(text, version=2, body="better words")
    made = replace(record(), commentary=(corrected, text))
    assert known_commentary(made, parse("FY2016-17Q2")) is None
    assert known_commentary(made, parse("FY2016-17Q3")) is corrected
    assert known_commentary(made, parse("FY2016-17Q4")) is corrected
    assert known_commentary(made, parse("FY2017-18Q1")) is None


@given(st.sampled_from(QUARTERS), st.permutations(list(LOOKED_AFTER)))
def test_row_order_changes_nothing(quarter, order):
    shuffled = {period: LOOKED_AFTER[period] for period in order}
    assert finding(quarter, record(shuffled)) == finding(quarter, record(LOOKED_AFTER))


@given(st.sampled_from(QUARTERS), st.sampled_from(QUARTERS), st.integers(1, 900))
def test_a_later_figure_never_changes_an_earlier_quarters_findings(quarter, later, value):
    if parse(later).end <= parse(quarter).end:
        return
    more = {**LOOKED_AFTER, later: (str(value), value)}
    assert finding(quarter, record(more)) == finding(quarter, record(LOOKED_AFTER))


def test_a_return_of_the_years_first_day_is_this_years():
    early = replace(observation("FY2016-17Q1", "5"), ends=date(2016, 4, 1))
    made = record({}, {"FY2014-15": "6"})
    made = replace(made, observations=(early, *made.observations))
    assert known_figures(made, parse("FY2016-17Q1")).main.origin is Origin.REPORTED


def test_a_published_figure_has_no_release_and_always_holds():
    rows = [
        replace(observation("FY2016-17Q1", value), release=release)
        for value, release in (("1", None), ("2", parse("FY2017-18Q1")))
    ]
    assert stated(rows, parse("FY2016-17Q3")).value == 1


def test_of_two_targets_for_a_year_the_latest_stated_holds():
    first = target(TargetRule.AT_MOST, "150")
    second = replace(target(TargetRule.AT_MOST, "160"), release=parse("FY2017-18Q1"))
    made = record(LOOKED_AFTER, targets=(second, first))
    assert known_targets(made, parse("FY2016-17Q4")) == (first,)
    assert known_targets(made, parse("FY2017-18Q1")) == (second,)
