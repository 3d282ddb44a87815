"""Editing a file in place: the lines that an edit concerns, no others, and every comment.

Each file in tests/files/assessments/edits shows one edit as `git diff` would: lines that start with a minus are
there before it, lines that start with a plus after it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from cls_check.domain.assessments import edits
from cls_check.domain.assessments.edits import (
    AddAction,
    AddEvidence,
    ChooseLevel,
    Edit,
    EditAction,
    EditEvidence,
    GiveReasons,
    MarkAction,
    RemoveAction,
    RemoveEvidence,
    SayOnReflection,
    VoteAgain,
)
from cls_check.errors import ClsCheckError, RefusedError, UnknownNameError
from cls_check.files.assessments import splicing
from cls_check.files.assessments.reading import assessment_in, read_assessment
from cls_check.files.assessments.splicing import Spliced
from cls_check.files.assessments.splicing import spliced as spliced_from
from cls_check.yaml.page import Splice
from cls_check.yaml.reader import Document, parse_yaml
from cls_check.yaml.writer import as_in_a_block

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "tests" / "files" / "assessments" / "edits").glob("*.diff"))
NORTHFIELD = ROOT / "examples" / "northfield" / "northfield-2026-09-10.yaml"
HEAD = """\
cls-check: 1
questionnaire: {id: being-heard, version: "1.0"}
place: Northfield
date: "2026-09-10"
scale: [Not true yet, Partly true, Very true]
levels: {starting: Starting, growing: Growing}
took-part: {everyone: 9}
"""
TRUST = f"{HEAD}factors:\n  trust:\n    title: Trust\n"


def document_of(text: str) -> Document:
    return parse_yaml(text.encode(), "a.yaml")


def edit_in(line: str) -> Edit:
    """An edit as the examples have it: `choose-level: {factor: trust, level: growing}`."""
    [(name, given)] = parse_yaml(line.encode(), "an edit").data.items()
    kind = getattr(edits, name.title().replace("-", ""))
    named = {field.name: given.get(field.name.rstrip("_")) for field in fields(kind)}
    votes = {"answers": given.get("answers", {})} if name == "vote-again" else {}
    edit: Edit = kind(**named | votes)
    return edit


def spliced(document: Document, edit: Edit) -> Spliced:
    return spliced_from(document, assessment_in(document), edit)


def spliced_text(document: Document, edit: Edit) -> str:
    return spliced(document, edit).document.text


def example(path: Path) -> tuple[Edit, str, str]:
    """The edit of an example, and the text before it and after."""
    _, line, _, *rest = path.read_text(encoding="utf-8").splitlines()
    before = "".join(f"{one[1:]}\n" for one in rest if not one.startswith("+"))
    after = "".join(f"{one[1:]}\n" for one in rest if not one.startswith("-"))
    return edit_in(line), HEAD + before, HEAD + after


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_lines_that_change_are_those_shown(path: Path, line_end: str) -> None:
    edit, before, after = example(path)
    text = spliced_text(document_of(before.replace("\n", line_end)), edit)
    assert text == after.replace("\n", line_end)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_making_a_change_twice_changes_nothing_more(path: Path) -> None:
    edit, _, after = example(path)
    if isinstance(edit, ChooseLevel | GiveReasons | MarkAction | SayOnReflection | VoteAgain):
        assert spliced_text(document_of(after), edit) == after


ADDED = "    actions:\n      - what: |-\n          Ring back\n        done: false\n"


@pytest.mark.parametrize(
    ("end", "then"),
    [
        ("    level: growing", f"    level: growing\n{ADDED}"),
        ("    level: growing # so", f"    level: growing # so\n{ADDED}"),
        ("    because: |-\n      One", f"    because: |-\n      One\n{ADDED}"),
        ("    because: |\n      One", f"    because: |-\n      One\n{ADDED}"),
        ("    because: >+  # so\n      One", f"    because: >-  # so\n      One\n{ADDED}"),
        ("    because: |\n      One\n    # so", f"    because: |\n      One\n{ADDED}    # so"),
    ],
)
def test_a_file_without_a_last_line_end_says_the_same_afterwards(end: str, then: str) -> None:
    text = spliced_text(document_of(TRUST + end), AddAction("trust", "Ring back"))
    assert text == TRUST + then


def test_all_factors_of_an_example_place_keep_their_lines() -> None:
    """A level is one line, and an action its own lines alone, in each of ten factors."""
    document = parse_yaml(NORTHFIELD.read_bytes(), "northfield.yaml")
    old = document.text.splitlines()
    for factor in read_assessment(NORTHFIELD).factors:
        new = spliced_text(document, ChooseLevel(factor, "not-yet")).splitlines()
        assert sum(one != other for one, other in zip(old, new, strict=True)) == 1
        more = spliced_text(document, AddAction(factor, "Ring back")).splitlines()
        start = next(at for at, line in enumerate(more) if line != old[at])
        added = len(more) - len(old)
        assert added == 3 + ("    actions:" in more[start : start + 1])
        assert more[:start] + more[start + added :] == old


# What a person may write


WORDS = [
    "# no comment", "a # b", "a: b", "- a", "? a", "a\tb\tc", "\ta", "a\r\nb\rc", "a\n\n\nb",
    "\u202eturned round", "\u2066a\u2069", "a\u2028b", "\ufeffa", "bell\x07", "e\u0301", "🙂 naïve",
    "<<<<<<< HEAD", "---", "...", "|-", ">", "%YAML 1.1", "'", '"', "{", "]", ",", "&a", "*a", "!a", "\\",
    "null", "yes", "12:30", "2026-13-45", "  further in\nand back", "\n\nabove and below\n\n", "=======",
    "x" * 20_000, "word " * 3_999 + "word", "a\n" * 9_999 + "a", "{{ 7 * 7 }}", "<b>", "\x1b[31mred",
]  # fmt: skip
PLACES = {
    "new": "",
    "block": "    because: |-\n      Old\n",
    "quotes": "    because: 'Old'  # so\n",
    "empty": "    because:\n",
    "above a comment": "    because: Old\n            # so\n",
    "a place of its own": "    because:\n      # so\n      Old\n",
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("words", WORDS, ids=lambda words: repr(words[:12]))
def test_words_come_back_as_they_were_written(words: str, place: str) -> None:
    text = spliced_text(document_of(TRUST + place), GiveReasons("trust", words))
    factor = assessment_in(document_of(text)).factors["trust"]
    assert factor.because == as_in_a_block(words)
    assert text.count("# so") - words.count("# so") == place.count("# so")


@pytest.mark.parametrize("words", WORDS, ids=lambda words: repr(words[:12]))
def test_words_come_back_from_lists_and_brackets(words: str) -> None:
    body = "factors:\n  trust: {title: Trust, actions: [{what: Old}]}\n  next: {title: Next}\n"
    document = spliced(document_of(HEAD + body), AddEvidence("trust", "people", words)).document
    document = spliced(document, EditAction("trust", 1, words, words, None, words)).document
    trust = spliced(document, AddAction("trust", words, by="by Easter")).assessment.factors["trust"]
    kept = as_in_a_block(words)
    assert trust.evidence[0].what == kept
    assert [(one.what, one.who, one.by) for one in trust.actions] == [
        (kept, kept, None),
        (kept, None, "by Easter"),
    ]


@pytest.mark.parametrize("words", ["", " ", " \n\t\n", "\x07", "\u200b\u202e", "\ufeff"])
@pytest.mark.parametrize(
    "edit",
    [
        lambda words: GiveReasons("trust", words),
        lambda words: AddEvidence("trust", "people", words),
        lambda words: AddAction("trust", "Ring back", who=words),
        lambda words: AddAction("trust", "Ring back", by=words),
    ],
)
def test_words_that_nobody_can_see_are_refused(edit: Callable[[str], Edit], words: str) -> None:
    with pytest.raises(ClsCheckError, match="There are no words to write down"):
        spliced_text(document_of(TRUST), edit(words))


# What is not there, and what cannot be


TALKED = f"""{TRUST}    statements:
      tru-1: {{text: People trust us.}}
    evidence:
      - {{from: people, what: A letter}}
reflections:
  values: {{text: Which values.}}
"""


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (ChooseLevel("trist", "growing"), 'line 9, column 3: There is no factor "trist" here.\n'
         '  Did you mean "trust"?'),
        (ChooseLevel("trust", "grwing"), 'line 10, column 5: There is no level "grwing" here.\n'
         '  Did you mean "growing"?\n  The levels here are starting, growing, we-do-not-agree.'),
        (AddEvidence("trust", "staff", "A"),  # type: ignore[arg-type]  # typed by hand
         'line 14, column 7: There is no group "staff" here.\n'
         "  The groups here are people, staff-and-leaders, partners, processes."),
        (RemoveEvidence("trust", 2), "line 14, column 7: There is no piece of evidence number 2 under "
         "trust.\n  It has 1."),
        (EditEvidence("trust", 0, "people", "A"), "line 14, column 7: There is no piece of evidence "
         "number 0"),
        (MarkAction("trust", 1, True), "line 10, column 5: There is no action number 1 under trust.\n"
         "  It has none."),
        (EditAction("trust", -1, "A"), "There is no action number -1"),
        (VoteAgain("tru-2", {"1": 9}), 'There is no statement "tru-2" here.\n'
         '  Did you mean "tru-1"?'),
        (SayOnReflection("value", "A"), 'There is no reflection "value" here.\n'
         '  Did you mean "values"?'),
    ],
)  # fmt: skip
def test_what_is_not_there_is_named_with_what_is(edit: Edit, said: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        spliced_text(document_of(TALKED), edit)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (GiveReasons("trust", "x" * 20_001), "This text has 20,001 characters, and 20,000 is the most."),
        (AddAction("trust", "A", by="2026-02-30"), '"2026-02-30" is not a day.'),
        (AddAction("trust", "A", by="x" * 201), "This text has 201 characters, and 200 is the most."),
        (VoteAgain("tru-1", {"1": -5}), '-5 is not a number of people for the answer "1".'),
        (VoteAgain("tru-1", {"4": 6}), '"4" is not an answer to tru-1 after talking.'),
        (VoteAgain("tru-1", {"1": 10}), "10 people answered tru-1 after talking"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(edit: Edit, said: str) -> None:
    with pytest.raises(ClsCheckError) as caught:
        spliced_text(document_of(TALKED), edit)
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.yaml, line ")


def test_a_second_vote_of_few_is_refused() -> None:
    with pytest.raises(RefusedError, match="Fewer than 5 people answered tru-1 on the scale"):
        spliced_text(document_of(TALKED), VoteAgain("tru-1", {"3": 4, "dont-know": 3}))


def test_a_file_without_levels_says_how_to_have_some() -> None:
    text = TRUST.replace("levels: {starting: Starting, growing: Growing}\n", "")
    with pytest.raises(UnknownNameError, match="Write them under levels: first"):
        spliced_text(document_of(text), ChooseLevel("trust", "growing"))
    agreed = spliced(document_of(text), ChooseLevel("trust", "we-do-not-agree")).assessment
    assert agreed.factors["trust"].level == "we-do-not-agree"


@pytest.mark.parametrize(
    ("body", "edit", "line"),
    [
        ("    evidence: [{from: people, what: A}, # so\n      {from: people, what: B}]\n",
         RemoveEvidence("trust", 1), 11),
        ("    actions: [ # none\n      ]\n", AddAction("trust", "A"), 11),
        ("    actions:  # none\n      []\n", AddAction("trust", "A"), 11),
    ],
)  # fmt: skip
def test_a_comment_in_the_way_is_not_lost(body: str, edit: Edit, line: int) -> None:
    with pytest.raises(ClsCheckError) as caught:
        spliced_text(document_of(TRUST + body), edit)
    message = str(caught.value)
    assert message.startswith(f"a.yaml, line {line}, column")
    assert "A comment stands inside what is to be changed" in message
    assert "Put the comment on a line of its own above" in message


def test_what_cannot_be_proved_is_left_to_people() -> None:
    """A name behind a question mark is legal and rare: a value is changed, a name is not added."""
    document = document_of(f"{TRUST}    ? level\n    : growing  # so\n")
    assert ": starting  # so\n" in spliced_text(document, ChooseLevel("trust", "starting"))
    with pytest.raises(ClsCheckError) as caught:
        spliced_text(document, GiveReasons("trust", "New"))
    message = str(caught.value)
    assert message.startswith("a.yaml, line 9, column 3: This change could not be made")
    assert "Nothing was written." in message


@pytest.mark.parametrize(
    "splice",
    [
        ("growing  # so", "starting"),
        ("growing  # so\n    # and so", "starting  # and so\n    # so"),
        ("Trust\n    level: growing", "Mistrust\n    level: starting"),
        ("growing  # so\n    # and so\n    x-own: 1", "starting  # so\n    # and so\n    x-own: 2"),
        ("growing", "growing"),
        ("growing", "starting: ["),
    ],
    ids=["a comment lost", "comments swapped", "else", "an own note", "nothing", "broken"],
)
def test_what_a_splice_does_wrong_is_seen(
    monkeypatch: pytest.MonkeyPatch, splice: tuple[str, str]
) -> None:
    text = f"{TRUST}    level: growing  # so\n    # and so\n    x-own: 1\n"
    old, new = splice
    start = text.index(old)
    wrong = Splice(start, start + len(old), new)
    monkeypatch.setattr(splicing, "put", lambda *_, **__: wrong)
    with pytest.raises(ClsCheckError, match="could not be made without touching something else"):
        spliced(document_of(text), ChooseLevel("trust", "starting"))


def test_the_comments_that_go_are_told() -> None:
    body = "    evidence:\n      # stays\n      - from: people  # one\n        what: A\n        # two\n"
    done = spliced(document_of(TRUST + body), RemoveEvidence("trust", 1))
    assert done.comments_gone == ("# one", "# two")
    assert done.document.text == f"{TRUST}    # stays\n"


def test_taking_an_action_out_takes_out_that_one_of_two_that_are_alike() -> None:
    body = "    actions:\n      - what: A  # one\n      - what: A  # two\n"
    left = spliced_text(document_of(TRUST + body), RemoveAction("trust", 1))
    assert left == f"{TRUST}    actions:\n      - what: A  # two\n"
