"""`init`: what it makes, what it leaves alone, and which names it refuses."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from cls_check.domain.terms import as_written
from cls_check.files.settings import NAMES, in_force
from cls_check.workflows.init import FILES
from cls_check.yaml.reader import read_yaml
from tests.cli.conftest import Run
from tests.wording import CONTRACTIONS, IDIOMS, found, grade, sentences, words, words_not_to_say

STARTER = Path(__file__).resolve().parents[3] / "starter"
READMES = [STARTER / "README.md", STARTER / "assessments" / "README.md"]


def everything_in(folder: Path) -> dict[str, tuple[bytes | None, int]]:
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else None,
            path.lstat().st_mtime_ns,
        )
        for path in folder.rglob("*")
    }


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


# What it makes


def test_a_folder_ready_to_be_kept(cls_check: Run, here: Path) -> None:
    done = cls_check("init", "northfield", "--place", "Northfield")
    assert done.code == 0
    assert done.out.splitlines() == [str(Path("northfield") / name) for name in FILES]
    assert files_in(Path("northfield")) == set(FILES)
    assert done.err.endswith("\nWhat you can type next:\n  cd northfield\n  cls-check assess\n")


def test_the_settings_work_and_name_the_place(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cls_check("init", ".", "--place", "Northfield")
    assert cls_check("check", "cls-check.yaml").code == 0
    assert (in_force().place, in_force().folder) == ("Northfield", Path("assessments"))
    assert read_yaml(Path("cls-check.yaml")).data == {
        "cls-check-settings": 1, "place": "Northfield", "folder": "assessments",
    }  # fmt: skip


def test_every_setting_is_in_the_file_and_works_when_it_is_used(cls_check: Run, here: Path) -> None:
    text = (STARTER / "cls-check.yaml").read_text(encoding="utf-8")
    names = "|".join(as_written(name) for name in NAMES)
    used = re.sub(rf"^# (?=({names}): )", "", text, flags=re.MULTILINE)
    Path("cls-check.yaml").write_text(used, encoding="utf-8")
    settings = in_force()
    assert [name for name in NAMES if settings.origin(name).kind != "file"] == []


@pytest.mark.parametrize(
    "place",
    ["Ynys Môn", "No", "2026", "a: b # c", '"quoted"', "- x", "North\nfield", "x" * 500, "${HOME}",
     "<b>[x](y)</b>", "\\", "!tag", "\u202eright"],
)  # fmt: skip
def test_any_place_is_written_so_that_it_is_read_again(
    cls_check: Run, here: Path, place: str
) -> None:
    assert cls_check("init", ".", "--place", place).code == 0
    assert in_force().place == " ".join(place.split())


@pytest.mark.parametrize(("place", "fact"), [("x" * 501, "501 characters"), ("\x07", "is empty")])
def test_a_place_that_cannot_be_one(cls_check: Run, here: Path, place: str, fact: str) -> None:
    done = cls_check("init", "new", "--place", place)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith('--place: "place" ')
    assert fact in done.err
    assert not Path("new").exists()


def test_the_place_is_asked_for(cls_check: Run, here: Path) -> None:
    asked = cls_check("init", ".", typed="Westfield\n")
    assert "Which place is this about?" in asked.out
    assert in_force().place == "Westfield"


@pytest.mark.parametrize("typed", ["", "\n"])
def test_the_place_can_be_left_open(cls_check: Run, here: Path, typed: str) -> None:
    assert cls_check("init", ".", typed=typed).code == 0
    assert in_force().place is None
    assert "# place: Northfield\n" in Path("cls-check.yaml").read_text(encoding="utf-8")


def test_nobody_is_asked_where_the_answer_has_nowhere_to_go(cls_check: Run, here: Path) -> None:
    cls_check("init", ".", "--no-input")
    for more in ([], ["--no-input"], ["--dry-run"]):
        assert "Which place" not in cls_check("init", ".", *more).out


def test_git_keeps_it_and_leaves_out_what_is_private(cls_check: Run, here: Path) -> None:
    cls_check("init", ".", "--no-input")
    leftovers = [
        "assessments/northfield-2026-09-10.open/voices/0a.yaml",
        "assessments/.northfield-2026-09-10.open-0a1b2c3d/round.yaml",
        "assessments/.cls-check-0a1b2c3d.tmp",
        "cls-check-demo/northfield/northfield-2026-09-10.yaml",
    ]
    kept = ["assessments/a-2026-09-10.yaml", "assessments/a-2026-09-10-readiness-report.md"]
    for name in (*leftovers, *kept):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "--all"], check=True)
    listed = subprocess.run(["git", "ls-files"], check=True, capture_output=True, text=True)
    assert set(listed.stdout.split()) == {*FILES, *kept}
    asked = ["git", "check-attr", "text", "eol", "--", "assessments/a-2026-09-10.yaml"]
    attributes = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert re.findall(r": (\w+): (\w+)\n", attributes) == [("text", "set"), ("eol", "lf")]


def test_the_lines_that_git_reads_stand_between_marks() -> None:
    lines = (STARTER / "gitattributes").read_text(encoding="utf-8").splitlines()
    assert lines == ["# begin cls-check", "*.yaml text eol=lf", "# end cls-check"]


# What it leaves alone


def test_a_second_time_changes_nothing(cls_check: Run, here: Path) -> None:
    cls_check("init", "new", "--place", "Northfield")
    before = everything_in(here)
    again = cls_check("init", "new", "--place", "Westfield")
    assert (again.code, again.out) == (0, "")
    assert "Everything is in new already. Nothing has changed." in again.err
    assert "the place was not written into it" in again.err
    assert everything_in(here) == before


def test_what_is_there_stays_and_is_said_to_stay(cls_check: Run, here: Path) -> None:
    for name in ("README.md", ".gitignore"):
        Path(name).write_text("ours\n", encoding="utf-8")
    done = cls_check("init", ".", "--no-input")
    assert done.code == 0
    assert Path("README.md").read_text(encoding="utf-8") == "ours\n"
    assert "2 files were there already and stay as they are: README.md, .gitignore" in done.err
    assert ".gitignore has no line *.open/ yet." in done.err
    assert set(done.out.splitlines()) == {
        ".gitattributes", "cls-check.yaml", str(Path("assessments/README.md")),
    }  # fmt: skip
    Path(".gitignore").write_text("x\n*.open/\r\n", encoding="utf-8")
    assert "has no line" not in cls_check("init", ".", "--no-input").err


def test_what_was_begun_and_stopped_is_finished(cls_check: Run, here: Path) -> None:
    cls_check("init", ".", "--no-input")
    whole = {name: Path(name).read_bytes() for name in FILES}
    for name in list(FILES)[2:]:
        Path(name).unlink()
    cls_check("init", ".", "--no-input")
    assert {name: Path(name).read_bytes() for name in FILES} == whole


def test_a_dry_run_writes_nothing(cls_check: Run, here: Path) -> None:
    done = cls_check("init", "new", "--dry-run")
    assert done.code == 0
    assert done.out.splitlines() == [str(Path("new") / name) for name in FILES]
    assert "Nothing was written" in done.err
    assert everything_in(here) == {}


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of this kind")
def test_nothing_is_written_through_a_link_or_read_from_a_pipe(cls_check: Run, here: Path) -> None:
    (here / "outside").mkdir()
    (here / "new").mkdir()
    os.mkfifo(here / "new" / ".gitignore")
    (here / "new" / "README.md").symlink_to(here / "outside" / "new.md")
    (here / "new" / "assessments").symlink_to(here / "outside")
    done = cls_check("init", "new", "--no-input")
    assert done.code == 0
    assert everything_in(here / "outside") == {}
    assert "3 files were there already" in done.err


@pytest.mark.parametrize("name", ["README.md", ".gitignore", "assessments"])
def test_something_else_of_that_name_stays(cls_check: Run, here: Path, name: str) -> None:
    (here / "assessments").touch() if name == "assessments" else (here / name).mkdir()
    done = cls_check("init", ".", "--no-input")
    assert done.code == 0
    assert len(done.out.splitlines()) == 4


# Names


@pytest.mark.parametrize(
    "name", ["Ynys Môn", "a b", "deep/er", "Cwm-y-glo.2026", "日本", "it's", "ends-in-open"]
)
def test_names_that_work_and_how_they_are_typed(cls_check: Run, here: Path, name: str) -> None:
    done = cls_check("init", name, "--no-input")
    assert done.code == 0
    assert files_in(Path(name)) == set(FILES)
    [typed] = re.findall(r"^  cd (.+)$", done.err, re.MULTILINE)
    if os.name == "posix":
        told = subprocess.run(["sh", "-c", f"printf %s {typed}"], capture_output=True, check=True)
        assert told.stdout.decode("utf-8") == name


def test_an_absolute_path_and_one_beside(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "work").mkdir()
    monkeypatch.chdir(here / "work")
    assert cls_check("init", "../beside", "--no-input").code == 0
    assert cls_check("init", here / "absolute", "--no-input").code == 0
    assert files_in(here / "beside") == files_in(here / "absolute") == set(FILES)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ([], "Which folder?\n  Give it a name, for example: cls-check init northfield\n"),
        ([""], "Which folder?"),
        ([" "], "Which folder?"),
        (["--"], "Which folder?"),
        (["--", "--"], '"--" cannot be the folder of a place.\n  Commands would take it for'),
        (["--", "-rf"], '"-rf" cannot be the folder of a place.'),
        ([".."], '".." cannot be the folder of a place.\n  Go to that folder, and type: '),
        (["a/../.."], "Go to that folder, and type: cls-check init ."),
        (["~"], "Commands would take it for something else."),
        (["con"], "Windows keeps this name for itself."),
        (["AUX.txt/x"], '"AUX.txt" cannot be the folder of a place.\n  Windows keeps'),
        (["lpt1 "], "Windows keeps this name for itself."),
        (["a."], "Windows takes dots and spaces at the end away."),
        (["a?"], "Take signs such as < > : | ? * out."),
        (["a\\b"], "Take signs such as" if os.name == "posix" else ""),
        (["a\x1b[2J\x07"], '"aU+001B[2JU+0007" cannot be the folder of a place.'),
        (["a\nb"], '"a b" cannot be the folder of a place.'),
        (["a\x00b"], "Take signs such as"),
        (["n" * 300], "The folder cannot be made: File name too long."),
        (["x.open"], "A name that ends in .open is for a round being gathered."),
        (["x.open/y"], "A name that ends in .open is for a round being gathered."),
        (["file"], '"file" cannot be the folder of a place.\n  Something else has that name'),
        (["file/x"], "file/x: The folder cannot be made: Not a directory."),
        (["nowhere"], "Something else has that name already."),
    ],
)
def test_names_that_do_not_work(cls_check: Run, here: Path, typed: list[str], told: str) -> None:
    (here / "file").touch()
    (here / "nowhere").symlink_to("gone")
    before = everything_in(here)
    done = cls_check("init", "--no-input", *typed)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert everything_in(here) == before


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="who may do everything sees no refusal"
)
def test_a_folder_that_may_not_be_written_to(cls_check: Run, here: Path) -> None:
    here.chmod(0o500)
    try:
        for name in ("new", "."):
            done = cls_check("init", name, "--no-input")
            assert (done.code, done.out) == (2, "")
            assert "Permission denied" in done.err or "You may not write here." in done.err
    finally:
        here.chmod(0o700)


# The words in it


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.parent.name)
def test_the_pages_are_in_plain_words(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"`[^`\n]*`|<[^>\n]*>", "it", re.sub(r"\]\([^)]*\)", "]", text))
    assert words_not_to_say(prose) == []
    assert found(IDIOMS, prose) == []
    assert found(CONTRACTIONS, prose) == []
    lines = [line for line in prose.splitlines() if line and not line.startswith(("#", "|"))]
    for sentence in (each for line in lines for each in sentences(line)):
        assert len(words(sentence)) <= 25, sentence
    assert grade(" ".join(lines)) < 7


def test_the_page_names_five_commands_and_they_exist() -> None:
    from cls_check.cli.app import COMMANDS

    text = READMES[0].read_text(encoding="utf-8")
    in_table = re.findall(r"^\| `cls-check (\w+)", text, re.MULTILINE)
    assert len(in_table) == 5
    assert {*in_table, *re.findall(r"`cls-check (\w+)", text)} <= set(COMMANDS)


def test_the_page_credits_the_source_and_says_who_is_independent() -> None:
    text = READMES[0].read_text(encoding="utf-8")
    for words_needed in ("Jenny Pitts", "Community Led Support programme at NDTi", "CC BY 4.0",
                         "independent of NDTi", "has not made, checked or approved it"):  # fmt: skip
        assert words_needed in text
