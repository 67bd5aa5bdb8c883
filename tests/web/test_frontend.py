"""Built files are used where they are made from the styles and scripts that are there."""

import json

import pytest

from dashboard.app import create_app
from dashboard.settings import ROOT, Settings
from dashboard.web.frontend import MADE_FROM, fingerprint, read_manifest

FILES = {
    "font": "source-sans-3.000000000000.woff2",
    "styles": "styles.000000000000.css",
    "scripts": "scripts.000000000000.js",
    "plotly": "plotly.000000000000.js",
}


@pytest.fixture
def vendor(tmp_path):
    """A build of today's assets, without its files."""
    manifest = FILES | {MADE_FROM: fingerprint(ROOT / "assets")}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="ascii")
    return tmp_path


def test_a_page_names_four_built_files_and_no_single_asset(var, vendor):
    page = create_app(Settings(var=var, vendor=vendor)).server.test_client().get("/").text
    for file in FILES.values():
        assert page.count(f"/vendor/{file}") == 1
    assert "/assets/" not in page


def test_a_page_asks_for_nothing_that_no_page_uses(client):
    page = client.get("/").text
    assert "dash_renderer" in page
    assert "dash_table/" not in page
    assert "polyfill" not in page


def test_a_build_of_other_styles_is_none_and_says_so(vendor, tmp_path, capsys):
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "1.css").write_text("a { color: red; }", encoding="utf-8")
    assert read_manifest(vendor, assets) == {}
    assert "run `make assets`" in capsys.readouterr().err
    assert read_manifest(vendor, ROOT / "assets")["styles"] == "styles.000000000000.css"


def test_every_style_and_script_counts_for_the_fingerprint(tmp_path):
    seen = {fingerprint(tmp_path)}
    for name, text in (("1.css", "a{}"), ("2.css", "a{}"), ("1.js", "1"), ("1.css", "b{}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        seen.add(fingerprint(tmp_path))
    assert len(seen) == 5
