"""One slide as plain data, for assets/present.js to draw: nothing on it lives in a hover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from dashboard.components.outlook_words import about, chance
from dashboard.components.points import points_grid
from dashboard.components.text import SIGNS, TONES
from dashboard.components.verdict import verdict
from dashboard.domain.commentary import CommentaryFinding
from dashboard.domain.finding import IndicatorFinding
from dashboard.domain.indicator import AreaKind, Origin, count_written, written
from dashboard.domain.period import Period
from dashboard.domain.target import TargetVerdict
from dashboard.domain.travel import Against, Comparison
from dashboard.figures.choices import Options
from dashboard.figures.scene import scene
from dashboard.figures.style import Size
from dashboard.figures.time_series import axis_note, time_series
from dashboard.figures.words import chart_words

Slide = dict[str, Any]
LONGEST_QUOTE = 190
_SENTENCE = re.compile(r"(?s)(.+?[.!?])(?:\s|$)")


def indicator_slide(finding: IndicatorFinding, portfolio: str, size: Size) -> Slide:
    """The finding: headline, chart, figure, direction of travel, a sentence of the commentary."""
    compare = frozenset(line.area.id for line in finding.known.comparators)
    drawn = scene(finding, Options(compare=compare, intervals=True))
    found = verdict(finding)
    return {
        "kind": "indicator",
        "over": f"{portfolio} · {finding.indicator.name} · {finding.quarter.label}",
        "badge": {"text": found.text, "tone": found.tone},
        "heading": finding.headline,
        "figure": _figure(finding),
        "travel": _travel(finding),
        "quote": quote(finding.commentary),
        "chart": time_series(drawn, size) if drawn.lines else None,
        "note": axis_note(drawn) if drawn.lines else "",
        "notes": list(drawn.notes),
        "says": chart_words(drawn, finding.headline),
        "commentary": commentary(finding.commentary),
        "table": points_grid(drawn).plain(),
    }


def _figure(finding: IndicatorFinding) -> dict[str, Any]:
    """The latest figure with what stands under it; empty where there is none."""
    line = finding.known.main
    latest = line.latest if line else None
    if line is None or latest is None or latest.value is None:
        return {"value": "", "under": ["There is no figure yet"]}
    first = [latest.period.label]
    if latest.numerator is not None and line.is_counted(finding.indicator):
        noun = finding.indicator.counted(latest.numerator)
        first.insert(0, f"{count_written(latest.numerator)} {noun}")
    if line.origin is Origin.PUBLISHED:
        first.append("published")
    second = [finding.indicator.per_label, finding.indicator.polarity.said.lower()]
    under = [", ".join(part for part in parts if part) for parts in (first, second)]
    value = written(latest.value, line.decimals, finding.indicator.unit)
    return {"value": value, "under": [text[:1].upper() + text[1:] for text in under]}


def _travel(finding: IndicatorFinding) -> list[dict[str, str]]:
    """Target, the quarter before, last year and the country: what fits and can be read afar."""
    rows = []
    target = finding.target
    if target.target is not None:
        tone = {TargetVerdict.MET: "good", TargetVerdict.MISSED: "bad"}.get(target.verdict, "none")
        sign = SIGNS.get(target.verdict, "")
        rows.append({"label": "Against target", "text": sign + target.words, "tone": tone})
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
        rows.append({"label": "Outlook", "text": text, "tone": tone or "none"})
    # An old verdict is no verdict on this quarter.
    return rows if finding.is_new else [row | {"tone": "none"} for row in rows]


def _row(comparison: Comparison) -> dict[str, str]:
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
    return {"label": label, "text": text, "tone": tone}


def quote(found: CommentaryFinding) -> dict[str, str]:
    """The author's summary, or the commentary's first sentence, and which of them it is."""
    if found.written is None or found.earlier:
        return {"text": "", "mark": f"No commentary was written for {found.quarter.label}."}
    if found.written.summary:
        return {"text": found.written.summary, "mark": "The service:"}
    paragraphs = found.written.paragraphs
    first = _SENTENCE.match(paragraphs[0]) if paragraphs else None
    sentence = first[1] if first else " ".join(paragraphs[:1])
    mark = "The service:" if paragraphs == (sentence,) else "The commentary begins:"
    if found.shared_with:
        mark = f"The commentary on {found.shared_with.name} begins:"
    return {"text": shorten(sentence, LONGEST_QUOTE, placeholder=" …"), "mark": mark}


def commentary(found: CommentaryFinding) -> dict[str, Any]:
    """The commentary, whole: its heading, whose it is, its paragraphs."""
    if found.written is None or found.earlier:
        return {"heading": "Commentary", "by": quote(found)["mark"], "paragraphs": []}
    shared = f"Written for {found.shared_with.name}. " if found.shared_with else ""
    signed = ", ".join(part for part in (found.written.author, found.written.written_at) if part)
    return {
        "heading": f"Commentary, {found.written.period.label}",
        "by": (shared + signed).strip(),
        "paragraphs": list(found.written.paragraphs),
    }


def title_slide(
    portfolio: str,
    council: str,
    quarter: Period,
    headline: str,
    counts: Sequence[str],
    exceptions: Sequence[str],
) -> Slide:
    """Where it begins: portfolio, quarter, the exceptions by name, counts."""
    return {
        "kind": "title",
        "over": f"{council} · {quarter.label}",
        "heading": portfolio,
        "lead": headline,
        "names": list(exceptions),
        "counts": list(counts),
    }


def rest_slide(
    findings: Sequence[IndicatorFinding],
    shown: Sequence[IndicatorFinding],
    portfolio: str,
    quarter: Period,
) -> Slide:
    """What has no slide or no figure, and what those that are `shown` lack."""
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
    return {
        "kind": "rest",
        "over": f"{portfolio} · {quarter.label}",
        "heading": "Not in this picture",
        "groups": [{"heading": heading, "names": names} for heading, names in groups if names],
        "lead": "" if any(names for _, names in groups) else "Every indicator is in it.",
    }


def _lacks(finding: IndicatorFinding) -> list[str]:
    told = (
        ("no target", finding.target.verdict is TargetVerdict.NONE),
        ("cannot be judged", not finding.standing.judged),
        ("no commentary", finding.commentary.written is None or finding.commentary.earlier),
    )
    return [words for words, lacking in told if lacking]
