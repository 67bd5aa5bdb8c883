from dataclasses import replace

from dashboard.charts.style import LARGE_STAGE, STAGE
from dashboard.components.slide import commentary, indicator_slide, rest_slide
from dashboard.domain.facts.period import parse
from dashboard.domain.summary import quote
from dashboard.findings import portfolio_findings
from tests.build import finding, record


def shipped(dataset, name, quarter="FY2016-17Q3"):
    found = portfolio_findings(dataset, "resilient-communities", parse(quarter))
    return next(each for each in found if each.indicator.id == name)


def test_a_slide_tells_the_finding_in_large_words(dataset):
    slide = indicator_slide(shipped(dataset, "looked-after"), "Portfolio", STAGE)
    assert slide["over"] == "Portfolio · Children looked after · Q3 2016/17"
    assert slide["heading"] == (
        "501 children looked after: 58 above target, 32 more than in 2015/16"
    )
    assert slide["badge"] == {"text": "✖ Misses its target", "status": "bad"}
    assert slide["figure"] == {
        "value": "501",
        "under": ["Children, Q3 2016/17", "174.7 per 10,000, lower is better"],
    }
    assert [tuple(row.values()) for row in slide["travel"]] == [
        ("Against target", "✖ 58 children above target", "bad"),
        ("Since last year end", "▲ 32 children, worse, could be chance", "same"),
        ("England, 2015/16", "▲ 115 per 10,000, worse, not tested", "same"),
        (
            "Outlook, 8 in 10, if it moves as it has, indicative",
            "477 to 535 children; unlikely to meet the target",
            "same",
        ),
    ]

    assert slide["unit"] == "The chart shows the rate per 10,000 children."
    assert slide["says"].endswith(slide["unit"])


def test_a_slide_of_one_unit_does_not_name_that_of_its_chart(dataset):
    assert indicator_slide(shipped(dataset, "annual-reviews"), "P", STAGE)["unit"] == ""


def test_the_chart_of_a_slide_is_large_enough_to_read_afar(dataset):
    for size in (STAGE, LARGE_STAGE):
        chart = indicator_slide(shipped(dataset, "looked-after"), "P", size)["chart"]
        assert chart["layout"]["font"]["size"] >= 24
        widths = [t["line"]["width"] for t in chart["data"] if t["mode"] == "lines"]
        assert all(width >= 4 for width in widths if width > 1), "leaders are no data"


def test_the_first_sentence_is_quoted_and_the_whole_offered(dataset):
    found = quote(shipped(dataset, "looked-after").commentary)
    assert found.text.startswith("The Corporate Delivery Unit are now four weeks into a mapping")
    assert found.text.endswith("to understand how support is …")
    assert len(found.text) <= 190
    assert found.mark == "The commentary on Referrals to social care begins:"


def test_an_authors_summary_comes_first(dataset):
    found = shipped(dataset, "looked-after").commentary
    written = replace(found.written, summary="The review goes on.")
    assert quote(replace(found, written=written)).text == "The review goes on."


def test_without_commentary_the_slide_says_so():
    found = finding("FY2016-17Q3", record({"FY2016-17Q3": "5"}))
    assert quote(found.commentary).mark == "No commentary was written for Q3 2016/17."
    assert commentary(found.commentary)["paragraphs"] == []


def test_the_commentary_is_whole_and_says_whose_it_is(dataset):
    found = commentary(shipped(dataset, "looked-after").commentary)
    assert found["by"] == "Written for Referrals to social care."
    assert len(found["paragraphs"]) == 2


def test_an_old_figure_has_no_verdict_on_a_slide(dataset):
    slide = indicator_slide(shipped(dataset, "annual-reviews", "FY2017-18Q2"), "P", STAGE)
    assert slide["badge"]["text"] == "No current figure"
    assert {row["status"] for row in slide["travel"]} <= {"none"}


def test_an_indicator_without_any_figure_has_a_slide_too():
    slide = indicator_slide(finding("FY2012-13Q3", record({"FY2016-17Q3": "5"})), "P", STAGE)
    assert slide["chart"] is None
    assert slide["figure"]["under"] == ["There is no figure yet"]


def test_the_last_slide_names_what_is_not_in_the_picture(dataset):
    quarter = parse("FY2016-17Q3")
    found = [
        *portfolio_findings(dataset, "health", quarter),
        *portfolio_findings(dataset, "schools", quarter),
    ]
    shown = [each for each in found if each.standing.is_to_watch]
    slide = rest_slide(found, shown, "P", quarter)
    groups = {group["heading"]: group["names"] for group in slide["groups"]}
    assert groups["1 without a current figure"] == [
        "Pupils meeting the expected standard at age 11"
    ]
    assert "Adults living with obesity" in groups["No exception, and not shown"]
    both = "Healthy life expectancy, women, Healthy life expectancy, men"
    assert groups["Of those shown"] == [
        f"2 without commentary: {both}",
        f"2 without a target: {both}",
    ]


def test_the_last_slide_tells_of_what_has_no_slide(dataset):
    found = portfolio_findings(dataset, "resilient-communities", parse("FY2016-17Q3"))
    slide = rest_slide(found, found[:3], "P", parse("FY2016-17Q3"))
    assert slide["groups"][0] == {
        "heading": "No exception, and not shown",
        "names": ["Annual reviews of long-term service users"],
    }
    assert [each["heading"] for each in slide["groups"]] == [
        "No exception, and not shown",
        "Of those shown",
    ]
    (lacking,) = rest_slide(found, found, "P", parse("FY2016-17Q3"))["groups"]
    assert (
        lacking["names"][1] == "1 without a comparator: Annual reviews of long-term service users"
    )


def test_a_worsening_that_could_be_chance_says_so(dataset):
    found = portfolio_findings(dataset, "health", parse("FY2016-17Q3"))
    men = next(each for each in found if each.indicator.id == "healthy-life-male")
    slide = indicator_slide(men, "P", STAGE)
    assert slide["badge"]["text"] == "Worse than in 2011 to 2013, could be chance"
