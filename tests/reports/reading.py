"""Reading reports back as a browser or a Markdown program would."""

from __future__ import annotations

import re
from collections import Counter

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options

SPACES = re.compile(r"\s+")
HEADINGS = {f"h{level}" for level in range(1, 7)}


def tree(html):
    """The page as a browser sees it; anything mis-nested is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html)


def fragment(html):
    return html5lib.parseFragment(html, namespaceHTMLElements=False)


def of_markdown(markdown):
    """Markdown as GitHub's own program reads it, with nothing taken out of it."""
    return fragment(
        cmarkgfm.github_flavored_markdown_to_html(
            markdown, options=Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
        )
    )


def text(element):
    """All text; comments say nothing."""
    own = element.text or "" if isinstance(element.tag, str) else ""
    return own + "".join(text(child) + (child.tail or "") for child in element)


def squeezed(words):
    return SPACES.sub(" ", words).strip()


def elements(element):
    """How many elements of each kind there are."""
    return Counter(each.tag for each in element.iter() if isinstance(each.tag, str))


def headings(element):
    return [
        (each.tag, squeezed(text(each)))
        for each in element.iter()
        if isinstance(each.tag, str) and each.tag in HEADINGS
    ]
