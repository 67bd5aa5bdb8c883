"""Each kind of cell in a printed report, in its variants."""

from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.measure import Unit
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.reports.importing.claim import read_sides
from dashboard.reports.importing.figure import Measure, measure_of, read_figure
from dashboard.reports.importing.header import is_header, read_columns
from dashboard.reports.importing.line import cleaned
from dashboard.reports.importing.matching import identifier, known_area, known_indicator
from dashboard.reports.importing.symbols import signs_in
from dashboard.reports.importing.target import read_target

Q3 = parse("FY2016-17Q3")
D = Decimal
NUMBER_RATE, RATE_NUMBER = Measure.NUMBER_RATE, Measure.RATE_NUMBER


@pytest.mark.parametrize(
    ("text", "measure", "value", "count"),
    [
        ("54%", Measure.SINGLE, "54", None),
        ("2,774 (955.6)", NUMBER_RATE, "955.6", "2774"),
        ("955.6 (2,774)", RATE_NUMBER, "955.6", "2774"),
        ("12 (4.5%)", NUMBER_RATE, "4.5", "12"),
        ("4.5% (12)", RATE_NUMBER, "4.5", "12"),
        ("£1,250.50", Measure.SINGLE, "1250.50", None),
        ("-£3", Measure.SINGLE, "-3", None),
        ("−0.25", Measure.SINGLE, "-0.25", None),
        ("10,000,000", Measure.SINGLE, "10000000", None),
    ],
)
def test_a_figure(text, measure, value, count):
    found = read_figure(text, measure)
    assert (found.value, found.count) == (D(value), None if count is None else D(count))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("n/a", Symbol.NOT_APPLICABLE), ("-", Symbol.NOT_AVAILABLE), ("c", Symbol.CONFIDENTIAL)],
)
def test_what_stands_for_a_figure(text, symbol):
    assert read_figure(text, Measure.SINGLE).symbol is symbol


@pytest.mark.parametrize("text", ["about 5", "5 of 10", "1,23", "Q3", "(5)", "5%%"])
def test_what_is_no_figure(text):
    assert read_figure(text, Measure.SINGLE) is None


def test_the_sign_beside_a_figure_tells_its_unit():
    assert read_figure("54%", Measure.SINGLE).unit is Unit.PERCENT
    assert read_figure("£54", Measure.SINGLE).unit is Unit.CURRENCY
    assert read_figure("54", Measure.SINGLE).unit is None


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("No. (Rate)", NUMBER_RATE),
        ("Number (Rate)", NUMBER_RATE),
        ("Rate (No.)", RATE_NUMBER),
        ("%", Measure.SINGLE),
        ("Blackpool", None),
    ],
)
def test_a_rows_label(label, measure):
    assert measure_of(label) is measure


@pytest.mark.parametrize(
    ("text", "arrow", "mark"),
    [
        ("↓ ✘", "↓", "✘"),
        ("↑✓", "↑", "✓"),
        ("▲\ufe0f ✔\ufe0f", "▲", "✔"),
        ("▼✖", "▼", "✖"),
        ("↔", "↔", ""),
        ("►", "►", ""),
        ("é ü", "↑", "✔"),
        ("\uf0ea\uf0fb", "↓", "✖"),
        ("ê û", "↓", "✖"),
        ("⬆", "↑", ""),
    ],
)
def test_signs_in_every_variant(text, arrow, mark):
    assert signs_in(cleaned(text)) == (arrow, mark)


@pytest.mark.parametrize("text", ["Upper Middle", "", "↑↑", "✔✖", "rose ↑"])
def test_what_holds_no_sign(text):
    assert signs_in(text) is None


@pytest.mark.parametrize(
    ("printed", "polarity", "rule", "value", "count", "upper"),
    [
        ("443 (153.8)", Polarity.LOW, TargetRule.AT_MOST, "153.8", "443", None),
        ("443 (153.8)", Polarity.HIGH, TargetRule.AT_LEAST, "153.8", "443", None),
        ("≤ 198 (690.0)", Polarity.HIGH, TargetRule.AT_MOST, "690.0", "198", None),
        ("at least 90%", Polarity.LOW, TargetRule.AT_LEAST, "90", None, None),
        ("6.0% – 6.2%", Polarity.LOW, TargetRule.BETWEEN, "6.0", None, "6.2"),
        ("10 to 20", None, TargetRule.BETWEEN, "10", None, "20"),
        ("Baseline", None, TargetRule.BASELINE_YEAR, None, None, None),
        ("Decrease on last year", None, TargetRule.BELOW_REFERENCE, None, None, None),
        ("Increase on last year", None, TargetRule.ABOVE_REFERENCE, None, None, None),
        ("Below England", None, TargetRule.BELOW_AREA, None, None, None),
        ("Above the North West", None, TargetRule.ABOVE_AREA, None, None, None),
    ],
)
def test_a_target_as_worded(printed, polarity, rule, value, count, upper):
    found = read_target(printed, polarity, NUMBER_RATE)
    numbers = [None if n is None else D(n) for n in (value, count, upper)]
    assert (found.rule, [found.value, found.count, found.upper]) == (rule, numbers)
    assert found.printed == printed


@pytest.mark.parametrize("printed", ["about the same", "tbc", "as agreed", "443 or so"])
def test_a_wording_that_is_not_known(printed):
    assert read_target(printed, Polarity.LOW, Measure.SINGLE) is None


def test_a_bare_level_needs_a_polarity():
    assert read_target("443", None, Measure.SINGLE) is None


@pytest.mark.parametrize(
    ("rows", "ids"),
    [
        (
            [
                ("2015/2016", "2016/2017", "", "", "", "", ""),
                ("", "Q1", "Q2", "Q3", "Q4", "EoY", "Target"),
            ],
            "FY2015-16 FY2016-17Q1 FY2016-17Q2 FY2016-17Q3 FY2016-17Q4 FY2016-17 target",
        ),
        (
            [("", "2014/2015", "2016/2017", "", "Target"), ("", "", "Q1", "Q2", "")],
            "FY2014-15 FY2016-17Q1 FY2016-17Q2 target",
        ),
        ([("14/15", "Q1 15/16", "Q2", "Target")], "FY2014-15 FY2015-16Q1 FY2015-16Q2 target"),
        ([("Q1", "Q2", "Target")], "FY2016-17Q1 FY2016-17Q2 target"),
    ],
)
def test_one_or_two_header_rows(rows, ids):
    found = read_columns(rows, Q3)
    assert " ".join("target" if c.is_target else c.period.id for c in found) == ids
    assert all(is_header(row) for row in rows)


def test_a_row_of_figures_is_no_header():
    assert not is_header(("54%", "22.7%"))
    assert not is_header(("No. (Rate)", "2014/15"))


@pytest.mark.parametrize(
    ("heading", "left", "area", "right"),
    [
        ("Current vs. Q2 (15/16)", "FY2016-17Q3", "", "FY2015-16Q2"),
        ("Current vs. EoY (15/16)", "FY2016-17Q3", "", "FY2015-16"),
        ("Current vs. Stat Neighbour (15/16)", "FY2016-17Q3", "Stat Neighbour", "FY2015-16"),
        ("Blackpool Q1 vs. North West Q1", "FY2016-17Q1", "North West", "FY2016-17Q1"),
        ("Projected Q2 vs. Blackpool 15/16", "FY2016-17Q2", "Blackpool", "FY2015-16"),
        ("Latest versus England 2015/16", "FY2016-17Q3", "England", "FY2015-16"),
    ],
)
def test_what_a_heading_compares(heading, left, area, right):
    one, other = read_sides(heading, Q3)
    assert (one.period.id, other.area, other.period.id) == (left, area, right)


def test_a_quartile_has_one_side():
    one, other = read_sides("Current North West Quartile", Q3)
    assert (one.area, other) == ("North West", None)


INDICATORS = [
    {
        "indicator_id": "a",
        "name": "Children looked after",
        "definition": "% of x",
        "short_name": "",
    },
    {"indicator_id": "b", "name": "Reviews of care", "definition": "y", "short_name": "Reviews"},
]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("CHILDREN  looked after", "a"),
        ("Percentage of X", "a"),
        ("Children", None),
        ("Reviews", "b"),
        ("***", None),
    ],
)
def test_a_name_is_matched_by_its_words(name, found):
    assert known_indicator([name], INDICATORS, {}).indicator_id == found


def test_a_mapping_comes_first():
    assert known_indicator(["Some name"], INDICATORS, {"some name": "a"}).indicator_id == "a"


def test_a_new_name_has_a_stable_id():
    assert identifier("% of Children, seen!", []) == "percent-of-children-seen"
    assert identifier("Seen", ["seen"]) == "seen-2"
    assert len(identifier("word " * 40, [])) <= 60


AREAS = [
    {"area_id": "ours", "name": "Our Council", "kind": "council"},
    {"area_id": "near", "name": "Statistical neighbours", "kind": "neighbours"},
]


@pytest.mark.parametrize(
    ("name", "found"),
    [("", "ours"), ("Our", "ours"), ("Stat Neighbour", "near"), ("Narnia", None)],
)
def test_an_area_by_its_name(name, found):
    assert known_area(name, AREAS) == found


@pytest.mark.parametrize(
    "printed",
    [
        "Reduce to 15% in 2016/17",
        "Decrease by 5% on last year",
        "Increase to 95% (last year 90%)",
    ],
)
def test_a_relative_target_with_an_amount_is_not_taken_for_less(printed):
    assert read_target(printed, Polarity.LOW, Measure.SINGLE) is None


@pytest.mark.parametrize("text", ["50p", "3b"])
def test_a_letter_at_a_figure_is_no_mark_of_its_own(text):
    assert read_figure(text, Measure.SINGLE) is None


@pytest.mark.parametrize(
    ("text", "measure", "value", "count"),
    [
        ("690.0 (198)", NUMBER_RATE, "690.0", "198"),
        ("198 (690.0)", RATE_NUMBER, "690.0", "198"),
        ("12 (13)", NUMBER_RATE, "13", "12"),
        ("12 (13)", RATE_NUMBER, "12", "13"),
    ],
)
def test_a_number_with_decimals_is_no_count(text, measure, value, count):
    found = read_figure(text, measure)
    assert (str(found.value), str(found.count)) == (value, count)


def test_control_characters_are_dropped():
    assert cleaned("a\x07b\x0cc\x9d") == "a b c"


def test_number_and_no_are_the_same_word():
    indicators = [INDICATORS[0] | {"name": "No. of visits"}]
    assert known_indicator(["Number of visits"], indicators, {}).indicator_id == "a"


def test_what_is_nearly_a_known_name_is_told():
    assert known_indicator(["Children looked afer"], INDICATORS, {}).like == ("a",)
