"""What `questionnaire check` finds in a questionnaire that can be used, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.cli.app import run
from cls_check.cli.commands.questionnaire import NEW
from cls_check.files.questionnaires.advice import advice
from cls_check.yaml.reader import parse_yaml

SMALL = """\
cls-check-questionnaire: 1
id: small
version: "1"
title: Small
scale:
  answers: [Not true, Partly true, Very true]
factors:
  trust:
    title: Trust
    statements:
      tru-1: People say what they think.
"""
IN_TWO = SMALL.replace("title: Small\n", "title: {en: Small, de: Klein}\nlanguages: [en, de]\n")


def found(text: str) -> list[tuple[int | None, str]]:
    """The line and the fact of each piece of advice."""
    problems = advice(parse_yaml(text.encode(), "a.yaml"))
    assert {problem.kind for problem in problems} <= {"advice"}
    assert all(problem.hint for problem in problems)
    return [(problem.place.line, problem.fact) for problem in problems if problem.place]


def changed(old: str, new: str, text: str = SMALL) -> str:
    assert old in text
    return text.replace(old, new)


STATEMENT = "People say what they think."


@pytest.mark.parametrize(
    ("new", "line", "fact"),
    [
        (
            "People say what they think and we listen.",
            11,
            'This statement may hold two ideas: "and" joins them.',
        ),
        (" ".join(["word"] * 17), 11, "This statement has 17 words."),
        ("Clients say what they think.", 11, '"Clients" judges a place, or people in it.'),
    ],
)
def test_statements(new: str, line: int, fact: str) -> None:
    assert found(changed(STATEMENT, new)) == [(line, fact)]


def test_a_statement_that_a_person_has_looked_at() -> None:
    long = " ".join(["word"] * 17)
    written = f"{{text: {long}, x-checked: true}}"
    assert found(changed(STATEMENT, written)) == []
    assert len(found(changed(STATEMENT, written.replace("true", "false")))) == 1


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("title: Trust", "title: Our weakness", 9),
        ("title: Small", "title: A maturity model", 4),
        ("Partly true", "Partly compliant", 6),
    ],
)
def test_words_that_judge_are_found_wherever_people_read(old: str, new: str, line: int) -> None:
    [(where, fact)] = found(changed(old, new))
    assert where == line
    assert fact.endswith("judges a place, or people in it.")


@pytest.mark.parametrize("where", ["source: A score", "licence: clients", "x-note: {a: score}"])
def test_words_that_nobody_reads_or_that_are_a_name(where: str) -> None:
    assert found(changed("title: Small", f"title: Small\n{where}")) == []


@pytest.mark.parametrize(("word", "taken"), [("No", "false"), ("off", "false"), ("Y", "true")])
def test_words_that_other_programs_take_for_something_else(word: str, taken: str) -> None:
    fact = f"Other programs take {word} without quotes for {taken}."
    assert found(changed("Partly true", word)) == [(6, fact)]
    assert found(changed("Partly true", f'"{word}"')) == []
    assert found(changed("Partly true", f"{word} so")) == []


def test_texts_that_lack_a_language_are_told_together() -> None:
    assert found(IN_TWO) == [(7, '5 texts are not written in "de".')]
    one = changed(
        "[Not true, Partly true, Very true]",
        "[{en: Not true, de: Nicht}, {en: Partly, de: Halb}, {de: Sehr wahr}]",
        changed("title: Trust", "title: {en: Trust, de: Vertrauen}", IN_TWO),
    )
    assert found(one) == [
        (7, '1 text is not written in "en".'),
        (12, '1 text is not written in "de".'),
    ]


def test_scales_that_run_the_wrong_way() -> None:
    assert found(changed("Not true, Partly true, Very true", "Always, Sometimes, Never")) == [
        (6, "The answers seem to run from high to low.")
    ]
    mixed = changed(
        "[Not true, Partly true, Very true]",
        "[{en: Never, de: Immer}, {en: Often, de: Oft}, {en: Always, de: Nie}]",
        IN_TWO,
    )
    assert (7, "The answers seem to run up in en, and down in de.") in found(mixed)


def test_english_words_are_looked_for_in_english_alone() -> None:
    text = changed("title: Small\n", "title: Small\nlanguages: [de]\n")
    assert found(changed(STATEMENT, "Target and clients.", text)) == []


def test_a_new_questionnaire_has_nothing_worth_another_look() -> None:
    assert found(NEW) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [(SMALL, 0), (changed("Partly true", "No"), 1), (changed("tru-1", "tru 1"), 2)],
)
def test_exit_codes(
    text: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "q.yaml"
    path.write_text(text, encoding="utf-8")
    assert run(["questionnaire", "check", str(path)]) == code
    assert run(["check", str(path)]) == (2 if code == 2 else 0)


ANSWERS = "answers: [Not true, Partly true, Very true]"
READ_BACK = {
    "answers of signs": (ANSWERS, 'answers: ["-", "+", "++"]', 6,
                         '"-", "+", "++" differ by signs or capitals alone.'),
    "answers of faces": (ANSWERS, "answers: [🙁, 😐, 🙂]", 6,
                         '"🙁", "😐", "🙂" differ by signs or capitals alone.'),
    "capitals": (ANSWERS, 'answers: ["Not", "Some", "SOME"]', 6,
                 '"Some", "SOME" differ by signs or capitals alone.'),
    "from nought": (ANSWERS, 'answers: ["0", "1", "2"]', 6,
                    "The words of answer 1 are the number 0."),
    "every second number": (ANSWERS, 'answers: ["1", "3", "5"]', 6,
                            "The words of answer 2 are the number 3."),
    "an id that is a number": ("tru-1:", '"7":', 11,
                               'Statements have ids that look like numbers: "7".'),
    "an id that is an answer": ("tru-1:", "na:", 11,
                                'Statements have ids that look like answers: "na".'),
    "an id that is a code": ("tru-1:", "A-1:", 11,
                             'Statements have ids that look like codes of answers: "A-1".'),
    "a statement twice": ("tru-1: People say what they think.\n",
                          "tru-1: People are heard.\n      tru-2: people are heard\n", 12,
                          "The same statement stands here more than once: tru-1, tru-2."),
}  # fmt: skip


@pytest.mark.parametrize("kind", READ_BACK)
def test_what_cannot_be_read_back_from_a_file_of_answers(kind: str) -> None:
    old, new, line, fact = READ_BACK[kind]

    assert (line, fact) in found(changed(old, new))


def test_numbers_with_values_or_in_their_places_are_well() -> None:
    assert found(changed(ANSWERS, 'answers: ["1", "2", "3"]')) == []
    assert found(changed(ANSWERS, 'answers: ["0", "1", "2"]\n  values: ["0", "1", "2"]')) == []
