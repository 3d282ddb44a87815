"""The one rule for reading, kind by kind: as written, as told, numbers, nearly as written, likeness.

Each kind has stood for answers that came in wrong with exit code 0. `read` gives what people answered
to the statements A, B and C of a questionnaire that is made for the test.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.domain.same_text import nearest
from cls_check.errors import BadFileError
from cls_check.exchange.incoming.response import Understanding
from cls_check.exchange.incoming.rows import Told
from cls_check.exchange.incoming.understand import understand
from tests.exchange.incoming.hostile import with_parts, workbook

FIVE = ("Not true yet", "A little true", "Partly true", "Mostly true", "Very true")
TEXTS = {
    "a": "People feel welcome here.",
    "b": "We learn from what goes wrong.",
    "c": "Bread is on every table.",
}
GROUPS = {"staff": "frontline staff", "carer": "unpaid carers"}
HEAD = ",".join(f'"{text}"' for text in TEXTS.values())


def asked(
    answers: Sequence[str] = FIVE,
    statements: Mapping[str, str] = TEXTS,
    perspectives: Mapping[str, str] | None = None,
    **scale: Any,
) -> Questionnaire:
    """A questionnaire with these answers and statements."""
    tree = {
        "cls-check-questionnaire": 1,
        "id": "q",
        "version": "1",
        "title": "Q",
        "scale": {"answers": list(answers), **scale},
        "perspectives": dict(perspectives or {}),
        "factors": {"f": {"title": "F", "statements": dict(statements)}},
    }
    return Questionnaire.model_validate(tree)


def read(data: str | bytes, *spoken: Questionnaire, **told: Any) -> Understanding:
    """What is understood of a file."""
    as_bytes = data.encode() if isinstance(data, str) else data
    return understand("a.csv", as_bytes, spoken or (asked(),), Told(**told))


def rows(understood: Understanding) -> list[str]:
    """Each person's answers on a line; a dot where there is none."""
    keys = dict.fromkeys(column.meaning for column in understood.layout.statements)
    return [" ".join(each.answers.get(key, ".") for key in keys) for each in understood.responses]


def said(understood: Understanding) -> str:
    """Everything that stands in the way."""
    return "\n".join(map(str, understood.in_the_way))


NUMBERED = {str(n): text for n, text in enumerate(TEXTS.values(), start=1)}
CODED = {"a-1": "One.", "a-2": "Two.", "a-3": "Three."}
WORDY = {"yes": "One.", "no": "Two.", "na": "Three."}
NEVER_HEADINGS = {
    "numbered statements": ("T,1,2,3\nx,1,2,3\ny,4,3,2\nz,5,5,5\n", NUMBERED,
                            ["1 2 3", "4 3 2", "5 5 5"]),
    "words over numbers": (f"{HEAD}\n1,2,3\n3,2,1\n4,4,4\n", NUMBERED, ["1 2 3", "3 2 1", "4 4 4"]),
    "ids like codes": ('id,submitdate,lastpage,startlanguage,"q[a1]","q[a2]","q[a3]"\n'
                       "1,2026-09-01,2,en,A1,A2,A3\n2,2026-09-01,2,en,A5,A2,A1\n", CODED,
                       ["1 2 3", "5 2 1"]),
    "ids like answers that are off the scale": (
        "T,4,5,na\nna,4,4,4\nx,5,5,5\n",
        {"4": "One.", "5": "Two.", "na": "Three."},
        ["4 4 4", "5 5 5"],
    ),
    "ids like answers": ("w,yes,no,na\nx,4,3,2\ny,1,1,1\n", WORDY, ["4 3 2", "1 1 1"]),
}  # fmt: skip


@pytest.mark.parametrize("kind", NEVER_HEADINGS)
def test_a_row_of_answers_is_never_a_row_of_headings(kind: str) -> None:
    text, statements, expected = NEVER_HEADINGS[kind]

    understood = read(text, asked(statements=statements))

    assert said(understood) == ""
    assert rows(understood) == expected


SECOND_HEADINGS = {
    "the words again": (f"{HEAD}\n4,3,3\n{HEAD}\n5,3,3\n", 3),
    "the ids": (f"{HEAD}\n4,3,3\n1,1,1\na,b,c\n5,3,3\n", 4),
    "in another order": (f"{HEAD}\n4,3,3\n{TEXTS['c']},{TEXTS['a']},{TEXTS['b']}\n5,3,3\n", 3),
    "between other columns": (f"Time,{HEAD}\n9:00,4,3,3\nTime,{HEAD}\n9:10,5,3,3\n", 3),
}


@pytest.mark.parametrize("kind", SECOND_HEADINGS)
def test_headings_in_the_middle_are_refused_by_their_row(kind: str) -> None:
    text, row = SECOND_HEADINGS[kind]

    understood = read(text)

    assert f"a.csv, row {row}: Headings stand in this row" in said(understood)
    assert len(rows(read(text, left_out=frozenset({row})))) >= 2


def test_a_row_that_says_what_the_headings_say_is_asked_about() -> None:
    """With statements 1, 2, 3 and no other column, a second heading reads as answers."""
    understood = read("1,2,3\n4,4,4\n1,2,3\n", asked(statements=NUMBERED))

    assert "row 3: This row says the same as the headings." in said(understood)


UNDER_HEADINGS = {
    "the same words in another language": "Mae pobl yma.,Rydym yn dysgu.,Bara ar bob bwrdd.",
    "what SurveyMonkey says": "Response,Réponse,Respuesta",
    "what Qualtrics says": '"{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""Q""}"',
}


@pytest.mark.parametrize("kind", UNDER_HEADINGS)
def test_a_row_under_the_headings_that_says_no_more_belongs_to_them(kind: str) -> None:
    welsh = asked(statements=dict(zip(TEXTS, UNDER_HEADINGS["the same words in another language"]
                                      .split(","), strict=True)))  # fmt: skip

    understood = read(f"{HEAD}\n{UNDER_HEADINGS[kind]}\n4,3,2\n", asked(), welsh)

    assert (said(understood), rows(understood)) == ("", ["4 3 2"])


SIGNS = {
    "signs": ("--", "-", "+", "++"),
    "faces": ("🙁", "😐", "🙂"),
    "stars": ("★", "★★", "★★★"),
    "ticks": ("✗", "~", "✓"),
    "words with signs": ("Good", "Good+", "Good++"),
    "shares": ("<25%", "25%", ">25%"),
    "round nought": ("-2", "-1", "0", "1", "2"),
    "a question": ("No", "Yes?", "Yes"),
    "nought to ten": tuple(map(str, range(11))),
    "per cent": ("0%", "25%", "50%", "75%", "100%"),
    "even numbers": ("2", "4", "6", "8", "10"),
    "German marks": ("6", "5", "4", "3", "2", "1"),
    "days": ("0 days", "1 day", "2 days", "3 days"),
    "capitals": ("yes", "Yes", "YES"),
}


@pytest.mark.parametrize("kind", SIGNS)
def test_an_answer_means_what_is_written_sign_for_sign(kind: str) -> None:
    answers = SIGNS[kind]
    quoted = [answer.replace('"', '""') for answer in answers]

    understood = read(
        f"Name,{HEAD}\n" + "".join(f'Zq,"{each}","{each}","{each}"\n' for each in quoted),
        asked(answers),
    )

    assert said(understood) == ""
    assert rows(understood) == [f"{n} {n} {n}" for n in range(1, len(answers) + 1)]


VALUES = {
    "nought to two": (("Not met", "Partly", "Met"), ("0", "1", "2"), {"0": 1, "1": 2, "2.0": 3}),
    "parts of one": (("No", "Some", "Most", "All"), ("0", "0.25", "0.5", "1"),
                     {"0": 1, ".25": 2, "0,25": 2, "0.50": 3, "1": 4}),
    "from minus two": (("Bad", "Poor", "Fair", "Good"), ("-2", "-1", "1", "2"),
                       {"-2": 1, "\u22121": 2, "+1": 3, "2": 4}),
}  # fmt: skip


@pytest.mark.parametrize("kind", VALUES)
def test_a_number_is_a_value_where_answers_have_values(kind: str) -> None:
    answers, values, meant = VALUES[kind]
    text = f"Name,{HEAD}\n" + "".join(f'Zq,"{each}",,\n' for each in meant)

    for key in ("values", "x-values"):
        scale: dict[str, Any] = {key: list(values)}
        understood = read(text, asked(answers, **scale))

        assert said(understood) == ""
        assert rows(understood) == [f"{n} . ." for n in meant.values()]


def test_a_number_that_is_no_value_is_refused() -> None:
    understood = read(f"{HEAD}\n3,1,1\n", asked(("A", "B", "C"), values=["0", "1", "2"]))

    assert '"3" is not an answer to a.' in said(understood)
    assert "Answers are 0, 1, 2, their words, dont-know or cannot-answer." in said(understood)


OFF_THE_WORDS = {
    "the place of a number": (tuple(map(str, range(11))), "11"),
    "a number beside days": (("0 days", "1 day", "2 days", "3 days"), "1"),
    "a share beside shares": (("<25%", "25%", ">25%"), "3"),
    "a code beside numbers": (tuple(map(str, range(11))), "A4"),
}


@pytest.mark.parametrize("kind", OFF_THE_WORDS)
def test_a_number_is_no_place_where_the_words_are_numbers(kind: str) -> None:
    answers, cell = OFF_THE_WORDS[kind]

    understood = read(f"{HEAD}\n{cell},,\n", asked(answers))

    assert f'"{cell}" is not an answer to a.' in said(understood)
    assert rows(understood) == []


MAPS = {
    "a form that counts backwards": ({"1": "5", "2": "4", "3": "3", "4": "2", "5": "1"}, "1,2,4",
                                     ["5 4 2"]),
    "as decimals": ({"1": "5", "2": "4", "3": "3", "4": "2", "5": "1"}, "1.0,2.0,4.0", ["5 4 2"]),
    "numbers for those who do not know": ({"99": "dont-know", "6": "cannot-answer"}, "99,6,4",
                                          ["dont-know cannot-answer 4"]),
    "a number for an empty cell": ({"0": "no-answer", "-": "no-answer"}, "0,-,4", [". . 4"]),
    "a code": ({"A6": "dont-know", "A1": "5"}, "A6,A1,4", ["dont-know 5 4"]),
    "a word": ({"Rather not": "cannot-answer", "MOSTLY": "4"}, "Rather not,mostly,4",
               ["cannot-answer 4 4"]),
}  # fmt: skip


@pytest.mark.parametrize("kind", MAPS)
def test_what_a_map_says_of_answers_wins(kind: str) -> None:
    told, cells, expected = MAPS[kind]

    understood = read(f"{HEAD}\n{cells}\n", answers=told)

    assert (said(understood), rows(understood)) == ("", expected)
    assert {text.how for text in understood.texts if text.text in told} <= {"told"}


def test_where_some_numbers_were_told_the_others_are_not_taken_for_granted() -> None:
    understood = read(f"{HEAD}\n1,5,2\n", answers={"1": "5", "5": "1"})

    assert '"2" is not an answer to c.' in said(understood)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"answers": {"Mostly true": "1"}}, '"Mostly true" is 4 in the questionnaire, and 1'),
        ({"columns": {"We learn from what goes wrong.": "a"}}, "is b in the questionnaire, and a"),
        ({"perspectives": {"unpaid carers": "staff"}}, "is carer in the questionnaire, and staff"),
    ],
)
def test_a_map_that_denies_the_questionnaire_is_refused_aloud(
    told: dict[str, dict[str, str]], words: str
) -> None:
    with pytest.raises(BadFileError, match=words):
        read(f"{HEAD}\n4,4,4\n", asked(perspectives=GROUPS), where="import-map.yaml", **told)


LIKE_SOMETHING_ELSE = [
    "Feedback from people changes what we do",
    "Points that people raise are heard",
    "Score cards are shared with everyone",
    "Total points of view are heard",
    "Question time with leaders is open to all",
    "We see things from each other's perspective",
    "Start time of meetings suits people",
    "Email is answered the same day",
]


@pytest.mark.parametrize("text", LIKE_SOMETHING_ELSE)
def test_a_statement_is_one_whatever_it_begins_or_ends_with(text: str) -> None:
    one = asked(statements={**TEXTS, "z": text}, perspectives=GROUPS)

    understood = read(f'Who,{HEAD},"{text}"\ncarer,4,3,2,1\n', one)

    assert (said(understood), rows(understood)) == ("", ["4 3 2 1"])


@pytest.mark.parametrize("text", LIKE_SOMETHING_ELSE)
def test_a_heading_that_hardly_differs_is_never_left_out_in_silence(text: str) -> None:
    one = asked(statements={**TEXTS, "z": text})

    understood = read(f'{HEAD},"{text[:-3]}xx{text[-1:]}"\n4,3,2,so so\n', one)

    assert [doubt.meant for doubt in understood.doubts if doubt.kind == "column"] == ["z"]


@pytest.mark.parametrize("heading", ["Q17", "Welcome feeling", "x"])
def test_a_column_of_answers_without_its_statement_is_never_left_out_in_silence(
    heading: str,
) -> None:
    text = f'{heading},"{TEXTS["b"]}","{TEXTS["c"]}"\n4,3,2\nVery true,1,1\n'

    understood = read(text)

    [doubt] = understood.doubts
    assert (doubt.kind, doubt.text, doubt.examples) == ("column", heading, ("4", "Very true"))
    assert rows(read(text, columns={heading: "a"})) == ["4 3 2", "5 1 1"]
    assert rows(read(text, columns={heading: "leave-out"})) == ["3 2", "1 1"]
    # Where every statement has its column, numbers of another kind are nobody's answers.
    assert said(read(f"{heading},{HEAD}\n3,4,3,2\n")) == ""


ABOUT_THE_PERSON = {
    "Who": "matched",
    "Which of these are you?": "matched",
    "Your role": "matched",
    "Perspective": "matched",
    "Who else should we ask?": "guessed",
    "Who told you about this survey?": "guessed",
    "Which group helped most?": "guessed",
    "Team": "guessed",
}


@pytest.mark.parametrize("heading", ABOUT_THE_PERSON)
def test_the_perspective_stands_in_a_column_about_the_person(heading: str) -> None:
    text = f'"{heading}",{HEAD}\nunpaid carers,4,3,2\nfrontline staff,1,1,1\n'

    understood = read(text, asked(perspectives=GROUPS))

    assert understood.layout.columns[0].how == ABOUT_THE_PERSON[heading]
    assert (said(understood) == "") == (ABOUT_THE_PERSON[heading] == "matched")


NOBODY = [
    "Total", "Grand total", "n", "N =", "Responses", "Max", "Std dev", "Most common answer",
    "All teams", "Everyone", "%", "Average:", "Cyfanswm", "Cyfartaledd", "Moyenne", "Médiane",
    "Durchschnitt", "Summe", "Promedio", "Totale", "Média", "Gemiddelde", "Gennemsnit",
    "Genomsnitt", "Keskiarvo", "Średnia", "Průměr", "Átlag", "Medie", "Средно", "Σύνολο", "Iomlán",
]  # fmt: skip


@pytest.mark.parametrize("word", NOBODY)
def test_a_row_that_was_worked_out_is_nobodys_until_somebody_says_so(word: str) -> None:
    text = f"Name,{HEAD}\nZq,4,3,2\n{word},4,3,2\n"

    understood = read(text)

    assert rows(understood) == ["4 3 2"]
    [doubt] = understood.doubts
    assert (doubt.kind, doubt.why, doubt.rows) == ("rows", "worked-out", (3,))
    assert rows(read(text, left_out=frozenset({3}))) == ["4 3 2"]
    assert rows(read(text, people=frozenset({3}))) == ["4 3 2", "4 3 2"]


MARKED = {
    "LimeSurvey, unfinished": ("id,submitdate,lastpage,startlanguage", "7,,1,en", "unfinished"),
    "Qualtrics, unfinished": ("Status,Progress,Finished,ResponseId", "IP Address,40,False,R_1",
                              "unfinished"),
    "Qualtrics, a preview": ("Status,Progress,Finished,ResponseId", "Survey Preview,100,True,R_1",
                             "test"),
    "ODK, rejected": ("KEY,SubmissionDate,ReviewState", "uuid,2026-09-01,rejected", "rejected"),
    "Kobo, not approved": ("_uuid,_submission_time,_validation_status", "u,t,Not approved",
                           "rejected"),
}  # fmt: skip


@pytest.mark.parametrize("kind", MARKED)
def test_a_row_that_its_program_marks_is_asked_about(kind: str) -> None:
    heading, cells, why = MARKED[kind]
    text = f"{heading},{HEAD}\n{cells},5,4,3\n"

    understood = read(text)

    assert [(doubt.why, doubt.rows) for doubt in understood.doubts] == [(why, (2,))]
    assert rows(understood) == []
    assert rows(read(text, people=frozenset({2}))) == ["5 4 3"]


def in_excel(*given: Sequence[Any], then: Callable[[Any, Any], None] | None = None) -> bytes:
    """A workbook with the headings, these rows, and whatever `then` does to book and sheet."""
    return workbook([list(TEXTS.values()), *map(list, given)], then=then)


def test_hidden_and_filtered_rows_are_asked_about() -> None:
    def hide(_: Any, sheet: Any) -> None:
        sheet.set_row(2, options={"hidden": True})
        sheet.autofilter(0, 0, 4, 2)
        sheet.filter_column(0, "x != 4")
        sheet.set_row(4, options={"hidden": True})

    understood = read(in_excel(*([n, n, n] for n in (1, 2, 3, 4)), then=hide))

    assert rows(understood) == ["1 1 1", "3 3 3"]
    [doubt] = understood.doubts
    assert (doubt.why, doubt.rows) == ("hidden", (3, 5))
    assert "So it is with rows 3,5." in str(doubt.problem)


@pytest.mark.parametrize("sign", ["#DIV/0!", "#N/A", "#REF!"])
def test_a_cell_of_error_is_refused_with_its_place(sign: str) -> None:
    cells = f'<c r="A2"><v>4</v></c><c r="B2" t="e"><v>{sign}</v></c><c r="C2"><v>4</v></c>'
    good = in_excel([4, 4, 4], [5, 5, 5])
    with zipfile.ZipFile(io.BytesIO(good)) as packed:
        xml = packed.read("xl/worksheets/sheet1.xml").decode()
    start, end = xml.index('<c r="A2"'), xml.index("</row>", xml.index('<c r="A2"'))
    broken = with_parts(good, xl__worksheets__sheet1_xml=(xml[:start] + cells + xml[end:]).encode())

    with pytest.raises(BadFileError, match=f"row 2, column B: This cell shows an error.*{sign}"):
        read(broken)
    assert rows(read(broken, left_out=frozenset({2}))) == ["5 5 5"]


def test_a_number_that_excel_shows_as_per_cent_is_per_cent() -> None:
    def in_style(book: Any, sheet: Any) -> None:
        for column, (value, look) in enumerate(((1, "0%"), (0.25, "0.00%"), (0.5, "0 %;-0 %"))):
            sheet.write_number(1, column, value, book.add_format({"num_format": look}))

    shares = asked(("0%", "25%", "50%", "75%", "100%"))

    assert rows(read(in_excel([1, 1, 1], then=in_style), shares)) == ["5 2 3"]
    understood = read(in_excel([1, 0.25, 0.5]), shares)
    assert rows(understood) == []


def test_a_hidden_sheet_with_answers_is_told_to_be_hidden() -> None:
    data = workbook([list(TEXTS.values()), [4, 4, 4]], sheets=2, then=lambda _, s: s.hide())

    with pytest.raises(BadFileError, match=r'both look like answers\. "Sheet2" is hidden in Excel'):
        read(data)


ASTRAY = [
    ("Team,{head}\nEast, 2,5,3,3\n", "", 2),
    ("{head}\n4,3,2\n5,4,3,see note\n", "", 3),
    ("{head},\n4,3,2,\n5,4,3,2\n", "", 3),
]


@pytest.mark.parametrize(("text", "_", "row"), ASTRAY)
def test_a_row_with_more_cells_than_headings_is_refused(text: str, _: str, row: int) -> None:
    understood = read(text.format(head=HEAD))

    assert f"row {row}: This row has more cells than there are headings." in said(understood)


def test_what_r_writes_for_an_empty_cell_is_one() -> None:
    understood = read(f"Who,{HEAD}\ncarer,4,NA,3\ncarer,NA,NA,NA\nstaff,n/a,N/A,na\n",
                      asked(perspectives=GROUPS))  # fmt: skip

    assert rows(understood) == ["4 . 3"]
    assert understood.empty == 1
    assert [(doubt.text, doubt.meant) for doubt in understood.doubts] == [("na", "cannot-answer")]
    assert rows(read(f"{HEAD}\nNA,4,3\n", asked(("NA", "B", "C", "D")))) == ["1 4 3"]


@pytest.mark.parametrize(
    "heading", ["We have met goal 4", "We have met goal4", "We have met goal 2"]
)
def test_a_number_at_the_end_of_a_heading_is_not_dropped(heading: str) -> None:
    one = asked(statements={"g": "We have met goal", "h": "Tea is hot."})

    assert read(f"Tea is hot.,{heading}\n4,3\n", one).layout.columns[1].how == "guessed"
    # A form gives a number to a question that it asks twice: then the first stands beside it.
    twice = read("We have met goal,We have met goal2\n4,\n,3\n", one)
    assert (said(twice), [dict(each.answers) for each in twice.responses]) == (
        "",
        [{"g": "4"}, {"g": "3"}],
    )


WELSH = asked(
    ("Ddim yn wir", "Ychydig", "Rhannol", "Gan mwyaf", "Gwir iawn"),
    {"a": "Mae croeso i bobl.", "b": "Rydym yn dysgu.", "c": "Mae bara ar bob bwrdd."},
)
IN_TWO = {
    "with a stroke": (f"{TEXTS['a']} / Mae croeso i bobl.", "Mostly true / Gan mwyaf", "4"),
    "with a bar": (f"{TEXTS['a']} | Mae croeso i bobl.", "Very true | Gwir iawn", "5"),
    "on two lines": (f"{TEXTS['a']}\nMae croeso i bobl.", "Not true yet\nDdim yn wir", "1"),
    "Welsh first": (f"Mae croeso i bobl. / {TEXTS['a']}", "Ychydig / A little true", "2"),
}


@pytest.mark.parametrize("kind", IN_TWO)
def test_two_languages_in_one_heading_or_cell_are_one(kind: str) -> None:
    heading, cell, meant = IN_TWO[kind]

    understood = read(f'"{heading}"\n"{cell}"\n', asked(), WELSH)

    assert (said(understood), rows(understood)) == ("", [meant])


def test_two_languages_that_say_different_things_are_not_one() -> None:
    understood = read(f"{HEAD}\nMostly true / Gwir iawn,4,4\n", asked(), WELSH)

    assert '"Mostly true / Gwir iawn" is not an answer' in said(understood)


def test_of_two_columns_of_one_statement_one_is_filled() -> None:
    welsh = ",".join(text.text for _, text in WELSH.statements())

    understood = read(f"{HEAD},{welsh}\n4,3,2,,,\n,,,Gwir iawn,Ychydig,\n", asked(), WELSH)

    assert said(understood) == ""
    assert rows(understood) == ["4 3 2", "5 2 ."]
    both = read(f"{HEAD},{welsh}\n4,3,2,5,,\n5,5,5,5,,\n", asked(), WELSH)
    assert "both about a, and row 2 answers both" in said(both)


BEFORE_A_ROW = [
    "How true is this? - {}", "How true is this? [{}]", "Q1 > {}", "How true: {}", "grp/{}",
    "How true is this?\n{}", "7. {}", "Q7) {}", "How \u2013 true \u2013 {}",
]  # fmt: skip


@pytest.mark.parametrize("heading", BEFORE_A_ROW)
def test_a_statement_behind_its_question_is_no_guess(heading: str) -> None:
    heads = ",".join(f'"{heading.format(text)}"' for text in TEXTS.values())

    understood = read(f"{heads}\n4,3,2\n")

    assert (said(understood), rows(understood)) == ("", ["4 3 2"])


NUMBER_AND_WORDS = [
    "4 - Mostly true", "4. Mostly true", "4 Mostly true", "Mostly true 4", "Mostly true - 4",
    "Mostly true (4)", "Mostly true [4]", "[4] Mostly true", "4) Mostly true", "4: Mostly true",
    "A4. Mostly true", "4/5", "\uff14", "4,0", "'4", "4.00", "04", "MOSTLY TRUE",
]  # fmt: skip


@pytest.mark.parametrize("cell", NUMBER_AND_WORDS)
def test_number_and_words_that_agree_are_read(cell: str) -> None:
    assert rows(read(f'{HEAD}\n"{cell}",,\n')) == ["4 . ."]


@pytest.mark.parametrize("cell", ["4 - Very true", "Very true (4)", "A4. Very true", "4/7", "40%"])
def test_number_and_words_that_do_not_agree_are_refused(cell: str) -> None:
    assert f'"{cell}" is not an answer to a.' in said(read(f'{HEAD}\n"{cell}",,\n'))


TWICE = [
    "Mae pobl yn hapus \u2013 bob dydd.",
    "L\u2019équipe est là.",
    "Zażółć gęślą jaźń.",
    "Ŵyn a ŷd.",
]


@pytest.mark.parametrize("text", TWICE)
def test_text_that_was_read_wrongly_once_is_mended(text: str) -> None:
    twice = "".join(
        chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )
    one = asked(statements={"a": text})

    understood = read(f'"{twice}"\n4\n', one)

    assert understood.layout.sheet.mended
    assert (said(understood), rows(understood)) == ("", ["4"])
    assert not read(f'"{text}"\n4\n', one).layout.sheet.mended


TURNED = [
    ("Not very true", FIVE), ("Not at all true", FIVE), ("People are not listened to here.",
    ("People are listened to here.",)), ("Disagree", ("Agree", "Very good")),
    ("Unlikely", ("Likely",)), ("We never ask people first.", ("We always ask people first.",)),
    ("There is less time to talk.", ("There is more time to talk.",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "known"), TURNED)
def test_nothing_is_suggested_that_turns_the_meaning_round(
    text: str, known: tuple[str, ...]
) -> None:
    meant = nearest(text, known)

    assert meant is None or "Not" in meant


@pytest.mark.parametrize("text", ["Not sure", "Unsure", "not certain", "No idea", "unknown"])
def test_not_sure_is_like_i_do_not_know(text: str) -> None:
    [doubt] = read(f"{HEAD}\n{text},4,4\n").doubts

    assert (doubt.text, doubt.meant) == (text, "dont-know")


def test_errors_of_one_kind_are_said_once_with_their_rows() -> None:
    text = (
        f"perspective,{HEAD}\n" + "social worker,Yes,4,Yes\n" * 3 + "carer,4,4,4\nnurse,Yes,1,1\n"
    )

    understood = read(text, asked(perspectives=GROUPS))

    assert [(doubt.text, doubt.rows) for doubt in understood.doubts] == [
        ("social worker", (2, 3, 4)),
        ("nurse", (6,)),
        ("Yes", (2, 2, 3, 3, 4, 4, 6)),
    ]
    assert "It stands in 7 cells, in rows 2-4, 6." in said(understood)


def test_each_different_text_is_in_the_table() -> None:
    understood = read(f"Who,{HEAD}\ncarer,4,Mostly true,so so\ncarer,4,DK,5\n",
                      asked(perspectives=GROUPS))  # fmt: skip

    table = [(t.kind, t.text, t.meaning, t.how, t.times, t.row, t.column) for t in understood.texts]
    assert sorted(table) == [
        ("answer", "4", "4", "number", 2, 2, "B"),
        ("answer", "5", "5", "number", 1, 3, "D"),
        ("answer", "DK", "dont-know", "usual", 1, 3, "C"),
        ("answer", "Mostly true", "4", "written", 1, 2, "C"),
        ("answer", "so so", "?", "unknown", 1, 2, "D"),
        ("perspective", "carer", "carer", "written", 2, 2, "A"),
    ]


@pytest.mark.parametrize("others", ["p1", "P1 ", "\uff301"])
def test_voices_written_two_ways_are_one_or_asked_about(others: str) -> None:
    understood = read(f"voice,statement,answer\nP1,a,4\n{others},b,3\nQ,a,1\n")

    assert len(understood.responses) == 2 or "one person? Write both alike." in said(understood)


def test_counts_that_all_come_to_a_hundred_may_be_per_cent() -> None:
    text = "statement,answer,number\na,4,75\na,5,25\nb,4,100\n"

    assert "These may be per cent, and no people." in said(read(text))
    assert said(read(text, people=frozenset({2, 3, 4}))) == ""
