"""Since when an indicator has stood as it does: spells of figures of one status and one origin."""

import pytest

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.portfolio.history_columns import Span
from dashboard.domain.portfolio.history_headline import history_headline
from dashboard.domain.portfolio.since_when import longest, since_when, spell_of
from tests.build import LOOKED_AFTER, finding, record, target
from tests.domain.portfolio.histories import history

Q3 = "FY2016-17Q3"


def told(made, quarter=Q3, span=Span.QUARTERS):
    found = finding(quarter, made)
    since = since_when(found, spell_of(found, history(made, quarter, span)))
    return since.title, since.detail


def at_most(level, **figures):
    """A record whose figures of 2016/17 stand under a target."""
    return record(
        {period.replace("_", "-"): value for period, value in figures.items()},
        targets=(target(TargetRule.AT_MOST, level),),
    )


def test_all_quarters_since_there_has_been_a_target():
    made = record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),))
    assert told(made) == ("Misses its target", "all 3 quarters with a target, since Q1")


def test_a_spell_runs_over_a_quarter_without_a_figure_and_counts_figures():
    made = at_most("100", FY2016_17Q1="120", FY2016_17Q3="130")
    assert told(made) == ("Misses its target", "all 2 figures, since Q1")


@pytest.mark.parametrize(
    ("quarters", "said"),
    [
        (("120", "90", "130"), ("Misses it again", "since Q3; it met it in Q2")),
        (("80", "90", "130"), ("Misses its target", "since Q3; it met it in Q2")),
        (("120", "130", "90"), ("Meets its target", "since Q3; it missed it in Q2")),
        (("80", "130", "90"), ("Meets it again", "since Q3; it missed it in Q2")),
        (
            ("80", "130", "140"),
            ("Misses its target", "2 quarters running, since Q2; it met it in Q1"),
        ),
    ],
)
def test_what_was_before_ends_the_spell(quarters, said):
    first, second, third = quarters
    made = at_most("100", FY2016_17Q1=first, FY2016_17Q2=second, FY2016_17Q3=third)
    assert told(made) == said


def test_a_spell_whose_next_figure_is_awaited_says_where_it_ends():
    made = at_most("100", FY2016_17Q1="120", FY2016_17Q2="130")
    assert told(made) == ("Misses its target", "all 2 quarters, Q1 to Q2")


def test_published_figures_are_never_counted_with_returns():
    made = record(
        {"FY2016-17Q3": "130"},
        published={"FY2014-15": "120", "FY2015-16": "125"},
        targets=tuple(
            target(TargetRule.AT_MOST, "100", period=f"FY20{n}-{n + 1}") for n in (14, 15, 16)
        ),
    )
    assert told(made) == ("Misses its target", "first figure, Q3")
    assert told(made, "FY2015-16Q4") == ("Misses its target", "all 2 years, since 2014/15")


def test_without_a_target_the_change_is_told():
    made = record({f"FY20{n}-{n + 1}": str(n) for n in range(10, 16)})
    assert told(made, "FY2015-16Q4", Span.YEARS) == (
        "Worse, not tested",
        "5 years running, since 2011/12; not judged in 2010/11",
    )


def test_a_baseline_year_has_no_target_to_miss():
    baseline = (target(TargetRule.BASELINE_YEAR),)
    made = record({"FY2015-16": "54", "FY2016-17Q3": "61.6"}, targets=baseline)
    title, detail = told(made)
    assert (title, detail) == ("Baseline year", "no target to miss; first figure 2015/16")


def test_what_has_no_spell_says_its_latest_figure():
    old = record({"FY2012-13Q1": "10"})
    assert told(old) == ("No current figure", "latest figure Q1 2012/13")
    assert told(record()) == ("No figure yet", "")
    neutral = record(LOOKED_AFTER, polarity=Polarity.NEUTRAL)
    assert told(neutral) == ("Neither way is better", "latest figure Q3 2016/17")


def made_several(*rows):
    """The findings and spells of indicators whose three quarters stand under a target of 100."""
    found, spells = [], []
    for number, values in enumerate(rows):
        figures = {f"FY2016-17Q{n}": v for n, v in enumerate(values, start=1) if v}
        made = record(
            figures,
            targets=(target(TargetRule.AT_MOST, "100"),),
            id=f"i{number}",
            name=f"Indicator {number}",
        )
        found.append(finding(Q3, made))
        spells.append(spell_of(found[-1], history(made)))
    return found, [each for each in spells if each]


def headline(*rows):
    now, spells = made_several(*rows)
    return history_headline(now, [], spells)


def test_the_longest_spell_is_the_headline():
    always, late, fine = ("120", "121", "122"), ("90", "121", "122"), ("90", "90", "90")
    assert headline(always, always, late, fine) == (
        "2 of 4 have missed their target in all 3 quarters of 2016/17"
    )
    assert headline(always, fine) == "1 of 2 has missed its target in all 3 quarters of 2016/17"
    assert headline(late, fine) == (
        "1 of 2 has missed its target for 2 quarters running, since Q2 2016/17"
    )


def test_without_a_spell_the_headline_is_what_there_is():
    assert headline(("90", "90", "120")) == (
        "No exception has lasted for more than one figure by Q3 2016/17"
    )
    assert headline(("90", "90", "90")) == "No exceptions in Q3 2016/17"
    assert headline((None, None, None)) == "No current figures in Q3 2016/17"
    assert history_headline([], [], []) == "There are no indicators here yet"


def test_a_change_comes_before_a_single_exception():
    now, spells = made_several(("90", "90", "120"))
    made = record(
        {"FY2016-17Q2": "90"},
        targets=(target(TargetRule.AT_MOST, "100"),),
        id="i0",
        name="Indicator 0",
    )
    before = [finding("FY2016-17Q2", made)]
    assert history_headline(now, before, spells) == "Indicator 0 is a new exception in Q3 2016/17"


def test_of_spells_that_began_together_only_those_alike_are_counted():
    _, spells = made_several(("120", "121", "122"), ("120", None, "122"), ("90", "121", "122"))
    assert [len(each.cells) for each in longest(spells)] == [3]
