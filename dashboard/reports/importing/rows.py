"""Works out which rows a report adds to the dataset's tables, given what is there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboard.domain.facts.period import Period
from dashboard.domain.facts.record import Symbol, TargetRule
from dashboard.reports.importing.claim import ReadClaim
from dashboard.reports.importing.import_plan import (
    ImportPlan,
    Matched,
    Restated,
    Row,
    StoredRow,
    Tables,
)
from dashboard.reports.importing.indicators import match_indicator
from dashboard.reports.importing.matching import (
    known_area,
)
from dashboard.reports.importing.read import PlacedTarget, ReadFigure, ReadIndicator, ReadReport
from dashboard.reports.importing.references import referred_to, refers, with_own_words
from dashboard.reports.importing.sanity_checks import (
    JUDGED_BY_POLARITY,
    has_same_polarity,
    is_implausible_figure,
    is_implausible_target,
)


def plan_import(report: ReadReport, tables: Tables, mapped: Mapping[str, str]) -> ImportPlan:
    """What a report adds to the tables, restates and leaves in doubt.

    `mapped` holds indicator ids, or NEW, by plain printed names.
    """
    plan = ImportPlan(tables)
    for read in report.indicators:
        source = _source(read, tables)
        plan.matched.append(match_indicator(plan, read, mapped, source))
    own = with_own_words(report.indicators)
    for place in range(len(report.indicators)):
        _indicator(plan, report, place, own)
    return plan


def _source(read: ReadIndicator, tables: Tables) -> str:
    """The report as the dataset names its source: council, title and appendix."""
    council = next((r["name"] for r in tables["areas"] if r["kind"] == "council"), "")
    appendix, dash, title = read.title.partition(" - ")
    named = f"{title}, {appendix}" if dash else read.title
    return ", ".join(part for part in (council, named) if part)


def _indicator(plan: ImportPlan, report: ReadReport, place: int, own: Sequence[int]) -> None:
    read, matched = report.indicators[place], plan.matched[place]
    matched.doubts += [*read.doubts, *read.table.doubts]
    if read.table.published:
        matched.doubt(read.place, read.name, "official statistics, not a council return: left out")
        return
    if not matched.indicator_id:
        matched.doubt(read.place, read.name, "not known, and without a figure: left out")
        return
    release, source = report.release, _source(read, plan.existing.tables)
    common = {"indicator_id": matched.indicator_id, "release": release.id, "source": source}
    agrees = has_same_polarity(plan, matched, read)
    like = [f for f in read.table.figures if not is_implausible_figure(plan, matched, f)]
    for figure in like:
        _observation(plan, matched, common, figure, release)
    unlike = len(like) < len(read.table.figures)
    for target in read.table.targets:
        judged = agrees or target.target.rule not in JUDGED_BY_POLARITY
        if judged and not is_implausible_target(plan, matched, target, unlike):
            _target(plan, matched, common, target)
    for number, claim in enumerate(read.claims, start=1):
        _claim(plan, matched, common, number, claim)
    if read.commentary:
        row = {"indicator_id": matched.indicator_id, "period": release.id, "source": source}
        row |= {"body": read.commentary.body, "see": _see(plan, report, place, own)}
        _commentary(plan, matched, row, read.commentary.place)


def _commentary(plan: ImportPlan, matched: Matched, row: Row, place: str) -> None:
    """Adds a commentary; if the dataset has another for the quarter, as its next version."""
    if not plan.is_first_commentary(row):
        matched.doubt(place, _begins(row["body"]), "a second commentary on it here: left out")
        return
    held = plan.existing.rows("commentary", ("indicator_id", "period"), row)
    before = max(held, key=lambda each: int(each["version"]), default=None)
    if any(each["body"] == row["body"] for each in held):
        matched.known += 1
        return
    version = int(before["version"]) + 1 if before else 1
    plan.add(matched, "commentary", row | {"version": str(version)}, place, _begins(row["body"]))
    if before is not None:
        matched.restated.append(
            Restated(
                what=f"commentary, version {version}",
                before=f"“{_begins(before['body'])}”",
                now=f"“{_begins(row['body'])}”",
                place=place,
            )
        )


def _begins(body: str) -> str:
    return body if len(body) <= 60 else f"{body[:60].rsplit(' ', 1)[0]} …"


def _observation(
    plan: ImportPlan, matched: Matched, common: Row, read: ReadFigure, release: Period
) -> None:
    found = read.figure
    not_due = found is None and read.period.end > release.end
    if found is None and not not_due:
        matched.doubt(read.place, "", "blank, though the period is over: left out")
        return
    symbol = Symbol.NOT_DUE if found is None else found.symbol
    row = common | {
        "area_id": known_area("", plan.existing.tables["areas"]) or "",
        "period": read.period.id,
        "origin": "reported",
        "value": _decimal_text(found.value if found else None),
        "numerator": _decimal_text(found.count if found else None),
        "symbol": symbol.value if symbol else "",
        "mark": found.mark if found else "",
    }
    keys = ("indicator_id", "area_id", "period", "origin")
    before = _stated_by(plan, "observations", keys, row)
    if before is None:
        plan.add(matched, "observations", row, read.place, read.printed)
    elif not_due or _says_the_same(before, row, ("value", "numerator", "symbol", "mark")):
        matched.known += 1
    elif before["release"] == row["release"]:
        matched.doubt(read.place, read.printed, _why_left_out(_as_text(before), "observations"))
    else:
        plan.add(matched, "observations", row, read.place, read.printed)
        if before["symbol"] != Symbol.NOT_DUE.value:
            matched.restated.append(
                Restated(
                    what=read.period.label,
                    before=_as_text(before),
                    now=_as_text(row),
                    place=read.place,
                )
            )
        if later := _read_before(plan, keys, row):
            why = f"{later} was read before this report: if it repeats the figure, read it again"
            matched.doubt(read.place, read.printed, why)


def _decimal_text(value: Decimal | None) -> str:
    return "" if value is None else str(value)


def _stated_by(plan: ImportPlan, table: str, keys: tuple[str, ...], row: Row) -> StoredRow | None:
    """The row with the same keys of the newest report up to this one; None if there is none."""
    held = plan.existing.rows(table, keys, row)
    found = [each for each in held if each["release"] <= row["release"]]
    return max(found, key=lambda each: each["release"], default=None)


def _why_left_out(held: str, table: str) -> str:
    """Why a value is not imported that differs from another report's of the same quarter."""
    return (
        f"the dataset has {held} from a report of this quarter: left as it is; correct it in "
        f"{table}.csv if this is right"
    )


def _read_before(plan: ImportPlan, keys: tuple[str, ...], row: Row) -> str:
    """The quarter of a later report that is in the dataset and did not restate this figure.

    Empty where there is none.
    """
    of_indicator = plan.existing.rows("observations", ("indicator_id", "origin"), row)
    later = {each["release"] for each in of_indicator if each["release"] > row["release"]}
    later -= {each["release"] for each in plan.existing.rows("observations", keys, row)}
    return min(later, default="")


def _says_the_same(before: StoredRow, row: Row, columns: tuple[str, ...]) -> bool:
    """Whether two rows have the same values in some columns; 54 and 54.0 are the same."""
    return all(_number(before[column]) == _number(row[column]) for column in columns)


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def _as_text(row: StoredRow) -> str:
    count = f" ({row['numerator']})" if row["numerator"] else ""
    mark = f" {row['mark']}" if row.get("mark") else ""
    return f"{row['value'] or row['symbol']}{count}{mark}"


def _target(plan: ImportPlan, matched: Matched, common: Row, placed: PlacedTarget) -> None:
    target, reference = placed.target, ""
    if target.rule in (TargetRule.ABOVE_AREA, TargetRule.BELOW_AREA):
        reference = known_area(target.area, plan.existing.tables["areas"]) or ""
        if not reference:
            why = f"the dataset has no area “{target.area}”: left out"
            matched.doubt(placed.place, target.printed, why)
            return
    row = common | {
        "period": placed.period.id,
        "rule": target.rule.value,
        "value": _decimal_text(target.value),
        "numerator": _decimal_text(target.count),
        "upper": _decimal_text(target.upper),
        "reference": reference,
        "printed": target.printed,
    }
    before = _stated_by(plan, "targets", ("indicator_id", "period"), row)
    same = ("rule", "value", "numerator", "upper", "reference")
    if before is None:
        plan.add(matched, "targets", row, placed.place, target.printed)
    elif _says_the_same(before, row, same):
        matched.known += 1
    elif before["release"] == row["release"]:
        matched.doubt(
            placed.place, target.printed, _why_left_out(f"“{before['printed']}”", "targets")
        )
    else:
        plan.add(matched, "targets", row, placed.place, target.printed)
        matched.restated.append(
            Restated(
                what=f"target for {placed.period.label}",
                before=before["printed"],
                now=target.printed,
                place=placed.place,
            )
        )


def _claim(plan: ImportPlan, matched: Matched, common: Row, number: int, claim: ReadClaim) -> None:
    """Adds a claim as printed, whether or not we know what it compares with."""
    side = claim.left if claim.right is None else claim.right
    area = known_area(side.area, plan.existing.tables["areas"])
    if area is None:
        why = f"“{side.area}” is not an area of the dataset: kept as printed, but cannot be checked"
        matched.doubt(claim.place, claim.heading, why)
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
    plan.add_unless_existing(matched, "claims", row, claim.place, claim.printed)


def _see(plan: ImportPlan, report: ReadReport, place: int, own: Sequence[int]) -> str:
    """The indicator whose commentary this one refers to; empty where it refers to none."""
    read, matched = report.indicators[place], plan.matched[place]
    if not refers(read) or read.commentary is None:
        return ""
    index, why = referred_to(report.indicators, place, own)
    matched.doubt(read.commentary.place, read.commentary.body, why)
    return "" if index is None else plan.matched[index].indicator_id
