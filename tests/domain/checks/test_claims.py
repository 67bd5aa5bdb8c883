from dataclasses import replace

import pytest

from dashboard.domain.checks.claims import ClaimVerdict, Flag, judged_claims
from dashboard.domain.facts.indicator import Basis, Polarity
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import Claim
from tests.build import LOOKED_AFTER, PERCENT, REVIEWS, record

Q3 = parse("FY2016-17Q3")
AGREES, CONTRADICTS, CANNOT = ClaimVerdict


def claim(seq, arrow, mark, right="FY2016-17Q2", left="FY2016-17Q3"):
    return Claim(
        Q3, seq, "comparison", "Current", parse(left), "blackpool", parse(right), arrow, mark, ""
    )


def judged(*claims, **changes):
    return judged_claims(replace(record(LOOKED_AFTER, **changes), claims=claims), Q3)


@pytest.mark.parametrize("arrow", ["↑", "▲"])
@pytest.mark.parametrize("mark", ["✖", "✘"])
def test_every_variant_of_a_sign_is_one_sign(arrow, mark):
    (found,) = judged(claim(1, arrow, mark, right="FY2015-16"))
    assert (found.verdict, found.flags) == (AGREES, ())


def test_a_row_that_uses_one_convention_is_not_mixed():
    good = [claim(1, "↑", "✓"), claim(2, "↑", "✓", right="FY2015-16")]
    assert all(Flag.MIXED not in found.flags for found in judged(*good))


def test_where_high_is_better_the_mark_turns():
    (found,) = judged(claim(1, "▼", "✖"), polarity=Polarity.HIGH)
    assert (found.verdict, found.flags) == (AGREES, ())
    (turned,) = judged(claim(1, "▼", "✔"), polarity=Polarity.HIGH)
    assert turned.flags == (Flag.MARK,)


@pytest.mark.parametrize(
    ("arrow", "right", "verdict", "sentence"),
    [
        ("↓", "FY2016-17Q2", AGREES, "174.7 against 175.7: lower"),
        ("↑", "FY2016-17Q2", CONTRADICTS, "174.7 against 175.7: lower"),
        ("↔", "FY2016-17Q2", CONTRADICTS, "174.7 against 175.7: lower"),
        ("▲", "FY2015-16", AGREES, "174.7 against 162.8: higher"),
        ("►", "FY2016-17Q3", AGREES, "174.7 against 174.7: the same"),
        ("↔", "FY2016-17Q3", AGREES, "174.7 against 174.7: the same"),
    ],
)
def test_an_arrow_should_point_as_the_figures_lie(arrow, right, verdict, sentence):
    (found,) = judged(claim(1, arrow, "", right=right))
    assert (found.verdict, found.sentence, found.flags) == (verdict, sentence, ())
    assert (found.claim.seq, found.indicator.id, found.corroboration) == (1, "looked-after", "")
    then = {"FY2016-17Q2": "Q2 2016/17", "FY2015-16": "2015/16", "FY2016-17Q3": "Q3 2016/17"}
    values = sentence.partition(":")[0].split(" against ")
    assert found.reason.numbers == (("Q3 2016/17", values[0]), (then[right], values[1]))
    assert found.reason.rule.startswith("The printed arrow should point as the left figure lies")


def test_a_wrong_arrow_with_a_right_mark_says_which_is_right():
    """A fall from 175.7 to 174.7 is better where low is good: the tick is right, ↑ is not."""
    (found,) = judged(claim(1, "↑", "✔"))
    assert found.sentence == "174.7 against 175.7: lower; the mark is right"
    assert found.flags == (Flag.MARK,)
    (found,) = judged(claim(1, "↑", "✖"))
    assert (found.sentence, found.flags) == ("174.7 against 175.7: lower", ())


def test_figures_are_held_against_each_other_as_printed():
    made = record({"FY2016-17Q2": "19.14", "FY2016-17Q3": "19.06"})
    (found,) = judged_claims(replace(made, claims=(claim(1, "↔", ""),)), Q3)
    assert (found.verdict, found.sentence) == (AGREES, "19.1 against 19.1: the same")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"right_period": parse("FY2015-16Q2")},
            "The report prints no figure for Q2 2015/16",
        ),
        ({"right_period": None}, "The report prints no figure for the right side"),
        ({"left_period": parse("FY2015-16Q2")}, "The report prints no figure for Q2 2015/16"),
        ({"left_period": None}, "The report prints no figure for the left side"),
        (
            {"right_area": "north-west"},
            "The report prints no figure of that area for Q2 2016/17",
        ),
    ],
)
def test_what_is_not_printed_cannot_be_checked(changes, sentence):
    (found,) = judged(replace(claim(1, "↑", ""), **changes))
    assert (found.verdict, found.sentence, found.corroboration) == (CANNOT, sentence, "")
    assert found.reason.numbers == ()


@pytest.mark.parametrize(
    ("arrow", "sentence"),
    [("?", "The arrow “?” is not one that we know"), ("", "No arrow is printed")],
)
def test_an_unknown_sign_cannot_be_checked(arrow, sentence):
    """Both figures are printed, 174.7 and 175.7: it is the sign that is not known."""
    (found,) = judged(claim(1, arrow, ""))
    assert (found.verdict, found.flags, found.sentence) == (CANNOT, (), sentence)


@pytest.mark.parametrize("arrow", ["↓\ufe0e", "↓\ufe0f", " ↓", "▼ \ufe0f"])
@pytest.mark.parametrize("mark", ["✔\ufe0f", " ✓"])
def test_a_sign_is_the_same_with_a_space_or_a_variation_selector(arrow, mark):
    (found,) = judged(claim(1, arrow, mark))
    assert (found.verdict, found.flags) == (AGREES, ())


def test_a_quartile_rests_on_figures_that_are_not_printed():
    quartile = Claim(
        Q3, 4, "quartile", "Quartile", None, "north-west", None, "", "", "Upper Middle"
    )
    (found,) = judged(quartile)
    assert (found.verdict, found.flags, found.corroboration) == (CANNOT, (), "")
    assert found.sentence == ("“Upper Middle”: the authorities it is counted among are not printed")
    assert found.reason.numbers == ()
    (found,) = judged(replace(quartile, right_area="blackpool"))
    assert found.flags == ()


@pytest.mark.parametrize(
    ("basis", "heading", "verdict", "sentence", "name"),
    [
        (
            Basis.YEAR_TO_DATE,
            "Projected EoY",
            AGREES,
            "If it means the year end, 82.1 against 54.0: higher",
            "projected from Q3 2016/17",
        ),
        (Basis.YEAR_TO_DATE, "Current", AGREES, "61.6 against 54.0: higher", "Q3 2016/17"),
    ],
)
def test_a_projected_year_end_stands_in_for_the_quarter(basis, heading, verdict, sentence, name):
    made = record(REVIEWS, basis=basis)
    one = replace(claim(1, "↑", "", right="FY2015-16"), heading=heading)
    (found,) = judged_claims(replace(made, claims=(one,)), Q3)
    assert (found.verdict, found.sentence) == (verdict, sentence)
    assert found.reason.numbers[0][0] == name
    assert found.reason.numbers[1] == ("2015/16", "54.0")


def test_a_projection_that_contradicts_is_told_without_its_mark():
    one = replace(claim(1, "↓", "✖", right="FY2015-16"), heading="Projected EoY")
    made = replace(record(REVIEWS, basis=Basis.YEAR_TO_DATE), claims=(one,))
    (found,) = judged_claims(made, Q3)
    assert found.verdict is CONTRADICTS
    assert found.sentence == "If it means the year end, 82.1 against 54.0: higher"


def test_what_is_no_year_to_date_figure_has_no_projection():
    one = replace(claim(1, "↑", "", right="FY2015-16"), heading="Projected EoY")
    (found,) = judged(one)
    assert (found.verdict, found.sentence) == (
        CANNOT,
        "The report prints no figure for Q3 2016/17",
    )


@pytest.mark.parametrize(
    ("area", "figure", "arrow", "beside"),
    [
        ("england", "60", "↑", "England’s published 60.0 settles it: agrees"),
        ("england", "60", "↓", "England’s published 60.0 settles it: contradicts"),
        ("england", "174.7", "↔", "England’s published 174.7 settles it: agrees"),
        ("stat-neighbours", "97.6", "↑", "Neighbours’ published 97.6 supports it"),
        ("stat-neighbours", "180", "↑", "Neighbours’ published 180.0 speaks against it"),
        ("north-west", "82", "↑", "North West’s published 82.0 supports it"),
        ("north-west", "82", "?", ""),
    ],
)
def test_published_figures_stand_beside_what_cannot_be_checked(area, figure, arrow, beside):
    made = record(LOOKED_AFTER, areas={area: {"FY2015-16": figure}})
    one = replace(claim(1, arrow, "", right="FY2015-16"), right_area=area)
    (found,) = judged_claims(replace(made, claims=(one,)), Q3)
    assert (found.verdict, found.corroboration) == (CANNOT, beside)
    assert found.sentence == "The report prints no figure of that area for 2015/16"


@pytest.mark.parametrize(
    ("changes", "flags"),
    [
        ({}, ()),
        ({"right_period": parse("FY2015-16Q2")}, (Flag.NO_SUCH_PERIOD,)),
        ({"left_period": parse("FY2016-17Q2")}, (Flag.STALE,)),
        ({"left_period": None}, ()),
        ({"right_area": "england"}, (Flag.PERIODS,)),
        ({"right_area": "england", "right_period": Q3}, ()),
        ({"right_area": "england", "right_period": None}, ()),
        ({"mark": "✔"}, (Flag.MARK,)),
        ({"mark": "✖"}, ()),
        ({"mark": "✔", "arrow": "↔"}, ()),
        ({"mark": "✔", "arrow": "?"}, ()),
    ],
)
def test_what_else_is_odd_about_a_claim(changes, flags):
    (found,) = judged(replace(claim(1, "↑", ""), **changes))
    assert found.flags == flags


@pytest.mark.parametrize("mark", ["✖", "✔"])
def test_a_mark_on_a_neutral_figure_contradicts_nothing(mark):
    (found,) = judged(claim(1, "↑", mark), polarity=Polarity.NEUTRAL)
    assert found.flags == ()


def test_the_claim_that_follows_another_convention_is_the_odd_one():
    """Two arrows show where the figure went, one whether that is good."""
    row = (claim(1, "↑", "✖"), claim(2, "↓", "✔"), claim(3, "↑", "✔"), claim(4, "↑", ""))
    assert [Flag.MIXED in found.flags for found in judged(*row)] == [False, False, True, False]
    turned = judged(*row, polarity=Polarity.HIGH)
    assert not any(Flag.MIXED in found.flags for found in turned)


def test_only_the_newest_report_by_the_quarter_is_judged_in_its_order():
    old = replace(claim(1, "↑", ""), release=parse("FY2016-17Q2"))
    new = replace(claim(1, "↑", ""), release=parse("FY2016-17Q4"))
    made = replace(record(LOOKED_AFTER), claims=(claim(3, "↓", ""), old, new, claim(2, "↓", "")))
    assert [found.claim.seq for found in judged_claims(made, Q3)] == [2, 3]
    assert [found.claim for found in judged_claims(made, parse("FY2016-17Q2"))] == [old]
    assert judged_claims(made, parse("FY2016-17Q1")) == ()


def test_without_a_council_return_nothing_can_be_checked():
    made = replace(record({}, {"FY2015-16": "162.8"}), claims=(claim(1, "↑", ""),))
    (found,) = judged_claims(made, Q3)
    assert found.verdict is CANNOT
    assert found.sentence == "The report prints no figure for Q3 2016/17"


def test_a_year_end_may_be_printed_as_its_fourth_quarter():
    figures = {"FY2015-16Q4": "60", "FY2016-17Q3": "60.5"}
    made = replace(record(figures, **PERCENT), claims=(claim(1, "↑", "", right="FY2015-16"),))
    (found,) = judged_claims(made, Q3)
    assert (found.verdict, found.sentence) == (AGREES, "60.5% against 60.0%: higher")
    assert found.flags == ()


def test_a_share_beside_is_written_as_one():
    made = record({"FY2016-17Q3": "65"}, areas={"england": {"FY2015-16": "60"}}, **PERCENT)
    one = replace(claim(1, "↑", "", right="FY2015-16"), right_area="england")
    (found,) = judged_claims(replace(made, claims=(one,)), Q3)
    assert found.corroboration == "England’s published 60.0% settles it: agrees"
    assert (found.indicator, found.claim) == (made.indicator, one)


def test_a_share_that_would_pass_the_whole_is_not_projected():
    one = replace(claim(1, "↑", "", right="FY2015-16"), heading="Projected EoY")
    figures = {"FY2015-16": "54", "FY2016-17Q3": "90"}
    made = replace(record(figures, basis=Basis.YEAR_TO_DATE, **PERCENT), claims=(one,))
    (found,) = judged_claims(made, Q3)
    assert found.verdict is CANNOT
