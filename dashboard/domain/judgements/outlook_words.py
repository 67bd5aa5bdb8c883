"""Write an outlook in words: its figures, the level, and on what they rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dashboard.domain.facts.indicator import Basis, Indicator
from dashboard.domain.facts.line import Line
from dashboard.domain.facts.measure import COUNT, Measure, Unit, formatted
from dashboard.domain.judgements.forecast import LEVEL, Forecast, Method
from dashboard.domain.judgements.outlook_record import PastOutlook
from dashboard.domain.judgements.outlook_years import by_now

_FIGURES_SHOWN = 3
AS_IT_HAS = "if it moves as it has"


@dataclass(frozen=True, slots=True)
class OutlookWords:
    """The outlook in two parts, "477 to 535" and its terms, in one, and as short as may be.

    `notes` are the terms under a heading that says the level and AS_IT_HAS already.
    """

    figures: str
    terms: str
    notes: str
    said: str
    brief: str


def outlook_words(
    indicator: Indicator, line: Line, found: Forecast, past: Sequence[PastOutlook]
) -> OutlookWords:
    """An outlook's words; its interval is None in `found` if its record, `past`, withholds it."""
    unit = "" if found.is_counted else indicator.measure.plural
    ends = ""
    if found.interval is not None:
        low, high = found.interval.low, found.interval.high
        ends = f"{_shown(indicator, line, found, low)} to {_shown(indicator, line, found, high)}"
    if found.centre is None:
        return _range(_joined(ends, unit), found.indicative)
    about = _joined(f"about {_shown(indicator, line, found, found.centre)}", unit)
    if line.series.basis is Basis.PERIOD:
        about += " for the year"
    condition = _condition(line, found)
    if ends:
        return _centre_with_range(about, ends, condition)
    return _centre(about, condition, found, past)


def _range(figures: str, indicative: bool) -> OutlookWords:
    more = "indicative" if indicative else ""
    terms = f"{AS_IT_HAS}, {more}" if more else AS_IT_HAS
    return OutlookWords(
        figures=figures,
        terms=f"{LEVEL}, {terms}",
        notes=more,
        said=f"{LEVEL}: {figures}, {terms}",
        brief=f"{LEVEL}: {figures}",
    )


def _centre_with_range(about: str, ends: str, condition: str) -> OutlookWords:
    return OutlookWords(
        figures=f"{about} ({ends})",
        terms=f"{LEVEL}, {condition}",
        notes="as in earlier years",
        said=f"{about} ({LEVEL}: {ends}) {condition}",
        brief=f"{about} by year end ({LEVEL}: {ends})",
    )


def _centre(
    about: str, condition: str, found: Forecast, past: Sequence[PastOutlook]
) -> OutlookWords:
    """The words without a range, with the reason for that where its record withholds it."""
    between = ", " if found.method is Method.AVERAGE_SO_FAR else " "
    said = f"{about}{between}{condition}"
    withheld = ""
    if past and found.method is Method.EARLIER_YEARS:
        withheld = f"; no range: {only_held(past)}"
    return OutlookWords(
        figures=about,
        terms=f"{condition}{withheld}",
        notes=f"{condition}{withheld or '; no range'}",
        said=f"{said}{withheld}",
        brief=said,
    )


def _joined(figure: str, unit: str) -> str:
    return f"{figure} {unit}".strip()


def _condition(line: Line, found: Forecast) -> str:
    if found.method is Method.EVEN_PACE:
        return "at an even pace"
    if found.method is Method.AVERAGE_SO_FAR:
        return "the average so far"
    if len(found.years) == 1:
        return f"if it moves as it did in {found.years[0].label}"
    return f"{AS_IT_HAS} in earlier years"


def only_held(past: Sequence[PastOutlook]) -> str:
    """How few earlier outlooks held: "only 1 of 5 earlier outlooks at Q3 held"."""
    held = sum(each.held for each in past)
    quarter = past[0].quarter.short_label
    few = f"only {held}" if held else "none"
    return f"{few} of {len(past)} earlier outlooks at {quarter} held"


def _shown(indicator: Indicator, line: Line, found: Forecast, value: float) -> str:
    exact, places = Decimal(value), line.decimals_of(line.latest)
    if found.is_counted:
        return shown(exact, 0, COUNT)
    if found.method is Method.EVEN_PACE and indicator.unit is Unit.PERCENT:
        places = 0
    return shown(exact, places, indicator.measure, so_far(line))


def shown(value: Decimal, decimals: int, measure: Measure, reached: Decimal | None = None) -> str:
    """A year end as it is shown: to three figures at most, or to the figure's own decimals.

    Rounding never puts it below what has been `reached` so far.
    """
    said = value if decimals else _to_three_figures(value)
    if reached is not None and said < reached <= value:
        said = reached
    return formatted(said, decimals, measure)


def so_far(line: Line) -> Decimal | None:
    """What the year has reached, below which it cannot end; None where it may fall."""
    if line.series.basis not in (Basis.PERIOD, Basis.YEAR_TO_DATE):
        return None
    return by_now(line, line.latest.period)


def _to_three_figures(value: Decimal) -> Decimal:
    last = max(0, value.adjusted() - _FIGURES_SHOWN + 1) if value else 0
    return value.quantize(Decimal(1).scaleb(last), rounding=ROUND_HALF_UP)
