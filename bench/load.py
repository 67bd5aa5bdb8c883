"""Panels a second: the same update asked again and again, from processes of its own."""

from __future__ import annotations

import http.client
import multiprocessing
import time
from urllib.parse import urlsplit

SECONDS = 5.0
CLIENTS = 4


def panels_a_second(url: str, path: str, body: bytes) -> float:
    """Answers a second over SECONDS, from CLIENTS connections that are kept open."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(CLIENTS) as pool:
        counts = pool.starmap(_ask, [(url, path, body)] * CLIENTS)
    return sum(counts) / SECONDS


def _ask(url: str, path: str, body: bytes) -> int:
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port or 80, timeout=30)
    headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}
    end, count = time.perf_counter() + SECONDS, 0
    while time.perf_counter() < end:
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
        count += 1
    return count
