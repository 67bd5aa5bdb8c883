"""Read a council's branding, its main colour and logo, and reject what would be unreadable."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flask import Response

from dashboard.settings import SettingError
from dashboard.web.contrast import TEXT, contrast, darkened, is_colour, lightened, mixed

STANDARD = "#12436d"
PAGE = "#f4f6f9"
DARK_CARD = "#172030"
"""The lightest plain ground of the dark page, as in assets/2-dark.css."""
EASY = 7.0
"""The contrast of the main colour on dark ground, where text needs more to be read as easily."""
SOFT = 0.1
"""The share of the main colour in its soft background, as in assets/1-tokens.css."""
LARGEST_LOGO = 200_000
_KINDS = {".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo's image file and its MIME type."""

    content: bytes
    mimetype: str

    @property
    def href(self) -> str:
        """The address of the logo, which changes with the image so that caches stay correct."""
        return f"/logo?v={sha256(self.content).hexdigest()[:12]}"

    def answer(self) -> Response:
        """The image as a response that browsers may cache for a day."""
        response = Response(self.content, mimetype=self.mimetype)
        response.headers["Cache-Control"] = "public, max-age=86400"
        return response


def main_colour(given: str) -> str:
    """The colour of bars, links and buttons; raises SettingError where text would be hard to read.

    It is used behind white text, and for text on white, on the page and on its soft background.
    """
    colour = given.strip().lower() or STANDARD
    if not is_colour(colour):
        raise SettingError(f"DASHBOARD_COLOUR is “{given}”: write it as {STANDARD}.")
    ground, ratio = _hardest(colour)
    if ratio < TEXT:
        shade = darkened(colour, lambda darker: _hardest(darker)[1] >= TEXT)
        raise SettingError(
            f"DASHBOARD_COLOUR is “{given}”: text in it cannot be read well on {ground}, its "
            f"contrast is {ratio:.2f} to 1 and must be at least {TEXT} to 1 (WCAG 2.2, 1.4.3). "
            f"A darker shade would do, such as {shade}."
        )
    return colour


def in_the_dark(colour: str) -> str:
    """The tint of the main colour in which links and buttons show on dark screens."""
    return lightened(colour, lambda tint: contrast(tint, DARK_CARD) >= EASY)


def own_colours(colour: str) -> str:
    """The style sheet of an own main colour, which is declared after assets/1-tokens.css."""
    return f":root{{--brand:{colour};--brand-in-the-dark:{in_the_dark(colour)}}}"


def _hardest(colour: str) -> tuple[str, float]:
    """The background on which text in a colour is hardest to read, and the contrast there."""
    grounds = ("#ffffff", PAGE, mixed(colour, "#ffffff", SOFT))
    return min(((ground, contrast(colour, ground)) for ground in grounds), key=lambda pair: pair[1])


def read_logo(path: Path | None) -> Logo | None:
    """The logo in a file, None without a path; raises SettingError if it cannot be used."""
    if path is None:
        return None
    mimetype = _KINDS.get(path.suffix.lower())
    if mimetype is None:
        raise SettingError(f"DASHBOARD_LOGO is “{path}”: give an .svg or a .png file.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SettingError(f"DASHBOARD_LOGO is “{path}”: {error.strerror}.") from error
    if len(content) > LARGEST_LOGO:
        raise SettingError(
            f"DASHBOARD_LOGO is “{path}”: it has {len(content) // 1000} kB, and every reader would "
            f"wait for it; at most {LARGEST_LOGO // 1000} kB."
        )
    is_picture = (
        content.startswith(b"\x89PNG") if path.suffix.lower() == ".png" else _is_svg(content)
    )
    if not is_picture:
        raise SettingError(
            f"DASHBOARD_LOGO is “{path}”: what is in it is no {path.suffix} picture."
        )
    return Logo(content, mimetype)


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:4000]
