from dashboard.components.outlook import outlook_card
from dashboard.components.why import why_lines
from dashboard.domain.facts.period import parse
from dashboard.findings import portfolio_findings


def texts(node):
    """Every text in a component, in order."""
    if isinstance(node, str):
        return [node]
    if isinstance(node, list | tuple):
        return [text for each in node for text in texts(each)]
    return texts(getattr(node, "children", None) or [])


def card(dataset, name, portfolio="resilient-communities", quarter="FY2016-17Q3"):
    found = portfolio_findings(dataset, portfolio, parse(quarter))
    finding = next(each for each in found if each.indicator.id == name)
    return " | ".join(texts(outlook_card(finding, ())))


def test_referrals(dataset):
    said = card(dataset, "referrals")
    for text in (
        "2016/17 ends at about 3,039 (2,715 to 3,363), indicative: unlikely to meet the target.",
        "748 referrals above target.",
        "If these are rolling totals, the latest quarter was 8 above the same quarter last year.",
        "Q3 2016/17 | +8",
        "No trend can be told: the figures overlap.",
    ):
        assert text in said


def test_looked_after(dataset):
    said = card(dataset, "looked-after")
    assert "ends at about 501 (477 to 525), indicative: unlikely to meet the target." in said
    assert "58 children above target." in said
    assert "from quarter to quarter: +18, +17, -3" in said


def test_repeat_plans_say_why_there_is_no_outlook(dataset):
    said = card(dataset, "repeat-protection-plans")
    assert "No outlook for 2016/17: the report does not say over what period its quarters" in said


def test_claimants(dataset):
    said = card(dataset, "claimant-count", "economy", "FY2025-26Q3")
    assert "seven above the mean in a row" in said
    assert "the figure comes once a year" in said


def test_why_gives_rule_numbers_and_source(dataset):
    found = portfolio_findings(dataset, "resilient-communities", parse("FY2016-17Q3"))
    reason = next(f for f in found if f.indicator.id == "looked-after").outlook.reason
    assert why_lines(reason) == (
        "The latest figure as it is, and as much either way as quarters have moved so far.",
        "from quarter to quarter: +18, +17, -3",
        "Method: Prediction interval of Student’s t, 80%.",
    )
