"""Show portfolios as tiles with a shape for each indicator, as plain data for assets/wall.js."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.components.mark_key import mark_key
from dashboard.components.scorecard import searched
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.portfolio.mark import mark_of
from dashboard.domain.portfolio.wall import newest_change, tile_count

Findings = Sequence[IndicatorFinding]


@dataclass(frozen=True, slots=True)
class Tile:
    """A portfolio: its address, all its findings now and a quarter before, and those to show."""

    name: str
    href: str
    findings: Findings
    before: Findings
    shown: Findings


def wall(
    tiles: Sequence[Tile], caption: str, opens: Callable[[str], str], empty: str
) -> dict[str, Any]:
    """The tiles in their order; `opens` gives an indicator's address."""
    used = (mark_of(finding.standing) for tile in tiles for finding in tile.shown)
    return {
        "form": "wall",
        "caption": caption,
        "empty": empty,
        "groups": [_tile(tile, opens) for tile in tiles],
        "key": mark_key(used),
    }


def _tile(tile: Tile, opens: Callable[[str], str]) -> dict[str, Any]:
    count = tile_count(tile.findings)
    newest = newest_change(tile.findings, tile.before)
    return {
        "name": tile.name,
        "href": tile.href,
        "count": count.count,
        "words": count.words,
        "kind": newest.kind if newest else "",
        "newest": newest.words if newest else "No figures yet",
        "rows": [
            {
                "name": finding.indicator.name,
                "mark": mark_of(finding.standing).value,
                "href": opens(finding.indicator.id),
                "find": searched(finding),
            }
            for finding in tile.shown
        ],
    }
