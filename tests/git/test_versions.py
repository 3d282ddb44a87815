"""Every version of a file, for closing to look at: none may be forgotten, whatever somebody has set."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cls_check.git.history import versions_of
from cls_check.git.plumbing import GitError
from tests.git.repository import Repository, new_repository

VERSIONS = [b"first", b"main", b"branch"]


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    """A file in its first commit, changed on a branch and on main, and both merged as main has it."""
    made = new_repository(tmp_path / "place")
    made.commit({"assessments/a.yaml": "first"})
    made.git("checkout", "--quiet", "-b", "other")
    made.commit({"assessments/a.yaml": "branch"})
    made.git("checkout", "--quiet", "main")
    made.commit({"assessments/a.yaml": "main"})
    made.git("merge", "--quiet", "-s", "ours", "-m", "Both", "other")
    return made


@pytest.mark.parametrize(
    "setting",
    ["log.showRoot=false", "log.follow=true", "log.diffMerges=combined", "diff.relative=true",
     "log.diffMerges=first-parent", "color.ui=always", "core.quotePath=true"],
)  # fmt: skip
def test_whatever_a_user_has_set(place: Repository, setting: str) -> None:
    place.git("config", *setting.split("="))
    assert sorted(versions_of(place.folder / "assessments/a.yaml")) == sorted(VERSIONS)


@pytest.mark.parametrize(
    "name", ["GIT_LITERAL_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"]
)
def test_whatever_an_editor_has_set(
    place: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Emacs, for one, starts programs with such a variable."""
    monkeypatch.setenv(name, "1")
    assert sorted(versions_of(place.folder / "assessments/a.yaml")) == sorted(VERSIONS)


def test_a_folder_that_is_gone_is_remembered(place: Repository) -> None:
    shutil.rmtree(place.folder / "assessments")
    assert sorted(versions_of(place.folder / "assessments/a.yaml")) == sorted(VERSIONS)


def test_where_there_is_nothing_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert list(versions_of(tmp_path / "a.yaml")) == []
    assert list(versions_of(new_repository(tmp_path / "new").folder / "a.yaml")) == []
    monkeypatch.setenv("PATH", str(tmp_path))
    assert list(versions_of(tmp_path / "new/a.yaml")) == []


def test_a_repository_that_cannot_be_looked_into_is_not_taken_for_none(
    place: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError, match="Git does not trust this folder"):
        list(versions_of(place.folder / "assessments/a.yaml"))
