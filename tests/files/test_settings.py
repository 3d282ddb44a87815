"""Settings: what goes before what, where files are found, what a file may not do."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cls_check.errors import ClsCheckError
from cls_check.files import settings as settings_files
from cls_check.files.settings import NAMES, Origin, in_force, overlooked, survey

# Of each setting: built in, as a file has it and what comes of it, as a variable has it and what
# comes of it, as an option gives it.
TABLE = {
    "place": (None, "Northfield", "Northfield", "Westfield", "Westfield", "Eastfield"),
    "questionnaire": (None, "ours.yaml", "ours.yaml", "ten-factors", "ten-factors", "x.yaml"),
    "language": (None, "cy", "cy", "en", "en", "fr"),
    "minimum_group": (5, "6", 6, "7", 7, 8),
    "folder": (None, "rounds", Path("rounds"), "/srv/a", Path("/srv/a"), Path("../b")),
    "output": (None, "reports", Path("reports"), "../out", Path("../out"), Path("/srv/out")),
    "template": (None, "ours/", Path("ours"), "t", Path("t"), Path("u")),
    "title": (None, "Ours", "Ours", "Theirs", "Theirs", "Mine"),
    "logo": (None, "a.png", Path("a.png"), "../b.png", Path("../b.png"), Path("/srv/c.png")),
    "logo_text": (None, "Us", "Us", "Them", "Them", "Me"),
    "accent": (None, "'#12436d'", "#12436d", "#801650", "#801650", "#28a197"),
    "plain": (False, "true", True, "0", False, True),
    "open": (None, "true", True, "no", False, True),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *lines: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "cls-check.yaml"
    file.write_text("\n".join(["cls-check-settings: 1", *lines, ""]), encoding="utf-8")
    return file


def told(problem_of: pytest.ExceptionInfo[ClsCheckError]) -> str:
    return str(problem_of.value)


def test_the_table_has_every_setting() -> None:
    assert tuple(TABLE) == NAMES


@pytest.mark.parametrize("name", TABLE)
def test_options_then_variables_then_the_file_then_built_in(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    built_in, in_file, from_file, in_variable, from_variable, option = TABLE[name]

    def now(**given: Any) -> tuple[object, Origin]:
        settings = in_force(**given)
        return getattr(settings, name), settings.origin(name)

    assert now() == (built_in, Origin("built-in"))
    write(here, f"{name.replace('_', '-')}: {in_file}")
    assert now() == (from_file, Origin("file", "cls-check.yaml, line 2"))
    variable = f"CLS_CHECK_{name.upper()}"
    monkeypatch.setenv(variable, in_variable)
    assert now() == (from_variable, Origin("environment", variable))
    assert now(**{name: None}) == (from_variable, Origin("environment", variable))
    assert now(**{name: option}) == (option, Origin("option"))
    others = [other for other in NAMES if other != name]
    assert all(in_force().origin(other) == Origin("built-in") for other in others)


@pytest.mark.parametrize("text", ["", " ", "\t"])
def test_an_empty_variable_says_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    write(here, "place: Northfield")
    monkeypatch.setenv("CLS_CHECK_PLACE", text)
    assert in_force().place == "Northfield"


# Where files are found


def test_the_nearest_file_upwards_counts_alone(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "place: Far", "language: cy")
    inner = write(here / "a" / "b", "place: Near")
    deep = here / "a" / "b" / "c" / "d"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)

    found = survey()

    assert (found.in_force.place, found.in_force.language) == ("Near", None)
    assert found.in_force.origin("place").where == f"{Path('../../cls-check.yaml')}, line 2"
    assert found.file == inner
    assert found.looked_in == (deep, deep.parent, deep.parent.parent)


def test_a_repository_is_no_border(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "place: Around")
    (here / "repository" / ".git").mkdir(parents=True)
    monkeypatch.chdir(here / "repository")
    assert in_force().place == "Around"


def test_without_a_file_we_look_up_to_the_root(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_files, "_is_open_to_all", lambda _: False)
    found = survey()
    assert found.file is None
    assert found.looked_in[0] == here
    assert found.looked_in[-1] == Path(here.anchor)


def test_another_folder_can_be_looked_from(here: Path) -> None:
    write(here / "elsewhere", "place: Elsewhere", "folder: rounds")
    assert in_force().place is None
    assert in_force(here / "elsewhere").place == "Elsewhere"
    assert in_force(here / "elsewhere").folder == Path("elsewhere/rounds")


def test_paths_lead_there_from_the_current_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, "folder: .", "output: ./a//b/", "questionnaire: our/own.yaml")
    (here / "deep").mkdir()
    monkeypatch.chdir(here / "deep")
    settings = in_force()
    assert settings.folder == Path("..")
    assert settings.output == Path("../a/b")
    assert settings.questionnaire == str(Path("../our/own.yaml"))


def test_an_id_of_a_questionnaire_is_no_path(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "questionnaire: ten-factors-short")
    (here / "deep").mkdir()
    monkeypatch.chdir(here / "deep")
    assert in_force().questionnaire == "ten-factors-short"


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the current folder")
def test_a_current_folder_that_is_gone(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = here / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    monkeypatch.delenv("HOME", raising=False)
    gone.rmdir()
    try:
        assert survey().looked_in == ()
        assert in_force(place="Northfield").place == "Northfield"
    finally:
        os.chdir(here)


# What a file may not do

OUT = [
    "..", "../x", "a/../../x", "/etc", "//server/share", '"~"', "~/x", "C:x", "C:/x", '"C:\\\\x"',
    '"\\\\\\\\server\\\\x"', '"..\\\\x"',
]  # fmt: skip
NO_NAMES = ["con", "a/NUL.txt", "a/com1", "LPT9", "ab:c", '"a?"', "a*", '"a\\\\b"', "a/b.", "a/-x"]


@pytest.mark.parametrize("name", ["folder", "output", "template", "logo"])
@pytest.mark.parametrize("path", OUT)
def test_no_path_in_a_file_leads_out(here: Path, name: str, path: str) -> None:
    write(here, f"{name}: {path}")
    with pytest.raises(ClsCheckError, match="leads out of the folder of this file") as problem:
        in_force()
    assert told(problem).startswith("cls-check.yaml, line 2, column ")


@pytest.mark.parametrize("path", ["../ours.yaml", "/etc/ours.yaml", "~/ours.yaml", "C:/ours.yml"])
def test_no_questionnaire_of_a_file_is_elsewhere(here: Path, path: str) -> None:
    write(here, f"questionnaire: {path}")
    with pytest.raises(ClsCheckError, match="leads out of the folder of this file"):
        in_force()


@pytest.mark.parametrize("path", NO_NAMES)
def test_no_path_in_a_file_that_some_computer_cannot_have(here: Path, path: str) -> None:
    write(here, f"folder: {path}")
    with pytest.raises(ClsCheckError, match="cannot be a path"):
        in_force()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_a_file_that_anybody_could_have_put_there_is_not_read(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in /tmp: whoever can log in may write there. In a folder one went to oneself it counts."""
    write(here, "place: Nowhere")
    home = here / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    assert in_force().place == "Nowhere"
    here.chmod(0o1777)
    assert in_force().place is None
    assert survey().looked_in == (home,)
    monkeypatch.chdir(here)
    assert in_force().place == "Nowhere"


@pytest.mark.skipif(os.name != "posix", reason="links need special rights on Windows")
def test_no_link_leads_out(here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = here / "home"
    write(home, "output: reports/new")
    (home / "reports").symlink_to(here)
    monkeypatch.chdir(home)
    with pytest.raises(ClsCheckError, match='"reports/new" is a link that leads out of the folder'):
        in_force()
    (home / "reports").unlink()
    (home / "inside").mkdir()
    (home / "reports").symlink_to("inside")
    assert in_force().output == Path("reports/new")


@pytest.mark.skipif(os.name != "posix", reason="links need special rights on Windows")
def test_a_linked_file_is_at_home_where_the_link_is(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here / "real", "folder: rounds")
    (here / "work").mkdir()
    (here / "work" / "cls-check.yaml").symlink_to(here / "real" / "cls-check.yaml")
    monkeypatch.chdir(here / "work")
    assert in_force().folder == Path("rounds")
    (here / "real" / "cls-check.yaml").unlink()
    with pytest.raises(ClsCheckError, match=r"cls-check\.yaml: There is no such file"):
        in_force()


def a_folder(file: Path) -> None:
    file.mkdir()


def a_pipe(file: Path) -> None:
    os.mkfifo(file)


def a_device(file: Path) -> None:
    file.symlink_to("/dev/zero")


def a_link_to_itself(file: Path) -> None:
    file.symlink_to(file.name)


def an_enormous_file(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(5_000_001)


def brackets_without_end(file: Path) -> None:
    file.write_bytes(b"a: " + b"[" * 100_000)


def nothing(file: Path) -> None:
    file.write_bytes(b"")


def random_bytes(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 10)


@pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links of this kind")
@pytest.mark.parametrize(
    "make",
    [a_folder, a_pipe, a_device, a_link_to_itself, an_enormous_file, brackets_without_end, nothing,
     random_bytes],
)  # fmt: skip
def test_what_is_no_file_of_settings_is_told(here: Path, make: Callable[[Path], None]) -> None:
    make(here / "cls-check.yaml")
    with pytest.raises(ClsCheckError) as problem:
        in_force()
    assert told(problem).startswith("cls-check.yaml")
    assert survey().in_force == in_force_without_file(here)


def in_force_without_file(here: Path) -> settings_files.InForce:
    file = here / "cls-check.yaml"
    file.rename(here / "away")
    try:
        return in_force()
    finally:
        (here / "away").rename(file)


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="who may do everything sees no refusal"
)
def test_a_file_that_may_not_be_read(here: Path) -> None:
    write(here, "place: Northfield").chmod(0)
    with pytest.raises(ClsCheckError, match="You may not read this file"):
        in_force()


def test_a_broken_file_further_up_can_be_gone_around(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, "plase: Northfield")
    (here / "mine").mkdir()
    monkeypatch.chdir(here / "mine")
    with pytest.raises(ClsCheckError) as problem:
        in_force()
    assert told(problem).startswith(f"{Path('../cls-check.yaml')}, line 2, column 1: ")
    assert "with the one line cls-check-settings: 1" in told(problem)
    write(here / "mine")
    assert in_force().place is None


# Variables


@pytest.mark.parametrize(
    ("variable", "text", "fact"),
    [
        ("MINIMUM_GROUP", "2", "The smallest number here is 3."),
        ("MINIMUM_GROUP", "1001", "The largest number here is 1000."),
        ("MINIMUM_GROUP", "five", "needs a whole number"),
        ("MINIMUM_GROUP", "٦", "needs a whole number"),
        ("MINIMUM_GROUP", "9" * 5000, "whole number|out of range"),
        ("PLAIN", "perhaps", "needs a yes or no"),
        ("OPEN", "2", "needs a yes or no"),
        ("LANGUAGE", "en_GB.UTF-8 ", None),
        ("LANGUAGE", "in English", "cannot be an id"),
        ("PLACE", "x" * 501, "has 501 characters"),
    ],
)
def test_a_variable_that_cannot_be_used_is_named(
    here: Path, monkeypatch: pytest.MonkeyPatch, variable: str, text: str, fact: str | None
) -> None:
    monkeypatch.setenv(f"CLS_CHECK_{variable}", text)
    if fact is None:
        assert in_force().language == text.strip()
        return
    with pytest.raises(ClsCheckError, match=fact) as problem:
        in_force()
    assert told(problem).startswith(f"Environment variable CLS_CHECK_{variable}: ")


@pytest.mark.skipif(os.name != "posix", reason="variables are bytes there")
def test_a_variable_in_another_encoding_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "CLS_CHECK_PLACE", os.fsdecode(b"M\xf4n"))
    with pytest.raises(ClsCheckError, match="Environment variable CLS_CHECK_PLACE: "):
        in_force()


def test_the_file_and_the_variables_are_told_together(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, "minimum-group: 2")
    monkeypatch.setenv("CLS_CHECK_PLAIN", "perhaps")
    found = survey()
    assert [str(problem).partition(":")[0] for problem in found.problems] == [
        "cls-check.yaml, line 2, column 16",
        "Environment variable CLS_CHECK_PLAIN",
    ]
    assert not found.file_is_fit
    assert set(found.unfit) == {"plain"}


def test_what_is_nearly_a_setting_is_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "cls-check.yml").write_text("x", encoding="utf-8")
    monkeypatch.setenv("CLS_CHECK_LANGAUGE", "cy")
    monkeypatch.setenv("CLS_CHECK_SOMETHING_ELSE", "1")
    monkeypatch.setenv("CLS_CHECK_PLACE", "Northfield")
    assert [problem.fact for problem in overlooked(survey())] == [
        "cls-check.yml is here, and it is not read.",
        "CLS_CHECK_LANGAUGE is set, and it is no setting.",
    ]
