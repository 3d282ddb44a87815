"""From a part of the printable pack to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.model.shown import all_visible
from cls_check.reports.output.rendering import render_page
from cls_check.reports.paper.cards import level_cards, privacy_notice, what_to_print
from cls_check.reports.paper.pack import Part, frame
from cls_check.reports.paper.sheets import answer_sheet, easy_answer_sheet

if TYPE_CHECKING:
    from cls_check.reports.paper.pack import Pack, PageView

STYLE = "paper.css"


def page_view(part: Part, pack: Pack) -> PageView:
    """Everything that a page says, as plain dicts and lists, with nothing hidden in it."""
    shown: PageView = all_visible(frame(part, pack) | _own(part, pack))
    return shown


def _own(part: Part, pack: Pack) -> PageView:
    match part:
        case Part.ANSWER_SHEET | Part.ANSWER_SHEET_LARGE_PRINT:
            return answer_sheet(pack, large_print=part.is_large)
        case Part.EASY_ANSWER_SHEET:
            return easy_answer_sheet(pack)
        case Part.LEVEL_CARDS | Part.LEVEL_CARDS_LARGE_PRINT:
            return level_cards(pack)
        case Part.PRIVACY_NOTICE | Part.PRIVACY_NOTICE_LARGE_PRINT:
            return privacy_notice(pack)
        case Part.WHAT_TO_PRINT:
            return what_to_print(pack)


def page(part: Part, pack: Pack) -> str:
    """The page in HTML; the same text for the same pack."""
    return render_page(f"paper-{part.plain}.html.jinja", page_view(part, pack), STYLE)
