"""`cls-check diff` in real repositories: what can be typed, and what it is taken for."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cls_check.cli.app import run
from cls_check.git.plumbing import GitError
from cls_check.workflows.other_versions import remembered
from tests.git.repository import Repository, assessment, new_repository

NAME = "northfield-2026-09-10.yaml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """One file in three commits: Starting (tag v1), then Growing, then 13 people; and the person in it."""
    made = new_repository(tmp_path / "place")
    made.commit({NAME: assessment("starting")})
    made.git("tag", "v1")
    made.commit({NAME: assessment("growing")})
    made.commit({NAME: assessment("growing", n3=12, n4=5)})
    monkeypatch.chdir(made.folder)
    return made


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    assert run(["diff", *arguments]) == code
    return capsys.readouterr()


LEVEL = "The level was “Starting” and is now “Growing”."


@pytest.mark.parametrize(
    "arguments",
    [
        ["v1", "HEAD~1", "--", NAME],
        ["v1", "HEAD~1", NAME],
        [f"v1:{NAME}", f"HEAD~1:{NAME}"],
        [f"v1:./{NAME}", f"HEAD~1:{NAME}"],
        ["v1..HEAD~1"],
        ["v1..HEAD~1", "--", NAME],
        ["v1..HEAD~1", "--", "."],
        ["v1...HEAD~1", NAME],
        ["v1", "HEAD~1"],
    ],
    ids=" ".join,
)
def test_two_revisions(
    place: Repository, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    out, err = told(capsys, *arguments)
    assert LEVEL in out
    first, second = (place.git("rev-parse", "--short=7", name).strip() for name in ("v1", "HEAD~1"))
    assert f"10 September 2026, {NAME} at {first}" in out
    assert f"10 September 2026, {NAME} at {second}" in out
    assert err == ""


@pytest.mark.parametrize(
    "arguments",
    [["v1", NAME], ["v1", "--", NAME], ["v1"], ["v1", "."], [f"v1:{NAME}", NAME],
     ["v1", "--", NAME, "gone.yaml"]],
)  # fmt: skip
def test_a_revision_and_the_file_as_it_is_now(
    place: Repository, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    out, _ = told(capsys, *arguments)
    assert LEVEL in out
    assert f"Now:  10 September 2026, {NAME}\n" in out


def test_a_file_alone_is_compared_with_its_last_commit(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.write(NAME, assessment("starting", n3=12, n4=5))
    out, err = told(capsys, NAME)
    assert "The level was “Growing” and is now “Starting”." in out
    assert err == f"The last commit of {NAME} is compared with the file as it is now.\n"


def test_a_file_that_no_commit_has(place: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    place.write("northfield-2027-09-10.yaml", assessment(date="2027-09-10"))
    _, err = told(capsys, "northfield-2027-09-10.yaml")
    assert err == "The last commit has no northfield-2027-09-10.yaml.\n"


def test_the_index(place: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    place.write(NAME, assessment("starting", n3=12, n4=5))
    place.git("add", NAME)
    place.write(NAME, "broken")
    out, _ = told(capsys, f"HEAD:{NAME}", f":{NAME}")
    assert "The level was “Growing” and is now “Starting”." in out
    assert f"{NAME} in the index" in out


def test_a_colon_within_a_day_is_no_end_of_a_revision(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """Git itself would take all of it for a day, and give the newest version."""
    out, _ = told(capsys, f"v1:{NAME}", f"main@{{2030-01-01 10:00:00}}:{NAME}")
    assert LEVEL in out
    assert "12 people stand in the first, 17 in the second." in out


def test_both_sides_of_a_merge_that_is_going_on(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.git("checkout", "--quiet", "-b", "other", "v1")
    place.commit({NAME: assessment("starting", n2=12)})
    place.git("merge", "main", check=False)
    out, _ = told(capsys, f":2:{NAME}", f":3:{NAME}")
    assert LEVEL in out


def test_a_name_that_is_not_in_a_revision_is_no_new_round(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    _, err = told(capsys, "v1:nothfield.yaml", NAME, code=2)
    assert "nothfield.yaml at" in err
    assert "is not there" in err


def test_a_file_that_was_touched_alone_does_not_differ(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    os.utime(place.folder / NAME)
    assert told(capsys, "HEAD", "--exit-code")[0].strip() == ""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
def test_a_name_that_is_no_text_is_told_by_its_codes(
    place: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    name = os.fsdecode(b"caf\xe9\nx.yaml")
    place.write(name, assessment())
    place.git("add", "--all")
    place.git("commit", "--quiet", "-m", "An old alphabet")
    for form, ending in (("text", ".txt"), ("json", ".json")):
        page = tmp_path / f"page{ending}"
        told(capsys, "HEAD~1..HEAD", "--format", form, "-o", str(page))
        assert "caf\\xe9\\nx.yaml" in page.read_text("utf-8").replace("\\\\", "\\")
        assert run(["history", "--commits", "--format", form, "-o", str(page)]) == 0


def lost(place: Repository, what: str) -> None:
    blob = place.git("rev-parse", what).strip()
    (place.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()


def test_a_version_that_git_has_lost_is_not_taken_for_none(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    lost(place, f"v1:{NAME}")
    for arguments in (["v1", NAME], ["v1..HEAD"], [f"v1:{NAME}", NAME]):
        _, err = told(capsys, *arguments, code=2)
        assert "is missing or damaged in this repository" in err
    assert run(["history", "--commits"]) == 0
    out, err = capsys.readouterr()
    assert "It is missing or damaged in this repository." in err
    assert "1 round was found." in out
    with pytest.raises(GitError):
        list(remembered(place.folder / NAME, "Northfield", "2026-09-10"))


def test_a_submodule_called_like_an_assessment_is_none(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    commit = place.git("rev-parse", "v1").strip()
    place.git("update-index", "--add", "--cacheinfo", f"160000,{commit[::-1]},north.yaml")
    place.git("commit", "--quiet", "-m", "Another repository")
    told(capsys, "v1..HEAD")
    assert run(["history", "--commits"]) == 0
    assert "missing" not in capsys.readouterr().err


def test_many_new_rounds_are_each_read_once(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.commit({f"n-{year}.yaml": assessment(date=f"{year}-09-10") for year in range(2027, 2037)})
    started: list[object] = []
    usual = subprocess.Popen.__init__

    def counted(self: subprocess.Popen[str], args: list[str], *more: Any, **options: Any) -> None:
        started.append(args)
        usual(self, args, *more, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    assert len(told(capsys, "HEAD~1..HEAD", "--name-only")[0].splitlines()) == 10
    assert len(started) <= 10


def test_what_is_piped_in(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = io.TextIOWrapper(io.BytesIO(assessment("starting").encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    out, _ = told(capsys, "-", f"HEAD~1:{NAME}")
    assert LEVEL in out


def test_a_range_of_several_files_is_a_list(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.commit({"southfield.yaml": assessment().replace("Northfield", "Southfield"),
                  "notes.yaml": "to: do\n", "README.md": "# Hello\n"})  # fmt: skip
    out, _ = told(capsys, "v1..HEAD", "--format", "json")
    document = json.loads(out)
    assert document["schema"] == "cls-check/comparisons/1"
    assert [each["then"]["place"] for each in document["comparisons"]] == ["Northfield"]
    assert [name.partition(" ")[0] for name in document["one_side"]] == ["southfield.yaml"]
    assert told(capsys, "v1..HEAD", "--name-only")[0].split() == [
        NAME, "at", place.git("rev-parse", "--short=7", "HEAD").strip(),
        "southfield.yaml", "at", place.git("rev-parse", "--short=7", "HEAD").strip(),
    ]  # fmt: skip


def test_a_round_that_is_new_is_compared_with_the_one_before_it(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """The year after everybody is a step higher: seventeen people and twelve."""
    place.commit({"northfield-2027-09-10.yaml": assessment(date="2027-09-10", n5=20)})
    out, _ = told(capsys, "HEAD~1...HEAD")
    assert "This has moved up." in out
    assert f"Then: 10 September 2026, {NAME} at" in out


def test_a_new_place_and_a_file_that_is_gone(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.commit({"southfield.yaml": assessment().replace("Northfield", "Southfield")})
    assert "This round is new." in told(capsys, "HEAD~1..HEAD")[0]
    assert "This file is not there any more." in told(capsys, "HEAD..HEAD~1")[0]
    (place.folder / NAME).unlink()
    out, _ = told(capsys, "v1", "HEAD", "--", NAME)
    assert "Growing" in out


def test_nothing_differs(place: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(capsys, "HEAD..HEAD", "--exit-code")
    assert (out.strip(), err) == ("", "No assessment differs.\n")
    assert told(capsys, "HEAD", NAME, "--exit-code")[0].endswith("approved it.\n")
    told(capsys, "v1..HEAD", "--exit-code", code=1)


def test_a_comment_says_that_nothing_differs(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """A comment of a mark alone would be an empty box."""
    out, _ = told(capsys, "HEAD..HEAD", "--format", "markdown")
    assert out.splitlines()[1:] == ["No assessment differs."]


def test_a_file_that_is_gone_has_its_name_in_the_document(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.git("rm", "--quiet", NAME)
    place.git("commit", "--quiet", "-m", "Gone")
    document = json.loads(told(capsys, "HEAD~1..HEAD", "--format", "json")[0])
    assert [name.partition(" ")[0] for name in document["one_side"]] == [NAME]


def test_one_broken_version_does_not_hide_the_others(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.commit({"broken.yaml": "cls-check: 1\n<<<<<<< HEAD\n"})
    out, err = told(capsys, "v1..HEAD", code=2)
    assert LEVEL in out
    assert "broken.yaml at" in err
    assert "line 2" in err
    assert "Traceback" not in err


# Names that mean something to git


@pytest.mark.parametrize(
    "name",
    ["HEAD", "v1", "v1:x.yaml", "--output=x", "-p", "a b.yaml", "it's \"q\".yaml", "line\nend.yaml",
     "ynys môn.yaml", ":(glob)*.yaml", "..", "a..b.yaml", "*.yaml"],
)  # fmt: skip
@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
def test_hostile_names_are_files(
    place: Repository, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    if name == "..":
        name = "../place/..x.yaml"
    place.write(name, assessment("starting"))
    place.git("add", "--all")
    place.git("commit", "--quiet", "-m", "A hostile name")
    place.write(name, assessment("growing"))
    before = set(place.folder.rglob("*"))
    out, err = told(capsys, "HEAD", "--", name)
    assert LEVEL in out
    out, err = told(capsys, "--", name)
    assert LEVEL in out
    if name in {"HEAD", "v1"}:
        out, err = told(capsys, name, "HEAD~1:./" + NAME)
        assert f"{name} is a file and a revision. Here it is the file." in err
    assert set(place.folder.rglob("*")) == before


@pytest.mark.parametrize(
    "word", ["nowhere", "v9", "v1..v9", "v9:x.yaml", "--", "HEAD^9", "^v1", ""]
)
def test_what_is_not_there_is_named(
    place: Repository, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    code = run(["diff", word, NAME, NAME]) if word == "--" else run(["diff", word, NAME])
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert code == (0 if word == "--" else 2)


@pytest.mark.parametrize("word", [f":{NAME}", f"v1:{NAME}", "-"])
def test_a_revision_beside_a_version_is_no_new_round(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    word: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    _, err = told(capsys, "HEAD", word, code=2)
    assert "cls-check diff HEAD:FILE :FILE" in err


def test_three_files_make_no_pair(place: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = told(capsys, NAME, NAME, NAME, code=2)
    assert "That does not make two sides to compare." in err


# Wherever one stands


def test_in_a_folder_below(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.commit({"a/b/x.yaml": assessment("starting")})
    place.commit({"a/b/x.yaml": assessment("growing")})
    monkeypatch.chdir(place.folder / "a" / "b")
    for arguments in (["HEAD~1", "x.yaml"], ["HEAD~1:a/b/x.yaml", "x.yaml"],
                      ["HEAD~1:x.yaml", "x.yaml"], ["HEAD~1:./x.yaml", "x.yaml"],
                      ["HEAD~1..HEAD"], ["HEAD~1..HEAD", "--", "x.yaml"]):  # fmt: skip
        assert LEVEL in told(capsys, *arguments)[0], arguments


def test_in_a_second_work_tree(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    place.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "second"), "HEAD~1")
    monkeypatch.chdir(tmp_path / "second")
    assert LEVEL in told(capsys, "v1", NAME)[0]


def test_in_a_submodule(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    whole = new_repository(tmp_path / "whole")
    whole.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet",
              str(place.folder), "north")  # fmt: skip
    monkeypatch.chdir(whole.folder / "north")
    assert LEVEL in told(capsys, "HEAD~2", "HEAD~1", "--", NAME)[0]


def test_in_a_bare_repository(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    place.git("clone", "--quiet", "--bare", str(place.folder), str(tmp_path / "bare"))
    monkeypatch.chdir(tmp_path / "bare")
    assert LEVEL in told(capsys, "v1", "HEAD~1", "--", NAME)[0]
    assert LEVEL in told(capsys, "v1..HEAD~1")[0]


def test_in_a_hook(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Git sets GIT_DIR and GIT_INDEX_FILE; we may stand somewhere else."""
    monkeypatch.setenv("GIT_DIR", str(place.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(place.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", str(place.folder / ".git" / "index"))
    assert LEVEL in told(capsys, "v1", "HEAD~1", "--", NAME)[0]


def test_a_shallow_clone_says_so(
    place: Repository,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    place.git("clone", "--quiet", "--depth=1", place.folder.as_uri(), str(tmp_path / "part"))
    monkeypatch.chdir(tmp_path / "part")
    _, err = told(capsys, "HEAD~1", NAME, code=2)
    assert "git fetch --unshallow" in err


def test_without_a_repository_files_can_be_compared(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(assessment("starting"), encoding="utf-8")
    Path("b.yaml").write_text(assessment("growing"), encoding="utf-8")
    assert LEVEL in told(capsys, "a.yaml", "b.yaml")[0]
    _, err = told(capsys, "a.yaml", code=2)
    assert "This folder is not in a git repository." in err
    _, err = told(capsys, "HEAD", "a.yaml", code=2)
    assert "There is no file 'HEAD'." in err


def test_without_git_files_can_be_compared(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(place.folder))
    place.write("a.yaml", assessment("starting"))
    assert LEVEL in told(capsys, "a.yaml", NAME)[0]
    _, err = told(capsys, NAME, code=2)
    assert "Git is not on this computer." in err


@pytest.mark.parametrize(
    "settings",
    [["diff.external", "false"], ["color.ui", "always"], ["diff.noprefix", "true"],
     ["diff.renames", "copies"], ["core.quotePath", "true"], ["log.showSignature", "true"],
     ["diff.mnemonicPrefix", "true"], ["core.pager", "false"]],
    ids="=".join,
)  # fmt: skip
def test_whatever_settings_a_user_has(
    place: Repository, capsys: pytest.CaptureFixture[str], settings: list[str]
) -> None:
    place.git("config", *settings)
    assert LEVEL in told(capsys, "v1..HEAD~1")[0]
    assert LEVEL in told(capsys, "v1", "HEAD~1", NAME)[0]


def test_variables_that_would_change_what_git_prints(
    place: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"GIT_EXTERNAL_DIFF": "false", "GIT_DIFF_OPTS": "-u0", "LC_ALL": "de_DE.UTF-8",
                        "GIT_TRACE": "1", "LANGUAGE": "de"}.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    out, err = told(capsys, "v1..HEAD~1")
    assert LEVEL in out
    assert err == ""


def test_nothing_is_written_or_staged(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.write(NAME, assessment("starting"))
    os.utime(place.folder / NAME)
    index = place.folder / ".git" / "index"
    before = (index.read_bytes(), index.stat().st_mtime_ns)
    for arguments in ([NAME], ["v1"], ["v1..HEAD"], ["v1", NAME], [f":{NAME}", NAME]):
        told(capsys, *arguments)
    assert (index.read_bytes(), index.stat().st_mtime_ns) == before


def test_the_process_as_it_is_started(place: Repository) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cls_check", "diff", "v1", "HEAD~1", "--", NAME],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert LEVEL in done.stdout
