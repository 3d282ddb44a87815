"""`check` finds the same, whatever the settings and the variables of whoever runs it say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cls_check.cli.app import run
from tests.git.repository import Repository, new_repository
from tests.git.test_check import BETWEEN, THIRTEEN, TWELVE, A, checked


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Twelve people are committed, and thirteen are in the file."""
    made = new_repository(tmp_path / "place")
    monkeypatch.chdir(made.folder)
    made.commit({A: TWELVE})
    made.commit({A: THIRTEEN})
    return made


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("color.ui", "always"),
        ("color.diff", "always"),
        ("i18n.logOutputEncoding", "UTF-16"),
        ("i18n.commitEncoding", "UTF-16"),
        ("diff.orderFile", "nowhere"),
        ("core.quotePath", "true"),
        ("log.showSignature", "true"),
        ("format.pretty", "fuller"),
        ("diff.noprefix", "true"),
        ("diff.renames", "copies"),
    ],
)
def test_a_setting_changes_nothing(
    place: Repository, capsys: pytest.CaptureFixture[str], setting: str, value: str
) -> None:
    place.commit({"Büro ✓/ä.yaml": TWELVE})
    place.git("config", setting, value)
    err = checked(capsys, A, code=1)
    assert BETWEEN in err
    assert "what is in git as Büro ✓/ä.yaml, commit " in err
    assert "So it is with 1 more." in err


def test_what_is_hidden_on_this_computer_alone_is_found(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """By a replacement of a commit, by one of a file, and by a graft: a clone has none of them."""
    place.git("replace", "--graft", "HEAD")
    assert place.git("log", "--oneline").count("\n") == 1
    assert BETWEEN in checked(capsys, A, code=1)
    place.git("replace", "-d", place.git("rev-parse", "HEAD").strip())
    first, second = (place.git("rev-parse", f"{at}:{A}").strip() for at in ("HEAD~1", "HEAD"))
    place.git("replace", first, second)
    assert BETWEEN in checked(capsys, A, code=1)
    place.git("replace", "-d", first)
    place.write(".git/info/grafts", place.git("rev-parse", "HEAD"))
    assert BETWEEN in checked(capsys, A, code=1)


@pytest.mark.parametrize(
    "variables",
    [
        {"GIT_DIR": ".git"},
        {"GIT_DIR": "{place}/.git"},
        {"GIT_DIR": ".git", "GIT_WORK_TREE": "."},
        {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"},
        {"GIT_OBJECT_DIRECTORY": ".git/objects"},
        {"GIT_DIR": "../bare", "GIT_WORK_TREE": "."},
        pytest.param(
            {"GIT_DIR": "../a:b", "GIT_WORK_TREE": "."},
            marks=pytest.mark.skipif(os.name == "nt", reason="no name has a colon there"),
        ),
    ],
)
def test_where_the_repository_is_may_be_said_from_here(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
) -> None:
    if "GIT_DIR" in variables and ".git" not in variables["GIT_DIR"]:
        (place.folder / ".git").rename(place.folder / variables["GIT_DIR"])
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(place=place.folder))
    assert BETWEEN in checked(capsys, A, code=1)


def test_a_repository_that_was_named_and_is_not_there_is_told(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "nowhere")
    assert run(["check", A]) == 2
    err = capsys.readouterr().err
    assert "GIT_DIR names a folder in which there is no repository." in err
    assert "unset GIT_DIR" in err
    checked(capsys, A, "--no-git")


def test_without_git_a_line_says_that_it_was_not_asked(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert run(["check", A]) == 0
    out, err = capsys.readouterr()
    assert "all is well" in out
    assert err == (
        f"{place.folder} is kept by git, and git is not on this computer. "
        "What else git has of it was not looked at.\n"
    )
    assert run(["check", A, "--no-git"]) == 0
    assert capsys.readouterr().err == ""


def test_where_no_git_is_needed_nothing_is_said_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.devnull)
    Path("a.yaml").write_text(TWELVE, encoding="utf-8")
    assert run(["check", "a.yaml"]) == 0
    assert capsys.readouterr().err == ""
