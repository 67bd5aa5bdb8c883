"""A report that was read, as rows of the dataset\'s tables, beside what the dataset knows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.domain.indicator import Unit
from dashboard.domain.period import Period
from dashboard.domain.record import Symbol, TargetRule
from dashboard.reports.reading.claim import ReadClaim
from dashboard.reports.reading.figure import Measure
from dashboard.reports.reading.matching import identifier, known_area, known_indicator, plain
from dashboard.reports.reading.report import Doubt, ReadFigure, ReadIndicator, ReadReport

Row = dict[str, str]
Tables = Mapping[str, Sequence[Mapping[str, str]]]
_PER = re.compile(r"\bper\s+(?P<per>[0-9][0-9,]*\s+[\w ]+)", re.IGNORECASE)
_ABOVE_OR_BELOW = re.compile(r"\W*see commentary (?P<way>above|below)", re.IGNORECASE)


@dataclass
class Restated:
    """A figure that the dataset states otherwise."""

    indicator: str
    period: str
    before: str
    now: str


@dataclass
class Understood:
    """The rows that a report adds, by table, and what a reader should look at first."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    matched: dict[str, str] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    restated: list[Restated] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def add(self, table: str, **cells: str) -> None:
        """One row more."""
        self.rows.setdefault(table, []).append(cells)


def understood(report: ReadReport, tables: Tables, mapped: Mapping[str, str]) -> Understood:
    """The rows of a report; `mapped` are indicator ids by plain printed names."""
    made = Understood(doubts=list(report.left_over))
    names = {
        read.name: known_indicator(read.name, tables["indicators"], mapped)
        for read in report.indicators
    }
    for position, read in enumerate(report.indicators):
        known = names[read.name]
        if known is None:
            known = names[read.name] = _new_indicator(made, read, tables, position)
        made.matched[read.name] = known
        made.doubts += read.doubts
    for place, read in enumerate(report.indicators):
        _indicator(made, report, place, read, tables)
    return made


def _add_unless_known(
    made: Understood, tables: Tables, table: str, keys: Sequence[str], row: Row, place: str
) -> None:
    """The row, unless the dataset has it; one that stands there otherwise is left as it is."""
    known = next((r for r in tables[table] if all(r[key] == row[key] for key in keys)), None)
    if known is None:
        made.add(table, **row)
    elif differing := [name for name, text in row.items() if known[name] != text]:
        why = f"stands otherwise in {table}.csv ({', '.join(differing)}): left as it is"
        made.doubts.append(Doubt(place, row.get("printed", row["indicator_id"]), why))


def _source(read: ReadIndicator, tables: Tables) -> str:
    """Council, title and appendix, as the dataset names a report."""
    council = next((r["name"] for r in tables["areas"] if r["kind"] == "council"), "")
    appendix, dash, title = read.title.partition(" - ")
    named = f"{title}, {appendix}" if dash else read.title
    return ", ".join(part for part in (council, named) if part)


def _indicator(
    made: Understood, report: ReadReport, place: int, read: ReadIndicator, tables: Tables
) -> None:
    name, release, source = made.matched[read.name], report.release, _source(read, tables)
    common = {"indicator_id": name, "release": release.id, "source": source}
    for figure in read.figures:
        _observation(made, common, figure, release, tables)
    _target(made, common, read, release, tables)
    for number, claim in enumerate(read.claims, start=1):
        _claim(made, common, number, claim, tables)
    if read.commentary:
        see = _referred(report, place, made)
        row = {"indicator_id": name, "period": release.id, "version": "1"}
        row |= {"body": read.commentary, "see": see, "source": source}
        keys = ("indicator_id", "period", "version")
        _add_unless_known(made, tables, "commentary", keys, row, read.place)


def _observation(
    made: Understood, common: Row, read: ReadFigure, release: Period, tables: Tables
) -> None:
    found = read.figure
    not_due = found is None and read.period.end > release.end
    if found is None and not not_due:
        made.doubts.append(Doubt(read.place, "", "blank, though the period is over: left out"))
        return
    symbol = Symbol.NOT_DUE if found is None else found.symbol
    value = "" if found is None or found.value is None else str(found.value)
    count = "" if found is None or found.count is None else str(found.count)
    council = known_area("", tables["areas"]) or ""
    row = common | {
        "area_id": council,
        "period": read.period.id,
        "origin": "reported",
        "value": value,
        "numerator": count,
        "symbol": symbol.value if symbol else "",
    }
    before = _stated(row, tables)
    if before is None:
        made.add("observations", **row)
    elif (before["value"], before["numerator"]) == (value, count) or not_due:
        return
    elif before["release"] == row["release"]:
        why = f"the dataset has {_written(before)} from the same report: left as it is"
        made.doubts.append(Doubt(read.place, read.printed, why))
    else:
        made.add("observations", **row)
        if before["symbol"] == Symbol.NOT_DUE.value:
            return
        texts = (_written(before), _written(row))
        made.restated.append(Restated(common["indicator_id"], read.period.id, *texts))


def _stated(row: Row, tables: Tables) -> Mapping[str, str] | None:
    """The newest statement of the same figure in the dataset."""
    keys = ("indicator_id", "area_id", "period", "origin")
    found = [each for each in tables["observations"] if all(each[key] == row[key] for key in keys)]
    return max(found, key=lambda each: each["release"], default=None)


def _written(row: Mapping[str, str]) -> str:
    count = f" ({row['numerator']})" if row["numerator"] else ""
    return f"{row['value'] or row['symbol']}{count}"


def _target(
    made: Understood, common: Row, read: ReadIndicator, release: Period, tables: Tables
) -> None:
    target = read.target
    if target is None:
        return
    reference = ""
    if target.rule in (TargetRule.ABOVE_AREA, TargetRule.BELOW_AREA):
        reference = known_area(target.area, tables["areas"]) or ""
        if not reference:
            why = f"the dataset has no area “{target.area}”"
            made.doubts.append(Doubt(read.place, target.printed, why))
            return
    row = common | {
        "period": release.financial_year.id,
        "rule": target.rule.value,
        "value": "" if target.value is None else str(target.value),
        "numerator": "" if target.count is None else str(target.count),
        "upper": "" if target.upper is None else str(target.upper),
        "reference": reference,
        "printed": target.printed,
    }
    same = ("indicator_id", "period", "rule", "value", "numerator", "upper", "printed")
    if not any(all(each[key] == row[key] for key in same) for each in tables["targets"]):
        made.add("targets", **row)


def _claim(made: Understood, common: Row, number: int, claim: ReadClaim, tables: Tables) -> None:
    side = claim.left if claim.right is None else claim.right
    area = known_area(side.area, tables["areas"])
    if area is None:
        why = f"the dataset has no area “{side.area}”"
        made.doubts.append(Doubt(claim.place, claim.heading, why))
        return
    left, right = claim.left.period, claim.right.period if claim.right else None
    row = common | {
        "seq": str(number),
        "kind": "quartile" if claim.is_quartile else "comparison",
        "heading": claim.heading,
        "left_period": left.id if left else "",
        "right_area": area,
        "right_period": right.id if right else "",
        "arrow": claim.arrow,
        "mark": claim.mark,
        "printed": claim.printed,
    }
    keys = ("release", "indicator_id", "seq")
    _add_unless_known(made, tables, "claims", keys, row, claim.place)


def _referred(report: ReadReport, place: int, made: Understood) -> str:
    """The indicator whose commentary a cross-reference means: the nearest one with its own."""
    read = report.indicators[place]
    found = _ABOVE_OR_BELOW.match(read.commentary)
    if found is None:
        return ""
    above = found["way"].lower() == "above"
    others = report.indicators[:place][::-1] if above else report.indicators[place + 1 :]
    own = (o for o in others if o.commentary and not _ABOVE_OR_BELOW.match(o.commentary))
    meant = next(own, None)
    if meant is None:
        made.doubts.append(Doubt(read.place, read.commentary, "refers to no commentary here"))
        return ""
    why = f"taken to mean the nearest commentary {found['way'].lower()}, on “{meant.name}”"
    made.doubts.append(Doubt(read.place, read.commentary, why))
    return made.matched[meant.name]


def _new_indicator(made: Understood, read: ReadIndicator, tables: Tables, position: int) -> str:
    """The rows of an indicator that the dataset does not hold; what is guessed is a doubt."""
    taken = [row["indicator_id"] for row in tables["indicators"]]
    taken += [row["indicator_id"] for row in made.rows.get("indicators", [])]
    name = identifier(read.name, taken)
    unit, per = _unit(read)
    if unit is Unit.SCORE:
        made.doubts.append(
            Doubt(read.place, read.name, "the unit is not printed: taken as a score")
        )
    made.new.append(name)
    decimals = max((f.figure.decimals for f in read.figures if f.figure), default=0)
    made.add(
        "indicators",
        indicator_id=name,
        portfolio_id=_portfolio(made, read, tables),
        name=read.name,
        short_name=read.name,
        polarity=read.polarity.value if read.polarity else "neutral",
        unit=unit.value,
        per=per,
        frequency="quarter",
        definition=read.name,
        source=_source(read, tables),
        position=str(position + 1),
    )
    made.add(
        "series",
        indicator_id=name,
        origin="reported",
        basis="unstated",
        basis_inferred="no",
        decimals=str(decimals),
        seasonal="no",
    )
    return name


def _unit(read: ReadIndicator) -> tuple[Unit, str]:
    units = [f.figure.unit for f in read.figures if f.figure and f.figure.unit]
    if units:
        return units[0], ""
    per = _PER.search(read.name)
    if per:
        return Unit.RATE, " ".join(per["per"].split())
    if read.measure is not Measure.SINGLE:
        return Unit.RATE, "1,000"
    whole = all(f.figure.decimals == 0 for f in read.figures if f.figure)
    return (Unit.COUNT if whole else Unit.SCORE), ""


def _portfolio(made: Understood, read: ReadIndicator, tables: Tables) -> str:
    rows = [*tables["portfolios"], *made.rows.get("portfolios", [])]
    wanted = plain(read.portfolio)
    known = next((row["portfolio_id"] for row in rows if plain(row["name"]) == wanted), None)
    if known:
        return known
    name = identifier(read.portfolio or "portfolio", [row["portfolio_id"] for row in rows])
    made.add(
        "portfolios",
        portfolio_id=name,
        name=read.portfolio or "Portfolio without a name",
        position=str(len(rows) + 1),
    )
    return name
