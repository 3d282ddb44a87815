"""Every way of answering, through a pipe: each ends in the same kind of assessment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import yaml
from cls_check.domain.assessments.edits import Edit
from cls_check.files import records
from cls_check.workflows.edit import Edited, OpenFile, with_edit
from tests.cli.conftest import Run

BEGIN = ["assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10",
         "--questionnaire", "ten-factors-short"]  # fmt: skip
RECORD, FILE = "northfield-2026-09-10.open", "northfield-2026-09-10.yaml"
FINISH = ["--everyone-answered", "--close", "--later", "--erase"]
PRESENT = ["--present", "lived-experience=6", "--present", "frontline=7"]


def answered(path: str = FILE) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    return found


def test_hands_are_counted_and_added_up(cls_check: Run, here: Path) -> None:
    counts = "0 1 2 2 1\n0007 0\n".replace("0007 0", "0 0 0 7 0") * 20
    done = cls_check(*BEGIN, "--way", "hands", *PRESENT, *FINISH, typed=counts + "\n")
    assert done.code == 0, done.err
    file = answered()
    assert file["took-part"] == {"lived-experience": 6, "frontline": 7}
    assert file["factors"]["co-production"]["statements"]["cop-1"]["answers"] == {
        "lived-experience": {2: 1, 3: 2, 4: 2, 5: 1},
        "frontline": {4: 7},
    }
    assert not Path(RECORD).exists()
    assert "northfield-2026-09-10-readiness-report.html" in done.out


def test_hands_that_are_more_than_are_here_stop_a_pipe(cls_check: Run, here: Path) -> None:
    words = [*BEGIN, "--way", "hands", *PRESENT]
    missing = cls_check(*words, typed="0 1 2 2 1\n")
    assert missing.code == 2
    assert "--everyone-answered or --more-to-come is needed" in missing.err
    missing = cls_check(*words, "--everyone-answered", typed="0 1 2 2 1\n")
    assert "--close or --keep-open is needed" in missing.err
    assert not any(records.hands(records.open_record(Path(RECORD))))
    done = cls_check(*words, "--more-to-come", typed="0 1 2 2 1\n0 0 0 8 0\n")
    assert done.code == 2
    assert "That adds up to 8, but 7 are here. Nothing was recorded." in done.err
    [shown] = records.hands(records.open_record(Path(RECORD))).values()
    assert list(shown.answers["cop-1"]) == ["lived-experience"]


def test_a_bad_line_of_a_pipe_stops_it_and_what_came_before_is_saved(
    cls_check: Run, here: Path
) -> None:
    done = cls_check(*BEGIN, "--way", "one-after-another", "--perspective", "frontline",
                     typed="44352\n4x6\n44352\n")  # fmt: skip
    assert done.code == 2
    assert '"6" is not an answer here. Nothing was recorded.' in done.err
    [voice] = records.voices(records.open_record(Path(RECORD))).values()
    assert len(voice.answers) == 5


def test_together_the_group_picks_levels_alone(cls_check: Run, here: Path) -> None:
    begin = ["ten-factors-levels" if word == "ten-factors-short" else word for word in BEGIN]
    finish = ["--everyone-answered", "--close", "--look", "--ok-to-quote", "--keep"]
    typed = "\n3\nWe hear back.\n\n\n\n" + "\n5\nTwo views.\n\n\n\n" + "f\n"
    done = cls_check(*begin, "--way", "together", *PRESENT, *finish, typed=typed)
    assert done.code == 0, done.err
    file = answered()
    assert file["took-part"] == {"lived-experience": 6, "frontline": 7}
    factors = list(file["factors"].values())
    assert (factors[0]["level"], factors[0]["because"]) == ("growing", "We hear back.")
    assert (factors[1]["level"], factors[1]["because"]) == ("we-do-not-agree", "Two views.")
    assert "statements" not in factors[0]
    assert cls_check("check", FILE).code == 0


def test_paper_forms_are_typed_a_line_a_factor(cls_check: Run, here: Path) -> None:
    form = "".join(
        f"{pair}\n" for pair in ("43", "52", "1d", "-x", "44", "33", "22", "11", "55", "34")
    )
    begin = [word for word in BEGIN if word != "--no-input"]
    typed = f"\n3\n{form}" + ("\n" * 2) + "8\nn\n"  # Enter leaves a check out
    done = cls_check(*begin, "--way", "one-after-another", "--stage", "under-way", "--entry",
                     "paper", typed=typed)  # fmt: skip
    assert done.code == 0, done.err
    [voice] = records.voices(records.open_record(Path(RECORD))).values()
    assert (voice.perspective, voice.finished, len(voice.answers)) == ("frontline", True, 19)
    assert voice.answers["cop-1"] == "4"
    assert voice.answers["sys-5"] == "dont-know"


def test_two_parts_of_a_form_can_stand_in_one_line(cls_check: Run, here: Path) -> None:
    begin = [word for word in BEGIN if word != "--no-input"]
    done = cls_check(*begin, "--way", "one-after-another", "--stage", "under-way", "--entry",
                     "paper", typed="\n3\n" + "4352\n" * 5 + "\n\n8\nn\n")  # fmt: skip
    assert done.code == 0, done.err
    [voice] = records.voices(records.open_record(Path(RECORD))).values()
    assert len(voice.answers) == 20


def test_nothing_is_shown_before_everyone_has_answered(cls_check: Run, here: Path) -> None:
    for _ in range(6):
        cls_check(*BEGIN, "--way", "one-after-another", "--perspective", "frontline",
                  typed="2222" * 5 + "\n\n")  # fmt: skip
    done = cls_check("assess", "--record", RECORD, "--more-to-come", "--no-input")
    assert done.code == 0
    assert "cls-check assess --record" in done.err
    assert not Path(FILE).exists()
    assert "A little true" not in done.out + done.err


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ({"frontline": 3}, "3 people took part. From fewer than 5 people"),
        ({"frontline": 6, "manager": 6, "leader": 2}, "These groups have fewer than 5 people"),
        ({"frontline": 3, "leader": 3}, "Everyone is shown together"),
    ],
)
def test_who_is_too_few_to_show_is_told_before_closing(
    cls_check: Run, here: Path, people: dict[str, int], told: str
) -> None:
    present = [
        word for group, count in people.items() for word in ("--present", f"{group}={count}")
    ]
    counts = "".join(f"0 {count} 0 0 0\n" for count in people.values()) * 20
    done = cls_check(*BEGIN, "--way", "hands", *present, *FINISH, typed=counts + "\n")
    assert told in done.out + done.err
    assert done.code == (2 if sum(people.values()) < 5 else 0)


def test_a_closed_round_is_gone_on_with_by_its_place_and_date(cls_check: Run, here: Path) -> None:
    counts = "0 1 2 2 1\n0 0 0 7 0\n" * 20
    cls_check(*BEGIN, "--way", "hands", *PRESENT, *FINISH, typed=counts + "\n")
    again = ["assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10"]
    done = cls_check(*again, "--look", "--no-quotes", typed="\n4\n\n" + "f\n")
    assert done.code == 0, done.err
    levels = [factor["level"] for factor in answered()["factors"].values() if "level" in factor]
    assert levels == ["part-of-how-we-work"]


def test_what_runs_through_everything_is_said_before_the_first_factor(
    cls_check: Run, here: Path
) -> None:
    present = ("--present", "lived-experience=8", "--present", "frontline=8")
    counts = "0 4 4 0 0\n0 0 4 4 0\n" * 20
    cls_check(*BEGIN, "--way", "hands", *present, *FINISH, typed=counts + "\n")
    again = ["assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10"]
    shown = cls_check(*again, "--look", "--no-quotes", typed="f\n").out
    told = "People with lived experience gave lower answers than frontline staff"
    assert 0 < shown.index(told) < shown.index("1 of 10.")


def test_a_wrong_number_of_people_is_told(cls_check: Run, here: Path) -> None:
    for wrong in ("frontline", "frontline=many", "=7", "frontline=-1"):
        done = cls_check(*BEGIN, "--way", "hands", "--present", wrong)
        assert (done.code, "--present needs" in done.err) == (2, True)
    done = cls_check(*BEGIN, "--way", "hands", "--present", "frontlin=7", "--more-to-come")
    assert 'Did you mean "frontline"?' in done.err


@pytest.mark.parametrize(
    ("way", "questionnaire"),
    [("hands", "ten-factors-levels"), ("one-after-another", "ten-factors-levels")],
)
def test_without_statements_nobody_answers_one_by_one(
    cls_check: Run, here: Path, way: str, questionnaire: str
) -> None:
    begin = [questionnaire if word == "ten-factors-short" else word for word in BEGIN]
    done = cls_check(*begin, "--way", way)
    assert done.code == 2
    assert "Choose --way alone or --way together" in done.err
    assert list(here.iterdir()) == []


def test_a_note_reaches_the_facilitator_and_no_file_that_is_shared(
    cls_check: Run, here: Path
) -> None:
    for number in range(6):
        note = "n The microphone hums\n" if number == 3 else ""
        cls_check(*BEGIN, "--way", "one-after-another", "--perspective", "frontline",
                  typed=note + "2222" * 5 + "\n\n")  # fmt: skip
    done = cls_check("assess", "--record", RECORD, "--no-input", *FINISH)
    assert "The microphone hums" in done.out
    assert all("hums" not in path.read_text(encoding="utf-8") for path in here.glob("*.*"))


def test_the_file_changed_in_an_editor_while_the_group_talks(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = "0 1 2 2 1\n0 0 0 7 0\n" * 20
    cls_check(*BEGIN, "--way", "hands", *PRESENT, *FINISH, typed=counts + "\n")
    from cls_check.cli.workshop import talk as talking

    real, path = with_edit, Path(FILE)

    def meanwhile(file: OpenFile, edit: Edit) -> Edited:
        monkeypatch.setattr(talking, "with_edit", real)
        path.write_text(path.read_text(encoding="utf-8") + "# ours\n", encoding="utf-8")
        return real(file, edit)

    monkeypatch.setattr(talking, "with_edit", meanwhile)
    again = ["assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10", "--look",
             "--no-quotes"]  # fmt: skip
    done = cls_check(*again, typed="\n4\nb\n4\nf\n")
    assert "changed by another program" in done.out
    assert path.read_text(encoding="utf-8").endswith("# ours\n")


def test_what_the_settings_say_is_not_asked(cls_check: Run, here: Path) -> None:
    Path("cls-check.yaml").write_text(
        "cls-check-settings: 1\nplace: Northfield\nquestionnaire: ten-factors-short\n"
        "folder: rounds\n",
        encoding="utf-8",
    )
    Path("rounds").mkdir()
    done = cls_check("assess", typed="\n2026-09-10\n2\n2\nfour\n4\n1\n8\nn\n")
    assert done.code == 0, done.err
    assert "Enter means Northfield" in done.out
    assert "Please type a number from 1 to 1000, or press Enter." in done.out
    assert records.open_record(Path("rounds", RECORD)).round.organisations == 4
    again = cls_check("assess", typed="y\n1\n8\nn\n")
    assert "A round is being gathered here: Northfield, 10 September 2026." in again.out


def room(cls_check: Run, folder: str, lived: int, frontline: int) -> str:
    """One facilitator's laptop: hands were counted, and one paper form was typed in."""
    Path(folder).mkdir()
    present = ["--present", f"lived-experience={lived}", "--present", f"frontline={frontline - 1}"]
    counts = f"0 {lived} 0 0 0\n0 0 0 {frontline - 1} 0\n" * 20
    begin = [*BEGIN, "--folder", folder]
    done = cls_check(*begin, "--way", "hands", *present, "--more-to-come", typed=counts + "\n")
    assert done.code == 0, done.err
    way = ["--way", "one-after-another", "--perspective", "frontline"]
    done = cls_check(*begin, *way, typed="4444" * 5 + "\n\n")
    assert done.code == 0, done.err
    return f"{folder}/{RECORD}"


def test_two_facilitators_join_20_and_18(cls_check: Run, here: Path) -> None:
    rooms = [room(cls_check, "room-one", 8, 12), room(cls_check, "room-two", 8, 10)]
    closed = cls_check("close", *rooms, "-o", ".")
    assert closed.code == 0, closed.err
    assert "38 people answered." in closed.err
    file = answered()
    assert file["took-part"] == {"lived-experience": 16, "frontline": 22}
    assert file["factors"]["co-production"]["statements"]["cop-1"]["answers"] == {
        "lived-experience": {2: 16},
        "frontline": {4: 22},
    }
    assert cls_check("close", *rooms, rooms[0], "-o", ".").code == 0  # a copy counts once
    assert answered() == file
    assert cls_check("close", *rooms, rooms[0], "-o", ".", "--erase").code == 0
    assert not any(Path(each).exists() for each in rooms)
