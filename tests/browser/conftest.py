"""A real server and a real browser; every page is watched for errors and for strange hosts."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request
from werkzeug.serving import BaseWSGIServer, make_server

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.web.frontend import read_manifest
from tests.browser.chromium import FLAGS, find_chromium

Wsgi = Callable[..., Iterable[bytes]]


class Server:
    """The app on a port of its own, that can be killed, started again and slowed down."""

    def __init__(self, wsgi: Wsgi) -> None:
        self.slow: dict[bytes, float] = {}
        self._wsgi = wsgi
        self._port = 0
        self._server: BaseWSGIServer | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        self._server = make_server("127.0.0.1", self._port, self._answer, threaded=True)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def kill(self) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Waits where a request's body holds a mark of `slow`."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length)
        environ["wsgi.input"] = BytesIO(body)
        for mark, seconds in self.slow.items():
            if mark in body:
                time.sleep(seconds)
        return self._wsgi(environ, start)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    found = find_chromium()
    if found is None:
        reason = "No Chrome or Chromium: `make test` installs one."
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return {"executable_path": found, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def settings(var) -> Settings:
    settings = Settings(var=var)
    assert read_manifest(settings.vendor, settings.assets), "run `make assets` first"
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    return settings


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    server = Server(create_app(settings).server)
    yield server
    server.kill()


@pytest.fixture
def plain_server(settings: Settings, tmp_path) -> Iterator[Server]:
    """The product where nobody has built the front-end files."""
    server = Server(create_app(replace(settings, vendor=tmp_path)).server)
    yield server
    server.kill()


class Watch:
    """What a page asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.posts: list[str] = []
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        page.on("request", self._request)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type == "error" else None,
        )

    def _request(self, request: Request) -> None:
        if request.url.startswith("http"):
            self.hosts.add(urlsplit(request.url).hostname or "")
        if request.method == "POST":
            self.posts.append(request.url)


@pytest.fixture
def watch(page: Page) -> Iterator[Watch]:
    """Fails the test at its end if the page complained or asked another host."""
    watch = Watch(page)
    yield watch
    assert watch.complaints == []
    assert watch.hosts <= {"127.0.0.1"}


@pytest.fixture
def opened(page: Page, server: Server, watch: Watch) -> Callable[[str], Page]:
    """Opens an address and waits until it is drawn."""
    page.set_default_timeout(10_000)

    def open_page(address: str) -> Page:
        page.goto(server.url + address)
        page.locator("main > section:not([hidden]) h1").wait_for()
        return page

    return open_page
