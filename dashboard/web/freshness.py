"""Let browsers and proxies show again what they hold while neither dataset nor program changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from flask import Response, g, request

from dashboard.store.dataset import Store
from dashboard.web.progress import wants_progress

KEEP = "no-cache"
"""Keep it, and ask each time whether it is still true; the answer to that is 304 and no bytes."""
_PROGRAM = Path(__file__).resolve().parent.parent


def program_tag(settings: str, assets: str) -> str:
    """What else than data an answer is made from: our code, the settings and the assets."""
    joined = hashlib.sha256(settings.encode() + assets.encode())
    for file in sorted(_PROGRAM.rglob("*.py")):
        joined.update(file.read_bytes())
    return joined.hexdigest()


def not_modified(
    store: Store, endpoints: Iterable[str], program: str
) -> Callable[[], Response | None]:
    """A `before_request` hook that answers 304, before any work, to who holds this very answer.

    The endpoints' answers follow from dataset, address and host alone, but for the progress of
    their making.
    """
    known = frozenset(endpoints)

    def answer() -> Response | None:
        if request.method not in ("GET", "HEAD") or request.endpoint not in known:
            return None
        if wants_progress():
            return None
        version = store.current().version
        asked = "\n".join((program, version, request.host, request.full_path))
        tag = hashlib.sha256(asked.encode()).hexdigest()[:24]
        g.fresh = (version, tag)
        if not request.if_none_match.contains_weak(tag):
            return None
        return _tagged(Response(status=304), tag)

    return answer


def tagged(store: Store) -> Callable[[Response], Response]:
    """An `after_request` hook that names the answer, unless a new version came meanwhile."""

    def name(response: Response) -> Response:
        version, tag = g.get("fresh", ("", ""))
        if tag and response.status_code == 200 and store.current().version == version:
            return _tagged(response, tag)
        return response

    return name


def _tagged(response: Response, tag: str) -> Response:
    # The same answer may be sent plain or compressed.
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = KEEP
    response.vary.add("Accept-Encoding")
    return response
