"""The product with findings and panels forgotten before each request: what a cold cache costs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app import server as product
from dashboard.findings import portfolio_findings, portfolio_records
from dashboard.pages.draw import kept, kept_large


def server(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    portfolio_findings.cache_clear()
    portfolio_records.cache_clear()
    kept.cache_clear()
    kept_large.cache_clear()
    return product(environ, start)
