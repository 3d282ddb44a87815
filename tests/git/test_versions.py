"""Every version of a file, for closing to look at: none may be forgotten, whatever somebody has set."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cls_check.git.plumbing import GitError
from cls_check.workflows.other_versions import numbers_in, remembered
from tests.git.repository import Repository, assessment, new_repository

FIRST, ON_MAIN, ON_BRANCH = assessment(n3=12), assessment(n3=13), assessment(n3=14)
VERSIONS = [12, 13, 14]
"""How many people took part in each of them."""


def versions_of(path: Path) -> list[int]:
    return [each.people for each in remembered(path, "Northfield", "2026-09-10")]


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    """A file in its first commit, changed on a branch and on main, and both merged as main has it."""
    made = new_repository(tmp_path / "place")
    made.commit({"assessments/a.yaml": FIRST})
    made.git("checkout", "--quiet", "-b", "other")
    made.commit({"assessments/a.yaml": ON_BRANCH})
    made.git("checkout", "--quiet", "main")
    made.commit({"assessments/a.yaml": ON_MAIN})
    made.git("merge", "--quiet", "-s", "ours", "-m", "Both", "other")
    return made


@pytest.mark.parametrize(
    "setting",
    ["log.showRoot=false", "log.follow=true", "log.diffMerges=combined", "diff.relative=true",
     "log.diffMerges=first-parent", "color.ui=always", "core.quotePath=true"],
)  # fmt: skip
def test_whatever_a_user_has_set(place: Repository, setting: str) -> None:
    place.git("config", *setting.split("="))
    assert sorted(versions_of(place.folder / "assessments/a.yaml")) == VERSIONS


@pytest.mark.parametrize(
    "name", ["GIT_LITERAL_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"]
)
def test_whatever_an_editor_has_set(
    place: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Emacs, for one, starts programs with such a variable."""
    monkeypatch.setenv(name, "1")
    assert sorted(versions_of(place.folder / "assessments/a.yaml")) == VERSIONS


def test_a_folder_that_is_gone_is_remembered(place: Repository) -> None:
    shutil.rmtree(place.folder / "assessments")
    assert sorted(versions_of(place.folder / "assessments/a.yaml")) == VERSIONS


def test_where_there_is_nothing_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert versions_of(tmp_path / "a.yaml") == []
    assert versions_of(new_repository(tmp_path / "new").folder / "a.yaml") == []
    monkeypatch.setenv("PATH", str(tmp_path))
    assert versions_of(tmp_path / "new/a.yaml") == []


def test_a_repository_that_cannot_be_looked_into_is_not_taken_for_none(
    place: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError, match="Git does not trust this folder"):
        versions_of(place.folder / "assessments/a.yaml")


def test_a_version_under_another_name_is_remembered_and_other_rounds_are_not(
    place: Repository,
) -> None:
    place.git("mv", "assessments/a.yaml", "assessments/b.yaml")
    place.commit(
        {"notes.yaml": 'cls-check: "2026-09-10"\n', "c.yaml": assessment(date="2026-03-12")}
    )
    assert set(versions_of(place.folder / "assessments/b.yaml")) == set(VERSIONS)
    assert set(versions_of(place.folder / "new.yaml")) == set(VERSIONS)


def test_what_is_staged_is_a_version(place: Repository) -> None:
    place.write("assessments/a.yaml", assessment(n3=15))
    place.git("add", "--all")
    place.write("assessments/a.yaml", assessment(n3=16))
    assert sorted(versions_of(place.folder / "assessments/a.yaml")) == [*VERSIONS, 15]


# Which versions need not be read


WORDS = [
    ("    level: growing", "    level: starting"),
    (
        "    level: growing",
        "    level: growing\n    because: |-\n      12 plans:\n\n       changed.\n",
    ),
    ("    level: growing", "    level: growing\n    because: >\n      3: 12\n"),
    ("title: Giving it time", "title: Giving time"),
]
NUMBERS = [
    ("text: We have time.", "text: We have the time."),  # a statement is known by its words, too
    ("text: We have time.", "text: |-\n          We have time."),
    ("{3: 12}", "{3: 11, 4: 1}"),
    ("{3: 12}", "\n            3: 12"),
    ("          staff: {", "          leaders: {"),
    ("  staff: 12", "  staff: 13"),
    ("answers:\n", "answers: # as counted\n"),
    ("      tim-1:", "      tim-2:"),
    ("place: Northfield", "place: Southfield"),
    ("          staff: {", "          # staff: |\n            leaders: {"),
    ("    title: Giving it time\n", "    title: |-\n      Giving it time\n    x-1: 4\n"),
    ("        answers:\n", "        ? answers\n        :\n"),
    ("factors:", "one-view: true\nfactors:"),
]


@pytest.mark.parametrize(("old", "new"), WORDS)
def test_words_and_levels_are_no_numbers(old: str, new: str) -> None:
    changed = assessment().replace(old, new)
    assert changed != assessment()
    assert numbers_in(changed.encode()) == numbers_in(assessment().encode())


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("old", "new"), NUMBERS)
def test_whatever_may_be_a_count_or_whose_it_is_is(old: str, new: str, line_end: str) -> None:
    text, changed = assessment(), assessment().replace(old, new)
    assert changed != text
    one, other = (each.replace("\n", line_end).encode() for each in (text, changed))
    assert numbers_in(one) != numbers_in(other)
