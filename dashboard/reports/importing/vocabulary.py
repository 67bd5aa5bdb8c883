"""The words by which reports name their parts: what one council calls “Better to be?”, and others.

Another council's word is one more here, and no other change.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.domain.facts.indicator import Polarity
from dashboard.reports import wording
from dashboard.reports.importing.line import Line


def _words(pattern: str, ours: str = "(?!)") -> re.Pattern[str]:
    """A pattern of words in any case, those of our own reports among them."""
    return re.compile(f"{ours}|{pattern}", re.IGNORECASE)


DESCRIPTION = _words(
    r"(?:key |corporate |council )?(?:performance )?(?:indicators?|measures?|kpis?|pis?)"
    r"(?: (?:description|name|title|definition))?"
    r"|description(?: of (?:the )?(?:indicator|measure))?",
    re.escape(wording.DESCRIPTION),
)
CODE = _words(
    r"(?:(?:pi|kpi|indicator|measure) )?(?:ref(?:erence)?\.?|code|id|no\.?)(?: (?:no|code)\.?)?"
)
"""The heading of a column of codes, which no dataset keeps."""
POLARITY = _words(
    r"better to be.*|good (?:is|to be|performance).*|polarity|aim(?: is)?(?: to)?.*|which way.*"
    r"|higher or lower.*|desired (?:direction|trend).*|what is good.*|good\?",
    re.escape(wording.POLARITY),
)
TRAVEL = _words(
    r"direction of travel|d\.?o\.?t\.?|trends?|comparisons?(?: with .*)?|benchmark(?:ing|s)?"
    r"|comparators?|how (?:do|did) we compare(?: with .*)?",
    re.escape(wording.TRAVEL),
)
COMMENTARY = _words(
    r"(?:(?:service|officers?|managers?|directors?|performance|lead officer|exception)['’]?s? )?"
    r"(?:commentary|comments?|narrative|explanation)(?: (?:and actions?|on performance))?",
    re.escape(wording.COMMENTARY),
)
_OF_NOW = r"(?:(?:the|our|this|current|annual|overall|reported) )*"
_OWN = (
    r"(?:council|actuals?|performance|outturns?|results?|values?|figures?|scores?|achieved"
    r"|achievement|position|data|year)"
)
OWN_ROW = _words(rf"{_OF_NOW}{_OWN}(?: s)?(?: {_OWN})*")
"""The names of a row of the council's own figures, beside the council's."""
LAST_YEAR = _words(
    rf"{_OF_NOW}(?:{_OWN} )*(?:in |for )?(?:last|previous|prior) year(?: s)?(?: {_OWN})*"
)
TARGET_ROW = _words(rf"{_OF_NOW}(?:council(?: s)? )?(?:year(?:ly| s)? |quarterly )?targets?")
LONGEST_NAME = 100
PORTFOLIO = _words(r"(?:cabinet )?(?:portfolio|directorate|service area|theme)\s*:\s*(?=\S)")
NO_COMMENTARY = _words(
    r"\W*(?:no|none|nil)(?: (?:commentary|comments?|narrative|update|return))?"
    r"(?: (?:was|has been|is|were))?(?: (?:given|provided|received|written|supplied|required))?"
    r"(?: for .{1,40})?\W*|n/a|-",
    re.escape(wording.NO_COMMENTARY).replace(r"\{\}", ".{1,40}"),
)
REFERS = _words(
    r"\W*(?:please )?(?:see|refer to|as per(?= (?:the )?(?:comm|narr)))(?: the)?"
    r"(?: (?:commentary|comments?|narrative|text))?(?: (?:provided|given))? ?"
    r"(?:(?P<way>above|below|overleaf)\b(?P<rest>[^,;.]*)|(?:for|on|under)\b(?P<about>[^;.]*))\W*"
)
SAME = _words(
    r"\W*(?:ditto|(?:same )?as above|as (?:per )?(?:the )?previous(?: indicator)?"
    r"|as per (?:the )?(?:commentary |comments? |narrative )?above)(?: re\b[^,;]*)?\W*"
)
"""A commentary that is that of the indicator above."""
QUARTILE = _words(
    r"(?:upper|lower|top|bottom|best|worst|middle|first|second|third|fourth|1st|2nd|3rd|4th|q[1-4])"
    r"[ -]*(?:upper|lower|middle)?[ -]*(?:quartile)?"
)
_TOWARDS = {
    Polarity.HIGH: _words(
        r"(?:aim (?:to )?)?(?:higher|high|up|increas\w*|maximi[sz]e|more|bigger|above|↑|▲).*",
        wording.POLARITIES[Polarity.HIGH],
    ),
    Polarity.LOW: _words(
        r"(?:aim (?:to )?)?(?:lower|low|down|decreas\w*|reduc\w*|minimi[sz]e|less|smaller|below"
        r"|↓|▼).*",
        wording.POLARITIES[Polarity.LOW],
    ),
    Polarity.NEUTRAL: _words(
        r"neutral|neither|n/a|none|-|(?:on )?(?:target|plan)(?: is best)?|in range|↔",
        wording.POLARITIES[Polarity.NEUTRAL],
    ),
}


_CONTRARY = _words(r".*\b(?:bad|worse|worst|poor|not)\b.*")
_AGAINST = {Polarity.HIGH: "↓▼", Polarity.LOW: "↑▲", Polarity.NEUTRAL: ""}


def read_polarity(text: str) -> Polarity | None:
    """Which way is better; None where the words are not known, or contradict themselves."""
    plain = text.strip(" .")
    way = next((way for way, words in _TOWARDS.items() if words.fullmatch(plain)), None)
    if way is None or _CONTRARY.fullmatch(plain) or any(s in plain for s in _AGAINST[way]):
        return None
    return way


def is_capitals(text: str) -> bool:
    """Whether a text, which may have no bold, is set as a heading: in capitals, or named one."""
    return (text.isupper() and len(text) > 3 and not text.endswith(".")) or bool(
        PORTFOLIO.match(text)
    )


def begins_indicator(line: Line) -> bool:
    """Whether a row names its cells: the indicator, and which way is better."""
    described = any(DESCRIPTION.fullmatch(cell) for cell in line.filled)
    return described and any(POLARITY.fullmatch(cell) for cell in line.filled)


def section(line: Line, words: re.Pattern[str]) -> Line | None:
    """What follows a section's name on its line, blank where nothing does.

    None where the line does not begin that section. Words after the name need a colon or a cell
    of their own.
    """
    index = next((n for n, cell in enumerate(line.cells) if cell), None)
    if index is None:
        return None
    head, _, rest = line.cells[index].partition(":")
    if len(head) > LONGEST_NAME:
        return None
    if not words.fullmatch(re.sub(r"[*?]|\(.*\)", "", head).strip(" .–-")):
        return None
    cells = ["" for _ in line.cells[:index]] + [rest.strip(" *"), *line.cells[index + 1 :]]
    return replace(line, cells=tuple(cells), level=0, bold=False)
