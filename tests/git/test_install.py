"""`cls-check git`: what git then shows, and that nothing is left when it is taken out."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from cls_check.cli.app import run
from cls_check.git import install as lines
from tests.git.repository import AUTUMN, Repository, assessment, new_repository

PROGRAM = "cls-check-git"
NAME = "northfield-2026-09-10.yaml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = new_repository(tmp_path / "place")
    monkeypatch.chdir(made.folder)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    assert run(["init", ".", "--no-input"]) == 0
    made.commit({NAME: assessment("starting")})
    return made


def state(place: Repository) -> tuple[bytes | None, ...]:
    names = (".git/config", ".gitattributes", ".git/info/exclude")
    files = [place.folder / name for name in names]
    return tuple(file.read_bytes() if file.exists() else None for file in files)


def test_git_shows_sentences(place: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["git", "install"]) == 0
    place.write(NAME, assessment("growing"))
    shown = place.git("diff", NAME)
    assert "-  Level: Starting\n+  Level: Growing\n" in shown
    place.git("commit", "--quiet", "-am", "Growing")
    for command in (["show"], ["log", "-p", "-1"], ["diff", "HEAD~1"]):
        assert "+  Level: Growing" in place.git(*command)
    assert "  Level: Growing" in place.git("blame", NAME)


LEFT = ["north.open/round.yaml", ".north.open-0a1b2c3d/round.yaml", f".cls-check-{'0a' * 8}.tmp"]


@pytest.mark.parametrize("made_by", ["init", "git install"])
def test_rounds_and_what_was_cut_off_stay_out_of_git(place: Repository, made_by: str) -> None:
    if made_by == "git install":
        (place.folder / ".gitignore").unlink()
        run(["git", "install"])
    place.git("add", ".")
    before = place.git("status", "--porcelain")
    for folder in ("", "rounds/"):
        for name in LEFT:
            place.write(folder + name, "x")
    place.git("add", ".")
    assert place.git("status", "--porcelain") == before


def test_a_hunk_is_headed_by_its_statement(place: Repository) -> None:
    run(["git", "install"])
    text = AUTUMN.read_text("utf-8")
    place.commit({"autumn.yaml": text})
    line = "other-perspectives: {2: 2, 3: 1, 4: 1, 5: 2}"
    place.write(
        "autumn.yaml", text.replace(line, "other-perspectives: {2: 2, 3: 1, 4: 2, 5: 1}", 1)
    )
    (header,) = [each for each in place.git("diff", "autumn.yaml").split("\n") if each[:2] == "@@"]
    assert "@@   “People with lived experience help to plan changes" in header


def test_a_broken_version_does_not_stop_the_log(place: Repository) -> None:
    run(["git", "install"])
    place.commit({NAME: "cls-check: 1\n<<<<<<< HEAD\n"})
    place.commit({NAME: assessment("growing")})
    shown = place.git("log", "-p", "--", NAME)
    assert "+<<<<<<< HEAD" in shown
    assert shown.count("\ncommit ") + shown.startswith("commit ") == 3


def test_without_the_program_git_shows_the_files(place: Repository) -> None:
    run(["git", "install"])
    place.write(NAME, assessment("growing"))
    shown = place.git("diff", NAME, PATH=without_the_program(place))
    assert "-    level: starting\n+    level: growing\n" in shown


def without_the_program(place: Repository) -> str:
    """A PATH with git and what it needs, and without cls-check-git."""
    (place.folder.parent / "bin").mkdir()
    for name in ("git", "sh", "cat"):
        (place.folder.parent / "bin" / name).symlink_to(shutil.which(name) or "")
    return str(place.folder.parent / "bin")


def test_git_remembers_nothing_of_a_day_when_the_program_was_missing(place: Repository) -> None:
    place.commit({NAME: assessment("growing")})
    run(["git", "install"])
    log = ["log", "-p", "-1", "--", NAME]
    assert "+    level: growing" in place.git(*log, PATH=without_the_program(place))
    assert "+  Level: Growing" in place.git(*log)
    assert "refs/notes" not in place.git("for-each-ref")


def test_git_shows_sentences_to_somebody_without_a_name(place: Repository) -> None:
    """A new computer: git has been told neither a name nor an address."""
    run(["git", "install"])
    place.git("config", "user.useConfigOnly", "true")
    place.write(NAME, assessment("growing"))
    nobody: dict[str, Any] = dict.fromkeys(
        ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"), ""
    )
    assert "+  Level: Growing" in place.git("diff", NAME, **nobody)
    assert "+  Level: Starting" in place.git("log", "-p", "--", NAME, **nobody)


@pytest.mark.parametrize("name", ["-p.yaml", "--help.yaml", "it's $(touch x).yaml"])
def test_a_name_is_no_option_and_no_command(place: Repository, name: str) -> None:
    run(["git", "install"])
    place.write(name, assessment("starting"))
    place.git("add", "--", name)
    place.write(name, assessment("growing"))
    assert "+  Level: Growing" in place.git("diff", "--", name)
    path = without_the_program(place)
    assert "+    level: growing" in place.git("diff", "--", name, PATH=path)
    assert not (place.folder / "x").exists()


def test_a_bare_repository_has_nothing_to_show(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = place.folder.parent / "bare"
    place.git("clone", "--quiet", "--bare", str(place.folder), str(bare))
    monkeypatch.chdir(bare)
    before = (bare / "config").read_bytes()
    assert run(["git", "install"]) == 2
    assert "cls-check git install --global" in capsys.readouterr().err
    assert run(["git", "status"]) == 1
    assert (bare / "config").read_bytes() == before
    assert not (bare / ".gitattributes").exists()


def test_for_all_repositories_from_outside_of_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    assert run(["git", "install", "--global"]) == 0
    assert list(Path().iterdir()) == []
    assert run(["git", "uninstall", "--global"]) == 0
    assert not (tmp_path / "gitconfig").exists()


def test_twice_is_once_and_out_is_out(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(place)
    assert run(["git", "install"]) == 0
    installed = state(place)
    assert installed != before
    assert run(["git", "install"]) == 0
    assert "already" in capsys.readouterr().err
    assert state(place) == installed
    assert run(["git", "uninstall"]) == 0
    assert state(place) == before
    assert run(["git", "uninstall"]) == 0
    assert state(place) == before
    assert "It was not set up." in capsys.readouterr().err


@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_a_dry_run_says_what_would_change(
    place: Repository, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    if command == "uninstall":
        run(["git", "install"])
    before = state(place)
    capsys.readouterr()
    assert run(["git", command, "--dry-run"]) == 0
    assert "textconv = " in capsys.readouterr().out
    assert state(place) == before


ATTRIBUTES = [
    None, "", "*.yaml text eol=lf\n", "*.png binary", "# begin cls-check\n*.yaml text eol=lf\n# end cls-check\n",
    "*.png binary\r\n", "* text=auto\n# begin cls-check\n*.yaml text eol=lf\n# end cls-check\n*.md text\n",
    "*.txt text\r\n*.md text", "\n\n", "caf\udce9.yaml text\n",
]  # fmt: skip


@pytest.mark.parametrize("attributes", ATTRIBUTES, ids=repr)
def test_any_file_of_attributes_comes_back_byte_for_byte(attributes: str | None) -> None:
    with_ours = lines.with_attributes(attributes)
    assert lines.attributed(with_ours)
    assert lines.with_attributes(with_ours) == with_ours
    assert lines.without_attributes(with_ours) == attributes


@pytest.mark.parametrize(
    "config", [None, "", "[core]\n\tbare = false", "[a]\r\n\tb = c\r\n", "[x]\n"]
)
def test_any_config_comes_back_byte_for_byte(config: str | None) -> None:
    with_ours = lines.with_config(config, PROGRAM)
    assert lines.configured(with_ours, PROGRAM) == "yes"
    assert lines.with_config(with_ours, PROGRAM) == with_ours
    assert lines.without_config(with_ours) == config


def test_a_block_whose_end_was_deleted_swallows_nothing() -> None:
    ours = lines.with_config("[a]\n", PROGRAM).replace(
        "# end cls-check\n", "[alias]\n\tst = status\n"
    )
    assert lines.configured(ours, PROGRAM) == "no"
    installed = lines.with_config(ours, PROGRAM)
    assert lines.configured(installed, PROGRAM) == "yes"
    assert lines.without_config(installed) == ours


def test_install_does_not_promise_what_a_missing_program_cannot_do(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", without_the_program(place))
    monkeypatch.setattr(sys, "executable", str(place.folder / "python"))
    capsys.readouterr()
    assert run(["git", "install"]) == 0
    err = capsys.readouterr().err
    assert "not on the PATH: cls-check-git" in err
    assert "now show assessments as sentences" not in err


def test_a_program_that_is_not_on_the_path_is_found_beside_its_python(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """As after `start.py`; in a folder whose name a shell would take apart."""
    beside = tmp_path / "it's $(here) now"
    beside.mkdir()
    (beside / PROGRAM).symlink_to(shutil.which(PROGRAM) or "")
    path = without_the_program(place)
    monkeypatch.setenv("PATH", path)
    monkeypatch.setattr(sys, "executable", str(beside / "python"))
    assert run(["git", "install"]) == 0
    assert run(["git", "status"]) == 0
    place.write(NAME, assessment("growing"))
    assert "+  Level: Growing" in place.git("diff", NAME, PATH=path)


def test_what_git_adds_behind_our_lines_stays(place: Repository) -> None:
    run(["git", "install"])
    place.git("config", "alias.st", "status")
    run(["git", "uninstall"])
    config = (place.folder / ".git" / "config").read_text("utf-8")
    assert "[alias]\n\tst = status\n" in config
    assert "cls-check" not in config


def test_an_earlier_version_is_replaced(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["git", "install"])
    config = place.folder / ".git" / "config"
    config.write_text(config.read_text("utf-8").replace("cls-check-1", "cls-check-0"), "utf-8")
    assert run(["git", "status"]) == 1
    assert "as an earlier version did" in capsys.readouterr().out
    run(["git", "install"])
    assert run(["git", "status"]) == 0


def test_status_says_what_is_missing(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["git", "status"]) == 1
    assert capsys.readouterr().out.count("Type: cls-check git install") == 2
    run(["git", "install"])
    assert run(["git", "status"]) == 0
    git = str(Path(shutil.which("git") or "").parent)
    monkeypatch.setenv("PATH", git)
    monkeypatch.setattr(sys, "executable", str(place.folder / "python"))
    if shutil.which("cls-check-git"):
        pytest.skip("git and cls-check-git are in one folder here")
    capsys.readouterr()
    assert run(["git", "status"]) == 1
    assert "not on the PATH" in capsys.readouterr().out


def test_for_all_repositories(
    place: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    config = tmp_path / "gitconfig"
    config.write_text("[user]\n\tname = Sam", "utf-8")
    assert run(["git", "install", "--global"]) == 0
    assert "cls-check" not in (place.folder / ".git" / "config").read_text("utf-8")
    place.write(NAME, assessment("growing"))
    assert "+  Level: Growing" in place.git("diff", NAME, GIT_CONFIG_GLOBAL=str(config))
    assert run(["git", "status"]) == 0
    assert run(["git", "uninstall", "--global"]) == 0
    assert config.read_text("utf-8") == "[user]\n\tname = Sam"


def test_outside_a_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    for command in ("install", "status", "uninstall"):
        assert run(["git", command]) == 2
        assert "not in a git repository" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_in_a_second_work_tree(
    place: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.git("worktree", "add", "--quiet", str(tmp_path / "second"))
    monkeypatch.chdir(tmp_path / "second")
    assert run(["git", "install"]) == 0
    assert lines.configured((place.folder / ".git" / "config").read_text("utf-8"), PROGRAM) == "yes"
    assert (tmp_path / "second" / ".gitattributes").exists()
