"""Questionnaires for the tests of the printable pack, and its pages read back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.reports.paper.pack import Pack, Part, why_not
from cls_check.reports.paper.pages import page
from tests.reports.reading import squeezed, text, tree

SHEETS = (Part.ANSWER_SHEET, Part.ANSWER_SHEET_LARGE_PRINT, Part.EASY_ANSWER_SHEET)


def bicycles(
    answers: int | list[str] = 5, topics: int = 3, statements: int = 2, groups: int = 2, **more: Any
) -> Questionnaire:
    """A questionnaire about something else, of any size."""
    words = answers if isinstance(answers, list) else [f"Answer {n + 1}" for n in range(answers)]
    tree = {
        "cls-check-questionnaire": 1,
        "id": "bicycles",
        "version": "2",
        "title": "Bicycles in our town",
        "scale": {"question": "How often?", "answers": words},
        "perspectives": {f"p-{n}": f"riders of group {n}" for n in range(groups)},
        "factors": {
            f"f-{topic}": {
                "title": f"Topic {topic}",
                "statements": {
                    f"s-{topic}-{n}": f"I say {n} of topic {topic}." for n in range(statements)
                },
            }
            for topic in range(topics)
        },
    }
    return Questionnaire.model_validate(tree | more)


def all_pages(questionnaire: Questionnaire, **more: Any) -> dict[Part, str]:
    """Every page that a questionnaire has a use for, by its part."""
    pack = Pack(questionnaire, **more)
    return {part: page(part, pack) for part in Part if not why_not(part, pack)}


def read(part: Part, questionnaire: Questionnaire, **more: Any) -> Element:
    return tree(page(part, Pack(questionnaire, **more)))


def words_of(page: Element) -> str:
    """All that a reader of the page sees, on one line."""
    return squeezed(text(page.find("body")))


def of_class(element: Element, name: str) -> list[Element]:
    return [each for each in element.iter() if name in (each.get("class") or "").split()]


def said(elements: Iterable[Element]) -> list[str]:
    """The text of each element, on one line."""
    return [squeezed(text(each)) for each in elements]
