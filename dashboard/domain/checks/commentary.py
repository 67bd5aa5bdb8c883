"""Check a commentary: is it missing or shared, and what do the numbers in it imply?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from dashboard.domain.checks.result import Check, CheckVerdict
from dashboard.domain.facts.measure import Unit, half_place
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.reason import Reason

_SENTENCE = re.compile(r"(?:[^.!?]|\.(?=\d))+[.!?]?")
_NUMBER = re.compile(r"(?<![\d/.,£-])(?:\d{1,3}(?:,\d{3})+|\d{2,6})(?![\d/%,-]|\.\d)")
_REST = re.compile(r"\b(?:not|yet to|without|outstanding|remaining|awaiting)\b", re.IGNORECASE)
_YEARS = range(1990, 2100)


def check_commentary(finding: IndicatorFinding) -> tuple[Check, ...]:
    """The checks of one indicator's commentary; empty where no figure is current."""
    if not finding.is_current:
        return ()
    return (*_presence(finding), *(_implied(finding) if finding.is_new else ()))


def _presence(finding: IndicatorFinding) -> Iterator[Check]:
    found, name = finding.commentary, finding.quarter.label
    if found.written is None or found.earlier:
        if not finding.is_exception or not _report_held(finding):
            return
        yield Check(
            (finding.indicator,),
            name,
            CheckVerdict.MISSING,
            "No commentary, though it is an exception",
            Reason("An exception in a council return needs a commentary."),
        )
    elif found.shared_with is not None:
        yield Check(
            (finding.indicator,),
            name,
            CheckVerdict.RESOLVED,
            f"Only a cross-reference; shown with the commentary of {found.shared_with.name}",
            Reason(
                "No commentary bears the title that the report refers to; which one is meant was "
                "resolved by us.",
                (("printed", found.reference.strip("* ")),),
            ),
        )
    elif len(found.written.paragraphs) == 1 and _only_refers(found.written.body):
        yield Check(
            (finding.indicator,),
            name,
            CheckVerdict.MISSING,
            "Only a cross-reference, to a commentary that is not there",
            Reason("Which commentary is meant is not known.", (("printed", found.written.body),)),
        )


def _report_held(finding: IndicatorFinding) -> bool:
    """Whether we hold the quarter's own report, so that a missing commentary means something."""
    line = finding.known.main
    return line is not None and any(point.release == finding.quarter for point in line.points)


def _only_refers(body: str) -> bool:
    return body.strip("* ").lower().startswith("see ")


def _implied(finding: IndicatorFinding) -> Iterator[Check]:
    """The denominator that each number in the commentary implies, for a share without a count."""
    line, words = finding.known.main, finding.commentary.written
    if (
        line is None
        or words is None
        or finding.commentary.shared_with
        or finding.commentary.earlier
    ):
        return
    latest = line.latest
    stated = latest.numerator is not None
    if finding.indicator.unit is not Unit.PERCENT or latest.value is None or stated:
        return
    half = half_place(line.decimals)
    for sentence, number in _numbers(words.body):
        rest = bool(_REST.search(sentence))
        share = 100 - latest.value if rest else latest.value
        if share <= half:
            continue
        low = (number / (share + half) * 100).to_integral_value(ROUND_CEILING)
        high = (number / (share - half) * 100).to_integral_value(ROUND_FLOOR)
        value = line.said(finding.indicator, latest)
        said = f"{low:,.0f} to {high:,.0f}" if low < high else f"{high:,.0f}"
        part = "left over" if rest else "counted"
        yield Check(
            (finding.indicator,),
            finding.quarter.label,
            CheckVerdict.CANNOT,
            f"{number:,.0f} {part} at {value} would be of {said}: possible, not verifiable",
            Reason(
                "A number in the commentary ÷ the share it may be, half a last place either way.",
                (("commentary", " ".join(sentence.split())),),
            ),
        )


def _numbers(body: str) -> Iterator[tuple[str, Decimal]]:
    """Whole numbers that may count people, with their sentences; years and shares are skipped."""
    for sentence in _SENTENCE.findall(body):
        for text in _NUMBER.findall(sentence):
            number = Decimal(text.replace(",", ""))
            if int(number) not in _YEARS:
                yield sentence, number
