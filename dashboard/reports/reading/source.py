"""A report's file as lines, or one clear sentence on why it cannot be read."""

from __future__ import annotations

import zipfile
from pathlib import Path

from dashboard.reports.reading.line import Line, line
from dashboard.reports.reading.word import WordError, word_lines

LARGEST_TEXT = 5_000_000
LARGEST_WORD = 25_000_000
LARGEST_UNPACKED = 100_000_000
ZIP = b"PK\x03\x04"
_KINDS = {
    ZIP: "a zip file",
    b"%PDF": "a PDF; save the report as Word (.docx) or plain text (.txt)",
    b"\xd0\xcf\x11\xe0": "an old or encrypted Office file; save it as .docx, without a password",
    b"{\\rtf": "rich text; save it as Word (.docx) or plain text (.txt)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


class UnreadableReportError(ValueError):
    """A file that is no report; the message says what it is, and what would be right."""


def read_lines(path: Path) -> list[Line]:
    """The lines of a .txt or a .docx; raises UnreadableReportError before reading too much."""
    if not path.is_file():
        raise UnreadableReportError(f"There is no file {path}.")
    suffix = path.suffix.lower()
    if suffix == ".docm":
        raise UnreadableReportError(f"{path.name} holds macros. Save it as .docx, without them.")
    if suffix == ".docx":
        return _word(path)
    if suffix == ".txt":
        return _text(path)
    raise UnreadableReportError(f"{path.name} is neither a .docx nor a .txt file.")


def _text(path: Path) -> list[Line]:
    size = path.stat().st_size
    if size > LARGEST_TEXT:
        raise UnreadableReportError(
            f"{path.name} has {size // 1_000_000} MB of text; a report has at most "
            f"{LARGEST_TEXT // 1_000_000} MB."
        )
    content = path.read_bytes()
    _refuse_others(path, content, "text")
    return [
        line(f"line {number}", text) for number, text in enumerate(_decoded(path, content), start=1)
    ]


def _refuse_others(path: Path, content: bytes, wanted: str) -> None:
    """Names a file of another kind by how it begins."""
    for start, what in _KINDS.items():
        if content.startswith(start):
            raise UnreadableReportError(f"{path.name} is not {wanted} but {what}.")


def _decoded(path: Path, content: bytes) -> list[str]:
    """UTF-8, or UTF-16 with its mark, or what Windows writes; never text with holes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in content:
        raise UnreadableReportError(f"{path.name} is not text: it holds zero bytes.")
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
    raise UnreadableReportError(f"{path.name} is not text in UTF-8 or Windows encoding.")


def _word(path: Path) -> list[Line]:
    size = path.stat().st_size
    if size > LARGEST_WORD:
        raise UnreadableReportError(
            f"{path.name} has {size // 1_000_000} MB; a report has at most "
            f"{LARGEST_WORD // 1_000_000} MB. Remove large pictures."
        )
    with path.open("rb") as file:
        start = file.read(8)
    if not start.startswith(ZIP):
        _refuse_others(path, start, "a Word document")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_archive(path, archive)
    except zipfile.BadZipFile:
        raise UnreadableReportError(
            f"{path.name} is not a whole Word document: it may have been cut off on its way."
        ) from None
    try:
        return word_lines(path)
    except WordError as error:
        raise UnreadableReportError(f"{path.name} cannot be read as Word: {error}") from error


def _check_archive(path: Path, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise UnreadableReportError(f"{path.name} is encrypted. Save it without a password.")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise UnreadableReportError(f"{path.name} holds macros. Save it as .docx, without them.")
    if "word/document.xml" not in names:
        raise UnreadableReportError(f"{path.name} is a zip file, but no Word document.")
    unpacked = sum(info.file_size for info in archive.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise UnreadableReportError(
            f"{path.name} would unpack to {unpacked // 1_000_000} MB; a report unpacks to at most "
            f"{LARGEST_UNPACKED // 1_000_000} MB."
        )
