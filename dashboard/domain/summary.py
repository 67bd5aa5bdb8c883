"""Summarise a finding in the few words that fit on a slide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from textwrap import shorten

from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.current import period_said
from dashboard.domain.facts.indicator import AreaKind
from dashboard.domain.facts.measure import formatted_count
from dashboard.domain.facts.record import Commentary
from dashboard.domain.facts.stated_in import stated_in
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.grammar import capitalised
from dashboard.domain.judgements.status import Status
from dashboard.domain.judgements.travel import Against, Change, Comparison
from dashboard.domain.wording.verdict import change_said

LONGEST_QUOTE = 190
_SEVERAL = Decimal(2)
_SENTENCE = re.compile(r"(?s)(.+?[.!?])(?:\s|$)")


@dataclass(frozen=True, slots=True)
class BigFigure:
    """The latest figure, and the lines of text under it."""

    value: str
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One comparison beside the figure: its label, its text and its status."""

    label: str
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence from the commentary, with its author; without one, `mark` says why."""

    text: str
    mark: str


def big_figure(finding: IndicatorFinding) -> BigFigure:
    """The latest figure with the lines under it; `value` is empty where there is no figure."""
    line = finding.known.main
    latest = line.latest if line else None
    if line is None or latest is None or latest.value is None:
        return BigFigure("", ("There is no figure yet",))
    indicator, value = finding.indicator, line.said(finding.indicator, latest)
    first = [period_said(line, finding.quarter)]
    second = [indicator.per_label, indicator.polarity.label.lower()]
    if latest.numerator is not None and line.is_counted(indicator):
        # The headline speaks of people, so the large figure does too.
        first.insert(0, indicator.counted(latest.numerator))
        second[0] = f"{value} {indicator.per_brief}"
        value = formatted_count(latest.numerator)
    if finding.is_published:
        first.append("published")
    under = [", ".join(part for part in parts if part) for parts in (first, second)]
    if stated := stated_in(latest, finding.quarter):
        under.insert(1, stated)
    return BigFigure(value, tuple(map(capitalised, under)))


def summary_rows(finding: IndicatorFinding) -> tuple[SummaryRow, ...]:
    """The few rows that fit on a slide: target, previous quarter, last year, country, outlook."""
    rows = []
    target = finding.target
    if target.target is not None:
        stated = stated_in(target.target, finding.quarter)
        text = finding.target_sign + ", ".join(filter(None, (_target_words(finding), stated)))
        rows.append(SummaryRow("Against target", text, finding.target_status))
    expected = expected_year_end(finding)
    own = [c for c in finding.travel if c.against is Against.PREVIOUS_QUARTER]
    if expected and target.target is not None:
        # Only four rows fit, and the outlook says more than the change since last quarter.
        own = []
    own += [finding.deciding] if finding.deciding else []
    country = [c for c in finding.travel if c.area and c.area.kind is AreaKind.COUNTRY][:1]
    rows += [_row(finding, c, c.change) for c in (*own, *country) if c.change]
    if expected and finding.outlook:
        text = "; ".join(filter(None, (_with_noun(finding, expected), chance_words(finding))))
        rows.append(SummaryRow(f"Outlook, {finding.outlook.terms}", text, Status.SAME))
    return tuple(rows)


def _target_words(finding: IndicatorFinding) -> str:
    """The verdict by the target, its gap with its unit where figures have both count and rate."""
    target, indicator = finding.target, finding.indicator
    if not finding.has_counts or not target.gap or target.target is None:
        return target.words
    if target.count_gap:
        size = formatted_count(abs(target.count_gap))
        return target.words.replace(size, indicator.count_said(target.count_gap), 1)
    return target.words if target.target.value is None else f"rate {target.words}"


def _with_noun(finding: IndicatorFinding, expected: str) -> str:
    """An expected year end, with what it counts where figures have both count and rate."""
    counted = finding.outlook is not None and finding.outlook.counts is not None
    return f"{expected} {finding.indicator.counted(_SEVERAL)}".strip() if counted else expected


def expected_year_end(finding: IndicatorFinding) -> str:
    """The expected year end, "477 to 535" or "about 82%"; empty without an outlook."""
    return finding.outlook.figures if finding.outlook else ""


def chance_words(finding: IndicatorFinding) -> str:
    """Whether the year's target will be met; empty without a target or a range."""
    return finding.outlook.chance.value if finding.outlook else ""


def _row(finding: IndicatorFinding, comparison: Comparison, change: Change) -> SummaryRow:
    label = {
        Against.PREVIOUS_QUARTER: f"Since {comparison.label.partition(' ')[0]}",
        Against.YEAR_END: "Since last year end",
        Against.PREVIOUS_YEAR: f"Since {comparison.label.rpartition(', ')[2]}",
    }.get(comparison.against, comparison.label)
    said = change_said(change.judgement, finding.real_change(comparison))
    between = ", " if finding.has_counts else " "
    text = f"{change.arrow} {_size(finding, change)}{between}{said}"
    return SummaryRow(label, text, finding.change_status(comparison))


def _size(finding: IndicatorFinding, change: Change) -> str:
    """The size of a change; of figures with both count and rate in people, else with its "per"."""
    if change.has_count:
        return finding.indicator.count_said(change.count or Decimal(0))
    if not finding.has_counts:
        return change.size
    return f"{change.size} {finding.indicator.per_brief}"


def quote(found: CommentaryFinding) -> Quote:
    """The author's own summary if there is one, otherwise the commentary's first sentence."""
    if found.written is None or found.earlier:
        return Quote("", f"No commentary was written for {found.quarter.label}.")
    if found.written.summary:
        return Quote(found.written.summary, "The service:")
    paragraphs, sentence = found.written.paragraphs, _first_sentence(found.written)
    mark = "The service:" if paragraphs == (sentence,) else "The commentary begins:"
    if found.shared_with:
        mark = f"The commentary on {found.shared_with.name} begins:"
    return Quote(shorten(sentence, LONGEST_QUOTE, placeholder=" …"), mark)


def being_done(finding: IndicatorFinding) -> Quote:
    """What is being done, in a sentence: the author's summary, the commentary's first, an action.

    Where the report only refers to another indicator's commentary, its name.
    """
    found = finding.commentary
    if found.written is None or found.earlier:
        action = next((each.said for each in finding.actions), "")
        return Quote(action, "" if action else "No commentary")
    if found.shared_with:
        return Quote("", f"Shared with {found.shared_with.name}")
    return Quote(found.written.summary or _first_sentence(found.written), "")


def _first_sentence(written: Commentary) -> str:
    paragraphs = written.paragraphs
    first = _SENTENCE.match(paragraphs[0]) if paragraphs else None
    return first[1] if first else " ".join(paragraphs[:1])
