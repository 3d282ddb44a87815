"""The printable pack: every statement once and in order, whatever the questionnaire."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.domain.rounds.grammar import whole_factors
from cls_check.domain.rounds.session import Answered, after, questions_of, started
from cls_check.files.questionnaires.reading import bundled, find
from cls_check.reports.paper.cards import copies
from cls_check.reports.paper.layout import beside_or_below, columns_for, filled
from cls_check.reports.paper.pack import Pack, Part, chosen, why_not
from cls_check.reports.paper.pages import page, page_view
from cls_check.reports.paper.sheets import blocks, easy_places
from tests.reports.paper.papers import SHEETS, all_pages, bicycles, of_class, read, said, words_of
from tests.reports.reading import headings, squeezed, text, tree

ROOT = Path(__file__).resolve().parents[3]
OURS = [each for each in bundled() if any(True for _ in each.statements())]
STRANGERS = {
    "3 answers": bicycles(3),
    "4 answers": bicycles(4),
    "7 answers": bicycles(7),
    "11 answers": bicycles(11),
    "no perspectives": bicycles(groups=0),
    "long words": bicycles(["Donaudampfschifffahrtsgesellschaft", "b", "c"]),
    "20 statements in a factor": bicycles(topics=2, statements=20),
}
ANY = [pytest.param(each, id=each.id) for each in OURS] + [
    pytest.param(each, id=name) for name, each in STRANGERS.items()
]


# What stands on a sheet


@pytest.mark.parametrize("part", SHEETS)
@pytest.mark.parametrize("questionnaire", ANY)
def test_every_statement_stands_once_in_the_order_and_with_the_number_of_assess(
    questionnaire: Questionnaire, part: Part
) -> None:
    sheet = read(part, questionnaire)
    in_table = [each for each in sheet.iter("th") if each.get("scope") == "row"]
    expected = [
        f"{number} {question.text}"
        for number, question in enumerate(questions_of(questionnaire), start=1)
    ]
    listed = [each for each in of_class(sheet, "statement") if of_class(each, "number")]
    assert said(in_table or listed) == expected
    whole = words_of(sheet)
    assert all(whole.count(each) == 1 for each in expected)


@pytest.mark.parametrize("part", SHEETS)
@pytest.mark.parametrize("questionnaire", ANY)
def test_every_perspective_stands_once_with_the_number_that_is_typed(
    questionnaire: Questionnaire, part: Part
) -> None:
    choices = [each for list_ in of_class(read(part, questionnaire), "choices") for each in list_]
    assert said(choices) == [
        f"{number}{each.choose or each.name[0].upper() + each.name[1:]}"
        for number, each in enumerate(questionnaire.perspectives.values(), start=1)
    ]


def test_people_with_lived_experience_come_first() -> None:
    for questionnaire in OURS:
        first = next(iter(of_class(read(Part.ANSWER_SHEET, questionnaire), "choices")[0]))
        assert squeezed(text(first)) == "1I draw on care or support, or have done"


@pytest.mark.parametrize("questionnaire", ANY)
def test_each_block_is_one_line_to_type_in(questionnaire: Questionnaire) -> None:
    """Typed block after block, as paper forms are, a sheet answers every statement."""
    session = started(questions_of(questionnaire))
    for block in blocks(questionnaire):
        numbers = [each.number for each in block.statements]
        assert session.position + 1 == numbers[0]
        assert session.left_in_factor == len(numbers)
        event = whole_factors(" ".join("1" for _ in numbers), session)
        assert event == Answered(tuple("1" for _ in numbers))
        session = after(session, event)
    assert session.current is None


@pytest.mark.parametrize("part", SHEETS)
@pytest.mark.parametrize("questionnaire", ANY)
def test_there_is_a_box_for_each_answer_and_one_to_type_it_into(
    questionnaire: Questionnaire, part: Part
) -> None:
    assert questionnaire.scale
    answers = len(questionnaire.scale.answers)
    choices = answers + 2
    practice = 0
    if part is Part.EASY_ANSWER_SHEET:
        choices = len(easy_places(answers)) + 1
        practice = choices
    statements = len(questions_of(questionnaire))
    sheet = read(part, questionnaire)
    quote = 1
    boxes = statements * choices + len(questionnaire.perspectives) + practice + quote
    assert len(of_class(sheet, "box")) == boxes
    assert len(of_class(sheet, "cell")) == statements


def test_a_factor_without_statements_has_no_block() -> None:
    questionnaire = bicycles(topics=2)
    empty = questionnaire.factors["f-0"].model_copy(update={"statements": {}})
    factors = {"f-0": empty, "f-1": questionnaire.factors["f-1"]}
    assert [each.title for each in blocks(questionnaire.model_copy(update={"factors": factors}))] == [
        "Topic 1"
    ]  # fmt: skip


def test_200_factors_are_200_lines_to_type() -> None:
    sheet = page(Part.ANSWER_SHEET, Pack(bicycles(topics=200, statements=1)))
    assert sheet.count("<tbody") == 200


def test_the_words_of_the_scale_stand_at_the_head_with_what_is_typed() -> None:
    sheet = read(Part.ANSWER_SHEET, OURS[0])
    heads = [each for each in sheet.iter("th") if each.get("scope") == "col"]
    assert said(heads) == ["Statement", "Not true yet", "A little true", "Partly true",
                           "Mostly true", "Very true", "I do not know",
                           "Not something I can answer", "Typed"]  # fmt: skip
    first = of_class(sheet, "factor")[0]
    assert said(of_class(first, "sign")) == ["1", "2", "3", "4", "5", "d", "x"]


# The easy sheet


@pytest.mark.parametrize(
    ("answers", "places"),
    [(3, (1, 2, 3)), (4, (1, 2, 3, 4)), (5, (1, 3, 5)), (6, (1, 3, 4, 6)), (7, (1, 4, 7)),
     (10, (1, 5, 6, 10)), (11, (1, 6, 11))],
)  # fmt: skip
def test_the_easy_answers_are_the_lowest_the_middle_and_the_highest(
    answers: int, places: tuple[int, ...]
) -> None:
    assert easy_places(answers) == places


@pytest.mark.parametrize(
    ("questionnaire", "words"),
    [
        (OURS[0], ["Not yet1", "Partly3", "Yes5", "I do not knowd"]),
        (bicycles(5), ["Answer 11", "Answer 33", "Answer 55", "I do not knowd"]),
        (bicycles(4), ["Answer 11", "Answer 22", "Answer 33", "Answer 44", "I do not knowd"]),
        (bicycles(scale={"answers": ["No", "Partly", "Yes", "Very"]}),
         ["No1", "Partly2", "Yes3", "Very4", "I do not knowd"]),
    ],
    ids=["usual", "another question", "even", "even with the usual question"],
)  # fmt: skip
def test_easy_words_answer_the_usual_question_and_no_other(
    questionnaire: Questionnaire, words: list[str]
) -> None:
    answers = of_class(read(Part.EASY_ANSWER_SHEET, questionnaire), "answers")
    assert said(answers[0]) == words


def test_practice_comes_before_the_first_statement_and_is_not_typed() -> None:
    sheet = read(Part.EASY_ANSWER_SHEET, OURS[0])
    (practice,) = of_class(sheet, "practice")
    assert of_class(practice, "cell") == []
    words = words_of(sheet)
    assert words.index("This room is warm.") < words.index(questions_of(OURS[0])[0].text)


@pytest.mark.parametrize(
    ("share", "path"),
    [
        (0, ""),
        (0.5, "M1.00 10.00A9 9 0 0 0 19.00 10.00Z"),
        (1, "M10 1A9 9 0 1 0 10 19A9 9 0 1 0 10 1Z"),
    ],
)
def test_a_circle_is_filled_from_the_bottom_up(share: float, path: str) -> None:
    assert filled(share) == path


# What fits


@pytest.mark.parametrize(
    ("answers", "columns"),
    [
        (["No", "Partly", "Yes"], "narrow"),
        (["Never", "Sometimes", "Often", "Always"], "wide"),
        (["Never", "Rarely", "Seldom", "At times", "Often", "Mostly", "Always"], "medium"),
        (["Disagree very much", "Disagree", "Neither", "Agree", "Agree very much"], "wide"),
        (list("abcdefgh"), "narrow"),
        (list("abcdefghi"), "list"),
        (["Wholeheartedly", "b", "c"], "list"),
        (["a b c d e f g h i j k l m n o p q", "b", "c"], "list"),
        (["\u6f22\u5b57\u6f22\u5b57", "b", "c"], "medium"),
    ],
)
def test_answers_stand_in_columns_where_their_words_fit(answers: list[str], columns: str) -> None:
    scale = bicycles(answers).scale
    assert scale
    assert columns_for(scale) == columns


@pytest.mark.parametrize(
    ("answers", "how"),
    [
        (["Not yet", "Partly", "Yes"], "columns"),
        (["Never", "Sometimes", "Often", "Always"], "rows"),
        (["Wholeheartedly", "b", "c"], "rows"),
        (["a rather long answer, this", "b", "c"], "rows"),
    ],
)
def test_easy_answers_stand_beside_each_other_where_they_are_three_and_short(
    answers: list[str], how: str
) -> None:
    assert beside_or_below(answers) == how


def test_a_factor_of_many_statements_may_go_over_two_pages() -> None:
    for statements, name in ((6, "short"), (7, "long")):
        sheet = read(Part.ANSWER_SHEET, bicycles(topics=1, statements=statements))
        assert [each.get("class") for each in sheet.iter("tbody")] == [name]


# Cards, notice, and what to print


def test_a_card_has_the_levels_and_the_choice_not_to_agree() -> None:
    levels = find("ten-factors-levels").questionnaire
    first, second = of_class(read(Part.LEVEL_CARDS, levels), "card")[:2]
    assert squeezed(text(first)).startswith("Ten things that help")
    factor = levels.factors["co-production"]
    assert said(second.iter("h2")) == [factor.title]
    (described,) = of_class(second, "levels")
    assert said(described) == [
        *(f"{name} {factor.levels[level]}" for level, name in levels.levels.items()),
        "We do not agree",
    ]
    (talk,) = of_class(second, "talk")
    assert said(talk.iter("li")) == list(factor.conversation[:2])


def test_cards_of_a_stranger_without_descriptions_have_the_names_of_the_levels() -> None:
    questionnaire = bicycles(topics=2, levels={"no": "No", "yes": "Yes"})
    cards = of_class(read(Part.LEVEL_CARDS, questionnaire), "card")
    assert len(cards) == 3
    assert said(of_class(cards[1], "level")) == ["No", "Yes", "We do not agree"]
    assert of_class(cards[1], "talk") == []


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (1, [1, 1, 1, 1, 1, 2, 1]),
        (6, [6, 1, 1, 1, 1, 2, 1]),
        (24, [24, 3, 3, 4, 1, 5, 3]),
        (25, [25, 4, 4, 5, 1, 6, 4]),
    ],
)
def test_how_many_copies(people: int, expected: list[int]) -> None:
    parts = [part for part in Part if part is not Part.WHAT_TO_PRINT]
    assert [copies(part, people) for part in parts] == expected


def test_what_to_print_links_all_other_pages() -> None:
    pages = all_pages(OURS[0], people=24)
    links = [each.get("href") for each in tree(pages[Part.WHAT_TO_PRINT]).iter("a")]
    assert links == [f"{part}.html" for part in pages if part is not Part.WHAT_TO_PRINT]


def test_levels_alone_have_no_answer_sheet_and_statements_alone_no_cards() -> None:
    levels = Pack(find("ten-factors-levels").questionnaire)
    assert [part for part in Part if why_not(part, levels)] == list(SHEETS)
    assert [part.plain for part in Part if why_not(part, Pack(bicycles()))] == ["level-cards"] * 2
    (told,) = page_view(Part.WHAT_TO_PRINT, levels)["left_out"]
    assert told.startswith(
        "Not made: Answer sheet, Answer sheet in large print, Easy answer sheet."
    )
    notice = words_of(read(Part.PRIVACY_NOTICE, levels.questionnaire))
    assert "sheet" not in notice


@pytest.mark.parametrize(
    ("named", "large", "parts"),
    [
        ([], False, list(Part)),
        ([Part.PRIVACY_NOTICE, Part.LEVEL_CARDS], False, [Part.LEVEL_CARDS, Part.PRIVACY_NOTICE]),
        ([Part.ANSWER_SHEET], True, [Part.ANSWER_SHEET_LARGE_PRINT]),
        ([], True, [Part.ANSWER_SHEET_LARGE_PRINT, Part.EASY_ANSWER_SHEET,
                    Part.LEVEL_CARDS_LARGE_PRINT, Part.PRIVACY_NOTICE_LARGE_PRINT]),
        ([Part.WHAT_TO_PRINT], True, []),
    ],
)  # fmt: skip
def test_which_pages_are_made(named: list[Part], large: bool, parts: list[Part]) -> None:
    assert chosen(named, large_print=large) == tuple(parts)


def test_place_and_day_are_printed_or_left_to_be_written() -> None:
    given = words_of(read(Part.ANSWER_SHEET, OURS[0], place="Northfield", date="2026-09-10"))
    assert "“Here” means Northfield." in given
    assert "Day: 10 September 2026" in given
    sheet = read(Part.ANSWER_SHEET, OURS[0])
    assert said(of_class(sheet, "fill-in")) == ["“Here” means:", "Day:"]


# A page that anybody can read


@pytest.mark.parametrize("questionnaire", [OURS[0], bicycles(11, levels={"a": "A", "b": "B"})])
def test_pages_can_be_read_aloud(questionnaire: Questionnaire) -> None:
    for made in all_pages(questionnaire).values():
        sheet = tree(made)
        levels = [int(tag[1]) for tag, _ in headings(sheet)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        for table in sheet.iter("table"):
            assert squeezed(text(table[0]))
            assert table[0].tag == "caption"
            assert all(each.get("scope") for each in table.iter("th"))
        ids = [each.get("id") for each in sheet.iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        assert all(each.get("aria-hidden") for each in sheet.iter("svg"))


def test_pages_fetch_nothing_run_nothing_and_ask_for_no_name() -> None:
    for part, made in all_pages(OURS[0]).items():
        sheet = tree(made)
        tags = {each.tag for each in sheet.iter() if isinstance(each.tag, str)}
        assert not {"script", "link", "img", "iframe", "form", "input", "object"} & tags
        assert "style=" not in made
        assert "url(" not in made
        assert "default-src 'none'; style-src 'sha256-" in made
        if part in SHEETS:
            assert said(of_class(sheet, "fill-in")) == ["“Here” means:", "Day:"]


def test_texts_in_another_language_are_marked_and_turned() -> None:
    urdu = bicycles(languages=["ur"], levels={"a": "A", "b": "B"})
    for part, made in all_pages(urdu, language="ur").items():
        sheet = tree(made)
        assert (sheet.get("lang"), sheet.get("dir")) == ("en", "ltr")
        marked = said(each for each in sheet.iter() if each.get("lang") == "ur")
        if part in SHEETS:
            assert {"Topic 0", "I say 1 of topic 2.", "Riders of group 1"} <= set(marked)
        if part is not Part.WHAT_TO_PRINT:
            assert "Bicycles in our town" in marked
        assert ('dir="rtl"' in made) is not part.startswith(("what", "privacy"))
    assert 'lang="en"' in page(Part.ANSWER_SHEET, Pack(OURS[0]))
    assert page(Part.ANSWER_SHEET, Pack(OURS[0])).count("lang=") == 1


@pytest.mark.slow
def test_the_same_bytes_everywhere() -> None:
    code = (
        "from tests.reports.paper.papers import *; import sys\n"
        "made = ''.join(all_pages(bicycles(7, levels={'a': 'A', 'b': 'B'})).values())\n"
        "sys.stdout.buffer.write(made.encode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
