"""Compress responses; shared files are compressed at a high level, once per worker."""

from __future__ import annotations

import gzip
from functools import lru_cache

import brotli
from flask import Response, request

WORTH_IT = 600
"""The size in bytes below which compressing costs more than it saves."""
TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")
HUGE = 1_000_000
"""The size in bytes above which a high level would keep the first reader waiting for seconds."""
STREAMED = "/data/"
"""The path of streamed downloads, which may be larger than memory."""
SHARED = ("/_dash-component-suites/", "/assets/")


def compress(response: Response) -> Response:
    """An `after_request` hook that compresses with brotli if the browser accepts it, else gzip."""
    encoding = request.accept_encodings.best_match(["br", "gzip"])
    if not encoding or response.status_code != 200 or response.content_encoding:
        return response
    if not (response.mimetype or "").startswith(TEXTS) or request.path.startswith(STREAMED):
        return response
    response.direct_passthrough = False
    body = response.get_data()
    response.vary.add("Accept-Encoding")
    if len(body) < WORTH_IT:
        return response
    shared = request.path.startswith(SHARED)
    response.set_data(_kept(body, encoding) if shared else squeezed(body, encoding, hard=False))
    response.content_encoding = encoding
    # The ETag was for the plain bytes, so it is only a weak one for the compressed bytes.
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)
    return response


@lru_cache(maxsize=48)
def _kept(body: bytes, encoding: str) -> bytes:
    return squeezed(body, encoding, hard=len(body) < HUGE)


def squeezed(body: bytes, encoding: str, hard: bool) -> bytes:
    """The body as brotli ("br") or gzip; `hard` takes ten times as long and is a tenth smaller."""
    if encoding == "br":
        return bytes(brotli.compress(body, quality=10 if hard else 4))
    return gzip.compress(body, 9 if hard else 5)
