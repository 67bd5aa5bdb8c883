"""Invented Exception Reports as text, as odd as councils print them, for round trips."""

from __future__ import annotations

from hypothesis import strategies as st

RELEASE = "FY2025-26Q2"
TITLE = "Appendix 7(c) - Exception Reports (Quarter 2 2025/2026)"
NAMES = (
    "% of pupils' parents who'd \"recommend\" us & others",
    "Percentage of reviews held on time (new indicator)",
    "Rate of admissions per 100,000 population",
    "No. of visits / Rate of visits per 1,000 homes",
    "Average cost of a place",
    "=SUM(A1:A9) complaints",
    "Days to decide - all cases, 2024 definition",
    "Number of fly-tips <reported>",
    "Ynys Môn’s “café” score – Ŵ",
    "A" + " very" * 30 + " long name",
)
SYMBOLS = ("-", "n/a", "c", "low")
PARAGRAPHS = (
    "Figures are up: 1,234 (56.7%) against 2,345.",
    "Commentary of sorts, with = and + at its start?",
    "=1+1 is no formula.",
    "See page 4; “quoted” – dashed — and £5.",
    "Target: 90% by Q4 2025/26",
)
whole = st.integers(0, 99_999)
tenths = st.integers(1, 9_999).map(lambda n: f"{n / 10:,.1f}")
shares = st.integers(1, 1000).map(lambda n: f"{n / 10:.1f}%")
pounds = st.integers(1, 9_999_999).map(lambda n: f"£{n / 100:,.2f}")


@st.composite
def rates(draw):
    """A number with its rate, "1,234 (56.7)"."""
    return f"{draw(whole):,} ({draw(tenths)})"


KINDS = {"percent": shares, "rate": rates(), "currency": pounds, "score": tenths}


@st.composite
def targets(draw, kind, better):
    """Every wording that the rules name, in the indicator's unit."""
    level = draw(KINDS[kind])
    sign = "≤" if better == "Low" else "≥"
    worded = [level, "", "Baseline", "Decrease on last year", "Increase on last year"]
    worded += ["Below England", "Above North West", "Above statistical neighbours"]
    if better == "Neutral":
        worded[0] = ""
    else:
        worded.append(f"{sign} {level}")
    if kind != "rate":
        low, high = sorted((draw(KINDS[kind]), draw(KINDS[kind])), key=_value)
        worded += [f"{low} to {high}", f"{low} – {high}"]
    return draw(st.sampled_from(worded))


def _value(text):
    return float(text.strip("%£").replace(",", ""))


@st.composite
def indicators(draw, name):
    """One indicator's page."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    better = draw(st.sampled_from(("High", "Low", "Neutral")))
    figure = KINDS[kind]
    cells = draw(st.lists(figure, min_size=4, max_size=4))
    for place in draw(st.sets(st.integers(0, 3), max_size=2)):
        cells[place] = draw(st.sampled_from(SYMBOLS))
    if not any(cell not in SYMBOLS for cell in cells):
        cells[3] = draw(figure)
    target = draw(targets(kind, better))
    label = "No. (Rate)" if kind == "rate" else ""
    blank = "" if label == "" else "\t"
    row = "\t".join([*([label] if label else []), *cells, "", "", target])
    paragraphs = draw(st.lists(st.sampled_from(PARAGRAPHS), max_size=3))
    return "\n".join(
        [
            "Indicator Description\tBetter to be?",
            f"{name}\t{better}",
            "",
            f"{blank}2023/2024\t2024/2025\t2025/2026\t\t\t\tTarget",
            f"{blank}\t\tQ1\tQ2\tQ3\tQ4\t",
            row,
            "",
            "Direction of Travel",
            "Current vs. EoY (24/25)\tCurrent vs. England (24/25)",
            "↑ ✖\t↔",
            "",
            "Commentary:",
            "",
            "\n\n".join(paragraphs) or draw(st.sampled_from(("", "No commentary provided."))),
            "",
            TITLE,
            "",
        ]
    )


@st.composite
def reports(draw):
    """A report of some portfolios; a commentary may refer to one above or below."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    parts = []
    for number, name in enumerate(names):
        if number == 0 or draw(st.booleans()):
            parts.append(f"**PORTFOLIO {number + 1}\n(OF MANY)**\n")
        parts.append(draw(indicators(name)))
    if len(names) > 1 and draw(st.booleans()):
        way = draw(st.sampled_from(("above", "below")))
        parts.append(
            "Indicator Description\tBetter to be?\nRefers only\tLow\n"
            f"2024/2025\tQ1\tQ2\tTarget\n5\t6\t7\t\nCommentary:\n"
            f"** See commentary {way} re: the whole**\n{TITLE}\n"
        )
    return "\n".join(parts)
