"""The shipped data against the printed report, number for number."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis, Origin
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Symbol
from dashboard.findings import portfolio_findings
from tests.conftest import DATA

D = Decimal
PRINTED = {
    "annual-reviews": {
        "FY2015-16": (D("54"), None),
        "FY2016-17Q1": (D("22.7"), None),
        "FY2016-17Q2": (D("38"), None),
        "FY2016-17Q3": (D("61.6"), None),
        "FY2016-17Q4": None,
        "FY2016-17": None,
    },
    "referrals": {
        "FY2014-15": (D("955.6"), 2774),
        "FY2015-16": (D("884.8"), 2549),
        "FY2016-17Q1": (D("980.7"), 2813),
        "FY2016-17Q2": (D("1056.6"), 3031),
        "FY2016-17Q3": (D("1059.4"), 3039),
        "FY2016-17Q4": None,
    },
    "looked-after": {
        "FY2014-15": (D("156.4"), 454),
        "FY2015-16": (D("162.8"), 469),
        "FY2016-17Q1": (D("169.8"), 487),
        "FY2016-17Q2": (D("175.7"), 504),
        "FY2016-17Q3": (D("174.7"), 501),
        "FY2016-17Q4": None,
    },
    "repeat-protection-plans": {
        "FY2014-15": (D("18.2"), None),
        "FY2015-16": (D("19.1"), None),
        "FY2016-17Q1": (D("21.6"), None),
        "FY2016-17Q2": (D("16.1"), None),
        "FY2016-17Q3": (D("19.1"), None),
        "FY2016-17Q4": None,
    },
}
HEADLINES = [
    "3,039 referrals in 12 months: 748 above target, 490 more than in 2015/16",
    "501 children looked after: 58 above target, 32 more than in 2015/16",
    "19.1% were repeat plans, the same as in 2015/16; the target was a decrease",
    "61.6% reviewed so far this year: about 82% at an even pace, baseline year",
]


def rows(table):
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def records(dataset):
    return {r.indicator.id: r for r in dataset.records(dataset.catalogue.indicators)}


@pytest.mark.parametrize("name", PRINTED)
def test_every_printed_figure_and_blank(records, name):
    reported = {
        o.period.id: None if o.symbol is Symbol.NOT_DUE else (o.value, o.numerator)
        for o in records[name].observations
        if o.origin is Origin.REPORTED
    }
    assert reported == PRINTED[name]


def test_the_printed_targets(records):
    found = {
        name: [(t.period.id, t.rule.value, t.value, t.numerator, t.printed) for t in record.targets]
        for name, record in records.items()
        if record.targets
    }
    assert found == {
        "annual-reviews": [("FY2016-17", "baseline_year", None, None, "Baseline")],
        "referrals": [("FY2016-17", "at_most", D("795.4"), 2291, "2,291 (795.4)")],
        "looked-after": [("FY2016-17", "at_most", D("153.8"), 443, "443 (153.8)")],
        "repeat-protection-plans": [
            ("FY2016-17", "below_reference", None, None, "Decrease on last year")
        ],
    }


def test_fifteen_comparisons_and_a_quartile_as_printed():
    claims = rows("claims")
    kinds = [claim["kind"] for claim in claims]
    assert (kinds.count("comparison"), kinds.count("quartile")) == (15, 1)
    printed = {(c["indicator_id"], c["seq"]): (c["heading"], c["printed"]) for c in claims}
    assert printed[("looked-after", "1")] == ("Current vs. Q2 (16/17)", "↑✓")
    assert printed[("repeat-protection-plans", "2")] == ("Current vs. EoY (15/16)", "↔")
    assert printed[("annual-reviews", "3")] == ("Projected Q2 vs. Blackpool 15/16", "↑ ✔")
    assert printed[("annual-reviews", "4")] == ("Current North West Quartile", "Upper Middle")
    assert printed[("referrals", "4")] == ("Current vs. Stat Neighbour (15/16)", "↑ ✖")
    assert all(c["printed"].replace(" ", "") == c["arrow"] + c["mark"] for c in claims[:3])


def test_the_cross_references_mean_the_referrals_commentary(dataset):
    found = {f.indicator.id: f.commentary for f in q3(dataset)}
    for name in ("looked-after", "repeat-protection-plans"):
        assert found[name].shared_with.id == "referrals"
        assert found[name].written == found["referrals"].written
        assert "whole system review" in found[name].reference
    assert found["annual-reviews"].shared_with is None
    assert [len(found[n].written.paragraphs) for n in ("referrals", "annual-reviews")] == [2, 2]
    assert found["annual-reviews"].written.body.count("535") == 1


def test_every_row_that_states_something_has_a_source():
    for table in ("observations", "targets", "claims", "commentary", "distributions", "indicators"):
        assert all(row["source"] for row in rows(table)), table


def test_the_published_series_and_their_comparators(records):
    looked_after = {
        (o.area.id, o.period.id): o.value
        for o in records["looked-after"].observations
        if o.origin is Origin.PUBLISHED
    }
    assert looked_after[("england", "FY2015-16")] == 60
    assert looked_after[("north-west", "FY2015-16")] == 82
    assert looked_after[("stat-neighbours", "FY2015-16")] == D("97.6")
    assert looked_after[("blackpool", "FY2016-17")] == 183
    counts = {
        name: sum(o.origin is Origin.PUBLISHED for o in record.observations)
        for name, record in records.items()
    }
    assert counts == {
        "annual-reviews": 0,
        "referrals": 52,
        "looked-after": 44,
        "repeat-protection-plans": 52,
        "ks2-expected-standard": 20,
        "attainment-8": 40,
        "persistent-absence": 72,
        "employment-rate": 80,
        "claimant-count": 88,
        "weekly-pay": 72,
        "housing-additions": 84,
        "guest-nights": 30,
        "adult-obesity": 40,
        "cardiovascular-mortality": 76,
        "healthy-life-male": 48,
        "healthy-life-female": 48,
        "under-18-conceptions": 28,
        "first-time-entrants": 27,
    }
    assert len(rows("distributions")) == 220


def test_what_is_inferred_is_marked(records):
    inferred = {n: records[n].series[Origin.REPORTED].basis_inferred for n in PRINTED}
    assert inferred == {
        "annual-reviews": False,
        "referrals": True,
        "looked-after": False,
        "repeat-protection-plans": False,
    }
    assert records["repeat-protection-plans"].series[Origin.REPORTED].basis is Basis.UNSTATED


def q3(dataset):
    return portfolio_findings(dataset, "resilient-communities", parse("FY2016-17Q3"))


def test_the_headlines_in_the_order_in_which_they_are_read(dataset):
    assert [finding.headline for finding in q3(dataset)] == HEADLINES


def test_three_of_four_are_exceptions(dataset):
    assert [f.standing.is_exception for f in q3(dataset)] == [True, True, True, False]
    distances = [round(f.standing.distance * 100, 1) for f in q3(dataset)[:3]]
    assert distances == [D("33.2"), D("13.6"), D("0.0")]


def test_where_the_product_opens(dataset):
    catalogue = dataset.catalogue
    assert catalogue.opening_portfolio().id == "resilient-communities"
    assert catalogue.latest_quarter("resilient-communities").id == "FY2016-17Q3"
    assert catalogue.quarters()[0].id == "FY2025-26Q3"
    returns = catalogue.return_quarters("resilient-communities")
    assert sorted(q.id for q in returns) == [
        "FY2014-15Q4",
        "FY2015-16Q4",
        "FY2016-17Q1",
        "FY2016-17Q2",
        "FY2016-17Q3",
    ]


HEADLINES_OF_PUBLISHED = {
    "claimant-count": (
        "FY2025-26Q3",
        "5.7% claiming: 1.7 points above England, down 0.4 points on 2024",
    ),
    "healthy-life-male": (
        "FY2024-25Q3",
        "50.9 years of healthy life for men: 10.0 years below England",
    ),
    "guest-nights": (
        "FY2025-26Q3",
        "138,860 guest nights: up 11,350 on Q3 2024/25",
    ),
    "weekly-pay": (
        "FY2025-26Q1",
        "£539.90 a week: £108.50 below England, up £16.10 on 2024",
    ),
}


@pytest.mark.parametrize("name", HEADLINES_OF_PUBLISHED)
def test_published_figures_are_said_in_their_own_units(dataset, name):
    quarter, said = HEADLINES_OF_PUBLISHED[name]
    indicator = dataset.catalogue.indicator(name)
    found = portfolio_findings(dataset, indicator.portfolio_id, parse(quarter))
    finding = next(f for f in found if f.indicator.id == name)
    assert finding.headline.startswith(said)
    assert finding.is_new


def test_every_published_figure_is_as_it_was_published(records):
    with (DATA / "observations.csv").open(encoding="utf-8", newline="") as file:
        stated = [row for row in csv.DictReader(file) if row["origin"] == "published"]
    assert len(stated) == 901
    assert sum(len(row["lower"]) > 0 for row in stated) == 273
    assert {row["ends"] for row in stated if row["period"] == "FY2015-16" and row["ends"]} == {
        "2016-11-15"
    }
