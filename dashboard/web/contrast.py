"""Compute the contrast between two colours, as WCAG 2.2 defines it."""

from __future__ import annotations

import re
from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls

TEXT = 4.5
"""The minimum ratio for text (success criterion 1.4.3)."""
GRAPHICS = 3.0
"""The minimum ratio for controls and graphics (success criterion 1.4.11)."""
_HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}", re.IGNORECASE)

Rgb = tuple[float, float, float]


def is_colour(text: str) -> bool:
    """Whether a text is a colour such as #12436d or #069."""
    return bool(_HEX.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(rgb(one)), _luminance(rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """The mixture of two colours; `share` is the part of the first, from 0 to 1."""
    red, green, blue = (
        a * share + b * (1 - share) for a, b in zip(rgb(colour), rgb(other), strict=True)
    )
    return _written((red, green, blue))


def darkened(colour: str, fits: Callable[[str], bool]) -> str:
    """The lightest shade of a colour for which `fits` is true; black where there is none."""
    shades = (mixed(colour, "#000000", share / 100) for share in range(100, 0, -1))
    return next(filter(fits, shades), "#000000")


def lightened(colour: str, fits: Callable[[str], bool]) -> str:
    """A colour as light as it must be for `fits` to be true, of the same hue; else white."""
    hue, lightness, saturation = rgb_to_hls(*rgb(colour))
    steps = range(round(100 * lightness), 100)
    tints = (_written(hls_to_rgb(hue, step / 100, saturation)) for step in steps)
    return next(filter(fits, tints), "#ffffff")


def rgb(colour: str) -> Rgb:
    """The colour's red, green and blue, each from 0 to 1."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def _written(colour: Rgb) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
