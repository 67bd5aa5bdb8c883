"""Every colour that carries meaning stands out enough, computed as WCAG 2.2 does."""

import re

import pytest

from dashboard.charts import style
from dashboard.settings import ROOT
from dashboard.web.contrast import (
    GRAPHICS,
    TEXT,
    contrast,
    darkened,
    is_colour,
    lightened,
    mixed,
    rgb,
)


def declared(sheet):
    """The colours that a style sheet of the assets declares as tokens."""
    text = (ROOT / "assets" / sheet).read_text(encoding="utf-8")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", text))


TOKENS = declared("1-tokens.css")
TOKENS["accent"] = TOKENS["brand"]
DARK = TOKENS | declared("2-dark.css") | declared("4-chart-dark.css")
DARK["accent"] = DARK["brand-in-the-dark"]
WHITE = "#ffffff"
LIGHT_GROUNDS = (WHITE, TOKENS["page"], mixed(TOKENS["accent"], WHITE, 0.1))
DARK_GROUNDS = (DARK["card"], DARK["page"], mixed(DARK["accent"], DARK["card"], 0.14))
SCREENS = [
    pytest.param(TOKENS, LIGHT_GROUNDS, id="light"),
    pytest.param(DARK, DARK_GROUNDS, id="dark"),
]
ON_DARK = dict(
    re.findall(
        r'stroke: (rgb\(.*?\))"\] {\s+stroke: var\(--([a-z-]+)\)',
        (ROOT / "assets" / "4-chart-dark.css").read_text(encoding="utf-8"),
    )
)
"""The token that stands for each colour of the charts on dark screens."""


def on_dark(colour):
    """What a chart's colour becomes on dark screens."""
    red, green, blue = (round(255 * part) for part in rgb(colour))
    return DARK[ON_DARK[f"rgb({red}, {green}, {blue})"]]


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


def test_the_darkest_tint_that_fits_keeps_its_hue():
    tint = lightened("#12436d", lambda lighter: contrast(lighter, "#172030") >= 7)
    assert tint == "#73b2e8"
    assert 7 <= contrast(tint, "#172030") < 7.25
    assert lightened("#12436d", lambda lighter: False) == "#ffffff"


@pytest.mark.parametrize("text", ["12436d", "#12", "#12436", "navy", "#gggggg", "#123;}"])
def test_what_is_no_colour(text):
    assert not is_colour(text)


@pytest.mark.parametrize(("tokens", "grounds"), SCREENS)
@pytest.mark.parametrize(
    "name", ["ink", "secondary", "accent", "good", "near", "bad", "same", "none", "council"]
)
def test_text_can_be_read_on_every_ground(name, tokens, grounds):
    assert min(contrast(tokens[name], ground) for ground in grounds) >= TEXT


@pytest.mark.parametrize("tokens", [TOKENS, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"), [("good", "good-soft"), ("near", "near-soft"), ("bad", "bad-soft")]
)
def test_a_judgement_can_be_read_in_its_pill(text, ground, tokens):
    assert contrast(tokens[text], tokens[ground]) >= TEXT


@pytest.mark.parametrize("tokens", [TOKENS, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"), [("on-brand", "brand"), ("on-accent", "accent"), ("on-accent", "bad")]
)
def test_what_is_on_bars_and_buttons_can_be_read(text, ground, tokens):
    assert contrast(tokens[text], tokens[ground]) >= TEXT


@pytest.mark.parametrize(("tokens", "grounds"), SCREENS)
@pytest.mark.parametrize("name", ["focus", "field-line"])
def test_the_focus_and_the_edges_of_fields_are_seen(name, tokens, grounds):
    assert min(contrast(tokens[name], ground) for ground in grounds[:2]) >= GRAPHICS


@pytest.mark.parametrize(
    "stroke", [*style.STROKES.values(), style.TARGET], ids=lambda stroke: stroke.colour
)
def test_a_line_is_seen_and_its_label_read_on_white_and_in_the_shade(stroke):
    for ground in (WHITE, style.SHADE):
        assert contrast(stroke.colour, ground) >= GRAPHICS
        assert contrast(stroke.text, ground) >= TEXT
    for ground in (DARK["card"], DARK["shade"]):
        assert contrast(on_dark(stroke.colour), ground) >= GRAPHICS
        assert contrast(on_dark(stroke.text), ground) >= TEXT


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
    assert contrast(on_dark(style.AXIS), DARK["card"]) >= GRAPHICS


def test_every_colour_of_the_charts_has_its_own_on_dark_screens():
    """A colour that the sheet does not name would stay as it is on white, and vanish."""
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "dashboard" / "charts").glob("*.py")
    )
    colours = {each.lower() for each in re.findall(r"#[0-9a-fA-F]{6}\b", source)}
    assert len(colours) == 14
    assert {f"rgb{tuple(round(255 * part) for part in rgb(each))}" for each in colours} == set(
        ON_DARK
    )
    sheet = (ROOT / "assets" / "4-chart-dark.css").read_text(encoding="utf-8")
    filled = re.findall(r'fill: (rgb\(.*?\))"\] {\s+fill: var\(--([a-z-]+)\)', sheet)
    assert dict(filled) == ON_DARK
