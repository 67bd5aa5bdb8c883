from dataclasses import replace

from dashboard.domain.facts.indicator import Basis
from tests.build import finding, record

REFERRALS = {
    "FY2014-15": ("955.6", 2774),
    "FY2015-16": ("884.8", 2549),
    "FY2016-17Q1": ("980.7", 2813),
    "FY2016-17Q2": ("1056.6", 3031),
    "FY2016-17Q3": ("1059.4", 3039),
}


def rolling_breakdown(figures, quarter="FY2016-17Q3", **more):
    return finding(quarter, record(figures, basis=Basis.ROLLING_12M, **more)).rolling_breakdown


def test_each_quarter_against_the_same_a_year_before():
    found = rolling_breakdown(REFERRALS)
    assert [int(step.more) for step in found.steps] == [264, 218, 8]
    assert (
        found.sentence
        == "The latest quarter’s own count was 8 above that of the same quarter last year"
    )
    assert found.reason.numbers[-1] == ("Q3 2016/17", "3,039 − 3,031")


def test_fewer_and_the_same():
    fewer = rolling_breakdown({"FY2016-17Q2": ("1", 10), "FY2016-17Q3": ("1", 8)})
    assert (
        fewer.sentence
        == "The latest quarter’s own count was 2 below that of the same quarter last year"
    )
    same = rolling_breakdown({"FY2016-17Q2": ("1", 10), "FY2016-17Q3": ("1", 10)})
    assert (
        same.sentence
        == "The latest quarter’s own count was no different from that of the same quarter last year"
    )


def test_a_year_never_steps_from_a_year():
    assert rolling_breakdown({"FY2014-15": ("1", 10), "FY2015-16": ("1", 8)}, "FY2015-16Q4") is None


def test_only_rolling_counts_are_unmasked():
    assert finding("FY2016-17Q3", record(REFERRALS)).rolling_breakdown is None
    assert rolling_breakdown({"FY2016-17Q2": "10", "FY2016-17Q3": "8"}) is None


def test_one_more_is_above():
    found = rolling_breakdown({"FY2016-17Q2": ("1", 10), "FY2016-17Q3": ("1", 11)})
    assert (
        found.sentence
        == "The latest quarter’s own count was 1 above that of the same quarter last year"
    )
    assert found.reason.rule.startswith("A total of 12 months less the total a quarter before is ")
    assert found.reason.rule.endswith("which is the same quarter of the year before.")


def test_an_earlier_quarter_is_named():
    figures = {"FY2016-17Q1": ("1", 10), "FY2016-17Q2": ("1", 12), "FY2016-17Q3": "1"}
    found = rolling_breakdown(figures)
    assert found.sentence == "Q2 2016/17’s own count was 2 above that of the same quarter last year"


def test_what_is_inferred_is_said_with_its_if():
    made = record(REFERRALS, basis=Basis.ROLLING_12M)
    inferred = {key: replace(each, basis_inferred=True) for key, each in made.series.items()}
    found = finding("FY2016-17Q3", replace(made, series=inferred)).rolling_breakdown
    assert found.sentence == (
        "If these are rolling totals, the latest quarter’s own count was 8 above that of the same "
        "quarter last year"
    )
