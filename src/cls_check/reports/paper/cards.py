"""Level cards, the privacy notice, and what to print of all pages."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from cls_check.domain.rounds.grammar import SINGLE_DIGITS
from cls_check.reports.paper.pack import Part, lines, why_not
from cls_check.reports.paper.sheets import easy_answers, perspectives, signs
from cls_check.words.speech import is_said, label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.questionnaires.questionnaire import Factor, Questionnaire
    from cls_check.reports.paper.pack import Pack, PageView

PROMPTS_OF_A_CARD = 2
SEATS_AT_A_TABLE = 6
PEOPLE_FOR_ONE_OTHER_SHEET = 8
"""Of so many people, one is thought to want large print, and one the easy sheet."""
PARTS_OF_THE_NOTICE = range(1, 7)


def level_cards(pack: Pack) -> PageView:
    """A card for each factor, and one first that says how to use them."""
    questionnaire = pack.questionnaire
    return {
        "how": label("pack.cards.about"),
        "steps": lines("pack.cards.about.text", no_level=questionnaire.no_level),
        "choose": label("pack.cards.choose"),
        "talk": label("pack.cards.talk"),
        "no_level": questionnaire.no_level,
        "cards": [
            _card(factor, questionnaire)
            | {
                "number": label(
                    "pack.cards.number", number=number, total=len(questionnaire.factors)
                )
            }
            for number, factor in enumerate(questionnaire.factors.values(), start=1)
        ],
    }


def _card(factor: Factor, questionnaire: Questionnaire) -> dict[str, Any]:
    return {
        "title": factor.title,
        "meaning": factor.meaning,
        "levels": [
            {"name": name, "text": factor.levels.get(level)}
            for level, name in questionnaire.levels.items()
        ],
        "prompts": list(factor.conversation[:PROMPTS_OF_A_CARD]),
    }


def privacy_notice(pack: Pack) -> PageView:
    """What happens with what people say, on one page."""
    return {
        "about": label("pack.notice.about"),
        "parts": [
            {
                "heading": label(f"pack.notice.{number}"),
                "points": list(_notice_points(number, pack)),
            }
            for number in PARTS_OF_THE_NOTICE
        ],
        "ask": label("pack.notice.7"),
        "name": label("pack.notice.7.name"),
        "contact": label("pack.notice.7.contact"),
    }


def _notice_points(number: int, pack: Pack) -> Iterator[str]:
    """The points that hold for every questionnaire, and those that hold for this one."""
    known = perspectives(pack.questionnaire)
    yield from lines(f"pack.notice.{number}.text", minimum=pack.minimum_group)
    if known and is_said(f"pack.notice.{number}.perspectives"):
        yield label(f"pack.notice.{number}.perspectives", perspective=known[0].text)
    if pack.has_statements and is_said(f"pack.notice.{number}.statements"):
        yield label(f"pack.notice.{number}.statements")


def what_to_print(pack: Pack) -> PageView:
    """Which pages there are, how many copies of each, and how to use them."""
    made = [part for part in Part if part is not Part.WHAT_TO_PRINT and not why_not(part, pack)]
    return {
        "about": label("pack.print.about", title=pack.questionnaire.title),
        "caption": label("pack.print.caption"),
        "columns": [label(f"pack.print.{name}") for name in ("page", "copies", "why")],
        "rows": [
            {
                "href": f"{part}.html",
                "page": part.title(),
                "copies": str(copies(part, pack.people)),
                "why": label(f"pack.print.why.{part}"),
            }
            for part in made
        ],
        "sections": list(_print_sections(pack)),
        "left_out": left_out(tuple(Part), pack),
    }


def copies(part: Part, people: int) -> int:
    """How many copies to begin with for 1 or more people; of cards, how many sets."""
    tables = ceil(people / SEATS_AT_A_TABLE)
    others = ceil(people / PEOPLE_FOR_ONE_OTHER_SHEET)
    return {
        Part.ANSWER_SHEET: people,
        Part.LEVEL_CARDS: tables,
        Part.LEVEL_CARDS_LARGE_PRINT: 1,
        Part.PRIVACY_NOTICE: tables + 1,
    }.get(part, others)


def _print_sections(pack: Pack) -> Iterator[dict[str, Any]]:
    yield _section("how")
    scale = pack.questionnaire.scale
    if pack.has_statements and scale:
        easy = (
            label("pack.print.easy.typed", text=each.text, sign=each.sign)
            for each in easy_answers(pack)
        )
        yield _section("easy", " ".join(easy))
        most = len(scale.answers)
        spaces = [label("pack.print.typing.spaces")] if most > SINGLE_DIGITS else []
        yield _section("typing", *spaces, most=most, **signs())


def _section(name: str, *more: str, **fields: object) -> dict[str, Any]:
    key = f"pack.print.{name}"
    return {"heading": label(key), "points": [*lines(f"{key}.text", **fields), *more]}


def left_out(wanted: Sequence[Part], pack: Pack) -> list[str]:
    """Which of the wanted pages cannot be made and why: a sentence or two for each reason."""
    reasons: dict[str, list[str]] = {}
    for part in wanted:
        if why := why_not(part, pack):
            reasons.setdefault(why, []).append(part.title(pack.people))
    return [
        label("pack.left-out", pages=", ".join(titles), why=why) for why, titles in reasons.items()
    ]
