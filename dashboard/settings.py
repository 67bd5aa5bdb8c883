"""Read the settings of an installation from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HIGHEST_PORT = 65_535
FORBIDDEN = ("DASH_DEBUG", "DASH_MCP_ENABLED")


class SettingError(ValueError):
    """Raised for a setting that cannot be used; the message names it and says what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one installation; empty texts and None leave a feature out."""

    data: Path = ROOT / "data"
    var: Path = ROOT / "var"
    assets: Path = ROOT / "assets"
    vendor: Path = ROOT / "build" / "vendor"
    title: str = "Council Plan performance"
    colour: str = ""
    logo: Path | None = None
    contact: str = ""
    host: str = "127.0.0.1"
    port: int = 8050


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings in the environment, with defaults; raises SettingError for a bad value."""
    for name in FORBIDDEN:
        if truth(environment, name):
            raise SettingError(f"{name} is on: it opens the server to strangers. Unset it.")
    standard = Settings()
    return Settings(
        data=Path(environment.get("DASHBOARD_DATA") or standard.data),
        var=Path(environment.get("DASHBOARD_VAR") or standard.var),
        title=environment.get("DASHBOARD_TITLE") or standard.title,
        colour=environment.get("DASHBOARD_COLOUR", ""),
        logo=Path(logo) if (logo := environment.get("DASHBOARD_LOGO")) else None,
        contact=environment.get("DASHBOARD_CONTACT", "").strip(),
        host=environment.get("HOST") or standard.host,
        port=_port(environment.get("PORT") or str(standard.port)),
    )


def truth(environment: Mapping[str, str], name: str) -> bool:
    """A yes-or-no setting, False if empty; raises SettingError unless it is true or false."""
    text = environment.get(name, "").strip().lower()
    if text not in ("", "true", "false", "1", "0"):
        raise SettingError(f"{name} is “{text}”: write true or false.")
    return text in ("true", "1")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= HIGHEST_PORT:
        raise SettingError(f"PORT is “{text}”: write a whole number from 1 to {HIGHEST_PORT}.")
    return int(text)
