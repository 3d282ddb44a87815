"""A repository that somebody sent, with a program of theirs in every setting that names one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from cls_check.cli.app import run
from cls_check.git.plumbing import NoGitError, ask, found_on_path
from tests.git.repository import Repository, assessment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the program is a script of a shell")

NAME, OTHER = "northfield-2026-09-10.yaml", "northfield-2026-03-12.yaml"
RUN_BY_NAME = (
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.gitProxy", "core.askPass",
    "core.alternateRefsCommand", "core.notesRef", "diff.external", "diff.cls-check.textconv",
    "diff.cls-check.command", "diff.evil.textconv", "diff.evil.command", "filter.evil.clean", "filter.evil.smudge",
    "filter.evil.process", "filter.cls-check.clean", "merge.evil.driver", "gpg.program",
    "gpg.ssh.program", "gpg.openpgp.program", "credential.helper", "sequence.editor", "pager.log", "pager.diff",
    "interactive.diffFilter", "diff.tool", "difftool.evil.cmd", "mergetool.evil.cmd", "merge.tool",
    "uploadpack.packObjectsHook", "remote.origin.uploadpack", "remote.origin.receivepack",
    "remote.origin.proxy", "sendemail.sendmailCmd", "man.viewer", "browser.evil.cmd", "web.browser",
    "trailer.evil.cmd", "alias.log", "alias.rev-parse", "alias.cat-file", "alias.ls-files", "init.templateDir",
)  # fmt: skip

COMMANDS = (
    "diff", "diff HEAD", f"diff HEAD {NAME}", f"diff HEAD~1 HEAD -- {NAME}", "diff HEAD~1..HEAD", "diff HEAD~1...HEAD",
    f"diff {NAME}", f"diff :{NAME} {NAME}", f"diff HEAD:{NAME} {NAME}", f"diff {OTHER} {NAME}",
    "diff HEAD -- .", "history", "history --commits", f"history {NAME} --commits", f"check {NAME}",
    f"score {NAME}", f"report {NAME} --format markdown", "git status", "git install --dry-run", "git install",
    "git status", "git uninstall", f"edit {NAME} --factor time --because x", "config", f"export {NAME}",
    "init folder --no-input", "close north-2026-09-10.open -o .",
)  # fmt: skip


@pytest.fixture
def witness(tmp_path: Path) -> Path:
    """The file that the program writes, wherever it is started."""
    return tmp_path / "witness"


@pytest.fixture
def place(tmp_path: Path, witness: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    program = tmp_path / "evil"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> "{witness}"\nexit 1\n')
    program.chmod(0o755)
    folder = tmp_path / "place"
    folder.mkdir()
    made = Repository(folder)
    made.git("init", "--quiet")
    made.commit({NAME: assessment(n3=9, n4=3), OTHER: assessment(date="2026-03-12")})
    made.commit({NAME: assessment(n3=8, n4=4)})
    made.write(".gitattributes", "*.yaml filter=evil diff=evil merge=evil\n")
    for hook in ("post-index-change", "fsmonitor-watchman", "reference-transaction", "pre-commit"):
        shutil.copy(program, folder / ".git/hooks" / hook)
    included = tmp_path / "included"
    for name in RUN_BY_NAME:
        made.git("config", "--file", str(included), name, str(program))
    made.git("config", "log.showSignature", "true")
    made.git("config", "filter.evil.required", "true")
    made.git("config", "core.hooksPath", str(folder / ".git/hooks"))
    made.git("config", "include.path", str(included))
    # What git knows of these files is out of date, so that it would read them.
    os.utime(folder / NAME, (1, 1))
    monkeypatch.chdir(folder)
    return made


def test_git_itself_would_run_it(place: Repository, witness: Path) -> None:
    place.git("diff", "--raw", "HEAD", check=False)
    told = witness.read_text()
    witness.unlink()
    place.git("diff-index", "-p", "--ext-diff", "HEAD", check=False)
    assert "evil" in told
    assert "evil" in witness.read_text()


@pytest.mark.parametrize("words", COMMANDS)
def test_no_command_of_ours_runs_it(
    place: Repository, witness: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    code = run(words.split())
    assert code in {0, 1, 2}
    assert not witness.exists(), witness.read_text()


def test_and_they_find_what_differs_all_the_same(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "HEAD", "--exit-code"]) == 0
    place.write(NAME, assessment(n3=7, n4=5))
    capsys.readouterr()
    assert run(["diff", "HEAD", "--exit-code", "--name-only"]) == 1
    assert capsys.readouterr().out == f"{NAME}\n"


def test_a_missing_object_is_not_fetched(
    place: Repository, witness: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a partial clone git would fetch it, by the program that the repository names."""
    blob = place.git("rev-parse", f"HEAD~1:{NAME}").strip()
    (place.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    place.git("config", "core.repositoryFormatVersion", "1")
    place.git("config", "extensions.partialClone", "origin")
    place.git("config", "remote.origin.promisor", "true")
    for address in (f"ext::{tmp_path}/evil", "ssh://somewhere/there", str(tmp_path)):
        place.git("config", "remote.origin.url", address)
        place.git("config", "protocol.allow", "always")
        place.git("cat-file", "blob", blob, check=False)
        if witness.exists():
            witness.unlink()
        run(["diff", "HEAD~1", "HEAD", "--", NAME])
        run(["history", "--commits"])
        assert not witness.exists(), witness.read_text()


def test_a_program_is_found_by_its_full_path_and_never_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = found_on_path("git")
    assert Path(real).is_absolute()
    fake = tmp_path / "git"
    fake.write_text("#!/bin/sh\necho stranger\n")
    fake.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "./", os.environ["PATH"]]))
    assert found_on_path("git") == real
    monkeypatch.setenv("PATH", os.pathsep.join(["", "."]))
    assert found_on_path("git") == ""
    with pytest.raises(NoGitError):
        ask(["rev-parse", "HEAD"], tmp_path)
