"""The style of a document: paper, letters, colours and the language it is read aloud in."""

from __future__ import annotations

from typing import Any

A4_MM = (210, 297)
MARGIN_MM, TIGHT_MARGIN_MM = 20, 12
USUAL_ACCENT, WORDS = "12436D", "801650"
HEADINGS = {"Heading 1": 2.0, "Heading 2": 1.5, "Heading 3": 1.2, "Heading 4": 1.1}
"""How many times as large as the text."""


def dress(document: Any, font: str, size: int, language: str, accent: str, *, tight: bool) -> None:
    """Set paper and styles once, so that nothing in the text has a look of its own."""
    from docx.shared import Mm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = map(Mm, A4_MM)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(
        TIGHT_MARGIN_MM if tight else MARGIN_MM
    )
    styles = document.styles
    normal = styles["Normal"]
    normal.paragraph_format.space_after = Pt(size / 5 if tight else size / 2)
    _letters(normal, font, size)
    _speak(styles, language)
    colour = RGBColor.from_string(accent.removeprefix("#").upper() or USUAL_ACCENT)
    for name, times in HEADINGS.items():
        _letters(styles[name], font, round(size * times))
        styles[name].font.color.rgb = colour
        if tight:
            styles[name].paragraph_format.space_before = Pt(size / 2)
    _letters(styles["Caption"], font, size)
    styles["Caption"].font.color.rgb = RGBColor(0, 0, 0)
    styles["Caption"].paragraph_format.keep_with_next = True
    styles["Quote"].font.color.rgb = RGBColor.from_string(WORDS)
    styles["Quote"].paragraph_format.left_indent = Mm(8)


def _letters(style: Any, font: str, size: float) -> None:
    """One font for every script: python-docx sets the Latin one alone."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = font, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), font)


def _speak(styles: Any, language: str) -> None:
    """The language of all text."""
    from docx.oxml.ns import qn

    for spoken in styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)
