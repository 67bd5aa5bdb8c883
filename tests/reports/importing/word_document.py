"""Word documents for tests, part by part as Word itself writes them."""

from __future__ import annotations

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

SPACES = nsdecls("w", "wp", "a", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def sign(code: str, font: str = "Wingdings") -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p>{named}{inner}</w:p>"


def bold(text: str) -> str:
    return paragraph(run(text, "<w:b/>"))


def cell(*paragraphs: str, span: int = 1, below: str = "") -> str:
    merged = "" if not below else "<w:vMerge/>" if below == "on" else '<w:vMerge w:val="restart"/>'
    inner = "".join(each if each.startswith("<") else paragraph(each) for each in paragraphs)
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{inner or "<w:p/>"}</w:tc>'


def row(*cells: str) -> str:
    inner = "".join(each if each.startswith("<w:tc") else cell(each) for each in cells)
    return f"<w:tr>{inner}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def controlled(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def inserted(content: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{content}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def text_box(*paragraphs: str) -> str:
    inner = "".join(map(paragraph, paragraphs))
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture() -> str:
    return "<w:r><w:drawing><wp:inline/></w:drawing></w:r>"


def save(path, *blocks: str, header: str = ""):
    """A document of these blocks, with a page header."""
    document = Document()
    body = document.element.body
    for block in blocks:
        made = parse_xml(f"<w:body {SPACES}>{block}</w:body>")
        for element in list(made):
            body.insert(len(body) - 1, element)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.save(str(path))
    return path
