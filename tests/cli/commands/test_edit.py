"""`cls-check edit` by options: what is written, what is said, what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cls_check.domain.assessments.assessment import AssessedFactor
from cls_check.domain.assessments.edits import ChooseLevel
from cls_check.files.assessments.reading import read_assessment
from cls_check.workflows.edit import Edited, OpenFile
from tests.cli.conftest import Done, Run
from tests.wording import sentences, words, words_not_to_say

NORTHFIELD = Path(__file__).parents[3] / "examples" / "northfield" / "northfield-2026-09-10.yaml"
KEY = "co-production"
TITLE = "Working alongside people with lived experience"
FILE = "n.yaml"
NAMES = "This file is made to be shared. Please leave out names of people.\n"


@pytest.fixture
def edit(here: Path, cls_check: Run) -> Callable[..., Done]:
    """Edit a copy of an example place; gives what the command did and the lines that differ."""
    shutil.copy(NORTHFIELD, FILE)

    def run(*args: object, typed: str = "", factor: str = KEY) -> Done:
        about = ["--factor", factor] if factor else []
        return cls_check("edit", FILE, *about, *args, typed=typed)

    return run


def lines_changed() -> tuple[list[str], list[str]]:
    old = NORTHFIELD.read_text(encoding="utf-8").splitlines()
    new = Path(FILE).read_text(encoding="utf-8").splitlines()
    start = next(
        (at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), 0
    )
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    return old[start:], new[start:]


def factor() -> AssessedFactor:
    return read_assessment(Path(FILE)).factors[KEY]


@pytest.mark.parametrize(
    ("typed", "level", "said"),
    [
        ("starting", "starting", "the level is now “Starting”."),
        ("part of how we work", "part-of-how-we-work", "the level is now “Part of how we work”."),
        ("NOT YET", "not-yet", "the level is now “Not yet”."),
        ("we-do-not-agree", "we-do-not-agree", "the level is now “We do not agree”."),
        ("We do not agree", "we-do-not-agree", "the level is now “We do not agree”."),
        ("none", None, "no level is chosen now."),
    ],
)
def test_a_level_by_its_id_or_its_words(
    edit: Callable[..., Done], typed: str, level: str | None, said: str
) -> None:
    done = edit("--level", typed)
    assert (done.code, done.out, done.err) == (0, f"{FILE}\n", f"{TITLE}: {said}\n")
    assert factor().level == level
    assert lines_changed() == (["    level: growing"], [f"    level: {level}"] if level else [])


def test_what_a_group_agreed_in_one_command(edit: Callable[..., Done]) -> None:
    done = edit(
        *("--level", "starting", "--because", "-", "--not-done", 1),
        *("--evidence", "A letter\nof two pages", "--from", "people"),
        *("--action", "Ring back", "--who", "The hub", "--by", "2026-12-01", "--sign", "They say so"),
        typed="We talked.\n- for long\n",
    )  # fmt: skip
    assert done.code == 0
    assert done.out == f"{FILE}\n"
    old = read_assessment(NORTHFIELD).factors[KEY]
    assert done.err.splitlines() == [
        f"{TITLE}: the level is now “Starting”.",
        f"{TITLE}: the reasons are written down.",
        f"{TITLE}: evidence is added. “A letter of two pages”",
        f"{TITLE}: an action is still to be done. “{old.actions[0].what[:59]}…”",
        f"{TITLE}: an action is added. “Ring back”",
        NAMES.strip(),
    ]
    assert factor().because == "We talked.\n- for long"
    assert factor().evidence[:-1] == old.evidence
    assert (factor().evidence[-1].from_, factor().evidence[-1].what) == (
        "people",
        "A letter\nof two pages",
    )
    added = factor().actions[-1]
    assert (added.what, added.who, added.by, added.sign, added.done) == (
        "Ring back",
        "The hub",
        "2026-12-01",
        "They say so",
        False,
    )


def test_numbers_are_those_of_the_file_as_it_was(edit: Callable[..., Done]) -> None:
    old = read_assessment(NORTHFIELD).factors[KEY].evidence
    done = edit(
        *("--remove-evidence", 1, "--remove-evidence", 3, "--remove-evidence", 3),
        *("--evidence", "New", "--from", "partners"),
    )
    assert done.code == 0
    assert [one.what for one in factor().evidence] == [old[1].what, old[3].what, "New"]


def test_the_last_action_and_the_reasons_are_taken_out(edit: Callable[..., Done]) -> None:
    assert edit("--remove-action", 1, "--remove-because").code == 0
    assert (factor().actions, factor().because) == ((), None)
    assert "    actions:" not in lines_changed()[1]


def test_what_was_said_on_a_reflection(edit: Callable[..., Done]) -> None:
    key = next(iter(read_assessment(NORTHFIELD).reflections))
    done = edit("--reflection", key, "--said", "Time to listen.", factor="")
    assert (done.code, done.err.endswith(f"What was said is written down.\n{NAMES}")) == (0, True)
    assert read_assessment(Path(FILE)).reflections[key].said == "Time to listen."
    assert edit("--reflection", key, "--remove-said", factor="").code == 0
    assert read_assessment(Path(FILE)).reflections[key].said is None


def test_a_dry_run_shows_the_lines_and_writes_nothing(edit: Callable[..., Done]) -> None:
    done = edit("--level", "starting", "--because", "Two\nlines\x1b[31m", "--dry-run")
    assert done.code == 0
    assert done.out.splitlines()[:2] == [f"--- {FILE}", f"+++ {FILE}"]
    changed = [line for line in done.out.splitlines()[2:] if line[0] in "+-"]
    assert changed[:2] == ["-    level: growing", "+    level: starting"]
    assert changed[-2:] == ["+      Two", "+      lines[31m"]
    assert "This is what would change. Nothing was written.\n" in done.err
    assert Path(FILE).read_bytes() == NORTHFIELD.read_bytes()


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_what_the_file_says_already_is_not_written(
    edit: Callable[..., Done], dry: list[str]
) -> None:
    done = edit("--level", "growing", "--done", 1, *dry)
    assert done.code == 0
    assert done.err == "The file says all of this already, so nothing was written.\n"
    assert Path(FILE).read_bytes() == NORTHFIELD.read_bytes()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--because", "A"], "which factor"),
        (["--factor", "coproduction", "--level", "growing"], 'Did you mean "co-production"?'),
        (["--factor", KEY, "--level", "grown"], 'Did you mean "growing"?'),
        (["--factor", KEY, "--evidence", "A"], "--evidence does not say whose evidence it is."),
        (["--factor", KEY, "--from", "people"], "--from says nothing without --evidence."),
        (["--factor", KEY, "--who", "A"], "--who says nothing without --action."),
        (["--factor", KEY, "--because", "A", "--remove-because"], "do not go together"),
        (["--factor", KEY, "--because", ""], "There are no words to write down."),
        (["--factor", KEY, "--done", "7"], "There is no action number 7 under co-production."),
        (["--reflection", "values"], "Add --said TEXT."),
        (["--said", "A"], "--said says nothing without --reflection."),
        (["--reflection", "a", "--said", "A", "--remove-said"], "do not go together"),
        (
            ["--factor", KEY, "--because", "caf\udce9"],
            "Some letters of this text could not be read.",
        ),
    ],
)
def test_what_is_missing_is_said(edit: Callable[..., Done], args: list[str], said: str) -> None:
    done = edit(*args, factor="")
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert Path(FILE).read_bytes() == NORTHFIELD.read_bytes()
    assert words_not_to_say(done.err) == []
    assert all(len(words(one)) <= 25 for line in done.err.splitlines() for one in sentences(line))


def test_a_file_that_is_open_elsewhere_is_left_as_it_is(
    edit: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    from cls_check.workflows import edit as editing

    def somebody_else(file: OpenFile, changes: list[ChooseLevel]) -> Edited:
        done = plan(file, changes)
        Path(FILE).write_text("cls-check: 1\n", encoding="utf-8")
        return done

    plan = editing.planned
    monkeypatch.setattr(editing, "planned", somebody_else)
    done = edit("--level", "starting")
    assert (done.code, done.out) == (2, "")
    assert "This file changed on disk since it was read." in done.err
    assert Path(FILE).read_text(encoding="utf-8") == "cls-check: 1\n"


@pytest.mark.parametrize("path", ["nowhere.yaml", ".", "q.yaml"])
def test_other_files_are_refused(cls_check: Run, here: Path, path: str) -> None:
    Path("q.yaml").write_text("cls-check-questionnaire: 1\nid: q\n", encoding="utf-8")
    done = cls_check("edit", path, "--factor", KEY, "--level", "none")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(path)


# Step by step


def test_without_any_change_it_goes_through_the_factors(edit: Callable[..., Done]) -> None:
    done = edit(typed="\n2\nn\nq\n")
    assert done.code == 0, done.err
    assert "Which of these fits best" in done.out
    assert "Stopped. Everything up to here is saved" in done.err
    assert lines_changed() == (["    level: growing"], ["    level: starting"])


def test_undo_brings_every_byte_back(edit: Callable[..., Done]) -> None:
    done = edit(typed="\n2\nn\nu\nu\nq\n")
    assert "The last change is undone." in done.out
    assert "There is nothing to undo." in done.out
    assert Path(FILE).read_bytes() == NORTHFIELD.read_bytes()


def test_a_factor_that_is_not_there_is_named(edit: Callable[..., Done]) -> None:
    done = edit(factor=KEY[:-1])
    assert (done.code, f'Did you mean "{KEY}"?' in done.err) == (2, True)
