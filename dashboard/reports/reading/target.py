"""A target as it is worded: a level, a range, a way to go, or a baseline year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.indicator import Polarity
from dashboard.domain.record import TargetRule
from dashboard.reports.reading.figure import Measure, number, read_figure

_AMOUNT = r"[-−]?£?\d[\d,]*(?:\.\d+)?\s*%?"
_RANGE = re.compile(rf"(?P<low>{_AMOUNT})\s*(?:to|-|–|—)\s*(?P<high>{_AMOUNT})")
_LIMIT = re.compile(
    r"(?P<sign>≤|<=|≥|>=|<|>|at most|at least|no more than|no less than)\s*(?P<rest>.+)"
)
_AREA = re.compile(r"(?P<side>above|below)\s+(?:the\s+)?(?P<area>.+)", re.IGNORECASE)
_AT_MOST = ("≤", "<=", "<", "at most", "no more than")


@dataclass(frozen=True, slots=True)
class ReadTarget:
    """A target as understood; `area` is a comparator's name, to be looked up."""

    printed: str
    rule: TargetRule
    value: Decimal | None = None
    count: Decimal | None = None
    upper: Decimal | None = None
    area: str = ""


def read_target(printed: str, polarity: Polarity | None, measure: Measure) -> ReadTarget | None:
    """The target of a cell; None where its wording is not known, or where it is none at all.

    A bare level is at most where low is better, at least where high is; without a polarity it
    cannot be told.
    """
    text = printed.strip()
    words = text.lower().rstrip(".")
    if words.startswith("baseline"):
        return ReadTarget(text, TargetRule.BASELINE_YEAR)
    if re.match(r"(?:decrease|reduce|reduction|lower)\b.*\blast year", words):
        return ReadTarget(text, TargetRule.BELOW_REFERENCE)
    if re.match(r"(?:increase|improve|improvement|higher)\b.*\blast year", words):
        return ReadTarget(text, TargetRule.ABOVE_REFERENCE)
    if ranged := _RANGE.fullmatch(text):
        low, high = (number(ranged[end].rstrip("% ")) for end in ("low", "high"))
        return ReadTarget(text, TargetRule.BETWEEN, low, None, high)
    if limit := _LIMIT.fullmatch(words):
        rule = TargetRule.AT_MOST if limit["sign"] in _AT_MOST else TargetRule.AT_LEAST
        return _level(text, limit["rest"], rule, measure)
    rule_of = {Polarity.LOW: TargetRule.AT_MOST, Polarity.HIGH: TargetRule.AT_LEAST}
    if polarity in rule_of and (level := _level(text, text, rule_of[polarity], measure)):
        return level
    if (area := _AREA.fullmatch(text)) and not any(sign.isdigit() for sign in text):
        below = area["side"].lower() == "below"
        rule = TargetRule.BELOW_AREA if below else TargetRule.ABOVE_AREA
        return ReadTarget(text, rule, area=area["area"].strip())
    return None


def _level(printed: str, text: str, rule: TargetRule, measure: Measure) -> ReadTarget | None:
    found = read_figure(text, measure)
    if found is None or found.value is None:
        return None
    return ReadTarget(printed, rule, found.value, found.count)
