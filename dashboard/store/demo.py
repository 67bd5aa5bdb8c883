"""Writes an invented council for trials of scale: plainly labelled, and the same every time."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from dashboard.domain.facts.period import Period, PeriodKind
from dashboard.store.schema import TABLES
from dashboard.store.starter import in_new_folder

_Row = dict[str, object]
LABEL = "Invented for trials: no council's figures"
IN_PORTFOLIO = 40
LAST_YEAR = 2025
"""The financial year that began in 2025 is the current one, with two quarters reported."""
QUARTERS_SO_FAR = 2
SUBJECTS = (
    ("visits", "high", "rate", "snapshot"),
    ("repairs done in time", "high", "percent", "period"),
    ("people waiting", "low", "rate", "snapshot"),
    ("complaints upheld", "low", "percent", "period"),
    ("reviews completed", "high", "percent", "year_to_date"),
    ("calls", "neutral", "count", "period"),
    ("referrals", "low", "rate", "rolling_12m"),
    ("spending for each resident", "low", "currency", "period"),
)
_COMPARATORS = (
    ("invented-country", "Invented Country", "country"),
    ("invented-region", "Invented Region", "region"),
    ("invented-neighbours", "Invented neighbours", "neighbours"),
)
OURS = "invented-council"


@dataclass(frozen=True, slots=True)
class Scale:
    """The size of the invented dataset; `areas` includes the council and its comparators."""

    indicators: int
    areas: int
    years: int


def write_demo(folder: Path, scale: Scale) -> None:
    """Writes the tables into a new or empty folder; raises FileExistsError if it holds files."""
    in_new_folder(folder)
    rows = {
        "portfolios": _portfolios(scale),
        "areas": _areas(scale),
        "indicators": _indicators(scale),
        "series": _series(scale),
        "observations": _observations(scale),
        "targets": _targets(scale),
        "commentary": _commentary(scale),
    }
    for spec in TABLES:
        with (folder / spec.file).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, [column.name for column in spec.columns])
            writer.writeheader()
            writer.writerows(rows.get(spec.name, ()))


def _ids(scale: Scale) -> Iterator[tuple[int, str]]:
    return ((number, f"invented-{number:03d}") for number in range(1, scale.indicators + 1))


def _subject(number: int) -> tuple[str, str, str, str]:
    return SUBJECTS[number % len(SUBJECTS)]


def _portfolios(scale: Scale) -> Iterator[_Row]:
    for number in range(1, -(-scale.indicators // IN_PORTFOLIO) + 1):
        name = f"Invented portfolio {number}"
        yield {"portfolio_id": f"portfolio-{number}", "name": name, "position": number} | {
            "note": f"{LABEL}."
        }


def _areas(scale: Scale) -> Iterator[_Row]:
    yield {"area_id": OURS, "name": "Invented Council", "kind": "council", "caveat": LABEL}
    for area_id, name, kind in _COMPARATORS:
        yield {"area_id": area_id, "name": name, "kind": kind, "caveat": LABEL}
    for area_id in _authorities(scale):
        number = area_id.rpartition("-")[2]
        yield {"area_id": area_id, "name": f"Invented authority {number}", "kind": "authority"}


def _authorities(scale: Scale) -> list[str]:
    return [f"authority-{n:03d}" for n in range(1, scale.areas - len(_COMPARATORS))]


def _indicators(scale: Scale) -> Iterator[_Row]:
    for number, indicator_id in _ids(scale):
        subject, polarity, unit, _ = _subject(number)
        name = f"Invented measure {number}: {subject}"
        yield {
            "indicator_id": indicator_id,
            "portfolio_id": f"portfolio-{-(-number // IN_PORTFOLIO)}",
            "name": name,
            "polarity": polarity,
            "unit": unit,
            "per": "1,000 people" if unit == "rate" else "",
            "noun": "case/cases" if unit in ("rate", "count") else "",
            "said": f"in {subject}" if unit == "percent" else "",
            "definition": f"{LABEL}.",
            "source": LABEL,
            "position": number,
        }


def _series(scale: Scale) -> Iterator[_Row]:
    for number, indicator_id in _ids(scale):
        unit, basis = _subject(number)[2:]
        for origin, its_basis in (("reported", basis), ("published", "period")):
            yield {
                "indicator_id": indicator_id,
                "origin": origin,
                "basis": "snapshot" if basis == "snapshot" else its_basis,
                "basis_inferred": "no",
                "decimals": 0 if unit == "count" else 1,
                "seasonal": "no",
            }


def _years(scale: Scale) -> list[Period]:
    first = LAST_YEAR - scale.years
    return [Period(PeriodKind.FINANCIAL_YEAR, year) for year in range(first, LAST_YEAR)]


def _observations(scale: Scale) -> Iterable[_Row]:
    areas = [OURS, *(area_id for area_id, _, _ in _COMPARATORS), *_authorities(scale)]
    for number, indicator_id in _ids(scale):
        subject = _subject(number)
        for area in areas:
            chance = Random(f"{indicator_id} {area}")
            level = chance.uniform(20, 80)
            for year in _years(scale):
                level = min(max(level + chance.uniform(-4, 4), 1), 99)
                common: _Row = {"indicator_id": indicator_id, "area_id": area, "source": LABEL}
                yield common | {
                    "period": year.id,
                    "origin": "published",
                    **_figure(subject, level),
                }
                if area == OURS:
                    yield from _returns(common, subject, year, level, chance)
            if area == OURS:
                now = Period(PeriodKind.FINANCIAL_YEAR, LAST_YEAR)
                yield from _returns(common, subject, now, level, chance)


def _returns(
    common: _Row, subject: tuple[str, str, str, str], year: Period, level: float, chance: Random
) -> Iterator[_Row]:
    """The council's four quarters and year end, or the quarters so far of the current year."""
    current = year.first == LAST_YEAR
    for quarter in range(1, (QUARTERS_SO_FAR if current else 4) + 1):
        period = Period(PeriodKind.QUARTER, year.first, quarter)
        share = quarter / 4 if subject[3] == "year_to_date" else 1
        value = min(max(level + chance.uniform(-3, 3), 1), 99) * share
        yield common | {
            "period": period.id,
            "origin": "reported",
            "release": period.id,
            **_figure(subject, value),
        }
    if not current:
        release = Period(PeriodKind.QUARTER, year.first, 4).id
        figure = _figure(subject, level)
        yield common | {"period": year.id, "origin": "reported", "release": release, **figure}


def _figure(subject: tuple[str, str, str, str], level: float) -> _Row:
    unit = subject[2]
    if unit == "count":
        return {"value": round(level * 10)}
    if unit == "rate":
        return {"value": f"{level:.1f}", "numerator": round(level * 140)}
    return {"value": f"{level:.1f}"}


def _targets(scale: Scale) -> Iterator[_Row]:
    for number, indicator_id in _ids(scale):
        polarity, unit = _subject(number)[1:3]
        if polarity == "neutral":
            continue
        level = round(Random(f"{indicator_id} target").uniform(30, 70))
        yield {
            "indicator_id": indicator_id,
            "period": f"FY{LAST_YEAR}-{LAST_YEAR % 100 + 1}",
            "rule": "at_least" if polarity == "high" else "at_most",
            "value": level,
            "printed": f"{level}%" if unit == "percent" else level,
            "release": f"FY{LAST_YEAR}-{LAST_YEAR % 100 + 1}Q1",
            "source": LABEL,
        }


def _commentary(scale: Scale) -> Iterator[_Row]:
    for number, indicator_id in _ids(scale):
        if number % 2:
            yield {
                "indicator_id": indicator_id,
                "period": f"FY{LAST_YEAR}-{LAST_YEAR % 100 + 1}Q{QUARTERS_SO_FAR}",
                "version": 1,
                "body": f"{LABEL}.\n\nA service would say here what it is doing about it.",
                "source": LABEL,
            }
