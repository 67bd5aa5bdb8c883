"""Which of the dataset's indicators a report means, or the rows of a new one.

Whatever is guessed is noted as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dashboard.domain.facts.measure import Unit
from dashboard.reports.importing.figure import Measure
from dashboard.reports.importing.import_plan import ImportPlan, Matched
from dashboard.reports.importing.matching import (
    MAPPED,
    SHORT_NAME,
    Match,
    added_before,
    identifier,
    known_indicator,
    plain,
)
from dashboard.reports.importing.read import ReadIndicator

_PER = re.compile(
    r"\bper\s+(?P<per>(?:[0-9][0-9, ]*\d|\d+|hundred|thousand|million)(?:\s+[a-z][\w-]*){0,4})",
    re.I,
)
NO_PORTFOLIO = "Portfolio without a name"


def match_indicator(
    plan: ImportPlan, read: ReadIndicator, mapped: Mapping[str, str], source: str
) -> Matched:
    """Finds the indicator meant: the dataset's, one earlier in this report, or a new one.

    `mapped` holds indicator ids, or NEW, by plain printed names; `source` names the report.
    """
    match = known_indicator((read.name, read.heading), plan.existing.tables["indicators"], mapped)
    if match.how == MAPPED and match.indicator_id is None:
        # The same mapping file may have been used before, and the indicator added then.
        match = added_before(read.name, read.heading, plan.existing.tables["indicators"])
    stated = any(each.figure and each.figure.value is not None for each in read.table.figures)
    if match.indicator_id is None and not read.table.published and stated:
        earlier = known_indicator((read.name, read.heading), plan.rows("indicators"), {})
        if earlier.indicator_id is None:
            return _new_indicator(plan, read, match, source)
        match = earlier
    matched = Matched(
        indicator_id=match.indicator_id or "",
        match=match,
        is_new=match.indicator_id in plan.new_indicators,
    )
    if matched.indicator_id and not matched.is_new and not read.table.published:
        _reported_series(plan, matched, read)
    if match.how == SHORT_NAME:
        matched.doubt(read.place, read.name, "matched by the short name alone")
    for other in match.also:
        why = f"the name means {other} as well: say in a mapping file which it is"
        matched.doubt(read.place, read.name, why)
    return matched


def _new_indicator(plan: ImportPlan, read: ReadIndicator, match: Match, source: str) -> Matched:
    """Gives the indicator its id and its rows in indicators, series and, if need be, portfolios."""
    ids = [row["indicator_id"] for row in plan.existing.tables["indicators"]]
    ids += [each.indicator_id for each in plan.matched]
    name = read.heading or read.name
    matched = Matched(indicator_id=identifier(name, ids), match=match, is_new=True)
    for like in match.like:
        why = f"new, though much like {like}: if it is that one, say so in a mapping file"
        matched.doubt(read.place, read.name, why)
    row = {
        "indicator_id": matched.indicator_id,
        "portfolio_id": _portfolio(plan, matched, read),
        "name": name,
        "polarity": read.polarity.value if read.polarity else "neutral",
        "definition": read.name,
        "source": source,
    }
    unit, per = _unit(matched, read)
    row |= {"unit": unit.value, "per": per, "position": str(_position(plan, row["portfolio_id"]))}
    plan.add(matched, "indicators", row, read.place, read.name)
    _reported_series(plan, matched, read)
    return matched


def _reported_series(plan: ImportPlan, matched: Matched, read: ReadIndicator) -> None:
    """Says of the council's returns what is known of them, where the dataset does not yet."""
    key = (matched.indicator_id, "reported")
    if any((r["indicator_id"], r["origin"]) == key for r in plan.existing.tables["series"]):
        return
    figures = [each.figure for each in read.table.figures if each.figure]
    row = {
        "indicator_id": matched.indicator_id,
        "origin": "reported",
        "basis": "unstated",
        "basis_inferred": "no",
        "decimals": str(max((figure.decimals for figure in figures), default=0)),
        "seasonal": "no",
    }
    plan.add(matched, "series", row, read.place, read.name)


def _position(plan: ImportPlan, portfolio: str) -> int:
    """After those that the portfolio has."""
    rows = [*plan.existing.tables["indicators"], *plan.rows("indicators")]
    places = [int(row["position"]) for row in rows if row["portfolio_id"] == portfolio]
    return max(places, default=0) + 1


def _unit(matched: Matched, read: ReadIndicator) -> tuple[Unit, str]:
    """The unit by the signs beside the figures, else by the name."""
    figures = [each.figure for each in read.table.figures if each.figure]
    signed = [figure.unit for figure in figures if figure.unit]
    if signed:
        return signed[0], ""
    whole_name = f"{read.name} {read.heading}"
    named = plain(whole_name)
    if per := _PER.search(read.name):
        return Unit.RATE, " ".join(per["per"].split())
    levels = [figure.value for figure in figures]
    levels += [placed.target.value for placed in read.table.targets]
    share = all(0 <= level <= 100 for level in levels if level is not None)
    if share and "%" in named:
        return Unit.PERCENT, ""
    if re.search(r"thousand|million|000s?\b|£m\b", whole_name, re.IGNORECASE):
        why = "figures and targets are kept in the size that is printed: not multiplied"
        matched.doubt(read.place, read.name, why)
    if "£" in whole_name:
        return Unit.CURRENCY, ""
    if re.match(r"%|rate of", named) or read.table.measure is not Measure.SINGLE:
        why = "a rate, but not per how many: fill in the column per of indicators.csv"
        matched.doubt(read.place, read.name, why)
        return Unit.RATE, ""
    whole = all(figure.decimals == 0 for figure in figures if figure.value is not None)
    unit = Unit.COUNT if whole else Unit.SCORE
    if not re.match(r"no\b", named):
        why = f"taken as a {unit.value}: check the column unit of indicators.csv"
        matched.doubt(read.place, read.name, why)
    return unit, ""


def _portfolio(plan: ImportPlan, matched: Matched, read: ReadIndicator) -> str:
    rows = [*plan.existing.tables["portfolios"], *plan.rows("portfolios")]
    name = read.portfolio or NO_PORTFOLIO
    known = (row["portfolio_id"] for row in rows if plain(row["name"]) == plain(name))
    if found := next(known, None):
        return found
    identity = identifier(name, [row["portfolio_id"] for row in rows])
    position = max((int(row["position"]) for row in rows), default=0) + 1
    row = {"portfolio_id": identity, "name": name, "position": str(position)}
    plan.add(matched, "portfolios", row, read.place, read.portfolio)
    return identity
