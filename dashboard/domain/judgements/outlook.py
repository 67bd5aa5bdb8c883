"""Look ahead to the year end: the figures, their record, and the chance of meeting the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.facts.as_at import KnownFigures
from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.period import QUARTERS, Period
from dashboard.domain.facts.record import Observation, Record, Target
from dashboard.domain.judgements.forecast import Forecast, Method
from dashboard.domain.judgements.outlook_chance import Chance, chance_of
from dashboard.domain.judgements.outlook_method import forecast
from dashboard.domain.judgements.outlook_record import (
    PastOutlook,
    in_own_unit,
    mostly_failed,
    past_outlooks,
)
from dashboard.domain.judgements.outlook_words import only_held, outlook_words
from dashboard.domain.judgements.reason import Reason

_YEARLY = "the figure comes once a year"
_NO_DENOMINATOR = "the count’s denominator is not known closely enough"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is said of a year's end; without a `method` only `sentence`, which says why not.

    `centre`, `low` and `high` are in the figure's own unit, `counts` is the interval in people or
    events where the figure has a count; each is None where the method gives none. `figures` and
    `terms` are the outlook in two parts, `said` in one; `notes` are what differs from the common
    terms, `brief` fits a headline. `past` are the earlier outlooks at this quarter of the year.
    `is_for_whole_year` is True if it is a total that quarters are parts of.
    """

    year: Period
    sentence: str
    reason: Reason
    method: Method | None = None
    centre: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    counts: tuple[Decimal, Decimal] | None = None
    indicative: bool = False
    chance: Chance = Chance.NONE
    figures: str = ""
    terms: str = ""
    notes: str = ""
    said: str = ""
    brief: str = ""
    past: tuple[PastOutlook, ...] = ()
    is_for_whole_year: bool = False


def outlook(record: Record, known: KnownFigures, targets: Sequence[Target]) -> Outlook | None:
    """The outlook for the chosen quarter's year, or why there is none.

    None where there is no figure of that year, or where the year has ended.
    """
    line = known.main
    if line is None or line.latest.value is None:
        return None
    latest, year = line.latest.period, line.latest.period.financial_year
    if not latest.quarter:
        return _none(year, f"No outlook: {_YEARLY}", _YEARLY)
    if year != known.quarter.financial_year or QUARTERS in (latest.quarter, known.quarter.quarter):
        return None
    found = forecast(record.indicator, line)
    if isinstance(found, str):
        return _none(year, f"No outlook for {year.label}: {found}", found)
    if found.is_counted and in_own_unit(record.indicator, line, found) is None:
        return _none(year, f"No outlook for {year.label}: {_NO_DENOMINATOR}", _NO_DENOMINATOR)
    past = past_outlooks(record, line) if found.interval else ()
    if not mostly_failed(past):
        return _outlook(record, known, line, targets, found, past)
    without = replace(found, interval=None)
    if found.centre is None:
        why = only_held(past)
        return _none(year, f"No outlook for {year.label}: {why}", why, past)
    return _outlook(record, known, line, targets, without, past)


def _none(year: Period, sentence: str, why: str, past: tuple[PastOutlook, ...] = ()) -> Outlook:
    return Outlook(year=year, sentence=sentence, reason=Reason(why), past=past)


def _outlook(
    record: Record,
    known: KnownFigures,
    line: Line,
    targets: Sequence[Target],
    found: Forecast,
    past: tuple[PastOutlook, ...],
) -> Outlook:
    indicator, year = record.indicator, line.latest.period.financial_year
    ends = in_own_unit(indicator, line, found)
    chance = chance_of(indicator, known, targets, ends) if ends else Chance.NONE
    words = outlook_words(indicator, line, found, past)
    after = ":" if found.centre is not None else ","
    sentence = f"Outlook for {year.label}{after} {words.said}"
    counted = found.interval if found.is_counted else None
    return Outlook(
        year=year,
        sentence=f"{sentence}; {chance.value}" if chance else sentence,
        reason=found.reason,
        method=found.method,
        centre=None if found.centre is None else Decimal(found.centre),
        low=Decimal(ends.low) if ends else None,
        high=Decimal(ends.high) if ends else None,
        counts=(Decimal(counted.low), Decimal(counted.high)) if counted else None,
        indicative=found.indicative,
        chance=chance,
        figures=words.figures,
        terms=words.terms,
        notes=words.notes,
        said=words.said,
        brief=words.brief,
        past=past,
        is_for_whole_year=line.series.basis is Basis.PERIOD,
    )


def year_end_from(indicator: Indicator, line: Line, point: Observation) -> Decimal | None:
    """The year end that one of the line's figures pointed to, as a report prints it "projected".

    None unless the figure is a total or share so far, before Q4, with an outlook.
    """
    if line.series.basis is not Basis.YEAR_TO_DATE or not 1 <= point.period.quarter < QUARTERS:
        return None
    then = Line(line.area, line.series, tuple(p for p in line.points if p.ends <= point.ends))
    found = forecast(indicator, then)
    return None if isinstance(found, str) or found.centre is None else Decimal(found.centre)
