"""Reading reports back as a browser or a Markdown program would."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options

SPACES = re.compile(r"\s+")
HEADINGS = {f"h{level}" for level in range(1, 7)}


def tree(html: str) -> Element:
    """The page as a browser sees it; anything mis-nested is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page: Element = parser.parse(html)
    return page


def fragment(html: str) -> Element:
    found: Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return found


def of_markdown(markdown: str) -> Element:
    """Markdown as GitHub's own program reads it, with nothing taken out of it."""
    return fragment(
        cmarkgfm.github_flavored_markdown_to_html(
            markdown, options=Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
        )
    )


def text(element: Element | None) -> str:
    """All text; comments say nothing."""
    assert element is not None
    own = element.text or "" if isinstance(element.tag, str) else ""
    return own + "".join(text(child) + (child.tail or "") for child in element)


def squeezed(words: str) -> str:
    return SPACES.sub(" ", words).strip()


def elements(element: Element) -> Counter[str]:
    """How many elements of each kind there are."""
    return Counter(each.tag for each in element.iter() if isinstance(each.tag, str))


def headings(element: Element) -> list[tuple[str, str]]:
    return [
        (each.tag, squeezed(text(each)))
        for each in element.iter()
        if isinstance(each.tag, str) and each.tag in HEADINGS
    ]


# Documents

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(data: bytes) -> Element:
    """The body of a DOCX."""
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return ElementTree.fromstring(files.read("word/document.xml"))  # noqa: S314 - our own


def document_lines(data: bytes) -> Iterator[tuple[str, str]]:
    """Every paragraph of a DOCX as (style, text), those of tables too; a break is a blank."""
    for paragraph in document(data).iter(f"{WORD}p"):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        words = [" " if each.tag == f"{WORD}br" else each.text or "" for each in paragraph.iter()
                 if each.tag in {f"{WORD}t", f"{WORD}br"}]  # fmt: skip
        yield "" if style is None else style.attrib[f"{WORD}val"], "".join(words)


def document_headings(data: bytes) -> list[tuple[str, str]]:
    return [
        (f"h{style.removeprefix('Heading')}", squeezed(words))
        for style, words in document_lines(data)
        if style.startswith("Heading")
    ]


def pdf_text(data: bytes) -> str | None:
    """What somebody reads in a PDF, or None where poppler is not on this computer."""
    if not shutil.which("pdftotext"):
        return None
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def shown_in(form: str, data: bytes) -> str:
    """All text of a report in any form."""
    if form == "docx":
        return squeezed(" ".join(words for _, words in document_lines(data)))
    if form == "pdf":
        return squeezed(pdf_text(data) or "")
    page = tree(data.decode()) if form == "html" else of_markdown(data.decode())
    return squeezed(text(page))
