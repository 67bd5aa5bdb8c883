"""A small valid data folder for tests, whose tables a test may replace."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]
SOURCE = {"source": "a return"}


def indicator(indicator_id: str = "potholes", **more: Any) -> dict[str, Any]:
    """A percentage of which a high one is better."""
    return {
        "indicator_id": indicator_id,
        "portfolio_id": "place",
        "name": indicator_id.capitalize(),
        "short_name": "",
        "polarity": "high",
        "unit": "percent",
        "per": "",
        "noun": "",
        "said": "",
        "definition": "What it counts",
        "source": "a return",
        "caveat": "",
        "position": 1,
    } | more


def series(indicator_id: str = "potholes", **more: Any) -> dict[str, Any]:
    """The council's return, counted on the last day, at one decimal."""
    return {
        "indicator_id": indicator_id,
        "origin": "reported",
        "basis": "snapshot",
        "basis_inferred": "no",
        "decimals": 1,
        "mean_decimals": "",
        "seasonal": "no",
    } | more


def figure(period: str, value: Any, indicator_id: str = "potholes", **more: Any) -> dict[str, Any]:
    """A figure of the council."""
    return {
        "indicator_id": indicator_id,
        "area_id": "wexmouth",
        "period": period,
        "origin": "reported",
        "ends": "",
        "value": value,
        "numerator": "",
        "denominator": "",
        "lower": "",
        "upper": "",
        "symbol": "",
        "mark": "",
        "release": period if "Q" in period else f"{period}Q4",
        "source": "a return",
    } | more


def target(period: str, value: Any, **more: Any) -> dict[str, Any]:
    """A target of at least a value."""
    return {
        "indicator_id": "potholes",
        "period": period,
        "rule": "at_least",
        "value": value,
        "numerator": "",
        "upper": "",
        "reference": "",
        "printed": f"{value}%",
        "release": "",
        "source": "the plan",
    } | more


def area(area_id: str, name: str, kind: str) -> dict[str, Any]:
    """An area without a code."""
    return {"area_id": area_id, "name": name, "kind": kind, "code": "", "caveat": ""}


QUARTERS = [f"FY{year}-{year - 1999}Q{n}" for year in range(2021, 2025) for n in (1, 2, 3, 4)]
"""Sixteen quarters, to Q4 2024/25."""
STANDARD: dict[str, Rows] = {
    "portfolios": [{"portfolio_id": "place", "name": "Place", "position": 1, "note": ""}],
    "areas": [area("wexmouth", "Wexmouth", "council"), area("england", "England", "country")],
    "indicators": [indicator()],
    "series": [series()],
    "observations": [
        figure(period, value)
        for period, value in zip(QUARTERS[:6], (91.2, 90.4, 92.0, 91.0, 90.8, 91.5), strict=True)
    ],
}
HEADERS = {
    "targets": "indicator_id,period,rule,value,numerator,upper,reference,printed,release,source",
    "claims": "release,indicator_id,seq,kind,heading,left_period,right_area,right_period,arrow,"
    "mark,printed,source",
    "commentary": "indicator_id,period,version,body,summary,see,author,written_at,source",
    "distributions": "indicator_id,area_group,period,n,lower_quartile,median,upper_quartile,"
    "rank_from_highest,source",
}


def write(folder: Path, **tables: Rows) -> Path:
    """The standard tables, with those given in place of ours; returns the folder."""
    folder.mkdir(exist_ok=True)
    for name, header in HEADERS.items():
        if name not in tables:
            (folder / f"{name}.csv").write_text(header + "\n", encoding="utf-8")
    for name, rows in (STANDARD | tables).items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder
