"""Charts, style sheets, scripts and Office files paint from the same colours."""

import re

import pytest

from dashboard.charts import style
from dashboard.domain.judgements.status import Status
from dashboard.reports.exporting import office
from dashboard.settings import ROOT
from dashboard.web import branding
from tests.web.test_contrast import DARK, TOKENS


@pytest.mark.parametrize(
    ("token", "colour"),
    [
        ("ink", style.INK),
        ("secondary", style.SECONDARY),
        ("council", style.STROKES[style.Role.COUNCIL].colour),
        ("target-text", style.TARGET.text),
        ("focus", style.TARGET.colour),
        ("brand", branding.STANDARD),
        ("brand-in-the-dark", branding.in_the_dark(branding.STANDARD)),
        ("page", branding.PAGE),
        ("line", f"#{office.RULE}"),
    ],
)
def test_python_and_the_style_sheets_agree(token, colour):
    assert TOKENS[token] == colour.lower()


@pytest.mark.parametrize("status", [Status.GOOD, Status.NEAR, Status.BAD, Status.SAME])
def test_office_files_show_a_status_in_the_pages_colour(status):
    assert TOKENS[status] == f"#{office.STATUS_COLOURS[status]}".lower()


def test_the_dark_card_is_what_the_main_colour_is_made_for():
    assert DARK["card"] == branding.DARK_CARD


def test_scripts_take_their_colours_from_the_style_sheets():
    scripts = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / "assets").glob("*.js")
    }
    found = {name: set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)) for name, text in scripts.items()}
    assert {name: colours for name, colours in found.items() if colours} == {}
