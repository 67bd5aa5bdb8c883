"""Every colour that carries meaning stands out enough, computed as WCAG 2.2 does."""

import re

import pytest

from dashboard.charts import style
from dashboard.settings import ROOT
from dashboard.web.contrast import GRAPHICS, TEXT, contrast, darkened, is_colour, mixed

TOKENS = dict(
    re.findall(
        r"--([a-z-]+): (#[0-9a-f]{3,6});",
        (ROOT / "assets" / "1-tokens.css").read_text(encoding="utf-8"),
    )
)
WHITE = "#ffffff"
SOFT = mixed(TOKENS["accent"], WHITE, 0.1)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#12436d", "#12436D", 1),
        ("#F46A25", "#ffffff", 3.03),
    ],
)
def test_the_ratio_of_two_colours(one, other, ratio):
    assert contrast(one, other) == contrast(other, one)
    assert round(contrast(one, other), 2) == ratio


def test_the_lightest_shade_that_fits():
    shade = darkened("#ffd500", lambda darker: contrast(darker, WHITE) >= 4.5)
    assert shade == "#8c7500"
    assert 4.5 <= contrast(shade, WHITE) < 4.55
    assert darkened("#ffd500", lambda darker: False) == "#000000"


@pytest.mark.parametrize("text", ["12436d", "#12", "#12436", "navy", "#gggggg", "#123;}"])
def test_what_is_no_colour(text):
    assert not is_colour(text)


@pytest.mark.parametrize(
    "name", ["ink", "secondary", "accent", "good", "near", "bad", "same", "none", "council"]
)
def test_text_can_be_read_on_every_ground(name):
    grounds = (WHITE, TOKENS["page"], SOFT)
    assert min(contrast(TOKENS[name], ground) for ground in grounds) >= TEXT


@pytest.mark.parametrize(
    ("text", "ground"), [("good", "good-soft"), ("near", "near-soft"), ("bad", "bad-soft")]
)
def test_a_judgement_can_be_read_in_its_pill(text, ground):
    assert contrast(TOKENS[text], TOKENS[ground]) >= TEXT


def test_white_can_be_read_on_the_bars():
    assert contrast(WHITE, TOKENS["accent"]) >= TEXT
    assert contrast(WHITE, TOKENS["bad"]) >= TEXT


@pytest.mark.parametrize("name", ["focus", "field-line"])
def test_the_focus_and_the_edges_of_fields_are_seen(name):
    assert min(contrast(TOKENS[name], ground) for ground in (WHITE, TOKENS["page"])) >= GRAPHICS


@pytest.mark.parametrize(
    "stroke", [*style.STROKES.values(), style.TARGET], ids=lambda stroke: stroke.colour
)
def test_a_line_is_seen_and_its_label_read_on_white_and_in_the_shade(stroke):
    for ground in (WHITE, style.SHADE):
        assert contrast(stroke.colour, ground) >= GRAPHICS
        assert contrast(stroke.text, ground) >= TEXT


def test_lines_that_can_meet_differ_by_more_than_their_colour():
    strokes = style.STROKES
    drawn = [(each.dash, role) for role, each in strokes.items()]
    alike = [
        (a, b)
        for n, (dash, a) in enumerate(drawn)
        for other, b in drawn[n + 1 :]
        if dash == other and contrast(strokes[a].colour, strokes[b].colour) < 1.5
    ]
    # The council's own line is more than twice as thick as the country's.
    assert alike == [(style.Role.COUNCIL, style.Role.COUNTRY)]
    for weight in (style.ON_A_DESK, style.ON_THE_WALL):
        assert weight.council / weight.comparator > 1.7


def test_the_axis_is_seen():
    assert contrast(style.AXIS, WHITE) >= GRAPHICS
