"""Tables of statements made into questionnaires: small tables, and what comes of each."""

from __future__ import annotations

import csv
import io
import random
import re
from pathlib import Path

import pytest
import xlsxwriter

from cls_check.cli.app import run
from cls_check.errors import BadFileError
from cls_check.exchange.incoming.csv_text import sheet_of_csv
from cls_check.exchange.tables.answers import options_in, own_values
from cls_check.exchange.tables.columns import columns_of
from cls_check.exchange.tables.conversion import Converted, converted
from cls_check.files.questionnaires.reading import find
from cls_check.yaml.reader import read_yaml
from cls_check.yaml.writer import normalised

ROOT = Path(__file__).resolve().parents[3]


def made(table: str, language: str = "en") -> Converted:
    return converted(sheet_of_csv("a.csv", table.encode()), "our_table", language)


def statements(table: str) -> dict[str, dict[str, object]]:
    """Each factor with its statements."""
    factors = made(table).tree["factors"]
    return {key: factor["statements"] for key, factor in factors.items()}


# Columns


@pytest.mark.parametrize(
    ("heading", "understood"),
    [
        ("Factor", ("factor", "en")),
        (" SECTION ", ("factor", "en")),
        ("Category", ("factor", "en")),
        ("section_id", ("factor-id", "en")),
        ("Statement", ("statement", "en")),
        ("Question text", ("statement", "en")),
        ("Statement (cy)", ("statement", "cy")),
        ("statement_cy", ("statement", "cy")),
        ("Statement [de-AT]", ("statement", "de-at")),
        ("Question Welsh", ("statement", "cy")),
        ("label::Cymraeg (cy)", ("statement", "cy")),
        ("Cymraeg", ("statement", "cy")),
        ("en", ("statement", "en")),
        ("ID", ("id", "en")),
        ("Question no", ("id", "en")),
        ("Meaning (cy)", ("meaning", "cy")),
        ("Scale: cy", ("scale", "cy")),
        ("L1", ("option", "en")),
        ("Option 2", ("option", "en")),
        (".25", ("option", "en")),
        ("Weight", None),
        ("Statement number", None),
        ("", None),
    ],
)
def test_columns_are_known_by_their_names(heading: str, understood: tuple[str, str] | None) -> None:
    found = [(column.role, column.language) for column in columns_of([heading], "en")]
    assert found == ([understood] if understood else [])


def test_the_first_of_two_equal_columns_counts() -> None:
    [column] = columns_of(["", "question", "text"], "en")
    assert column.heading == "question"
    assert made("question,text,weight\nWe talk.,Other,3\n").left_out == ("text", "weight")


# Scales


@pytest.mark.parametrize(
    ("cell", "labels", "values"),
    [
        ("Never; Often; Always", ["Never", "Often", "Always"], []),
        ("Never|Often|Always", ["Never", "Often", "Always"], []),
        ("Never\nOften, mostly\nAlways", ["Never", "Often, mostly", "Always"], []),
        ("1=Never;2=Often;3=Always", ["Never", "Often", "Always"], []),
        ("0 = No; .5 = In part; 1 = Yes", ["No", "In part", "Yes"], ["0", "0.5", "1"]),
        ("3 - Always; 1 - Never; 2 - Often", ["Never", "Often", "Always"], []),
        ("1. Never; 2. Often; 3. Always", ["Never", "Often", "Always"], []),
        ("0; .25; .5; 1", ["0", ".25", ".5", "1"], ["0", "0.25", "0.5", "1"]),
        ("1 in 3; 2 in 3; all", ["1 in 3", "2 in 3", "all"], []),
        ("-1: Worse; 0: Same; 1: Better", ["Worse", "Same", "Better"], ["-1", "0", "1"]),
    ],
)
def test_a_scale_in_a_cell(cell: str, labels: list[str], values: list[str]) -> None:
    options = options_in(cell)
    assert [option.label for option in options] == labels
    assert own_values(options) == values


def test_values_that_are_not_1_to_n_are_kept_beside_the_answers() -> None:
    table = "statement,scale\nWe talk.,0=No; .25=Rarely; .5=Often; 1=Yes\nWe listen.,\n"
    assert made(table).tree["scale"] == {
        "answers": ["No", "Rarely", "Often", "Yes"],
        "values": ["0", "0.25", "0.5", "1"],
    }


def test_a_column_for_each_answer_is_one_scale() -> None:
    table = "statement,1,.5,0\nWe talk.,Yes,In part,No\nWe listen.,Yes,In part,No\n"
    assert made(table).tree["scale"]["answers"] == ["No", "In part", "Yes"]


def test_languages_that_order_their_answers_differently_are_joined_by_value() -> None:
    table = (
        "statement (en),statement (cy),scale (en),scale (cy)\n"
        "We talk.,Siarad.,1=Never;2=Often;3=Always,3=Bob amser;1=Byth;2=Yn aml\n"
    )
    assert made(table).tree["scale"]["answers"] == [
        {"en": "Never", "cy": "Byth"},
        {"en": "Often", "cy": "Yn aml"},
        {"en": "Always", "cy": "Bob amser"},
    ]


def test_a_table_without_answers_has_the_usual_ones() -> None:
    assert made("statement\nWe talk.\n").usual_scale
    assert made("statement\nWe talk.\n").tree["scale"]["answers"][0] == "Not true yet"


# Factors and ids


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (  # ids are kept, and an empty factor is that of the row above
            "factor,id,statement\nTrust,tru-1,One.\n,tru.2,Two.\nTime,T3,Three.\n",
            {"trust": {"tru-1": "One.", "tru.2": "Two."}, "time": {"T3": "Three."}},
        ),
        (  # ids that come again in another section
            "section,no,question\nTrust,1,One.\nTrust,2,Two.\nTime,1,Three.\n",
            {"trust": {"trust-1": "One.", "trust-2": "Two."}, "time": {"time-1": "Three."}},
        ),
        (  # no ids at all, and a factor that comes again
            "factor,statement\nTrust,One.\nTime,Two.\nTrust,Three.\n",
            {"trust": {"trust-1": "One.", "trust-2": "Three."}, "time": {"time-1": "Two."}},
        ),
        (  # a heading in a row of its own
            "factor,statement\nTrust,\n,One.\n,Two.\n",
            {"trust": {"trust-1": "One.", "trust-2": "Two."}},
        ),
        ("statement\nOne.\n", {"factor-1": {"factor-1-1": "One."}}),
        ("factor,statement\n信任,One.\n", {"factor-1": {"factor-1-1": "One."}}),
        (
            "factor,statement\nA b!,One.\nA-b,Two.\n",
            {"a-b": {"a-b-1": "One."}, "a-b-2": {"a-b-2-1": "Two."}},
        ),
        ("factor,id,statement\nTrust,a b/c,One.\n", {"trust": {"a-b-c": "One."}}),
    ],
)
def test_factors_and_ids(table: str, expected: dict[str, dict[str, str]]) -> None:
    assert statements(table) == expected


def test_texts_are_in_the_languages_of_the_columns() -> None:
    table = "factor,factor (cy),meaning,en,cy\nTrust,Ffydd,To be honest,One.,Un.\n,,,Two.,\n"
    tree = made(table).tree
    assert tree["languages"] == ["en", "cy"]
    assert tree["factors"]["trust"] == {
        "title": {"en": "Trust", "cy": "Ffydd"},
        "meaning": {"en": "To be honest"},
        "statements": {"trust-1": {"en": "One.", "cy": "Un."}, "trust-2": {"en": "Two."}},
    }
    in_welsh = made("factor,meaning,statement (cy),scale\nTrust,Why,Un.,A;B;C\n").tree
    assert in_welsh["factors"]["trust"] == {
        "title": "Trust", "meaning": "Why", "statements": {"trust-1": "Un."}
    }  # fmt: skip
    assert in_welsh["scale"]["answers"] == ["A", "B", "C"]
    alone = made("factor,statement\nFfydd,Un.\n", "cy").tree
    assert (alone["languages"], alone["factors"]["ffydd"]["title"]) == (["cy"], "Ffydd")


def test_questions_with_answers_of_their_own_become_levels() -> None:
    table = (
        "Category,Question,L1,L2,L3\n"
        "Team,Who builds it?,Anybody,A team,A team that asks\n"
        "Team,Who pays?,Nobody,A grant,A budget\n"
    )
    found = made(table)
    assert found.statements == 0
    assert found.tree["levels"] == {
        "level-1": "Level 1",
        "level-2": "Level 2",
        "level-3": "Level 3",
    }
    assert found.tree["factors"]["team-2"] == {
        "title": "Who pays?",
        "meaning": "Team",
        "levels": {"level-1": "Nobody", "level-2": "A grant", "level-3": "A budget"},
    }


# What cannot be converted


@pytest.mark.parametrize(
    ("table", "place", "fact"),
    [
        ("", "a.csv", "No column here is named as one that holds statements."),
        ("name,age\nAnn,7\n", "a.csv", "No column here is named as one that holds statements."),
        ("factor,statement\nTrust,\n", "a.csv", "There is no statement in this table."),
        (
            "factor,id,statement\nTrust,1.1,One.\nTrust,1.1,Two.\n",
            "a.csv, row 3",
            'The id "1.1" stands in row 2 already, in the same factor.',
        ),
        (
            "statement,scale\nOne.,A;B;C\nTwo.,A;B;D\n",
            "a.csv, row 3",
            "The answers here are not those of row 2.",
        ),
        (
            "statement,scale\nOne.,Yes;No\n",
            "a.csv",
            'A scale needs 3 to 11 answers. Here it has 2: "Yes", "No".',
        ),
        (
            "statement,scale,scale (cy)\nOne.,A;B;C,A;B;C;D\n",
            "a.csv",
            'The scale has 4 answers in "cy", and 3 in another language.',
        ),
        (
            "question,L1,L2,L3\nOne?,a,b,c\nTwo?,d,,f\n",
            "a.csv, row 3",
            'There is no description of "L2" here.',
        ),
        (f"statement\n{'x' * 501}\n", "a.csv, row 2", "This text has 501 characters:"),
    ],
)
def test_what_does_not_fit_is_told_with_its_row(table: str, place: str, fact: str) -> None:
    with pytest.raises(BadFileError) as raised:
        made(table)
    [problem] = raised.value.problems
    assert str(problem.place) == place
    assert problem.fact.startswith(fact)
    assert problem.hint


# The command


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


TABLE = (
    "factor,id,statement,scale\nTrust,1,People say what they think.,No;In part;Yes\n,2,ŵ and ŷ,\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_becomes_a_questionnaire_that_works(
    here: Path, capsys: pytest.CaptureFixture[str], encoding: str, mark: str
) -> None:
    table = TABLE.replace(",No;In part;Yes", ",No|In part|Yes").replace(",", mark)
    Path("our table.csv").write_bytes(table.encode(encoding))
    assert run(["questionnaire", "convert", "our table.csv"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "our table.yaml\n"
    assert "The questionnaire has 2 statements. Its factors are trust." in printed.err
    found = find("our table.yaml").questionnaire
    assert (found.id, found.title) == ("our-table", "Our table")
    assert found.factors["trust"].statements["2"].text == "ŵ and ŷ"
    assert found.scale is not None
    assert found.scale.answers == ("No", "In part", "Yes")
    assert run(["questionnaire", "check", "our table.yaml"]) == 1  # two ideas, perhaps


def test_a_workbook_is_looked_through_for_its_statements(here: Path) -> None:
    with xlsxwriter.Workbook("a.xlsx") as book:
        book.add_worksheet("About").write_row(0, 0, ["Who made this", "Ann"])
        sheet = book.add_worksheet("Statements")
        sheet.write_row(0, 0, ["factor", "id", "statement"])
        sheet.write_row(1, 0, ["Trust", 1, "One."])
        sheet.write_row(2, 0, ["Time", 1, "Two."])
    assert run(["questionnaire", "convert", "a.xlsx"]) == 0
    factors = find("a.yaml").questionnaire.factors
    assert [list(factor.statements) for factor in factors.values()] == [["trust-1"], ["time-1"]]


def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text(TABLE, encoding="utf-8")
    Path("b.yaml").write_text("mine\n")
    assert run(["questionnaire", "convert", "a.csv", "-o", "b.yaml"]) == 2
    assert Path("b.yaml").read_text() == "mine\n"
    assert "A file is there already." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.yaml", b"questions:\n- a\n", "This is not a table"),
        ("a.json", b"[]", "This is not a table"),
        ("a.xlsx", b"PK\x03\x04 and more", "This is a damaged workbook"),
        ("a.csv", b"", "This file is empty."),
        ("a.csv", b"\x00\xff\x00", "This file holds no text that can be read."),
        ("a.csv", b'statement\n"One.\n', "The quotes around a cell do not fit"),
        ("a.csv", b"statement\n" + b"x" * 200_000, "a.csv, row 2: A cell of this row holds more"),
        ("none.csv", None, "There is no such file."),
    ],
)
def test_other_files_get_a_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, told: str
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    assert run(["questionnaire", "convert", name, "-o", "out.yaml"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, told in printed.err) == ("", True)
    assert not Path("out.yaml").exists()


PIECES = [
    "No",
    "a: b",
    "- x",
    "#",
    "'",
    '"',
    "{",
    "}",
    "|",
    "1.10",
    "=1+1",
    "ŵ",
    "\u202e",
    "@",
    "%",
]


def test_texts_come_through_as_they_are(here: Path) -> None:
    dice = random.Random(3)
    texts = [" ".join(dice.choices(PIECES, k=dice.randint(1, 4))) for _ in range(100)]
    table = io.StringIO()
    csv.writer(table).writerows([("factor", "statement"), *((text, text) for text in texts)])
    Path("a.csv").write_bytes(table.getvalue().encode())
    assert run(["questionnaire", "convert", "a.csv"]) == 0
    factors = read_yaml(Path("a.yaml")).data["factors"].values()
    titles = {factor["title"] for factor in factors}
    assert titles == {normalised(text) for text in texts}
    assert {text for factor in factors for text in factor["statements"].values()} == titles


def test_the_example_in_the_documents_comes_out_as_shown(here: Path) -> None:
    page = (ROOT / "docs" / "your-own-questionnaire.md").read_text(encoding="utf-8")
    table = re.search(r"^```text\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    expected = re.findall(r"^```yaml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)[-1]
    assert table
    Path("our-statements.csv").write_text(table[1], encoding="utf-8")
    assert run(["questionnaire", "convert", "our-statements.csv"]) == 0
    assert Path("our-statements.yaml").read_text(encoding="utf-8") == expected
    assert run(["questionnaire", "check", "our-statements.yaml"]) == 0


LONGEST_TEXTS = {
    "named so": ("Section,Item,Statement\nCare,1.1.,People are asked.\nCare,1.2.,People hear back.\n",
                 {"1.1": "People are asked.", "1.2": "People hear back."}),
    "a question above": ("Question,Id,Statement\nHow do you do it?,a,We ask.\nHow do you do it?,b,We "
                         "tell.\n", {"a": "We ask.", "b": "We tell."}),
    "the longest different texts": ("Item,Text\nC1,People are asked.\nC2,People hear back.\n",
                                    {"C1": "People are asked.", "C2": "People hear back."}),
    "a title above": (",\nOur list 2026,\n\nSection,Statement\nCare,We listen.\n",
                      {"care-1": "We listen."}),
    "a footer below": ("Section,Statement\nCare,We listen.\n,\nVersion 2,\n",
                       {"care-1": "We listen."}),
}  # fmt: skip


@pytest.mark.parametrize("kind", LONGEST_TEXTS)
def test_the_column_that_holds_the_statements_is_found(kind: str) -> None:
    text, expected = LONGEST_TEXTS[kind]

    made = converted(sheet_of_csv("a.csv", text.encode()), "list", "en")

    found = {
        key: words
        for factor in made.tree["factors"].values()
        for key, words in factor["statements"].items()
    }
    assert found == expected
    assert ("statement" in dict(made.taken)) is True
