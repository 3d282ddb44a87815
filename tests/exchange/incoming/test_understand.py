"""What rows and words mean; what cannot be read is named by its row and column, and never guessed."""

from __future__ import annotations

from collections import Counter

import pytest

from cls_check.domain.same_text import nearest, plain, without_number
from cls_check.errors import BadFileError
from cls_check.exchange.incoming.rows import Told
from cls_check.exchange.incoming.sheet import letters
from cls_check.exchange.incoming.understand import understand
from cls_check.exchange.incoming.wide import MOST_PROBLEMS
from tests.exchange.incoming.hostile import workbook
from tests.exchange.incoming.table import SMALL, found, people, read

HEADINGS = "perspective,cop-1,cop-2,tru-1,tru-2\n"
ONE = people("frontline 4 5 3 dont-know")

WORDS = {
    "4": "4",
    "4.0": "4",
    " 4 ": "4",
    "Mostly true": "4",
    "MOSTLY  TRUE;": "4",
    "mostly\u00a0true": "4",
    "Yn wir gan mwyaf": "4",
    "4 - Mostly true": "4",
    "4. Mostly true": "4",
    "Mostly true (4)": "4",
    "DK": "dont-know",
    "Don\u2019t know": "dont-know",
    "I do not know": "dont-know",
    "dont-know": "dont-know",
    "n/a": "cannot-answer",
    "N/A": "cannot-answer",
    "cannot-answer": "cannot-answer",
    "Not something I can answer": "cannot-answer",
    "Dim byd i mi ei ateb": "cannot-answer",
}


@pytest.mark.parametrize("cell", WORDS)
def test_a_cell_means(cell: str) -> None:
    understood = read(HEADINGS + f'frontline,"{cell}",,,\n')

    assert found(understood) == people(f"frontline {WORDS[cell]} . . .")


STRANGE = ["0", "6", "45", "3.5", "-4", "4,5", "4 - Very true", "Mosty true", "Mostly true;Very true",
           "Mostly true, Very true", "2026-02-01", "TRUE", "yes", "?", "A4", "\u0664"]  # fmt: skip


@pytest.mark.parametrize("cell", STRANGE)
def test_what_is_off_the_scale_is_named_and_never_guessed(cell: str) -> None:
    understood = read(HEADINGS + f'carer,1,1,1,1\nfrontline,3,4,"{cell}",2\n')

    assert found(understood) == people("carer 1 1 1 1")
    [problem] = understood.in_the_way
    assert str(problem).startswith(
        f'answers.csv, row 3, column D: "{cell}" is not an answer to tru-1.'
    )
    assert "--leave-out 3" in str(problem)


def test_a_slip_is_named_with_what_it_is_most_like() -> None:
    understood = read(HEADINGS + "carer,Mosty true,,,\n")

    said = str(understood.in_the_way[0])
    assert "It is most like the answer 4. If that is meant, write into import-map.yaml:" in said
    assert '"Mosty true": 4' in said
    assert found(read(HEADINGS + "carer,Mosty true,,,\n", answers={"Mosty true": "4"})) == people(
        "carer 4 . . ."
    )


ROWS = {
    "blank rows in the middle": f"{HEADINGS}\n,,,,\nfrontline,4,5,3,DK\n  ,,\n\n",
    "a title above": f"Our answers\n\n{HEADINGS}frontline,4,5,3,DK\n",
    "a row of groups above": f",Working together,,Trust,\n{HEADINGS}frontline,4,5,3,DK\n",
    "ids, then words": (
        f'{HEADINGS},"People are involved from the start, always.",We ask what people need.,'
        "We say so when something goes wrong.,We learn from each other.\n"
    )
    + "frontline,4,5,3,DK\n",
    "rows that end early": f"{HEADINGS}frontline,4,5,3,DK\n\n",
    "columns in any order": "tru-2,cop-2,perspective,tru-1,cop-1\nDK,5,frontline,3,4\n",
    "dates in any order": "Timestamp,Start time,perspective,cop-1,cop-2,tru-1,tru-2\n"
    "13/9/2026,2026-09-13T10:00,frontline,4,5,3,DK\n",
    "somebody who answered nothing": f"{HEADINGS}carer,,,,\nfrontline,4,5,3,DK\n",
}


@pytest.mark.parametrize("kind", ROWS)
def test_rows_are_found(kind: str) -> None:
    understood = read(ROWS[kind])

    assert understood.in_the_way == ()
    assert found(understood) == ONE


NAMED = {
    "a footer": ("Total,4,5,3,1\n", 'row 3: This row begins with "Total"'),
    "averages": ("Average,3.5,4.2,3,\n", 'row 3: This row begins with "Average"'),
    "a second heading": (
        "Which are you?,Q1,Q2,Q3,Q4\n",
        'row 3: None of the answers in this row can be read. The first is "Q1", under cop-1.',
    ),
    "no perspective": (",4,5,3,1\n", "row 3, column A: This person's perspective is missing."),
    "a strange perspective": (
        "Zebra,4,5,3,1\n",
        'row 3, column A: "Zebra" is not a perspective of this questionnaire.',
    ),
}


@pytest.mark.parametrize("kind", NAMED)
def test_a_row_that_is_nobodys_is_named(kind: str) -> None:
    row, sentence = NAMED[kind]
    text = f"{HEADINGS}frontline,4,5,3,DK\n{row}"

    assert [sentence in str(problem) for problem in read(text).in_the_way] == [True]
    assert found(read(text, left_out=frozenset({3}))) == ONE


def test_without_perspectives_they_have_to_be_told() -> None:
    text = "cop-1,cop-2,tru-1,tru-2\n4,5,3,DK\n"

    assert "--perspective frontline" in str(read(text).in_the_way[0])
    assert found(read(text, perspective="frontline")) == ONE


HEADING = {
    "cop-2": "matched",
    "COP_2": "matched",
    "cop2": "matched",
    "co-production/cop-2": "matched",
    "co_production-cop_2": "matched",
    "factor_1/cop-2": "matched",
    "factor_1-cop_2": "matched",
    "data/factor_1/cop-2": "matched",
    "We ask what people need": "matched",
    "2. We ask what people need.": "matched",
    "Q2) we ask what people\u00a0need!": "matched",
    "How true? [We ask what people need.]": "matched",
    "coproduction[cop2]": "matched",
    "We ask what people need.2": "guessed",
    "Rydym yn gofyn beth sydd ei angen ar bobl.": "matched",
    "We ask people what they need": "guessed",
    "We always ask what people need.": "guessed",
    "What else would you like to say?": "open",
    "Points - We ask what people need.": "left-out",
    "Feedback - We ask what people need.": "left-out",
    "How true? [Comment]": "left-out",
    "Email": "personal",
    "IP Address": "personal",
    "Start time": "personal",
}


@pytest.mark.parametrize("heading", HEADING)
def test_a_heading_means(heading: str) -> None:
    understood = read(f'perspective,cop-1,"{heading}"\nfrontline,4,5\n')

    column = understood.layout.columns[2]
    assert column.how == HEADING[heading]
    assert (column.meaning == "cop-2") == (HEADING[heading] in {"matched", "guessed"})


def test_the_perspective_is_known_by_its_answers() -> None:
    text = "cop-1,Tell us about you\n1,I am an unpaid carer\n2,2. Frontline staff\n"

    assert found(read(text)) == people("carer 1 . . .\nfrontline 2 . . .")


def test_a_perspective_that_is_nearly_known_is_a_guess() -> None:
    understood = read("perspective,cop-1,cop-2,tru-1,tru-2\nfront line staf,4,5,3,DK\n")

    [doubt] = understood.doubts
    assert (doubt.kind, doubt.text, doubt.meant) == ("perspective", "front line staf", "frontline")
    assert found(understood) == Counter()
    told = {"front line staf": "frontline"}
    assert (
        found(
            read(
                "perspective,cop-1,cop-2,tru-1,tru-2\nfront line staf,4,5,3,DK\n", perspectives=told
            )
        )
        == ONE
    )


LONG = "voice,perspective,statement,answer\n1,frontline,cop-1,4\n"
LONG_PROBLEMS = {
    "the same twice": (
        "1,frontline,cop-1,4\n",
        "row 3: This person has answered cop-1 further up.",
    ),
    "two answers": ("1,frontline,cop-1,5\n", "row 3: This person has answered cop-1 further up."),
    "two perspectives": (
        "1,carer,cop-2,5\n",
        "row 3: This person answers from another perspective",
    ),
    "nobody": (",frontline,cop-2,5\n", "row 3, column A: It is not said whose answer this is."),
    "off the scale": ("1,frontline,cop-2,9\n", 'row 3, column D: "9" is not an answer.'),
    "an unknown statement": (
        "1,frontline,cop-9,5\n",
        'row 3, column C: "cop-9" is not a statement',
    ),
}


@pytest.mark.parametrize("kind", LONG_PROBLEMS)
def test_a_row_of_a_long_sheet_is_named(kind: str) -> None:
    row, sentence = LONG_PROBLEMS[kind]

    assert [sentence in str(problem) for problem in read(LONG + row).in_the_way] == [True]


COUNTS = "statement,perspective,answer,count\ncop-1,frontline,4,2\n"
COUNT_PROBLEMS = {
    "counted twice": ("cop-1,frontline,4,2\n", "row 3: This was counted further up."),
    "half a person": (
        "cop-1,frontline,5,1.5\n",
        'row 3, column D: "1.5" is not a number of people.',
    ),
    "less than nobody": ("cop-1,frontline,5,-1\n", 'column D: "-1" is not a number of people.'),
    "no answer": (
        "cop-1,frontline,,1\n",
        "row 3, column C: It is not said which answer was counted.",
    ),
}


@pytest.mark.parametrize("kind", COUNT_PROBLEMS)
def test_a_row_of_counts_is_named(kind: str) -> None:
    row, sentence = COUNT_PROBLEMS[kind]

    assert [sentence in str(problem) for problem in read(COUNTS + row).in_the_way] == [True]


def test_the_columns_of_a_map_come_first() -> None:
    text = "Where?,A,B,Email\ncarer,5,4,3\n"
    told = {"Where?": "perspective", "A": "tru-1", "B": "leave-out", "Email": "cop-1"}

    understood = read(text, columns=told)

    assert found(understood) == people("carer 3 . 5 .")
    assert understood.layout.columns[2].how == "left-out"


def test_numbers_of_excel_are_whole() -> None:
    understood = read(workbook([["perspective", "cop-1"], ["carer", 4.0], ["carer", 3.5]]))

    assert found(understood) == people("carer 4 . . .")
    assert '"3.5" is not an answer' in str(understood.in_the_way[0])


def test_likeness() -> None:
    assert plain("  Don\u2019t\u00a0KNOW! ") == "dont know"
    assert without_number("Q12. Yes, 4 of us") == "yes 4 of us"
    assert nearest("We ask people", [one.text for _, one in SMALL.statements()]) is not None
    assert nearest("Zebra", [one.text for _, one in SMALL.statements()]) is None
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_question_in_words_is_not_taken_for_a_statement() -> None:
    text = "perspective,cop-1,What do you think we need?\ncarer,1,More time\ncarer,2,People\n"

    understood = read(text)

    assert understood.layout.columns[2].how == "unknown"
    assert understood.in_the_way == ()


def test_somebody_whose_name_is_a_word_of_a_footer_is_a_person() -> None:
    text = "Name,perspective,cop-1,cop-2,tru-1,tru-2\nMean Joe,frontline,4,5,3,DK\n"

    assert found(read(text)) == ONE


def test_a_person_of_a_file_without_rows_is_named() -> None:
    data = '[{"perspective": "carer", "cop-1": 1}, {"perspective": "carer", "cop-1": 6}]'

    [problem] = read(data).in_the_way
    assert str(problem).startswith('answers.csv, person 2, cop-1: "6" is not an answer to cop-1.')
    assert "leave this person out: --leave-out 2" in str(problem)
    assert found(read(data, left_out=frozenset({2}))) == people("carer 1 . . .")


def test_a_row_to_leave_out_has_to_be_there() -> None:
    with pytest.raises(BadFileError) as error:
        read(HEADINGS + "carer,1,1,1,1\n", left_out=frozenset({3}))

    assert "There is no row 3 to leave out. The last one is 2." in str(error.value)


def test_where_there_are_no_perspectives_a_column_of_them_is_left_out() -> None:
    alone = SMALL.model_copy(update={"perspectives": {}})
    text = b"perspective,cop-1\nZebra,4\n,5\n"

    understood = understand("a", text, [alone], Told())

    assert found(understood) == Counter(
        {(None, frozenset({("cop-1", "4")})): 1, (None, frozenset({("cop-1", "5")})): 1}
    )


def test_a_file_of_nothing_but_strange_words_is_not_read_to_its_end() -> None:
    rows = "".join(
        f'carer,"{"x" * 200}{number}",y{number},z{number},1\n' for number in range(9_999)
    )

    understood = read(HEADINGS + rows)

    assert (
        MOST_PROBLEMS
        < len({row for doubt in understood.doubts for row in doubt.rows})
        < MOST_PROBLEMS + 5
    )
