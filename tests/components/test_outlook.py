from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE
from dashboard.components.outlook import outlook_card
from dashboard.components.quarters import quarters_card
from dashboard.components.usual_range import usual_range_card
from dashboard.components.why import why_lines
from dashboard.domain.facts.indicator import Basis
from dashboard.domain.facts.period import parse
from dashboard.domain.facts.record import TargetRule
from dashboard.domain.judgements.status import Status
from dashboard.domain.judgements.usual_range import DRIFT
from dashboard.findings import portfolio_findings
from tests.build import finding, record, target
from tests.domain.judgements.quarterly import STEADY, quarters, rows_of


def texts(node):
    """Every text in a component, in order."""
    if isinstance(node, str):
        return [node]
    if isinstance(node, list | tuple):
        return [text for each in node for text in texts(each)]
    return texts(getattr(node, "children", None) or [])


def cards(finding):
    return [*outlook_card(finding), *quarters_card(finding), *usual_range_card(finding)]


def card(dataset, name, portfolio="resilient-communities", quarter="FY2016-17Q3"):
    found = portfolio_findings(dataset, portfolio, parse(quarter))
    finding = next(each for each in found if each.indicator.id == name)
    return " | ".join(texts(cards(finding)))


def test_referrals(dataset):
    said = card(dataset, "referrals")
    for text in (
        "Outlook for 2016/17, 8 in 10: 2,720 to 3,530, if it moves as it has, indicative; unlikely "
        "to meet the target.",
        "748 referrals above target.",
        "If these are rolling totals, the latest quarter’s own count was 8 above that of the same "
        "quarter last year.",
        "+8 | Q3 |  2016/17",
        "No usual range: each figure shares months with the one before.",
    ):
        assert text in said


def test_looked_after(dataset):
    said = card(dataset, "looked-after")
    assert "8 in 10: 477 to 535, if it moves as it has, indicative; unlikely to meet" in said
    assert "58 children above target." in said
    assert "changes from quarter to quarter: +18, +17, −3" in said


def test_repeat_plans_say_why_there_is_no_outlook(dataset):
    said = card(dataset, "repeat-protection-plans")
    assert "No outlook for 2016/17: the report does not say over what period its quarters" in said


def test_claimants(dataset):
    said = card(dataset, "claimant-count", "economy", "FY2025-26Q3")
    assert "Lower than in all 5 years before; 4.6 points down in five years." in said
    assert "usual" not in said
    assert "the figure comes once a year" in said


def test_weekly_pay_rises_with_prices(dataset):
    said = card(dataset, "weekly-pay", "economy", "FY2025-26Q3")
    assert "Rising with prices over five years, 2021 to 2025." in said


def long_run(values, **more):
    """The finding and the card of quarters up to Q4 2016/17."""
    made = finding("FY2016-17Q4", rows_of(quarters(values), **more))
    return made, usual_range_card(made)


def test_a_series_with_a_usual_range_is_judged_by_it():
    made, shown = long_run(STEADY, basis=Basis.SNAPSHOT)
    said = "Unusual for this series: above its usual range in Q4 2016/17, which is worse."
    assert said in texts(shown)
    assert made.usual_range_status is Status.BAD
    calm = target(TargetRule.AT_MOST, "60")
    _, shown = long_run([*STEADY[:-1], 30], basis=Basis.SNAPSHOT, targets=(calm,))
    assert "The target is met whatever its usual variation." in texts(shown)


def test_a_drifting_series_has_no_colour_and_its_years_speak_in_its_stead():
    made, shown = long_run(range(400, 436), basis=Basis.SNAPSHOT)
    said = texts(shown)
    assert f"{DRIFT}." in said
    assert "Higher than in all 5 years before; 20.0 up in five years." in said
    assert made.usual_range_status is Status.NONE
    assert not made.has_usual_range


def test_why_gives_rule_numbers_and_source(dataset):
    found = portfolio_findings(dataset, "resilient-communities", parse("FY2016-17Q3"))
    reason = next(f for f in found if f.indicator.id == "looked-after").outlook.reason
    assert why_lines(reason) == (
        "From staying as it is to going on as in the last four quarters, give or take its usual "
        "swing.",
        "changes from quarter to quarter: +18, +17, −3",
        "pace a quarter: +10.7",
        "usual swing to the year end, 8 in 10: 23.6 either way",
        "Method: random walk with drift (Box and Jenkins), prediction interval of Student’s t.",
    )


def test_guest_nights_are_told_in_words_and_drawn_on_no_quarterly_axis(dataset):
    """490,900 so far × 1.1464, 528,000 ÷ 460,560 as in 2024/25."""
    found = portfolio_findings(dataset, "economy", parse("FY2025-26Q3"))
    nights = next(each for each in found if each.indicator.id == "guest-nights")
    assert nights.outlook.said == "about 563,000 for the year if it moves as it did in 2024/25"
    assert chart_model(nights, ALONE).outlook is None


def test_the_record_stands_beside_the_method():
    figures = {}
    for year in range(2012, 2017):
        for n in (1, 2, 3, 4):
            figures[f"FY{year}-{year - 1999}Q{n}"] = str(100 + 4 * (year - 2012) + n)
    said = " | ".join(texts(outlook_card(finding("FY2016-17Q3", record(figures)))))
    assert "4 of 4 earlier outlooks at Q3 held." in said
