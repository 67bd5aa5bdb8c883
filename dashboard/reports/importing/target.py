"""A target as it is worded: a level, a range, a way to go, another area, or a baseline year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.facts.indicator import Polarity
from dashboard.domain.facts.record import TargetRule
from dashboard.reports.importing.figure import Measure, number, read_figure, without_note

_AMOUNT = r"[-−]?£?\d[\d,]*(?:\.\d+)?\s*%?"
_RANGE = re.compile(
    rf"(?:between )?(?P<low>{_AMOUNT})\s*(?:to|and|-|–|—)\s*(?P<high>{_AMOUNT})", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?P<sign>≤|<=|=<|≥|>=|=>|<|>|at most|at least|no more than|no less than|not more than"
    r"|not less than|at or below|at or above|up to|maximum(?: of)?|max\.?|minimum(?: of)?|min\.?"
    r"|less than|fewer than"
    r"|more than|under|below|over|above)\s*(?P<rest>[£\d].*)"
)
_AFTER = re.compile(
    r"(?P<rest>.*[\d%)])\s*(?P<sign>or less|or fewer|or below|or lower|or under|or more|or above"
    r"|or higher|or over|\+|max\.?|maximum|min\.?|minimum)"
)
_MOST = re.compile(
    r"≤|<|=<|at most|at or below|(?:no|not) more|up to|max|less|fewer|under|below"
    r"|or (?:less|fewer|below|lower|under)"
)
_NOT_LESS = re.compile(r"(?:no|not) less")
_STRICT = ("<", ">", "less than", "fewer than", "more than", "under", "below", "over", "above")
_ON_LAST_YEAR = (
    r".*\b(?:(?:last|previous|prior) year|last year['’]?s .*|20\d\d/\d\d(?:\d\d)?"
    r"|year[- ]on[- ]year)\b.*"
)
_YEARS = re.compile(r"\b20\d\d/\d\d(?:\d\d)?\b")
_DOWN = re.compile(r"(?:decreas\w*|reduc\w*|lower|fewer|less|fall|below|down)\b" + _ON_LAST_YEAR)
_UP = re.compile(r"(?:increas\w*|higher|more|rise|above|up)\b" + _ON_LAST_YEAR)
_BETTER = re.compile(r"(?:improv\w*|better)\b" + _ON_LAST_YEAR)
_AREA = re.compile(r"(?P<side>above|below|better than)\s+(?:the\s+)?(?P<area>.+)", re.IGNORECASE)
NO_TARGET = frozenset(
    (
        *("", "-", "–", "none", "n/a", "na", "no target", "not set", "no target set"),
        *("not applicable", "tbc", "tba", "to be confirmed", "to be set"),
        *("monitor", "monitor only", "monitoring only", "contextual", "context only"),
        *("for information", "trend", "trend only"),
    )
)


@dataclass(frozen=True, slots=True)
class ReadTarget:
    """A target as understood; `area` is a comparator's name, to be looked up.

    `doubt` says what the dataset's rule cannot keep of the wording.
    """

    printed: str
    rule: TargetRule
    value: Decimal | None = None
    count: Decimal | None = None
    upper: Decimal | None = None
    area: str = ""
    doubt: str = ""


def is_no_target(printed: str) -> bool:
    """Whether the words say that there is no target."""
    return printed.strip().lower().rstrip(".") in NO_TARGET


def read_target(printed: str, polarity: Polarity | None, measure: Measure) -> ReadTarget | None:
    """The target of a cell; None where its wording is not known.

    A bare level means at most if low is better, at least if high is; without a polarity it is
    not known.
    """
    text = re.sub(r"^target\s*:?\s+", "", without_note(printed), flags=re.IGNORECASE)
    text = re.sub(r"\s+by\s+(?:march|the end|year|q[1-4])\b.*", "", text, flags=re.IGNORECASE)
    words = text.lower().rstrip(".")
    if words.startswith("baseline"):
        return ReadTarget(printed, TargetRule.BASELINE_YEAR)
    if ranged := _RANGE.fullmatch(text):
        low, high = (number(ranged[end].rstrip("% ")) for end in ("low", "high"))
        if low > high:
            return None
        return ReadTarget(printed, TargetRule.BETWEEN, value=low, upper=high)
    if limit := _BEFORE.fullmatch(words) or _AFTER.fullmatch(words):
        return _limit(printed, limit["sign"], limit["rest"], measure)
    rule_of = {Polarity.LOW: TargetRule.AT_MOST, Polarity.HIGH: TargetRule.AT_LEAST}
    if polarity in rule_of and (level := _level(printed, text, rule_of[polarity], measure)):
        return level
    return _relative(printed, text, polarity)


def _relative(printed: str, text: str, polarity: Polarity | None) -> ReadTarget | None:
    """One against last year or against another area; better is where the polarity points."""
    low = polarity is Polarity.LOW
    judged = polarity in (Polarity.LOW, Polarity.HIGH)
    words = text.lower()
    if re.search(r"\d", _YEARS.sub("", words)):
        # "Reduce by 5% on last year" asks for more than a reduction.
        return None
    if _BETTER.fullmatch(words) and judged:
        rule = TargetRule.BELOW_REFERENCE if low else TargetRule.ABOVE_REFERENCE
        return ReadTarget(printed, rule)
    if _DOWN.fullmatch(words):
        return ReadTarget(printed, TargetRule.BELOW_REFERENCE)
    if _UP.fullmatch(words):
        return ReadTarget(printed, TargetRule.ABOVE_REFERENCE)
    area = _AREA.fullmatch(text)
    if area is None or any(sign.isdigit() for sign in text):
        return None
    side = area["side"].lower()
    if side == "better than" and not judged:
        return None
    below = side == "below" or (side == "better than" and low)
    rule = TargetRule.BELOW_AREA if below else TargetRule.ABOVE_AREA
    return ReadTarget(printed, rule, area=area["area"].strip())


def _limit(printed: str, sign: str, text: str, measure: Measure) -> ReadTarget | None:
    most = bool(_MOST.match(sign)) and not _NOT_LESS.match(sign)
    rule = TargetRule.AT_MOST if most else TargetRule.AT_LEAST
    doubt = ""
    if sign in _STRICT:
        doubt = f"read as {'at most' if most else 'at least'}: just reaching it counts as met"
    return _level(printed, text, rule, measure, doubt)


def _level(
    printed: str, text: str, rule: TargetRule, measure: Measure, doubt: str = ""
) -> ReadTarget | None:
    found = read_figure(text, measure)
    if found is None or found.value is None:
        return None
    return ReadTarget(printed=printed, rule=rule, value=found.value, count=found.count, doubt=doubt)
