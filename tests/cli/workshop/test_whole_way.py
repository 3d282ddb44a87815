"""From a questionnaire to a report, as a facilitator goes; every step through the commands."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import yaml
from cls_check.files import records
from tests.cli.conftest import Run

BEGIN = ["assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10"]
TEN_LINES = "44352\n" * 10


def one_more(cls_check: Run, perspective: str, lines: str = TEN_LINES, **options: str) -> None:
    """One more person answers, and finishes."""
    named = {"questionnaire": "ten-factors", "way": "one-after-another"} | options
    flags = [part for key, value in named.items() for part in (f"--{key}", value)]
    done = cls_check(*BEGIN, *flags, "--perspective", perspective, typed=lines + "\n")
    assert done.code == 0, done.err


@pytest.fixture
def northfield(cls_check: Run, here: Path) -> Path:
    """A round of seven staff and six people with lived experience, not closed yet."""
    for _ in range(7):
        one_more(cls_check, "frontline")
    for _ in range(6):
        one_more(cls_check, "lived-experience", "22231\n" * 10)
    return here / "northfield-2026-09-10.open"


def test_a_round_is_gathered_closed_and_reported(cls_check: Run, northfield: Path) -> None:
    closed = cls_check("close", northfield.name)
    assert closed.code == 0
    assert closed.out == "northfield-2026-09-10.yaml\n"
    file = yaml.safe_load(Path("northfield-2026-09-10.yaml").read_text(encoding="utf-8"))
    assert file["took-part"] == {"lived-experience": 6, "frontline": 7}
    assert file["factors"]["co-production"]["statements"]["cop-1"]["answers"] == {
        "lived-experience": {2: 6},
        "frontline": {4: 7},
    }
    scored = json.loads(cls_check("score", closed.out.strip(), "--format", "json").out)
    assert scored["took_part"] == {"everyone": 13, "lived-experience": 6, "frontline": 7}
    # About trust, a perspective needs ten people: there they are one, and say 3 between them.
    # On all the rest, staff are higher by as much: that is one thing, and told once.
    assert {factor["headline"] for factor in scored["factors"]} == {"growing"}
    assert [each["text"] for each in scored["throughout"]] == [
        "People with lived experience gave lower answers than frontline staff to nearly everything."
    ]
    reported = cls_check("report", closed.out.strip(), "-o", "out")
    assert reported.code == 0
    assert reported.out.splitlines() == [
        str(Path("out/northfield-2026-09-10-readiness-report.html")),
        str(Path("out/northfield-2026-09-10-readiness-report.md")),
    ]
    assert "see this differently" in Path(reported.out.splitlines()[1]).read_text(encoding="utf-8")


def test_the_record_stays_out_of_git(cls_check: Run, northfield: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "--all"], check=True)
    staged = subprocess.run(["git", "ls-files"], check=True, capture_output=True, text=True)
    assert staged.stdout == ""
    assert len(list(northfield.glob("voices/*.yaml"))) == 13


def test_nothing_about_a_person_reaches_the_file(cls_check: Run, northfield: Path) -> None:
    names = {path.stem for path in northfield.glob("voices/*.yaml")}
    cls_check("close", northfield.name)
    text = Path("northfield-2026-09-10.yaml").read_text(encoding="utf-8")
    assert not any(name in text for name in names)


def test_closing_twice_writes_nothing_the_second_time(cls_check: Run, northfield: Path) -> None:
    cls_check("close", northfield.name)
    file = Path("northfield-2026-09-10.yaml")
    before = file.stat()
    again = cls_check("close", northfield.name)
    assert (again.code, file.stat().st_mtime_ns) == (0, before.st_mtime_ns)
    assert "Nothing has changed" in again.err


def test_one_person_more_cannot_be_worked_back(cls_check: Run, northfield: Path) -> None:
    cls_check("close", northfield.name)
    before = Path("northfield-2026-09-10.yaml").read_bytes()
    one_more(cls_check, "frontline", "11111\n" * 10)
    refused = cls_check("close", northfield.name, "--replace")
    assert refused.code == 2
    assert "nearly the same people (everyone, frontline)" in refused.err
    assert Path("northfield-2026-09-10.yaml").read_bytes() == before


def test_a_version_that_only_git_remembers_counts_too(cls_check: Run, northfield: Path) -> None:
    cls_check("close", northfield.name)
    git("init", "-q")
    git("add", "northfield-2026-09-10.yaml")
    git("commit", "-qm", "First")
    git("rm", "-q", "northfield-2026-09-10.yaml")
    git("commit", "-qm", "Gone")
    one_more(cls_check, "frontline")
    refused = cls_check("close", northfield.name)
    assert refused.code == 2
    assert "nearly the same people" in refused.err
    assert not Path("northfield-2026-09-10.yaml").exists()


@pytest.mark.parametrize("elsewhere", [["-o", "other"], []])
def test_a_version_in_another_folder_or_under_another_name_counts_too(
    cls_check: Run, northfield: Path, here: Path, elsewhere: list[str]
) -> None:
    cls_check("close", northfield.name)
    one_more(cls_check, "frontline")
    (here / "other").mkdir()
    if not elsewhere:
        particulars = northfield / "round.yaml"
        text = particulars.read_text(encoding="utf-8").replace("Northfield", "Norfield")
        particulars.write_text(text, encoding="utf-8")
    refused = cls_check("close", northfield.name, *elsewhere)
    assert refused.code == 2
    assert "nearly the same people" in refused.err
    assert list(here.glob("other/*")) + list(here.glob("norfield*.yaml")) == []


def test_people_who_stopped_part_of_the_way_are_told_of(cls_check: Run, northfield: Path) -> None:
    typed = "44352\nq\n"
    cls_check(*BEGIN, "--perspective", "frontline", typed=typed)
    closed = cls_check("close", northfield.name)
    assert "1 person stopped part of the way. What they answered is counted." in closed.err
    assert "14 people answered." in closed.err


def git(*args: str) -> None:
    named = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *named, *args], check=True, capture_output=True)


def test_enough_more_of_a_group_may_come_and_what_was_written_stays(
    cls_check: Run, northfield: Path
) -> None:
    cls_check("close", northfield.name)
    file = Path("northfield-2026-09-10.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("    statements:\n      cop-1", "    because: |-\n      We heard it.\n    statements:\n      cop-1"),
        encoding="utf-8",
    )  # fmt: skip
    for _ in range(10):  # as many as the sensitive factor needs
        one_more(cls_check, "frontline")
    assert "--replace" in cls_check("close", northfield.name).err
    # The layout was changed by hand, so replacing would lose it.
    assert "layout of its own" in cls_check("close", northfield.name, "--replace").err
    from cls_check.files.assessments.reading import read_assessment
    from cls_check.files.assessments.writing import assessment_text

    file.write_text(assessment_text(read_assessment(file)), encoding="utf-8")
    assert cls_check("close", northfield.name, "--replace").code == 0
    closed = read_assessment(file)
    assert closed.took_part["frontline"] == 17
    assert closed.factors["co-production"].because == "We heard it."


def test_two_rooms_are_joined_by_giving_both(cls_check: Run, northfield: Path, here: Path) -> None:
    (here / "second").mkdir()
    for _ in range(5):
        one_more(cls_check, "manager", folder="second")
    both = ["close", northfield.name, "second/northfield-2026-09-10.open"]
    assert cls_check(*both).code == 0
    file = yaml.safe_load(Path("northfield-2026-09-10.yaml").read_text(encoding="utf-8"))
    assert file["took-part"] == {"lived-experience": 6, "frontline": 7, "manager": 5}


def test_a_copied_voice_counts_once(cls_check: Run, northfield: Path, here: Path) -> None:
    import shutil

    shutil.copytree(northfield, here / "copy.open")
    assert cls_check("close", northfield.name, "copy.open").code == 0
    assert "frontline: 7" in Path("northfield-2026-09-10.yaml").read_text(encoding="utf-8")


def test_a_copy_that_a_sync_tool_made_is_not_one_more_person(
    cls_check: Run, northfield: Path
) -> None:
    voice = next(northfield.glob("voices/*.yaml"))
    voice.with_name(f"{voice.stem} (1).yaml").write_bytes(voice.read_bytes())
    refused = cls_check("close", northfield.name)
    assert refused.code == 2
    assert "(1).yaml: cls-check gives no voice a name like this one." in refused.err
    assert not Path("northfield-2026-09-10.yaml").exists()


def test_what_two_rooms_agreed_differently_is_not_thrown_away(
    cls_check: Run, northfield: Path, here: Path
) -> None:
    (here / "second").mkdir()
    for _ in range(5):
        one_more(cls_check, "manager", folder="second")
    second = here / "second" / "northfield-2026-09-10.open"
    for folder, level in ((northfield, "growing"), (second, "starting")):
        talk = f"cls-check-talk: 1\nfactors:\n  co-production: {{level: {level}}}\n"
        (folder / "talk.yaml").write_text(talk, encoding="utf-8")
    refused = cls_check("close", northfield, second)
    assert refused.code == 2
    assert "both hold what a group agreed, and it differs" in refused.err
    (northfield / "talk.yaml").unlink()
    assert cls_check("close", northfield, second).code == 0
    assert "level: starting" in Path("northfield-2026-09-10.yaml").read_text(encoding="utf-8")


def test_a_round_that_could_not_be_begun_leaves_nothing(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.rename", full)
    done = cls_check(*BEGIN, "--way", "alone", "--questionnaire", "ten-factors")
    assert done.code == 2
    assert "No space left on device" in done.err
    assert list(here.iterdir()) == []


def test_rounds_of_two_places_are_not_joined(cls_check: Run, northfield: Path) -> None:
    done = cls_check(
        "assess", "--no-input", "--place", "Eastmoor", "--date", "2026-09-10", "--questionnaire",
        "ten-factors", "--way", "one-after-another", "--perspective", "manager", typed=TEN_LINES,
    )  # fmt: skip
    assert done.code == 0
    refused = cls_check("close", northfield.name, "eastmoor-2026-09-10.open")
    assert refused.code == 2
    assert "not one round: place differs" in refused.err


def test_erasing_takes_the_record_away(cls_check: Run, northfield: Path) -> None:
    assert cls_check("close", northfield.name, "--erase").code == 0
    assert not northfield.exists()
    assert Path("northfield-2026-09-10.yaml").exists()


def test_too_few_people_leave_everything_as_it_was(cls_check: Run, here: Path) -> None:
    for _ in range(4):
        one_more(cls_check, "frontline")
    refused = cls_check("close", "northfield-2026-09-10.open", "--erase")
    assert refused.code == 2
    assert "4 people took part" in refused.err
    assert len(list(here.glob("*.open/voices/*.yaml"))) == 4


def test_smaller_groups_need_a_word_and_are_told_in_the_report(cls_check: Run, here: Path) -> None:
    for _ in range(4):
        one_more(cls_check, "frontline")
    smaller = ["close", "northfield-2026-09-10.open", "--minimum-group", "4"]
    assert cls_check(*smaller).code == 2
    assert cls_check(*smaller, "--accept-smaller-groups").code == 0
    assert "minimum-group: 4" in Path("northfield-2026-09-10.yaml").read_text(encoding="utf-8")
    cls_check("report", "northfield-2026-09-10.yaml")
    report = Path("northfield-2026-09-10-readiness-report.md").read_text(encoding="utf-8")
    assert "Here, groups of 4 people are shown." in report


def test_alone_ends_in_the_report_of_one_view(cls_check: Run, here: Path) -> None:
    done = cls_check(
        *BEGIN, "--way", "alone", "--questionnaire", "ten-factors-short", typed="4435\n" * 5 + "\n"
    )
    assert done.code == 0
    paths = [Path(line) for line in done.out.splitlines()[-3:]]
    assert [path.name for path in paths] == [
        "northfield-2026-09-10-one-view.yaml",
        "northfield-2026-09-10-one-view-readiness-report.html",
        "northfield-2026-09-10-one-view-readiness-report.md",
    ]
    assert "your answers" in paths[2].read_text(encoding="utf-8").casefold()
    assert records.found_in(here) == ()  # the record is erased


def test_a_second_person_alone_does_not_replace_the_first(cls_check: Run, here: Path) -> None:
    for line in ("4435\n", "1111\n"):
        cls_check(*BEGIN, "--way", "alone", "--questionnaire", "ten-factors-short", typed=line * 5)
    assert len(list(here.glob("northfield-2026-09-10-one-view*.yaml"))) == 2


def test_alone_with_levels_picks_one_for_each_factor(cls_check: Run, here: Path) -> None:
    done = cls_check(
        *BEGIN, "--way", "alone", "--questionnaire", "ten-factors-levels", typed="3214321432\n\n"
    )
    assert done.code == 0
    file = yaml.safe_load(Path("northfield-2026-09-10-one-view.yaml").read_text(encoding="utf-8"))
    assert file["factors"]["co-production"]["level"] == "growing"
    assert file["factors"]["let-it-go"]["level"] == "starting"


def test_everything_is_asked_for_when_nothing_is_said(cls_check: Run, here: Path) -> None:
    """Place, date (Enter: today; then one that is no day), questionnaire, way, stage, answers."""
    typed = "\nNorthfield\nyesterday\n2026-09-10\n9\n3\n1\n2\n" + "4435\n" * 5 + "\n"
    done = cls_check("assess", typed=typed)
    assert done.code == 0, done.err
    file = yaml.safe_load(Path("northfield-2026-09-10-one-view.yaml").read_text(encoding="utf-8"))
    assert (file["stage"], file["questionnaire"]["id"]) == ("under-way", "ten-factors-short")
    assert "Please write the day" in done.out
    assert "Please type a number from 1 to 3, or q to stop." in done.out


def test_the_laptop_goes_round(cls_check: Run, here: Path) -> None:
    """Two people answer, each chosen by number; then nobody else."""
    typed = "\n" + "1\n" + "1\n" + TEN_LINES + "\n" + "3\n" + TEN_LINES + "\n" + "8\nn\n"
    done = cls_check(*[w for w in BEGIN if w != "--no-input"], "--questionnaire", "ten-factors",
                     "--way", "one-after-another", "--stage", "under-way", typed=typed)  # fmt: skip
    assert done.code == 0, done.err
    assert "2 people have answered so far." in done.out
    voices = records.voices(records.open_record(here / "northfield-2026-09-10.open"))
    assert {v.perspective for v in voices.values()} == {"lived-experience", "frontline"}
    assert all(voice.finished for voice in voices.values())


def test_stopping_and_going_on(cls_check: Run, here: Path) -> None:
    begin = [*BEGIN, "--questionnaire", "ten-factors", "--way", "alone"]
    stopped = cls_check(*begin, typed="44352\n443\nq\n")
    assert stopped.code == 0
    assert "Every answer up to here is saved" in stopped.err
    again = cls_check("assess", "--record", "northfield-2026-09-10.open", typed="5\nq\n")
    assert "Welcome back. 8 of 50 answered." in again.out
    assert "Statement 9 of 50." in again.out


def test_a_pipe_that_ends_early_says_so(cls_check: Run, here: Path) -> None:
    done = cls_check(*BEGIN, "--questionnaire", "ten-factors", "--way", "alone", typed="44352\n")
    assert done.code == 2
    assert "saved in northfield-2026-09-10.open" in done.err


def test_no_input_names_the_option_that_is_needed(cls_check: Run, here: Path) -> None:
    done = cls_check("assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10")
    assert done.code == 2
    assert done.err.startswith("--questionnaire is needed")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (["--questionnaire", "ten-factor"], 'Did you mean "ten-factors"?'),
        (["--questionnaire", "missing.yaml"], "missing.yaml"),
        (["--questionnaire", "ten-factors", "--language", "cy"], "Its languages are en."),
        (["--questionnaire", "ten-factors", "--perspective", "frontlin"], '"frontline"'),
        (["--questionnaire", "ten-factors", "--date", "2026-13-45"], "is not a day"),
    ],
)
def test_a_wrong_name_is_met_with_the_right_one(
    cls_check: Run, here: Path, flags: list[str], told: str
) -> None:
    done = cls_check(*BEGIN, "--way", "one-after-another", *flags)
    assert (done.code, told in done.err) == (2, True), done.err


def test_a_name_of_a_place_stays_in_its_folder(cls_check: Run, here: Path) -> None:
    done = cls_check(
        "assess", "--no-input", "--place", "../../etc: A & B", "--date", "2026-09-10",
        "--questionnaire", "ten-factors", "--way", "alone", typed="4\nq\n",
    )  # fmt: skip
    assert done.code == 0
    assert [path.name for path in here.iterdir()] == ["etc-a-b-2026-09-10.open"]


def test_what_closing_will_do_is_said_before_anything_is_written(
    cls_check: Run, northfield: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All seven staff gave one answer to each statement: that is told, and one may wait."""
    monkeypatch.setattr("cls_check.cli.commands.close.somebody_can_answer", lambda: True)
    waits = cls_check("close", northfield.name, "--keep", typed="n\n")
    assert (
        "For “Growing a culture of trust”, a group is shown on its own from 10 people" in waits.err
    )
    assert "Whoever reads the file can tell what each of them said" in waits.err
    assert not Path("northfield-2026-09-10.yaml").exists()
    assert cls_check("close", northfield.name, "--keep", "--now").code == 0


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--stage", "established"),
        ("--organisations", "4"),
        ("--round", "Autumn"),
        ("--date", "2026-09-11"),
        ("--sensitive-group", "5"),
    ],
)
def test_what_was_said_as_a_round_began_is_not_passed_over_later(
    cls_check: Run, here: Path, option: str, value: str
) -> None:
    one_more(cls_check, "frontline", organisations="3", stage="under-way")
    record = "northfield-2026-09-10.open"
    before = Path(record, "round.yaml").read_bytes()
    words = ("assess", "--no-input", "--record", record, "--perspective", "frontline")
    later = cls_check(*words, option, value)
    assert later.code == 2
    assert f"This round has begun, so {option} cannot be set any more." in later.err
    assert Path(record, "round.yaml").read_bytes() == before
    same = cls_check(*words, "--organisations", "3", "--stage", "under-way", typed="q\n")
    assert "cannot be set" not in same.err


def test_fewer_people_for_a_sensitive_factor_are_chosen_before_anybody_answers(
    cls_check: Run, here: Path
) -> None:
    one_more(cls_check, "frontline", **{"sensitive-group": "6"})
    for perspective in ["frontline"] * 5 + ["manager"] * 6:
        one_more(cls_check, perspective)
    later = cls_check(*BEGIN, "--sensitive-group", "5", "--perspective", "manager")
    assert later.code == 2
    assert "This round has begun" in later.err
    assert cls_check("close", "northfield-2026-09-10.open").code == 0
    file = yaml.safe_load(Path("northfield-2026-09-10.yaml").read_text(encoding="utf-8"))
    assert file["sensitive-group"] == 6
    answers = file["factors"]["culture-of-trust"]["statements"]["cul-1"]["answers"]
    assert answers.keys() == {"frontline", "manager"}
    cls_check("report", "northfield-2026-09-10.yaml")
    report = Path("northfield-2026-09-10-readiness-report.md").read_text(encoding="utf-8")
    assert "groups of 6 people are shown. That was decided before anybody answered." in report
