"""Any file, written by hand in any legal way, and any edits to it, one after another.

CLS_CHECK_FUZZ=60000 tries many more files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cls_check.domain.assessments.assessment import Assessment
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
    path_of,
    with_edit,
    with_words,
)
from cls_check.errors import ClsCheckError
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.assessments.splicing import Spliced, spliced
from cls_check.yaml.reader import Document, parse_yaml
from cls_check.yaml.writer import as_in_a_block
from tests.files.assessments.by_hand import TEXTS, Hand, some_tree

FILES = int(os.environ.get("CLS_CHECK_FUZZ", "2000")) // 80
CHANGES_TO_A_FILE = 6
SEEDS = st.integers(0, 10**9)
VOTES: tuple[dict[str, int], ...] = ({}, {"2": 6}, {"3": 5, "1": 2, "dont-know": 1}, {"1": 5})


def possible_changes(chance: Random, assessment: Assessment, key: str) -> Iterator[Edit]:
    factor = assessment.factors[key]
    one, two, three = (chance.choice([*TEXTS, None]) for _ in range(3))
    words = chance.choice(TEXTS)
    yield ChooseLevel(key, chance.choice(["growing", "starting", "we-do-not-agree", None]))
    yield GiveReasons(key, one)
    yield AddEvidence(key, "partners", words)
    yield AddAction(key, words, one, chance.choice(["by Easter", "2026-12-24", None]), two)
    for number in range(1, len(factor.evidence) + 1):
        yield from (EditEvidence(key, number, "processes", words), RemoveEvidence(key, number))
    for number in range(1, len(factor.actions) + 1):
        yield EditAction(key, number, words, two, chance.choice(["by Easter", None]), three)
        yield from (RemoveAction(key, number), MarkAction(key, number, chance.random() < 0.5))
    for reflection in assessment.reflections:
        yield SayOnReflection(reflection, one)
    for statement in factor.statements:
        yield VoteAgain(statement, chance.choice(VOTES))


def some_change(chance: Random, assessment: Assessment) -> Edit:
    key = chance.choice(list(assessment.factors))
    return chance.choice(list(possible_changes(chance, assessment, key)))


def read(text: str) -> Document:
    return parse_yaml(text.encode(), "by-hand.yaml")


def edits(seed: int, *, notes_in_brackets: bool) -> Iterator[tuple[Document, Edit, Spliced]]:
    """A file and edits to it: the document before each edit, and what came of it."""
    chance = Random(seed)
    document = read(Hand(chance, notes_in_brackets=notes_in_brackets).file(some_tree(chance)))
    for _ in range(CHANGES_TO_A_FILE):
        edit = some_change(chance, assessment_in(document))
        done = edited_or_refused(document, edit, refusable=notes_in_brackets)
        if done:
            yield document, edit, done
            document = done.document


def edited_or_refused(document: Document, edit: Edit, *, refusable: bool) -> Spliced | None:
    """What came of an edit; it may be refused for one reason alone, a comment in brackets."""
    try:
        return spliced(document, assessment_in(document), edit)
    except ClsCheckError as refused:
        if refusable and "A comment stands inside what is to be changed" in str(refused):
            return None
        raise


def notes(text: str) -> list[str]:
    """The numbers of the comments in a text; nothing else in these files looks like them."""
    return re.findall(r"# note (\d+)\.", text)


@settings(max_examples=FILES)
@given(SEEDS)
def test_the_generator_writes_every_comment_where_it_is_one(seed: int) -> None:
    chance = Random(seed)
    text = Hand(chance, notes_in_brackets=True).file(some_tree(chance))
    assert [notes(comment.text)[0] for comment in read(text).comments()] == notes(text)


@pytest.mark.slow
@settings(max_examples=FILES)
@given(SEEDS)
def test_a_file_says_what_was_wanted_and_nothing_else(seed: int) -> None:
    for document, edit, done in edits(seed, notes_in_brackets=False):
        wanted = with_edit(assessment_in(document), with_words(edit, as_in_a_block))
        assert done.assessment == wanted
        for quick in (True, False):
            again = parse_yaml(done.document.text.encode(), "again.yaml", quick=quick)
            assert assessment_in(again) == wanted


@pytest.mark.slow
@settings(max_examples=FILES)
@given(SEEDS)
def test_every_comment_is_still_there_in_its_order(seed: int) -> None:
    for document, edit, done in edits(seed, notes_in_brackets=True):
        gone = [notes(comment)[0] for comment in done.comments_gone]
        kept = [note for note in notes(document.text) if note not in gone]
        assert notes(done.document.text) == kept
        if gone:
            assert isinstance(edit, RemoveAction | RemoveEvidence)


def part_of(document: Document, edit: Edit) -> tuple[int, int]:
    """The stretch of a text that a factor or reflection has to itself, from line to line."""
    path = path_of(assessment_in(document), edit)[:2]
    spans, text = document.key_spans, document.text
    if text[document.spans[path[:1]].start] == "{":
        path = path[:1]
    name = spans[path]
    later = [
        one.start for one in spans.values() if one.start > name.start and one.column <= name.column
    ]
    start, end = name.start - name.column + 1, min(later, default=len(text))
    return start, max(text.rfind("\n", 0, end) + 1, start) if later else end


@pytest.mark.slow
@settings(max_examples=FILES)
@given(SEEDS)
def test_all_lines_of_other_parts_are_the_same_bytes(seed: int) -> None:
    for document, edit, done in edits(seed, notes_in_brackets=True):
        start, end = part_of(document, edit)
        old, new = document.text, done.document.text
        assert new[:start] == old[:start]
        assert new.endswith(old[end:])
        assert len(new) >= start + len(old) - end
        assert ("\r\n" in old) == ("\r\n" in new)
        assert "\n" not in new.replace("\r\n", "") or "\r\n" not in new


@pytest.mark.slow
@settings(max_examples=FILES)
@given(SEEDS)
def test_another_reader_reads_the_same(seed: int) -> None:
    """ruamel.yaml, which keeps comments too, is not what we write with; so it can judge us."""
    from ruamel.yaml import YAML

    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    for _, _, done in edits(seed, notes_in_brackets=True):
        assert as_text_keys(reader.load(done.document.text)) == done.document.data


def as_text_keys(tree: Any) -> Any:
    """ruamel gives numbers as keys."""
    if isinstance(tree, dict):
        return {str(key): as_text_keys(value) for key, value in tree.items()}
    return [as_text_keys(item) for item in tree] if isinstance(tree, list) else tree
