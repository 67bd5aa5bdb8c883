"""The product with findings and screens forgotten before each request: what a cold cache costs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app import server as product
from dashboard.findings import indicator_records, portfolio_findings, portfolio_rankings
from dashboard.site import kept, kept_of_several


def server(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    portfolio_findings.cache_clear()
    indicator_records.cache_clear()
    portfolio_rankings.cache_clear()
    kept.cache_clear()
    kept_of_several.cache_clear()
    return product(environ, start)
