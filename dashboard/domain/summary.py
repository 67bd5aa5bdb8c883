"""A finding in the few large words of a slide, on the screen and in a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from dashboard.domain.facts.commentary import CommentaryFinding
from dashboard.domain.facts.indicator import AreaKind, Origin, written
from dashboard.domain.facts.period import Period
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.judgements.status import SIGNS, TARGET_TONES, TONES
from dashboard.domain.judgements.target import TargetVerdict
from dashboard.domain.judgements.travel import Against, Comparison
from dashboard.domain.outlook_words import about, chance

LONGEST_QUOTE = 190
_SENTENCE = re.compile(r"(?s)(.+?[.!?])(?:\s|$)")


@dataclass(frozen=True, slots=True)
class BigFigure:
    """The latest figure, and the lines that stand under it."""

    value: str
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One line beside the figure: what it is compared with, the words, their tone."""

    label: str
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the commentary, and whose it is or why there is none."""

    text: str
    mark: str


def big_figure(finding: IndicatorFinding) -> BigFigure:
    """The latest figure with what stands under it; empty where there is none."""
    line = finding.known.main
    latest = line.latest if line else None
    if line is None or latest is None or latest.value is None:
        return BigFigure("", ("There is no figure yet",))
    first = [latest.period.label]
    if latest.numerator is not None and line.is_counted(finding.indicator):
        first.insert(0, finding.indicator.count_said(latest.numerator))
    if line.origin is Origin.PUBLISHED:
        first.append("published")
    second = [finding.indicator.per_label, finding.indicator.polarity.said.lower()]
    under = [", ".join(part for part in parts if part) for parts in (first, second)]
    value = written(latest.value, line.decimals, finding.indicator.unit)
    return BigFigure(value, tuple(text[:1].upper() + text[1:] for text in under))


def brief_travel(finding: IndicatorFinding) -> tuple[BriefRow, ...]:
    """Target, the quarter before, last year and the country: what fits and can be read afar."""
    rows = []
    target = finding.target
    if target.target is not None:
        tone = TARGET_TONES.get(target.verdict, "none")
        sign = SIGNS.get(target.verdict, "")
        rows.append(BriefRow("Against target", sign + target.words, tone))
    expected = about(finding)
    wanted: tuple[Against, ...]
    wanted = (Against.PREVIOUS_QUARTER, Against.YEAR_END, Against.PREVIOUS_YEAR)
    if expected and target.target is not None:
        # Four rows fit; where the year is going says more than the last quarter's step.
        wanted = wanted[1:]
    own = [c for against in wanted for c in finding.travel if c.against is against]
    country = [c for c in finding.travel if c.area and c.area.kind is AreaKind.COUNTRY][:1]
    rows += [_row(c) for c in (*own, *country) if c.change]
    if expected:
        words, tone = chance(finding)
        text = ", ".join(part for part in (expected, words) if part)
        rows.append(BriefRow("Outlook", text, tone or "none"))
    # An old verdict is no verdict on this quarter.
    return tuple(rows if finding.is_new else [replace(row, tone="none") for row in rows])


def _row(comparison: Comparison) -> BriefRow:
    change = comparison.change
    if change is None:
        raise ValueError(f"{comparison.label} has no change to show")
    label = {
        Against.PREVIOUS_QUARTER: f"Since {comparison.label.partition(' ')[0]}",
        Against.YEAR_END: "Since last year end",
        Against.PREVIOUS_YEAR: f"Since {comparison.label.rpartition(', ')[2]}",
    }.get(comparison.against, comparison.label)
    projected = ", projected" if comparison.projected else ""
    tone = "none" if comparison.projected else TONES[change.judgement]
    text = f"{change.arrow} {change.size} {change.judgement.value}{projected}"
    return BriefRow(label, text, tone)


def quote(found: CommentaryFinding) -> Quote:
    """The author's summary, or the commentary's first sentence, and which of them it is."""
    if found.written is None or found.earlier:
        return Quote("", f"No commentary was written for {found.quarter.label}.")
    if found.written.summary:
        return Quote(found.written.summary, "The service:")
    paragraphs = found.written.paragraphs
    first = _SENTENCE.match(paragraphs[0]) if paragraphs else None
    sentence = first[1] if first else " ".join(paragraphs[:1])
    mark = "The service:" if paragraphs == (sentence,) else "The commentary begins:"
    if found.shared_with:
        mark = f"The commentary on {found.shared_with.name} begins:"
    return Quote(shorten(sentence, LONGEST_QUOTE, placeholder=" …"), mark)


def not_shown(
    findings: Sequence[IndicatorFinding], shown: Sequence[IndicatorFinding], quarter: Period
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is not among those shown, and what those lack: headings with names, none empty."""
    without = [f for f in findings if f not in shown and f.is_new]
    fine = [f for f in without if not f.is_exception]
    lacking = [
        f"{finding.indicator.name}: {', '.join(lacks)}"
        for finding in shown
        if finding.is_new and (lacks := _lacks(finding))
    ]
    groups = (
        ("No exception, and not shown", [f.indicator.name for f in fine]),
        ("An exception, and not shown", [f.indicator.name for f in without if f not in fine]),
        (
            f"No new figure in {quarter.label}",
            [f.indicator.name for f in findings if not f.is_new],
        ),
        ("Shown, but for", lacking),
    )
    return tuple((heading, tuple(names)) for heading, names in groups if names)


def _lacks(finding: IndicatorFinding) -> list[str]:
    told = (
        ("no target", finding.target.verdict is TargetVerdict.NONE),
        ("cannot be judged", not finding.standing.judged),
        ("no commentary", finding.commentary.written is None or finding.commentary.earlier),
    )
    return [words for words, lacking in told if lacking]
