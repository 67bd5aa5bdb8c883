import pytest

from dashboard.app import create_app
from dashboard.settings import SettingError, Settings
from dashboard.web.branding import STANDARD, main_colour, read_logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.svg"
    path.write_text(SVG, encoding="utf-8")
    return path


@pytest.mark.parametrize("given", ["", "#6B1E7A", "#00703c", "#025"])
def test_a_colour_that_can_be_read_is_taken(given):
    assert main_colour(given) == (given.lower() or STANDARD)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("navy", "DASHBOARD_COLOUR is “navy”: write it as #12436d."),
        ("#ffd500", r"“#ffd500”: text in it cannot be read well .* is 1\.\d\d to 1 .* such as #"),
        ("#757575", r"must be at least 4\.5 to 1 \(WCAG 2\.2, 1\.4\.3\)"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_the_reason(given, says):
    with pytest.raises(SettingError, match=says):
        main_colour(given)


def test_the_shade_that_is_offered_would_be_taken():
    with pytest.raises(SettingError) as refused:
        main_colour("#ffd500")
    shade = str(refused.value).split("such as ")[1].rstrip(".")
    assert main_colour(shade) == shade


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("logo.gif", b"GIF89a", "give an .svg or a .png file"),
        ("logo.png", b"<svg>", "what is in it is no .png picture"),
        ("logo.svg", b"hello", "what is in it is no .svg picture"),
        ("logo.svg", b"<svg>" + b" " * 300_000, "it has 300 kB"),
    ],
)
def test_what_is_no_logo_is_refused(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SettingError, match=says):
        read_logo(path)
    with pytest.raises(SettingError, match="No such file"):
        read_logo(tmp_path / "none.svg")


def test_a_page_shows_the_councils_own_look(var, logo):
    owned = Settings(var=var, title="Our plan", colour="#6b1e7a", logo=logo, contact="us@ours.uk")
    client = create_app(owned).server.test_client()
    page = client.get("/").text
    assert ":root{--brand:#6b1e7a;--brand-in-the-dark:#d895e5}" in page
    assert "rect width='32' height='32' rx='6' fill='%236b1e7a'" in page
    layout = str(client.get("/_dash-layout").get_json())
    assert "mailto:us@ours.uk" in layout
    href = read_logo(logo).href
    assert href in layout
    answer = client.get(href)
    assert (answer.mimetype, answer.text) == ("image/svg+xml", SVG)


def test_without_settings_the_standard_look_adds_nothing(client):
    assert "--brand" not in client.get("/").text
    assert client.get("/logo").status_code == 404
