"""A report that was read, as rows of the dataset's tables, beside what the dataset knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.reports.importing.added import Restated, Row, Tables, Taken, Told, Understood
from dashboard.reports.importing.claim import ReadClaim
from dashboard.reports.importing.matching import (
    MAPPED,
    SHORT_NAME,
    known_area,
    known_indicator,
    made_before,
)
from dashboard.reports.importing.new_indicator import new_indicator, reported_series
from dashboard.reports.importing.read import PlacedTarget, ReadFigure, ReadIndicator, ReadReport
from dashboard.reports.importing.references import meant_by, refers, with_own_words
from dashboard.reports.importing.sanity_checks import (
    JUDGED_BY_POLARITY,
    same_polarity,
    unlike_known,
    unlike_target,
)


def understood(report: ReadReport, tables: Tables, mapped: Mapping[str, str]) -> Understood:
    """The rows of a report; `mapped` are indicator ids by plain printed names."""
    made = Understood(tables)
    for read in report.indicators:
        made.taken.append(_taken(made, report, read, mapped))
    own = with_own_words(report.indicators)
    for place in range(len(report.indicators)):
        _indicator(made, report, place, own)
    return made


def _taken(
    made: Understood, report: ReadReport, read: ReadIndicator, mapped: Mapping[str, str]
) -> Taken:
    """The indicator that is meant: the dataset's, one earlier in this report, or a new one."""
    match = known_indicator((read.name, read.heading), made.held.tables["indicators"], mapped)
    if match.how == MAPPED and match.indicator_id is None:
        # A name that was called new before is the indicator that was made of it then.
        match = made_before(read.name, read.heading, made.held.tables["indicators"])
    stated = any(each.figure and each.figure.value is not None for each in read.table.figures)
    if match.indicator_id is None and not read.table.published and stated:
        earlier = known_indicator((read.name, read.heading), made.rows("indicators"), {})
        if earlier.indicator_id is None:
            return new_indicator(made, read, match, _source(read, made.held.tables))
        match = earlier
    taken = Taken(match.indicator_id or "", match, match.indicator_id in made.new)
    if taken.indicator_id and not taken.is_new and not read.table.published:
        reported_series(made, taken, read)
    if match.how == SHORT_NAME:
        taken.doubt(read.place, read.name, "matched by the short name alone")
    for other in match.also:
        why = f"the name means {other} as well: say in a mapping file which it is"
        taken.doubt(read.place, read.name, why)
    return taken


def _source(read: ReadIndicator, tables: Tables) -> str:
    """Council, title and appendix, as the dataset names a report."""
    council = next((r["name"] for r in tables["areas"] if r["kind"] == "council"), "")
    appendix, dash, title = read.title.partition(" - ")
    named = f"{title}, {appendix}" if dash else read.title
    return ", ".join(part for part in (council, named) if part)


def _indicator(made: Understood, report: ReadReport, place: int, own: Sequence[int]) -> None:
    read, taken = report.indicators[place], made.taken[place]
    taken.doubts += [*read.doubts, *read.table.doubts]
    if read.table.published:
        taken.doubt(read.place, read.name, "official statistics and no council return: left out")
        return
    if not taken.indicator_id:
        taken.doubt(read.place, read.name, "not known, and without a figure: left out")
        return
    release, source = report.release, _source(read, made.held.tables)
    common = {"indicator_id": taken.indicator_id, "release": release.id, "source": source}
    agrees = same_polarity(made, taken, read)
    like = [f for f in read.table.figures if not unlike_known(made, taken, f)]
    for figure in like:
        _observation(made, taken, common, figure, release)
    unlike = len(like) < len(read.table.figures)
    for target in read.table.targets:
        judged = agrees or target.target.rule not in JUDGED_BY_POLARITY
        if judged and not unlike_target(made, taken, target, unlike):
            _target(made, taken, common, target)
    for number, claim in enumerate(read.claims, start=1):
        _claim(made, taken, common, number, claim)
    if read.commentary:
        row = {"indicator_id": taken.indicator_id, "period": release.id, "source": source}
        row |= {"body": read.commentary.body, "see": _see(made, report, place, own)}
        _words(made, taken, row, read.commentary.place)


def _words(made: Understood, taken: Taken, row: Row, place: str) -> None:
    """A commentary; where the dataset has other words for the quarter, as their next version."""
    if not made.speaks_first(row):
        taken.doubt(place, _begins(row["body"]), "a second commentary on it here: left out")
        return
    held = made.held.rows("commentary", ("indicator_id", "period"), row)
    before = max(held, key=lambda each: int(each["version"]), default=None)
    if any(each["body"] == row["body"] for each in held):
        taken.known += 1
        return
    version = int(before["version"]) + 1 if before else 1
    made.add(taken, "commentary", row | {"version": str(version)}, place, _begins(row["body"]))
    if before is not None:
        texts = (f"“{_begins(before['body'])}”", f"“{_begins(row['body'])}”")
        taken.restated.append(Restated(f"commentary, version {version}", *texts, place))


def _begins(body: str) -> str:
    return body if len(body) <= 60 else f"{body[:60].rsplit(' ', 1)[0]} …"


def _observation(
    made: Understood, taken: Taken, common: Row, read: ReadFigure, release: Period
) -> None:
    found = read.figure
    not_due = found is None and read.period.end > release.end
    if found is None and not not_due:
        taken.doubt(read.place, "", "blank, though the period is over: left out")
        return
    symbol = Symbol.NOT_DUE if found is None else found.symbol
    row = common | {
        "area_id": known_area("", made.held.tables["areas"]) or "",
        "period": read.period.id,
        "origin": "reported",
        "value": _text(found.value if found else None),
        "numerator": _text(found.count if found else None),
        "symbol": symbol.value if symbol else "",
        "mark": found.mark if found else "",
    }
    keys = ("indicator_id", "area_id", "period", "origin")
    before = _stated_by(made, "observations", keys, row)
    if before is None:
        made.add(taken, "observations", row, read.place, read.printed)
    elif not_due or _alike(before, row, ("value", "numerator", "symbol", "mark")):
        taken.known += 1
    elif before["release"] == row["release"]:
        taken.doubt(read.place, read.printed, _left(_written(before), "observations"))
    else:
        made.add(taken, "observations", row, read.place, read.printed)
        if before["symbol"] != Symbol.NOT_DUE.value:
            texts = (_written(before), _written(row))
            taken.restated.append(Restated(read.period.label, *texts, read.place))
        if later := _read_before(made, keys, row):
            why = f"{later} was read before this report: if it repeats the figure, read it again"
            taken.doubt(read.place, read.printed, why)


def _text(value: Decimal | None) -> str:
    return "" if value is None else str(value)


def _stated_by(made: Understood, table: str, keys: tuple[str, ...], row: Row) -> Told | None:
    """What the newest report up to this one stated in its place."""
    held = made.held.rows(table, keys, row)
    found = [each for each in held if each["release"] <= row["release"]]
    return max(found, key=lambda each: each["release"], default=None)


def _left(held: str, table: str) -> str:
    """Why something that a report of the same quarter states otherwise is not taken."""
    return (
        f"the dataset has {held} from a report of this quarter: left as it is; correct it in "
        f"{table}.csv if this is right"
    )


def _read_before(made: Understood, keys: tuple[str, ...], row: Row) -> str:
    """A later report on the indicator, which was read before and left this figure as it was."""
    of_indicator = made.held.rows("observations", ("indicator_id", "origin"), row)
    later = {each["release"] for each in of_indicator if each["release"] > row["release"]}
    later -= {each["release"] for each in made.held.rows("observations", keys, row)}
    return min(later, default="")


def _alike(before: Told, row: Row, columns: tuple[str, ...]) -> bool:
    """Whether two rows say the same: 54 and 54.0 do."""
    return all(_number(before[column]) == _number(row[column]) for column in columns)


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def _written(row: Told) -> str:
    count = f" ({row['numerator']})" if row["numerator"] else ""
    mark = f" {row['mark']}" if row.get("mark") else ""
    return f"{row['value'] or row['symbol']}{count}{mark}"


def _target(made: Understood, taken: Taken, common: Row, placed: PlacedTarget) -> None:
    target, reference = placed.target, ""
    if target.rule in (TargetRule.ABOVE_AREA, TargetRule.BELOW_AREA):
        reference = known_area(target.area, made.held.tables["areas"]) or ""
        if not reference:
            why = f"the dataset has no area “{target.area}”: left out"
            taken.doubt(placed.place, target.printed, why)
            return
    row = common | {
        "period": placed.period.id,
        "rule": target.rule.value,
        "value": _text(target.value),
        "numerator": _text(target.count),
        "upper": _text(target.upper),
        "reference": reference,
        "printed": target.printed,
    }
    before = _stated_by(made, "targets", ("indicator_id", "period"), row)
    same = ("rule", "value", "numerator", "upper", "reference")
    if before is None:
        made.add(taken, "targets", row, placed.place, target.printed)
    elif _alike(before, row, same):
        taken.known += 1
    elif before["release"] == row["release"]:
        taken.doubt(placed.place, target.printed, _left(f"“{before['printed']}”", "targets"))
    else:
        made.add(taken, "targets", row, placed.place, target.printed)
        texts = (before["printed"], target.printed)
        what = f"target for {placed.period.label}"
        taken.restated.append(Restated(what, *texts, placed.place))


def _claim(made: Understood, taken: Taken, common: Row, number: int, claim: ReadClaim) -> None:
    """An arrow stands as it is printed, whether or not it is known what it compares with."""
    side = claim.left if claim.right is None else claim.right
    area = known_area(side.area, made.held.tables["areas"])
    if area is None:
        why = f"“{side.area}” is no area of the dataset: kept as printed, and cannot be checked"
        taken.doubt(claim.place, claim.heading, why)
    left, right = claim.left.period, claim.right.period if claim.right else None
    row = common | {
        "seq": str(number),
        "kind": "quartile" if claim.is_quartile else "comparison",
        "heading": claim.heading,
        "left_period": left.id if left else "",
        "right_area": area or "",
        "right_period": right.id if right else "",
        "arrow": claim.arrow,
        "mark": claim.mark,
        "printed": claim.printed,
    }
    made.add_unless_held(taken, "claims", row, claim.place, claim.printed)


def _see(made: Understood, report: ReadReport, place: int, own: Sequence[int]) -> str:
    """The id of the indicator whose commentary is meant, where this one only refers."""
    read, taken = report.indicators[place], made.taken[place]
    if not refers(read) or read.commentary is None:
        return ""
    meant, why = meant_by(report.indicators, place, own)
    taken.doubt(read.commentary.place, read.commentary.body, why)
    return "" if meant is None else made.taken[meant].indicator_id
