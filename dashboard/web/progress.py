"""Answers with a file that takes long: whole, or with the progress of its making before it.

The progress and the file are one response, so that no worker has to remember anything: lines of
JSON, such as `{"done": 120, "of": 400}`, an empty one now and then, which finds out who has left,
and at last `{"file": …, "type": …, "bytes": …}`, after which the file follows as it is. In its
stead there may be a `problem`, a sentence. assets/making.js reads it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from flask import Response, request

from dashboard.reports.exporting.in_subprocess import Heard, NotMadeError, Progress

PROGRESS = "application/x-file-in-the-making"
NOT_MADE = "The file could not be made; the log says why. Please tell IT."

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class File:
    """What a file is saved as, and its media type."""

    name: str
    mimetype: str


def wants_progress() -> bool:
    """Whether the request names the type; a browser that follows a link accepts anything."""
    return PROGRESS in request.accept_mimetypes.values()


def whole(heard: Heard, file: File) -> Response:
    """The file alone, once it is made. Raises NotMadeError."""
    with closing(heard):
        content = next(news for news in heard if isinstance(news, bytes))
    response = Response(content, mimetype=file.mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response.vary.add("Accept")
    return response


def in_the_making(heard: Heard, file: File) -> Response:
    """The progress, then the file; when the browser has left, the work ends."""
    response = Response(_lines(heard, file, request.full_path), mimetype=PROGRESS)
    # Who stands between must neither keep it until it is complete nor keep it at all.
    response.headers["X-Accel-Buffering"] = "no"
    response.headers["Cache-Control"] = "no-store, no-transform"
    response.vary.add("Accept")
    response.call_on_close(heard.close)
    return response


def _lines(heard: Heard, file: File, asked: str) -> Iterator[bytes]:
    try:
        for news in heard:
            if news is None:
                yield b"\n"
            elif isinstance(news, Progress):
                yield _line(done=news.done, of=news.of)
            else:
                yield _line(file=file.name, type=file.mimetype, bytes=len(news))
                yield news
    except NotMadeError:
        log.exception("%s could not be made", asked)
        yield _line(problem=NOT_MADE)


def _line(**said: str | int) -> bytes:
    return json.dumps(said).encode() + b"\n"
