"""An invented council whose figures, names and texts are as odd as a dataset allows."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from dashboard.store.schema import TABLES

LONG_NAME = (
    "Children and young people looked after by the council or by another on its behalf who were "
    "seen by a dentist in the year"
)[:120]
ODD = "An odd council, invented for tests"
AREAS = {
    "ours": ("Much Wittering and Lower Marshes Council", "council"),
    "england": ("England", "country"),
    "wales": ("England and Wales", "country"),
    "north": ("Yorkshire and The Humber", "region"),
    "near": ("Statistical neighbours", "neighbours"),
    "core": ("Core cities and their districts", "neighbours"),
}
QUARTERS = [
    *(f"FY{year}-{year - 1999}Q{n}" for year in range(2021, 2025) for n in (1, 2, 3, 4)),
    "FY2025-26Q1",
    "FY2025-26Q2",
]
YEARS = ["FY2022-23", "FY2023-24", "FY2024-25"]

# Name, unit, decimals, own figures of the newest quarters, comparators by year, target.
INDICATORS: dict[str, dict[str, Any]] = {
    "within-a-pixel": {
        "decimals": 2,
        "own": (50, 51, 52, 50.5, 51.5, 52.5),
        "areas": {"england": 52.0, "wales": 52.05, "north": 52.1, "near": 52.02, "core": 52.08},
        "target": 52.04,
    },
    "tiny": {
        "decimals": 3,
        "own": (0.001, 0.002, 0.004, 0.003, 0.001, 0.002),
        "areas": {"england": 0.001, "near": 0.003},
        "target": 0.002,
    },
    "huge": {
        "unit": "currency",
        "decimals": 0,
        "own": (9_100_000, 9_450_000, 10_000_000, 9_800_000, 8_750_000, 9_999_999),
        "target": 9_500_000,
    },
    "negative": {
        "unit": "score",
        "decimals": 2,
        "own": (-0.25, -0.1, 0.05, -0.4, -1.25, -0.99),
        "areas": {"england": -0.02, "north": 0.01},
        "target": 0,
    },
    "flat": {
        "decimals": 0,
        "own": (7, 7, 7, 7, 7, 7),
        "areas": {"england": 7},
        "target": 7,
        "worded": {"rule": "between", "value": 6, "upper": 8, "printed": "6 to 8"},
    },
    "relative": {
        "decimals": 1,
        "own": (1.5, None, 2.5, 3.5, None, 4.5),
        "target": 1,
        "worded": {"rule": "below_reference", "value": "", "printed": "Decrease on last year"},
    },
    "beside-england": {
        "unit": "percent",
        "decimals": 1,
        "own": (41.5, 42, 43, 44, 45, 46.1),
        "areas": {"england": 40},
        "target": 1,
        "worded": {
            "rule": "above_area",
            "value": "",
            "reference": "england",
            "printed": "Above England",
        },
    },
    "baseline": {
        "decimals": 1,
        "own": (None, None, None, None, 3.5, 4.5),
        "target": 1,
        "worded": {"rule": "baseline_year", "value": "", "printed": "Baseline"},
    },
    "no-more-than": {
        "unit": "currency",
        "decimals": 2,
        "own": (10.25, 11, 12.5, 9.75, 10, 1234.56),
        "target": 1,
        "worded": {"value": 1000, "printed": "no more than £1,000"},
    },
    "steady": {
        "decimals": 0,
        "own": (31, 28, 30, 33, 29, 32, 27, 31, 30, 28, 32, 29, 31, 30, 28, 39),
    },
    "zero": {"decimals": 0, "own": (0, 0, 0, 0, 0, 0)},
    "one-point": {"decimals": 1, "own": (None, None, None, None, None, 3.5)},
    "none": {"decimals": 1, "own": ()},
    "long-name": {"name": LONG_NAME, "decimals": 1, "own": (10, 90, 15, 85, 20, 80), "target": 50},
}


def write_odd_council(folder: Path) -> Path:
    """A folder that the product loads; the newest quarter is the second of 2025/26."""
    folder.mkdir(parents=True)
    rows = _rows()
    for spec in TABLES:
        with (folder / f"{spec.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [column.name for column in spec.columns])
            writer.writeheader()
            writer.writerows(rows.get(spec.name, []))
    return folder


def _rows() -> dict[str, list[dict[str, Any]]]:
    return {
        "portfolios": [
            {"portfolio_id": "odd", "name": "Odd things", "position": 1},
            {"portfolio_id": "empty", "name": "Nothing yet", "position": 2},
        ],
        "areas": [
            {"area_id": key, "name": name, "kind": kind} for key, (name, kind) in AREAS.items()
        ],
        "indicators": [
            {
                "indicator_id": key,
                "portfolio_id": "odd",
                "name": given.get("name", key.replace("-", " ").capitalize()),
                "polarity": "low",
                "unit": given.get("unit", "rate"),
                "per": "" if "unit" in given else "1,000 residents",
                "definition": given.get("name", f"How much there is of {key}"),
                "source": ODD,
                "position": number,
            }
            for number, (key, given) in enumerate(INDICATORS.items(), start=1)
        ],
        "series": [
            {
                "indicator_id": key,
                "origin": origin,
                "basis": "snapshot",
                "basis_inferred": "no",
                "decimals": given["decimals"],
                "seasonal": "no",
            }
            for key, given in INDICATORS.items()
            for origin in ("reported", "published")
        ],
        "observations": [row for key, given in INDICATORS.items() for row in _figures(key, given)],
        "targets": [
            {"rule": "at_most", "value": given["target"], "printed": f"≤ {given['target']}"}
            | given.get("worded", {})
            | {
                "indicator_id": key,
                "period": "FY2025-26",
                "release": "FY2025-26Q2",
                "source": ODD,
            }
            for key, given in INDICATORS.items()
            if "target" in given
        ],
        "commentary": [
            {
                "indicator_id": "within-a-pixel",
                "period": "FY2025-26Q2",
                "version": 1,
                "body": "\n\n".join(
                    [" ".join(["The service has reviewed each case again."] * 50)] * 9
                ),
                "source": ODD,
            }
        ],
    }


def _figures(key: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    common = {"indicator_id": key, "source": ODD}
    own = [
        common
        | {
            "area_id": "ours",
            "period": period,
            "origin": "reported",
            "value": value,
            "release": "FY2025-26Q2",
        }
        for period, value in zip(QUARTERS[-len(given["own"]) :], given["own"], strict=False)
        if value is not None
    ]
    others = [
        common | {"area_id": area, "period": year, "origin": "published", "value": value}
        for area, value in given.get("areas", {}).items()
        for year in YEARS
    ]
    return own + others
