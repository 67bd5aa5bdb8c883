"""The headline of several indicators, whose numbers add up, and the sentences beside it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Spread, TargetRule
from dashboard.domain.portfolio.overall import beside_headline, one_significant, overall_headline
from tests.build import finding, record, target

LIMIT = (target(TargetRule.AT_MOST, "100"),)
BASELINE = (target(TargetRule.BASELINE_YEAR),)


def made(now, before="", quarter="FY2016-17Q3", **more):
    given = {"FY2015-16": before, "FY2016-17Q3": now}
    return finding(quarter, record({p: v for p, v in given.items() if v}, **more))


MISSES, MEETS = made("120", targets=LIMIT), made("90", targets=LIMIT)
WORSE, FINE, ALONE = made("120", "100"), made("90", "100"), made("120")
EARLY = made("90", targets=BASELINE)


def within():
    return made("101", targets=(replace(LIMIT[0], tolerance=Decimal(1)),))


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([], "There are no indicators here yet"),
        (
            [MISSES] * 9 + [MEETS] * 2 + [FINE],
            "12 indicators: 9 miss their target, 2 meet it, 1 without a target is not worse",
        ),
        ([MISSES] * 3 + [EARLY], "4 indicators: 3 miss their target, 1 is in its baseline year"),
        ([MISSES, MEETS], "2 indicators: 1 misses its target, 1 meets it"),
        ([MEETS], "1 indicator: 1 meets its target"),
        ([within(), MEETS, MEETS], "3 indicators: 1 is within tolerance, 2 meet their target"),
        (
            [WORSE] * 5 + [FINE],
            "6 indicators, none with a target: 5 are worse than the figure before, 1 is not",
        ),
        ([FINE, FINE], "2 indicators, none with a target: none is worse than the figure before"),
        ([ALONE], "1 indicator, without a target: 1 cannot be judged"),
        (
            [MISSES, WORSE, WORSE, FINE, ALONE],
            "5 indicators: 1 misses its target, 2 without a target are worse, 1 is not, "
            "1 cannot be judged",
        ),
        (
            [MISSES, EARLY, FINE],
            "3 indicators: 1 misses its target, 1 not judged by a target is not worse, "
            "1 is in its baseline year",
        ),
        ([made("9", quarter="FY2020-21Q3")] * 2, "2 indicators: no current figure"),
    ],
)
def test_the_numbers_add_up(findings, said):
    assert overall_headline(findings) == said


def test_an_old_target_makes_no_view_with_targets():
    """Judged at Q3 2020/21 the figure of 2016/17, and so its target, is overdue."""
    old = made("120", targets=LIMIT, quarter="FY2020-21Q3")
    new = finding("FY2020-21Q3", record({"FY2019-20": "100", "FY2020-21Q3": "90"}))
    assert overall_headline([old, new]).startswith("2 indicators, none with a target: 1 is not")


def beside(findings):
    return beside_headline(findings, {f.indicator.id: f.rankings for f in findings})


def test_beside_it_stand_the_exceptions_and_what_is_to_be_watched():
    assert beside([MISSES, WORSE, FINE]) == ["1 exception, 1 to watch."]
    assert beside([FINE]) == ["No exceptions."]
    assert beside([]) == []


def test_older_figures_that_take_part_are_counted():
    older = made("90", "100", quarter="FY2016-17Q4")
    assert beside([older]) == ["No exceptions.", "Judged by an earlier figure."]
    new = finding("FY2016-17Q4", record({"FY2015-16": "100", "FY2016-17Q4": "90"}))
    assert beside([older, older, new])[1] == "2 of the 3 judged by earlier figures."


def counted(before, now):
    """A rate per 10,000 of the same 30,000 people."""
    given = {
        "FY2015-16": (f"{before / 3:.1f}", before),
        "FY2016-17Q3": (f"{now / 3:.1f}", now),
    }
    return finding("FY2016-17Q3", record(given, basis=Basis.SNAPSHOT))


def test_how_many_would_be_worse_by_chance_is_told():
    """0.025 of four tested is 0.1."""
    worse, same = counted(300, 600), counted(300, 303)
    assert beside([worse, same, same, same])[1] == (
        "1 of 4 tested is worse by more than chance; about 0.1 would be if nothing had changed."
    )
    better = counted(600, 300)
    assert beside([worse, better])[1] == (
        "1 of 2 tested is worse and 1 better by more than chance; "
        "about 0.05 of each would be if nothing had changed."
    )
    assert beside([same])[1] == "Changes tested: 1 of 1, none more than chance."


@pytest.mark.parametrize(
    ("number", "said"),
    [("1", "1"), ("0.075", "0.08"), ("2.5", "3"), ("1.4", "1"), ("2.6", "3"), ("24", "20")],
)
def test_one_significant_figure(number, said):
    assert one_significant(Decimal(number)) == said


def test_a_place_in_the_worst_quarter_is_told():
    spread = Spread(
        "English authorities", parse("FY2015-16"), 148, *map(Decimal, (40, 48, 69)), 3, "a source"
    )
    made_up = record({}, {"FY2015-16": "80"})
    found = finding("FY2016-17Q3", replace(made_up, spreads=(spread,)))
    assert beside([found])[-1] == ("1 stands in the worst quarter of English authorities.")
    assert beside([finding("FY2019-20Q3", replace(made_up, spreads=(spread,)))]) == [
        "No exceptions."
    ]
