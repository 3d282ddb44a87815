"""`check` looks at files beside each other, at what git remembers of them, and at what it keeps."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from cls_check.cli.app import run
from tests.git.repository import AUTUMN, Repository, assessment, new_repository

A = "assessments/northfield-2026-09-10.yaml"
TWELVE, THIRTEEN, SEVENTEEN = (
    assessment(n3=6, n4=6),
    assessment(n1=1, n3=6, n4=6),
    assessment(n3=11, n4=6),
)
CHANGED = assessment(n3=5, n4=7)
"""Twelve, of whom one says 4 and not 3: the numbers of the answers alone are others."""
BETWEEN = "Too few people stand between"
VOICE = "cls-check-voice: 1\nperspective: lived-experience\nanswers: {cop-1: 4}\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = new_repository(tmp_path / "place")
    monkeypatch.chdir(made.folder)
    return made


def checked(capsys: pytest.CaptureFixture[str], *names: str, code: int = 0) -> str:
    assert run(["check", *names]) == code
    out, err = capsys.readouterr()
    return err if code else out


# Beside each other


def test_two_files_of_one_round_are_named_where_one_person_stands_between(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.write("a.yaml", TWELVE)
    place.write("late.yaml", THIRTEEN)
    err = checked(capsys, "a.yaml", "late.yaml", "--no-git", code=1)
    assert "This and a.yaml are of one place and day, and too few people stand between" in err
    assert err.startswith("late.yaml, line 6, column 1: ")  # took-part
    checked(capsys, "a.yaml")
    checked(capsys, "late.yaml")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (SEVENTEEN, "five people stand between"),
        (TWELVE.replace("growing\n", "starting\n"), "words alone differ"),
        (THIRTEEN.replace("2026-09-10", "2026-09-11"), "another day"),
        (THIRTEEN.replace("Northfield", "North-field"), "another place"),
        (
            THIRTEEN.replace("tim-1", "tim-9").replace("We have", "You have"),
            "nothing was asked in both",
        ),
    ],
)
def test_what_cannot_be_subtracted_is_no_matter(
    place: Repository, capsys: pytest.CaptureFixture[str], other: str, why: str
) -> None:
    place.write("a.yaml", TWELVE)
    place.write("b.yaml", other)
    assert "all is well" in checked(capsys, "a.yaml", "b.yaml"), why


def test_the_name_of_a_place_may_be_written_otherwise(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.write("a.yaml", TWELVE)
    place.write("b.yaml", THIRTEEN.replace("Northfield", "NORTHFIELD"))
    assert "of one place and day" in checked(capsys, "a.yaml", "b.yaml", code=1)


def test_a_statement_is_named_by_its_line(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """Five more people, one of whom answered: the round may be shared, this statement may not."""
    more = assessment(n3=7, n4=6).replace("staff: 13", "staff: 17")
    place.write("a.yaml", TWELVE)
    place.write("b.yaml", more)
    err = checked(capsys, "a.yaml", "b.yaml", code=1)
    assert err.startswith("b.yaml, line 18, column 11: ")
    assert "(staff in tim-1, everyone in tim-1)" in err


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TWELVE, THIRTEEN.replace("tim-1", "tim-9")),  # another id, the same words
        (TWELVE, THIRTEEN.replace("Very true]", "Very true, Quite true]")),  # a longer scale
        (
            TWELVE.replace("{3: 6, 4: 6}\n", "{3: 6, 4: 6}\n        after-talking: {2: 5, 3: 6}\n"),
            TWELVE.replace(
                "{3: 6, 4: 6}\n", "{3: 6, 4: 6}\n        after-talking: {1: 1, 2: 5, 3: 6}\n"
            ),
        ),
        (TWELVE, THIRTEEN.replace("Northfield", "North\u00adfield")),  # a hyphen that is not seen
        (
            TWELVE.replace("Giving it time", '"One\n x: |\n   "'),
            CHANGED.replace("Giving it time", '"One\n x: |\n   "'),
        ),
        (
            TWELVE.replace("Giving it time", '"One\\\n x: |\n   "'),
            CHANGED.replace("Giving it time", '"One\\\n x: |\n   "'),
        ),
    ],
)
def test_what_is_written_otherwise_is_found_all_the_same(
    place: Repository, capsys: pytest.CaptureFixture[str], first: str, second: str
) -> None:
    place.write("a.yaml", first)
    place.write("b.yaml", second)
    checked(capsys, "a.yaml")
    assert "of one place and day" in checked(capsys, "a.yaml", "b.yaml", code=1)


# In git's history


def test_a_version_that_was_committed_before_is_found(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    first = place.commit({A: TWELVE})
    assert "all is well" in checked(capsys, A)
    place.write(A, THIRTEEN)
    err = checked(capsys, A, code=1)
    assert f"{BETWEEN} this and what is in git as {A}, commit {first[:7]} (" in err
    place.commit({A: THIRTEEN})
    checked(capsys, A, code=1)
    assert "all is well" in checked(capsys, A, "--no-git")


def test_wherever_it_is_in_git(place: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """On another branch, under another name, staged and not committed, in the place of another day."""
    place.commit({"README": "x"})
    place.git("checkout", "--quiet", "-b", "other")
    place.commit({"old/spring.yml": TWELVE})
    place.git("checkout", "--quiet", "main")
    place.write(A, THIRTEEN)
    assert "what is in git as old/spring.yml" in checked(capsys, A, code=1)
    place.git("branch", "-D", "other")
    place.git("reflog", "expire", "--expire=now", "--all")
    assert "all is well" in checked(capsys, A)
    place.write("b.yaml", TWELVE)
    place.git("add", "b.yaml")
    assert "what is in git as b.yaml, staged" in checked(capsys, A, code=1)
    place.git("rm", "-q", "--cached", "b.yaml")
    place.commit({A: TWELVE.replace("2026-09-10", "2026-09-01")})
    place.write(A, THIRTEEN)
    assert f"what is in git as {A}, commit" in checked(capsys, A, code=1)


def test_what_git_is_told_to_ignore_is_looked_at_alone(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.commit({".gitignore": "demo/\n", A: TWELVE})
    place.write("demo/a.yaml", THIRTEEN)
    assert "all is well" in checked(capsys, "demo/a.yaml")
    place.git("add", "--force", "demo")
    assert BETWEEN in checked(capsys, "demo/a.yaml", code=1)


@pytest.mark.parametrize(
    "name", ["a.YAML", "old/a.yaml.orig", "a.yaml~", "A.Yml", "x.open/closed-1.yaml"]
)
def test_under_any_name_that_may_be_ours(
    place: Repository, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    place.commit({name: TWELVE.replace('"2026-09-10"', '"2026\\u002D09-10"')})
    place.write(A, THIRTEEN)
    assert BETWEEN in checked(capsys, A, code=1)


def test_an_old_version_that_is_given_too(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its place was misspelt then, so the two files are not of one place."""
    place.commit({A: TWELVE.replace("Northfield", "Northfeild")})
    place.write(A, THIRTEEN)
    place.write("copy.yaml", TWELVE.replace("Northfield", "Northfeild"))
    assert BETWEEN in checked(capsys, A, "copy.yaml", code=1)


def test_many_versions_are_one_problem(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    for count in (12, 13, 14):
        place.commit({A: assessment(n3=count)})
    place.write(A, assessment(n3=15))
    err = checked(capsys, A, code=1)
    assert err.count(BETWEEN) == 1
    assert "So it is with 2 more." in err


def test_from_anywhere_by_any_path(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.commit({A: TWELVE})
    path = place.write(A, THIRTEEN)
    for folder in (place.folder / "assessments", place.folder.parent):
        monkeypatch.chdir(folder)
        for name in (str(path), str(path.relative_to(folder))):
            assert BETWEEN in checked(capsys, name, code=1)
    (place.folder.parent / "link").symlink_to(place.folder)
    assert BETWEEN in checked(capsys, "link/" + A, code=1)


def test_words_can_change_for_years(place: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    text = AUTUMN.read_text(encoding="utf-8")
    for level in ("starting", "growing", "part", "not-yet"):
        place.commit({A: text.replace("level: growing", f"level: {level}", 1)})
    place.write(A, text)
    assert "all is well" in checked(capsys, A)


def test_a_repository_that_cannot_be_looked_into_is_told(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.commit({A: TWELVE})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert run(["check", A]) == 2
    out, err = capsys.readouterr()
    assert "all is well" in out  # of the file by itself
    assert "Git does not trust this folder" in err
    assert "cls-check check --no-git FILE" in err
    checked(capsys, A, "--no-git")
    monkeypatch.setenv("PATH", "")
    checked(capsys, A)


# What git keeps


RECORD = "northfield-2026-09-10.open"
BEGIN = ["assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10", "--way",
         "one-after-another", "--questionnaire", "ten-factors-short", "--perspective", "frontline"]  # fmt: skip


@pytest.mark.parametrize("kind", ["record", "voice", "assessment"])
def test_a_record_that_git_keeps_is_found(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("4\n" * 20 + "\n"))
    assert run(BEGIN) == 0
    voice = next((place.folder / RECORD / "voices").iterdir()).relative_to(place.folder)
    given = {"record": RECORD, "voice": voice.as_posix(), "assessment": A}[kind]
    place.commit({".gitignore": "*.open/\n", A: TWELVE})
    capsys.readouterr()
    assert "all is well" in checked(capsys, given)
    place.git("add", "--force", RECORD)
    err = checked(capsys, given, code=1)
    assert "This is private, and git keeps it." in err
    assert f"git rm -r --cached {RECORD if kind == 'assessment' else given}" in err
    place.git("commit", "--quiet", "-m", "Oh")
    checked(capsys, given, code=1)
    place.git("rm", "--quiet", "-r", "--cached", RECORD)
    place.git("commit", "--quiet", "-m", "Out")
    assert "This is private, and was in git." in checked(capsys, given, code=1)
    checked(capsys, given, "--no-git")


@pytest.mark.parametrize("name", ["N.OPEN", "n.open.bak", "n.open~", ".n.open-1234abcd", "n open"])
def test_a_record_under_another_name_is_found(
    place: Repository, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    place.commit({A: TWELVE, f"{name}/voices/5f0c1e2d3a4b5c6d.yaml": VOICE})
    assert "This is private, and git keeps it." in checked(capsys, A, code=1)


def test_what_is_left_of_a_record_in_history_is_found(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.commit({A: TWELVE, "n.open/imported.json": "{}"})
    place.git("rm", "--quiet", "-r", "n.open")
    place.git("commit", "--quiet", "-m", "Out")
    assert "This is private, and was in git." in checked(capsys, A, code=1)


def test_a_path_of_three_thousand_folders(capsys: pytest.CaptureFixture[str]) -> None:
    assert "d: " in checked(capsys, "d/" * 3000, code=2)


def test_a_voice_in_any_folder_is_found_where_it_is_given(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.commit({"assessments/x.yaml": VOICE})
    err = checked(capsys, "assessments/x.yaml", code=1)
    assert err.startswith("assessments/x.yaml: This is private, and git keeps it.")


def test_a_copy_with_a_part_of_the_history_is_told(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.commit({A: TWELVE})
    place.commit({A: THIRTEEN})
    place.git("clone", "--quiet", "--depth=1", place.folder.as_uri(), "../part")
    monkeypatch.chdir(place.folder.parent / "part")
    assert run(["check", A]) == 0
    assert "To get the rest: git fetch --unshallow" in capsys.readouterr().err


def test_the_difference_has_an_exit_code_for_it(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("a.yaml", TWELVE), ("b.yaml", THIRTEEN), ("c.yaml", SEVENTEEN)):
        place.write(name, text)
    assert run(["diff", "a.yaml", "b.yaml"]) == 0
    assert "Please do not share both." in " ".join(capsys.readouterr().out.split())
    assert run(["diff", "--check", "a.yaml", "b.yaml", "--format", "json"]) == 1
    assert run(["diff", "--check", "a.yaml", "c.yaml"]) == 0
    first = place.commit({A: TWELVE})
    place.commit({A: THIRTEEN})
    assert run(["diff", "--check", f"{first}..HEAD"]) == 1
