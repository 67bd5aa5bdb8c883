"""A report's file as lines, or one clear sentence on why it cannot be read.

Every limit is checked before anything large is read, so that refusing a file is cheap.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from dashboard.reports.importing.line import Line, line
from dashboard.reports.importing.word import WordError, word_lines

LARGEST_TEXT = 2_000_000
LONGEST_LINE = 50_000
MOST_LINES = 30_000
LARGEST_WORD = 40_000_000
LARGEST_UNPACKED = 100_000_000
LARGEST_PART = 16_000_000
MOST_TAGS = 200_000
"""Tags and attributes in a document: five times as many as 60 indicators need."""
_PARSED = re.compile(r"\.(?:xml|rels)$")
_CHART = re.compile(rb"<(?:\w+:)?chartSpace\b")
CHART_BEGINS, LARGEST_CHART = 2_000, 300_000
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
ZIP = b"PK\x03\x04"
_DIRECTORY = "[Content_Types].xml"
_KINDS = {
    ZIP: "a zip file",
    b"%PDF": "a PDF; save the report as Word (.docx) or plain text (.txt)",
    b"\xd0\xcf\x11\xe0": "an old or encrypted Office file; save it as .docx, without a password",
    b"{\\rtf": "rich text; save it as Word (.docx) or plain text (.txt)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_SUFFIXES = {
    ".docm": "holds macros. Save it as .docx, without them.",
    ".dotm": "holds macros. Save it as .docx, without them.",
    ".doc": "is from Word before 2007. Open it and save it as .docx.",
    ".xlsx": "is a workbook. Name the report as Word (.docx) or plain text (.txt).",
    ".odt": "is an OpenDocument text. Save it as .docx.",
    ".pdf": "is a PDF. Save the report as Word (.docx) or plain text (.txt).",
    ".rtf": "is rich text. Save it as .docx.",
}


class UnreadableReportError(ValueError):
    """A file that cannot be read as a report; the message says why, and what to do."""


def read_lines(path: Path) -> list[Line]:
    """The lines of a .txt or a .docx; raises UnreadableReportError before reading too much."""
    try:
        if path.is_dir():
            raise UnreadableReportError(f"{path} is a folder. Name the report’s file.")
        if not path.is_file():
            raise UnreadableReportError(f"There is no file {path}.")
        suffix = path.suffix.lower()
        if suffix in _SUFFIXES:
            raise UnreadableReportError(f"{path.name} {_SUFFIXES[suffix]}")
        if suffix == ".docx":
            return _word(path)
        if suffix == ".txt":
            return _text(path)
    except OSError as error:
        raise UnreadableReportError(f"{path}: {error.strerror or error}.") from error
    raise UnreadableReportError(f"{path.name} is neither a .docx nor a .txt file.")


def _text(path: Path) -> list[Line]:
    size = path.stat().st_size
    if size > LARGEST_TEXT:
        raise UnreadableReportError(
            f"{path.name} has {size / 1e6:,.1f} MB of text; a report has at most "
            f"{LARGEST_TEXT // 1_000_000} MB."
        )
    content = path.read_bytes()
    _refuse_others(path, content, "text")
    texts = _LINE_ENDS.split(_decoded(path, content))
    if len(texts) > MOST_LINES:
        raise UnreadableReportError(
            f"{path.name} has {len(texts):,} lines; a report has at most {MOST_LINES:,}."
        )
    for number, text in enumerate(texts, start=1):
        if len(text) > LONGEST_LINE:
            raise UnreadableReportError(
                f"{path.name}, line {number:,} has {len(text):,} letters; a report’s has at most "
                f"{LONGEST_LINE:,}."
            )
    return [line(f"line {number}", text) for number, text in enumerate(texts, start=1)]


def _refuse_others(path: Path, content: bytes, wanted: str) -> None:
    """Names a file of another kind by how it begins."""
    if not content.strip():
        raise UnreadableReportError(f"{path.name} is empty.")
    for start, what in _KINDS.items():
        if content.startswith(start):
            raise UnreadableReportError(f"{path.name} is not {wanted} but {what}.")


def _decoded(path: Path, content: bytes) -> str:
    """UTF-8, or UTF-16 with its mark.

    Older encodings are refused: they have no arrows and ticks, so a report saved in one has lost
    them without a trace.
    """
    encoding = "utf-8-sig"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\x00" in content:
        raise UnreadableReportError(f"{path.name} is not text: it holds zero bytes.")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        shown = content[max(0, error.start - 12) : error.start + 12].decode("cp1252", "replace")
        around = " ".join(shown.split())
        raise UnreadableReportError(
            f"{path.name} is not in UTF-8 (line {number:,}: “{around}”) but in an older encoding "
            "such as Latin-1, which has no arrows or ticks. Save it as text again and "
            "choose UTF-8, or use the Word file."
        ) from error


def _word(path: Path) -> list[Line]:
    size = path.stat().st_size
    if size > LARGEST_WORD:
        raise UnreadableReportError(
            f"{path.name} has {size / 1e6:,.0f} MB; a report has at most "
            f"{LARGEST_WORD // 1_000_000} MB. Remove large pictures."
        )
    with path.open("rb") as file:
        start = file.read(8)
    if not start.startswith(ZIP):
        _refuse_others(path, start, "a Word document")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_archive(path, archive)
        return word_lines(path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise UnreadableReportError(
            f"{path.name} is not a complete Word document: it may have been cut off in transit. "
            "Download or save it again."
        ) from None
    except WordError as error:
        raise UnreadableReportError(
            f"{path.name} cannot be read as Word: it is damaged, or was not made by Word "
            f"({error}). Open it in Word and save it again."
        ) from error


def _check_archive(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableReportError(f"{path.name} is encrypted. Save it without a password.")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise UnreadableReportError(f"{path.name} holds macros. Save it as .docx, without them.")
    if not {"word/document.xml", "_rels/.rels", _DIRECTORY} <= names:
        raise UnreadableReportError(f"{path.name} is a zip file, but not a Word document.")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED:
        raise UnreadableReportError(
            f"{path.name} would unpack to {unpacked / 1e6:,.0f} MB; a report unpacks to at most "
            f"{LARGEST_UNPACKED // 1_000_000} MB."
        )
    if b'"word/document.xml"' not in archive.read("_rels/.rels").replace(b'"/', b'"'):
        raise UnreadableReportError(f"{path.name} is a zip file, but not a Word document.")
    tags = sum(_tags(path, archive, part) for part in parts if _PARSED.search(part.filename))
    if tags > MOST_TAGS:
        raise UnreadableReportError(
            f"{path.name} is made of {tags:,} pieces of text and layout; a report has at most "
            f"{MOST_TAGS:,}. Is it the right file?"
        )


def _tags(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many tags and attributes a part has, as they decide how much memory reading takes."""
    if part.file_size > LARGEST_PART:
        raise UnreadableReportError(
            f"{path.name} has {part.file_size / 1e6:,.0f} MB of text and layout; a report has at "
            f"most {LARGEST_PART // 1_000_000} MB."
        )
    content = archive.read(part)
    if _CHART.search(content[:CHART_BEGINS]) and len(content) < LARGEST_CHART:
        # Charts are not parsed.
        return 0
    return content.count(b"<") + content.count(b"=") // 2
