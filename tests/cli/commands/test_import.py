"""`cls-check import`, as a facilitator types it: into a round, once, whole, and without a name."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import yaml
from cls_check.domain.rounds.answer_form import FilledIn
from cls_check.exchange.forms.code import encode
from cls_check.files import atomic, records
from cls_check.files.questionnaires.reading import find
from cls_check.files.records.folder import Record
from tests.cli.conftest import Done, Run
from tests.exchange.incoming.table import PEOPLE, SAMPLES, SMALL, STATEMENTS, people

HEADINGS = "perspective,cop-1,cop-2,tru-1,tru-2\n"
NEW = ("--place", "Northfield", "--date", "2026-09-10", "--questionnaire", "small.yaml")
ROUND = Path("northfield-2026-09-10.open")


@pytest.fixture
def bring(cls_check: Run, here: Path) -> Callable[..., Done]:
    """Import a file that is made here; its text, or the name of a sample."""
    shutil.copy(SAMPLES / "questionnaire.yaml", here / "small.yaml")

    def run_it(content: str, *options: object, typed: str = "", name: str = "answers.csv") -> Done:
        if (SAMPLES / content.splitlines()[0]).is_file():
            name = content
            shutil.copy(SAMPLES / name, here / name)
        else:
            (here / name).write_text(content, encoding="utf-8")
        into = ("--into", ROUND) if ROUND.is_dir() else NEW
        typed_options = options if typed else (*options, "--no-input")
        return cls_check("import", name, *into, *typed_options, typed=typed)

    return run_it


def rows(*lines: str) -> str:
    return HEADINGS + "".join(f"{line}\n" for line in lines)


def in_the_round() -> Counter[tuple[str | None, frozenset[tuple[str, str]]]]:
    """How many people of the round gave each row of answers."""
    found = records.voices(records.open_record(ROUND)).values()
    return Counter((each.perspective, frozenset(each.answers.items())) for each in found)


def everything(folder: Path = Path()) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_from_a_form_to_a_closed_round(
    bring: Callable[..., Done], cls_check: Run, here: Path
) -> None:
    done = bring("microsoft-forms-1.xlsx")

    assert done.code == 0
    assert "microsoft-forms-1.xlsx comes from Microsoft Forms." in done.out
    assert "They are thrown away: ID, Start time, Completion time, Email, Name" in done.out
    assert f"6 people are in {ROUND} now." in done.out
    assert in_the_round() == people()
    assert cls_check("close", ROUND, "--erase").code == 0
    assert "everyone: 6" in (here / "northfield-2026-09-10.yaml").read_text()


FILES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".yaml")
MARKS = re.compile(
    rb"zq|203\.0\.113|01632[ -]|11[:.]47|11:57|anonymous|uuid|417\.13", re.IGNORECASE
)


@pytest.mark.parametrize("name", FILES)
def test_nothing_about_a_person_reaches_the_disk(
    bring: Callable[..., Done], here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    written: list[Any] = []
    write = atomic._write

    def kept(*given: Any, **named: Any) -> None:
        written.append(given[2])
        write(*given, **named)

    monkeypatch.setattr(atomic, "_write", kept)

    # All is agreed to, also where there was nothing to ask.
    done = bring(name, typed="2\ny\ny\n")

    assert done.code == 0
    assert records.open_record(ROUND)
    (here / name).unlink()
    written += [*everything().values(), *(str(path).encode() for path in everything())]
    assert len(written) > 3
    assert [data for data in written if MARKS.search(data)] == []


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_again_adds_nobody(bring: Callable[..., Done], name: str) -> None:
    bring(name)
    before = everything(ROUND)

    done = bring(name)

    assert done.code == 0
    assert "are in the round already, and are not added again." in done.out
    assert "Nobody is new. The round is as it was." in done.out
    assert everything(ROUND) == before


GROWN = [
    # what was imported before, what comes now, who is in the round then
    ("one more person", ["carer,1,1,1,1"], ["carer,1,1,1,1", "carer,2,2,2,2"], 2),
    ("one who answers the same", ["carer,1,1,1,1"], ["carer,1,1,1,1"] * 2, 2),
    ("two who answer the same, again", ["carer,1,1,1,1"] * 2, ["carer,1,1,1,1"] * 2, 2),
    ("another order", ["carer,1,1,1,1", "carer,2,2,2,2"], ["carer,2,2,2,2", "carer,1,1,1,1"], 2),
    ("other people", ["carer,1,1,1,1"], ["frontline,1,1,1,1"], 2),
]


@pytest.mark.parametrize(
    ("before", "now", "expected"), [case[1:] for case in GROWN], ids=[case[0] for case in GROWN]
)
def test_who_is_new_in_a_file_that_has_grown(
    bring: Callable[..., Done], before: list[str], now: list[str], expected: int
) -> None:
    bring(rows(*before))

    assert bring(rows(*now)).code == 0
    assert in_the_round().total() == expected


def test_two_files_joined_in_one_add_who_is_in_neither(bring: Callable[..., Done]) -> None:
    first, second = ["carer,1,1,1,1", "carer,2,2,2,2"], ["carer,3,3,3,3", "carer,4,4,4,4"]
    bring(rows(*first))
    bring(rows(*second))

    bring(rows(*second, *first, "carer,5,5,5,5"))

    assert in_the_round().total() == 5
    assert "Nobody is new." in bring(rows(*second, *first, "carer,5,5,5,5")).out


ONES, TWOS, THREES = "carer,1,1,1,1", "carer,2,2,2,2", "carer,3,3,3,3"
STOPPED = [
    # what was imported before, what comes now, how many are the same, changed, gone, new
    ("an older copy", [ONES, TWOS], [TWOS], (1, 0, 1, 0)),
    ("half have changed", [ONES, TWOS], [ONES, "carer,4,4,4,4"], (1, 0, 1, 1)),
    ("one of several others is the same", [ONES, TWOS, THREES],
     [ONES, "frontline,2,2,2,2", "frontline,3,3,3,3"], (1, 0, 2, 2)),
    ("all were finished since", ["carer,1,1,,", "carer,2,2,,"], [ONES, TWOS], (0, 2, 0, 0)),
    ("a column was not known before", ["carer,1,1,1,", "carer,2,2,2,"], [ONES, TWOS, THREES],
     (0, 2, 0, 1)),
    ("one was finished since", ["carer,1,1,,", TWOS], [ONES, TWOS], (1, 1, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now", "numbers"), [case[1:] for case in STOPPED], ids=[case[0] for case in STOPPED]
)
def test_a_file_that_lacks_or_changes_anybody_stops_and_nobody_counts_twice(
    bring: Callable[..., Done], before: list[str], now: list[str], numbers: tuple[int, ...]
) -> None:
    bring(rows(*before))
    there = everything()

    done = bring(rows(*now))

    assert done.code == 2
    told = "{} are the same, {} have changed, {} are gone, and {} are new."
    assert told.format(*numbers) in done.err
    assert {**everything(), Path("answers.csv"): there[Path("answers.csv")]} == there


def test_a_file_is_put_in_the_place_of_an_earlier_one(bring: Callable[..., Done]) -> None:
    other = rows("frontline,5,5,5,5")
    bring(other)
    bring(rows("carer,1,1,,", TWOS, THREES))
    now = rows(ONES, TWOS, "carer,4,4,4,4")
    names = {path.name for path in (ROUND / "voices").iterdir()}

    done = bring(now, "--replace")

    assert done.code == 0
    assert "2 people of an earlier file are taken out again." in done.out
    # The other round's person and the one who is in both stay under their names.
    assert len(names & {path.name for path in (ROUND / "voices").iterdir()}) == 2
    assert in_the_round() == people(
        "frontline 5 5 5 5\ncarer 1 1 1 1\ncarer 2 2 2 2\ncarer 4 4 4 4"
    )
    assert "Nobody is new." in bring(now).out
    assert "Nobody is new." in bring(other).out


def test_only_the_new_people_of_a_file_are_added(bring: Callable[..., Done]) -> None:
    bring(rows("carer,1,1,,", TWOS))

    assert bring(rows(ONES, "carer,4,4,4,4"), "--add-new").code == 0
    assert in_the_round() == people("carer 1 1 . .\ncarer 2 2 2 2\ncarer 4 4 4 4")


def test_people_who_answer_alike_are_others_where_that_is_said(bring: Callable[..., Done]) -> None:
    bring(rows(ONES, TWOS))

    assert bring(rows(ONES), "--other-people").code == 0
    assert in_the_round().total() == 3
    assert "cannot go together" in bring(rows(ONES), "--other-people", "--replace").err


def test_a_file_with_nobody_of_it_takes_the_place_of_the_only_earlier_one(
    bring: Callable[..., Done],
) -> None:
    bring(rows(ONES, TWOS))

    assert bring(rows("frontline,5,4,3,2"), "--replace").code == 0
    assert in_the_round() == people("frontline 5 4 3 2")
    bring(rows("carer,1,5,1,5"))
    assert "not clear which of them it is to replace" in bring(rows(ONES), "--replace").err
    assert in_the_round().total() == 2


def test_what_was_changed_in_the_round_since_is_not_taken_back(bring: Callable[..., Done]) -> None:
    bring(rows(ONES, TWOS))
    path = next(path for path in (ROUND / "voices").iterdir() if "cop-1: 1" in path.read_text())
    path.write_text(path.read_text().replace("cop-1: 1", "cop-1: 5"))

    done = bring(rows(TWOS, THREES), "--replace")

    assert done.code == 2
    assert "cannot be taken back" in done.err
    assert in_the_round() == people("carer 5 1 1 1\ncarer 2 2 2 2")


def test_somebody_says_what_is_to_be_done_with_a_file_that_has_changed(
    bring: Callable[..., Done],
) -> None:
    bring(rows(ONES, TWOS))

    stopped = bring(rows(ONES, THREES), typed="4\n")
    assert stopped.code == 2
    assert "1 are the same, 0 have changed, 1 are gone, and 1 are new." in stopped.out
    assert in_the_round().total() == 2
    assert bring(rows(ONES, THREES), typed="1\ny\n").code == 0
    assert in_the_round() == people("carer 1 1 1 1\ncarer 3 3 3 3")


def test_counts_are_put_in_the_place_of_earlier_ones(bring: Callable[..., Done]) -> None:
    bring("counts-1.csv")

    assert bring("statement,perspective,answer,count\ncop-1,carer,5,2\n", "--replace").code == 0
    [hands] = records.hands(records.open_record(ROUND)).values()
    assert hands.present == {"carer": 2}


def test_other_counts_need_a_word(bring: Callable[..., Done]) -> None:
    bring("counts-1.csv")
    text = "statement,perspective,answer,count\ncop-1,carer,5,2\n"

    assert "Other counts were imported into this round before." in bring(text).err
    assert bring(text, "--other-people").code == 0
    counted = records.hands(records.open_record(ROUND)).values()
    assert sorted(each.people for each in counted) == [2, 6]


def test_counts_say_who_was_there(bring: Callable[..., Done]) -> None:
    bring("counts-2.csv")

    [hands] = records.hands(records.open_record(ROUND)).values()
    assert hands.present == {"lived-experience": 2, "carer": 2, "frontline": 2}
    assert hands.answers["tru-2"]["frontline"] == {"dont-know": 1, "cannot-answer": 1}


def test_a_file_with_a_problem_imports_nothing(bring: Callable[..., Done], here: Path) -> None:
    text = rows("carer,1,1,1,1", "carer,9,1,1,1", "zebra,1,1,1,1")

    done = bring(text)

    assert done.code == 2
    assert "answers.csv, row 3, column B" in done.err
    assert "answers.csv, row 4, column A" in done.err
    assert {path.name for path in everything()} == {"answers.csv", "small.yaml"}
    assert bring(text, "--leave-out", 3, "--leave-out", 4).code == 0
    assert in_the_round().total() == 1


def test_a_broken_file_changes_nothing_in_a_round(bring: Callable[..., Done]) -> None:
    bring(rows("carer,1,1,1,1"))
    before = everything(ROUND)

    assert bring(rows("carer,1,1,1,1", "carer,7,1,1,1")).code == 2
    assert everything(ROUND) == before


def test_a_dry_run_writes_nothing(bring: Callable[..., Done]) -> None:
    done = bring(PEOPLE_AS_CSV, "--dry-run")

    assert "6 people are new." in done.out
    assert "Nothing was written, as you said." in done.out
    assert {path.name for path in everything()} == {"answers.csv", "small.yaml"}


PEOPLE_AS_CSV = rows(
    *(",".join(line.split()).replace(".", "") for line in PEOPLE.split("\n") if line)
)
REWORDED = "perspective,We always ask what people need,Anything else?\ncarer,4,Talk to Zq\n"


def test_a_guess_is_asked_once_and_kept(bring: Callable[..., Done]) -> None:
    done = bring(REWORDED, typed="1\n1\ny\n")

    assert "What is in the column “We always ask what people need”?" in done.out
    assert "Under it stands, for example: “4”" in done.out
    assert "It is cop-2: We ask what people need." in done.out
    assert "Is all of this right" in done.out
    assert "We always ask what people need: cop-2" in Path("import-map.yaml").read_text()
    again = bring(REWORDED + "carer,5,\n")
    assert again.code == 0
    assert "What is in the column" not in again.out
    assert in_the_round().total() == 2


def test_a_guess_that_is_wrong_is_mended_there_and_then(bring: Callable[..., Done]) -> None:
    """Not the statement that it is most like, but another: the third of four."""
    done = bring(REWORDED, typed="1\n3\n3\ny\n")

    assert done.code == 0
    assert "We always ask what people need: tru-1" in Path("import-map.yaml").read_text()
    assert in_the_round() == people("carer . . 4 .")


def test_a_column_that_is_no_statement_is_left_out(bring: Callable[..., Done]) -> None:
    done = bring("perspective,cop-1,We always ask what people need\ncarer,4,3\n", typed="1\n2\ny\n")

    assert done.code == 0
    assert in_the_round() == people("carer 4 . . .")


def test_each_word_is_asked_about_once(bring: Callable[..., Done]) -> None:
    """A sheet as people keep it: words of their own, a slip, a dash for nothing, a total."""
    text = rows("social worker,4,Mosty true,3,3", "social worker,-,4,Mosty true,3",
                "carer,Mosty true,2,2,-", "Total,7,8,9,9")  # fmt: skip

    done = bring(text, typed="1\n1\n3\n4\n8\ny\n")

    assert done.code == 0, done.out + done.err
    assert "There are 4 questions before this can be imported." in done.out
    assert "“social worker” (2 people): which perspective is that?" in done.out
    assert (
        "“Mosty true” (3 answers, from 3 people): which answer is that? It is most like" in done.out
    )
    assert in_the_round() == people("frontline 4 4 3 3\nfrontline . 4 4 3\ncarer 4 2 2 .")
    told = Path("import-map.yaml").read_text()
    assert "questionnaire: small" in told
    assert "social worker: frontline" in told
    assert "Mosty true: 4" in told
    assert '"-": no-answer' in told


def test_what_was_said_can_be_changed_before_anything_is_written(
    bring: Callable[..., Done],
) -> None:
    """Mosty true is first taken for 5, then for 4; and at last nothing is imported after all."""
    text = rows("social worker,4,Mosty true,3,3", "Social Worker,4,2,3,3")

    done = bring(text, typed="1\n3\n5\nn\n2\n4\ny\n")

    assert done.code == 0, done.out + done.err
    assert "There are 2 questions before this can be imported." in done.out
    assert "“Mosty true”: Very true" in done.out
    assert in_the_round() == people("frontline 4 4 3 3\nfrontline 4 2 3 3")
    assert "Mosty true: 4" in Path("import-map.yaml").read_text()


def test_who_left_the_perspective_open_is_asked_about(bring: Callable[..., Done]) -> None:
    """Two people: first they are left out, then they are unpaid carers after all."""
    text = rows("frontline,4,4,3,3", ",1,1,1,1", ",2,2,2,2")

    done = bring(text, typed="1\n4\nn\n1\n2\ny\n")

    assert done.code == 0, done.out + done.err
    assert "2 people left open where they answer from. Where do they stand?" in done.out
    assert "Rows left out: 3-4" in done.out
    assert in_the_round() == people("frontline 4 4 3 3\ncarer 1 1 1 1\ncarer 2 2 2 2")


def test_a_perspective_that_is_none_is_told_with_those_that_are(bring: Callable[..., Done]) -> None:
    done = bring(rows(",4,4,3,3"), "--perspective", "carers")

    assert done.code == 2
    assert '--perspective: "carers" is not one of the perspectives.' in done.err
    assert "You can write: lived-experience, carer, frontline." in done.err


def test_rows_of_the_command_line_stay_left_out_where_others_are_changed(
    bring: Callable[..., Done],
) -> None:
    text = rows("frontline,4,4,3,3", "carer,1,1,1,1", "Total,9,9,9,9")

    done = bring(text, "--leave-out", "3", typed="1\n1\nn\n1\n1\ny\n")

    assert done.code == 0, done.out + done.err
    assert in_the_round() == people("frontline 4 4 3 3")


def test_what_was_said_can_be_right_after_all(bring: Callable[..., Done]) -> None:
    done = bring(rows("social worker,4,4,3,3"), typed="1\n3\nn\n2\n")

    assert done.code == 0
    assert in_the_round() == people("frontline 4 4 3 3")


def test_who_imports_into_a_closed_round_is_told_so(
    bring: Callable[..., Done], cls_check: Run
) -> None:
    many = [f"carer,{n % 5 + 1},{n // 5 + 1},3,3" for n in range(6)]
    bring(rows(*many))
    assert cls_check("close", ROUND, "--keep", "--now").code == 0

    done = bring(rows(*many, "carer,5,5,5,5"))

    assert "This round was closed already." in done.out


def test_who_does_not_agree_can_stop(bring: Callable[..., Done]) -> None:
    done = bring(rows("social worker,4,4,3,3"), typed="1\n3\nn\n3\n")

    assert done.code == 0
    assert "Nothing was imported." in done.out
    assert not ROUND.exists()
    assert not Path("import-map.yaml").exists()


def test_without_anybody_to_ask_a_guess_is_an_error_with_its_line_for_the_map(
    bring: Callable[..., Done],
) -> None:
    done = bring(REWORDED)

    assert done.code == 2
    assert '    "We always ask what people need": "cop-2"' in done.err
    assert {path.name for path in everything()} == {"answers.csv", "small.yaml"}
    Path("import-map.yaml").write_text(
        'cls-check-import-map: 1\ncolumns:\n    "We always ask what people need": "cop-2"\n'
    )
    assert bring(REWORDED).code == 0


def test_a_map_can_be_named(bring: Callable[..., Done], here: Path) -> None:
    bring(REWORDED, typed="1\n1\ny\n")
    Path("import-map.yaml").rename("mine.yaml")
    shutil.rmtree(ROUND)

    assert bring(REWORDED, "--map", "mine.yaml").code == 0
    assert "There is no such file" in bring(REWORDED, "--map", "other.yaml").err
    Path("mine.yaml").write_text("cls-check-import-map: 1\ncolumns:\n  A: cop-9\n")
    assert 'does not know "cop-9"' in bring(REWORDED, "--map", "mine.yaml").err


def test_nothing_tells_who_came_first(bring: Callable[..., Done]) -> None:
    bring(rows("carer,1,1,1,1"))
    bring(rows("carer,1,1,1,1", *(f"frontline,{n},1,1,1" for n in range(1, 6))))

    files = sorted((ROUND / "voices").iterdir())
    assert len({path.stat().st_mtime_ns for path in files}) == 1
    assert all(re.fullmatch(r"[0-9a-f]{32}\.yaml", path.name) for path in files)


def test_all_voices_are_written_anew_in_the_order_of_random_names(
    bring: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(rows(*(f"carer,{n},1,1,1" for n in range(1, 6))))
    before = {path.stat().st_ino for path in (ROUND / "voices").iterdir()}
    written, put = [], atomic._put_where_nothing_is

    def watched(beside: Path, target: Path, path: Path) -> None:
        written.append(target.name)
        return put(beside, target, path)

    monkeypatch.setattr(atomic, "_put_where_nothing_is", watched)
    bring(rows(*(f"carer,{n},1,1,1" for n in range(1, 6)), "frontline,1,1,1,1"))

    names = [path.name for path in (ROUND / "voices").iterdir()]
    assert [name for name in written if name in names] == sorted(names)
    assert len(names) == 6
    assert not before & {path.stat().st_ino for path in (ROUND / "voices").iterdir()}


def test_a_voice_that_was_changed_meanwhile_stays_changed(
    bring: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped before anything was moved; somebody goes on answering; then it is imported again."""
    bring(rows("carer,1,1,1,1"))
    text = rows("carer,1,1,1,1", "carer,2,2,2,2")
    with monkeypatch.context() as disk:
        disk.setattr("cls_check.files.records.taking_in._moved_into_place", stopped)
        bring(text)
    [path] = (ROUND / "voices").iterdir()
    path.write_text(path.read_text().replace("cop-1: 1", "cop-1: 5"))

    bring(text)

    assert in_the_round() == people("carer 5 1 1 1\ncarer 2 2 2 2")


def stopped(*_: Record | Path) -> None:
    raise KeyboardInterrupt


def test_the_round_of_somebody_alone_is_left_alone(
    bring: Callable[..., Done], cls_check: Run
) -> None:
    bring(rows("carer,1,1,1,1"))
    path = ROUND / "round.yaml"
    path.write_text(path.read_text().replace("one-after-another", "alone"))

    assert "a round of one person alone" in bring(rows("carer,2,1,1,1")).err


ONE_VIEW = ("--place", "Northfield", "--date", "2026-09-10", "--no-input", "--one-view")


def test_one_organisations_own_answers_come_in_as_one_view(cls_check: Run, here: Path) -> None:
    shutil.copy(SAMPLES / "questionnaire.yaml", here / "small.yaml")
    Path("own.csv").write_text("Name,cop-1,cop-2,tru-1,tru-2\nThe council,4,2,DK,5\n")

    done = cls_check("import", "own.csv", *ONE_VIEW, "--questionnaire", "small.yaml")

    assert done.code == 0, done.err
    closed = cls_check("close", ROUND, "--keep", "--now")
    assert closed.code == 0
    assert "Nothing can be shown" not in closed.err
    file = yaml.safe_load(Path("northfield-2026-09-10-one-view.yaml").read_text())
    assert file["one-view"] is True
    said = [s["answers"] for f in file["factors"].values() for s in f["statements"].values()]
    assert said == [{"everyone": {4: 1}}, {"everyone": {2: 1}}, {"everyone": {"dont-know": 1}},
                    {"everyone": {5: 1}}]  # fmt: skip


def test_one_view_is_one_row_in_a_round_of_its_own(cls_check: Run, here: Path) -> None:
    shutil.copy(SAMPLES / "questionnaire.yaml", here / "small.yaml")
    Path("two.csv").write_text("cop-1,cop-2\n4,2\n3,1\n")
    Path("one.csv").write_text("cop-1,cop-2\n4,2\n")
    typed = (*ONE_VIEW, "--questionnaire", "small.yaml")

    two = cls_check("import", "two.csv", *typed)
    assert two.code == 2
    assert "One view is one row, and 2 rows here have answers." in two.err
    assert not ROUND.exists()
    assert cls_check("import", "one.csv", *typed).code == 0
    assert "Nobody is new." in cls_check("import", "one.csv", *typed).out
    Path("one.csv").write_text("cop-1,cop-2\n5,2\n")
    other = cls_check("import", "one.csv", *typed)
    assert other.code == 2
    assert "--replace" in other.err
    assert cls_check("import", "one.csv", *typed, "--replace").code == 0
    assert in_the_round() == Counter({(None, frozenset({("cop-1", "5"), ("cop-2", "2")})): 1})


@pytest.mark.parametrize("written", ["names", "ids", "places", "words"])
def test_levels_come_in_too(cls_check: Run, here: Path, written: str) -> None:
    """The first factor has the first level, the second the second, and so on."""
    asked = find("ten-factors-levels").questionnaire
    levels = list(asked.levels)
    cells, expected = [], {}
    for number, (key, factor) in enumerate(asked.factors.items()):
        level = levels[number % len(levels)]
        expected[key] = level
        cells.append({"names": asked.levels[level], "ids": level, "words": factor.levels[level],
                      "places": str(levels.index(level) + 1)}[written])  # fmt: skip
    with Path("own.csv").open("w", encoding="utf-8", newline="") as table:
        heads = [factor.title for factor in asked.factors.values()]
        csv.writer(table).writerows([["Organisation", *heads], ["Zq council", *cells]])

    done = cls_check("import", "own.csv", *ONE_VIEW, "--questionnaire", "ten-factors-levels")

    assert done.code == 0, done.err
    [voice] = records.voices(records.open_record(ROUND)).values()
    assert dict(voice.levels) == expected
    without = cls_check("import", "own.csv", *ONE_VIEW[:-1], "--questionnaire",
                        "ten-factors-levels", "--folder", "b")  # fmt: skip
    assert "add --one-view" in without.err
    assert not Path("b").exists()


def test_nobody_is_there_to_answer(bring: Callable[..., Done], here: Path, cls_check: Run) -> None:
    (here / "answers.csv").write_text(REWORDED)

    done = cls_check("import", "answers.csv", *NEW, "--stage", "under-way")

    assert done.code == 2
    assert "add --no-input" in done.err
    assert not ROUND.exists()


@pytest.mark.parametrize("name", ["no.csv", "folder"])
def test_a_file_that_is_not_there_is_told_before_anything_is_asked(
    cls_check: Run, here: Path, name: str
) -> None:
    (here / "folder").mkdir()

    done = cls_check("import", name)

    assert done.code == 2
    assert done.err.startswith(name)


def test_into_which_round_has_to_be_said(bring: Callable[..., Done], cls_check: Run) -> None:
    bring(rows("carer,1,1,1,1"))

    done = cls_check("import", "answers.csv", "--no-input")

    assert done.code == 2
    assert "--into" in done.err


@pytest.mark.parametrize("moment", range(12))
def test_stopped_at_any_moment_it_is_in_whole_or_not_at_all(
    bring: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """The disk stops taking anything at one step after another; a second run makes it right."""
    bring(rows("carer,5,5,5,5"))
    text = rows("carer,5,5,5,5", *(f"carer,{n},1,1,1" for n in (1, 2, 3)))
    steps = iter(range(100))

    def stopping(do: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any, **named: Any) -> Any:
            if next(steps) == moment:
                raise KeyboardInterrupt
            return do(*given, **named)

        return done

    with monkeypatch.context() as disk:
        for name in ("rename", "replace", "iterdir"):
            disk.setattr(Path, name, stopping(getattr(Path, name)))
        disk.setattr("shutil.rmtree", lambda *_, **__: None)  # killed: nothing is tidied up
        bring(text)

    assert in_the_round().total() in {1, 4}
    bring(text)
    assert in_the_round().total() == 4
    assert {path.name for path in ROUND.iterdir() if "import" in path.name} == {"imported.json"}


def test_several_files_are_one_source(
    bring: Callable[..., Done], cls_check: Run, here: Path
) -> None:
    """Pages that people saved one by one, of whom two answered the same."""
    bring(rows("frontline,5,5,5,5"))
    one = '{"cls-check-answers": 1, "questionnaire": {"id": "small", "version": "1"}, '
    one += '"perspective": "carer", "answers": {"cop-1": %s, "cop-2": 1, "tru-1": 1, "tru-2": 2}}'
    for number, answer in enumerate((4, 4, "5"), start=1):
        (here / f"{number}.json").write_text(one % answer)
    typed = "import", "1.json", "2.json", "3.json", "--into", ROUND, "--no-input"

    done = cls_check(*typed)

    assert "1.json comes from a form that saves its answers.\n2 more files are like it." in done.out
    assert "These 3 files still say who answered what." in done.out
    assert in_the_round().total() == 4
    assert "Nobody is new." in cls_check(*typed).out
    alone = cls_check("import", "2.json", "--into", ROUND, "--no-input")
    assert "1 are the same, 0 have changed, 2 are gone, and 0 are new." in alone.err


def test_one_bad_file_of_several_stops_all(
    bring: Callable[..., Done], cls_check: Run, here: Path
) -> None:
    bring(rows("carer,1,1,1,1"))
    (here / "2.csv").write_text(rows("carer,2,2,2,2"))
    (here / "3.csv").write_text(rows("carer,8,2,2,2"))

    done = cls_check("import", "2.csv", "3.csv", "--into", ROUND, "--no-input")

    assert done.code == 2
    assert "3.csv, row 2, column B" in done.err
    assert in_the_round().total() == 1


def code(*answers: str) -> str:
    """What our offline page shows to an unpaid carer who gave these answers."""
    filled = FilledIn("carer", dict(zip(STATEMENTS, answers, strict=True)))
    return encode(filled, SMALL)


def test_codes_are_typed_in(bring: Callable[..., Done], cls_check: Run) -> None:
    bring(rows("frontline,5,5,5,5"))
    one, two = code(*"1111"), code("2", "2", "dont-know", "cannot-answer")
    slip = one[:-1] + ("0" if one[-1] != "0" else "1")

    done = cls_check(
        "import", "--code", "--into", ROUND, typed=f"{one}\n{slip}\n{two.lower()}\n{one}\n\n"
    )

    assert done.code == 0
    assert "That code can be read. It is number 2." in done.out
    assert "That code was typed before." in done.out
    assert in_the_round() == people(
        "frontline 5 5 5 5\ncarer 1 1 1 1\ncarer 2 2 dont-know cannot-answer"
    )
    again = cls_check("import", "--code", "--into", ROUND, typed=f"{two}\n")
    assert "Nobody is new." in again.out


def test_codes_stand_in_a_file(bring: Callable[..., Done], cls_check: Run, here: Path) -> None:
    bring(rows("frontline,5,5,5,5"))
    (here / "codes.txt").write_text(f"{code(*'1111')}\n\nxx\n")

    done = cls_check("import", "codes.txt", "--code", "--into", ROUND)

    assert done.code == 2
    assert done.err.startswith("codes.txt, line 3: ")
    (here / "codes.txt").write_text(f"{code(*'1111')}\n{code(*'2222')}\n")
    assert cls_check("import", "codes.txt", "--code", "--into", ROUND).code == 0
    assert in_the_round().total() == 3


def test_without_a_file_it_says_what_to_type(cls_check: Run, here: Path) -> None:
    assert "cls-check import answers.xlsx --into NAME.open" in cls_check("import").err


def test_while_somebody_answers_in_the_round_nothing_is_imported(
    bring: Callable[..., Done],
) -> None:
    bring(rows("carer,1,1,1,1"))

    with records.alone_in(records.open_record(ROUND)):
        done = bring(rows("carer,1,1,1,1", "carer,2,2,2,2"))

    assert done.code == 2
    assert "is open in another window" in done.err
    assert in_the_round().total() == 1


@pytest.mark.parametrize(
    "broken",
    ["", "[]", "{}", '{"key": "zz", "sources": []}', "[" * 99_999, '{"key": 1, "sources": 1}'],
)
def test_marks_that_are_broken_stop_it(bring: Callable[..., Done], broken: str) -> None:
    bring(rows("carer,1,1,1,1"))
    (ROUND / "imported.json").write_text(broken)

    done = bring(rows("carer,2,2,2,2"))

    assert done.code == 2
    assert f"{ROUND}/imported.json" in done.err.replace("\\", "/")
    assert "Without it, people could be counted twice." in done.err
    assert in_the_round().total() == 1


def test_a_file_with_nobody_in_it(bring: Callable[..., Done]) -> None:
    done = bring(HEADINGS)

    assert done.code == 2
    assert "There are no answers in this file." in done.err
    assert not ROUND.exists()


def test_a_text_of_a_stranger_cannot_drive_the_terminal(bring: Callable[..., Done]) -> None:
    done = bring("perspective,cop-1,\x1b[31mred\u202e\ncarer,\x1b]0;x\x07,1\n")

    assert done.code == 2
    assert "\x1b" not in done.out + done.err
    assert "U+001B" in done.out
    assert "\u202e" not in done.out


def test_a_round_that_others_answer_in_takes_a_file_too(
    bring: Callable[..., Done], cls_check: Run
) -> None:
    bring(rows("carer,1,1,1,1"))
    typed = "5\n5\n5\n5\n"

    done = cls_check(
        "assess", "--record", ROUND, "--perspective", "frontline", "--new-person", "--no-input",
        typed=typed,
    )  # fmt: skip

    assert done.code in {0, 2}
    assert in_the_round() == people("carer 1 1 1 1\nfrontline 5 5 5 5")
    assert bring(rows("carer,1,1,1,1", "carer,2,1,1,1")).code == 0
    assert in_the_round().total() == 3
    assert cls_check("check", ROUND).code == 0


def test_one_file_in_the_rounds_of_two_rooms_is_noticed(
    bring: Callable[..., Done], cls_check: Run
) -> None:
    bring("wide-1.csv")
    shutil.move(ROUND, "room-two.open")
    bring("wide-1.csv")
    bring(rows("carer,1,1,1,1", "carer,1,1,2,1"))

    done = cls_check("close", ROUND, "room-two.open", "--keep")

    assert done.code == 2
    assert "both hold the people of one file." in done.err
    shutil.rmtree("room-two.open")
    shutil.move(ROUND, "room-two.open")
    bring(rows("carer,2,1,1,1", "carer,1,2,2,1"))
    assert cls_check("close", ROUND, "room-two.open", "--keep").code == 0


def test_a_map_never_lands_in_the_round_itself(
    bring: Callable[..., Done], cls_check: Run, monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    bring(rows("carer,1,1,1,1"))
    (here / "two.csv").write_text(REWORDED)
    monkeypatch.chdir(ROUND)

    assert cls_check("import", "../two.csv", "--into", ".", typed="1\ny\n").code == 0
    assert (here / "import-map.yaml").is_file()
    assert not (here / ROUND / "import-map.yaml").exists()


def texts_of(name: str, many: int) -> str:
    """A file with the first statements of a questionnaire that comes with the program."""
    asked = find(name).questionnaire
    heads = [f'"{each.text}"' for _, each in asked.statements()][:many]
    group = next(iter(asked.perspectives.values())).name
    return ",".join(["Who are you?", *heads]) + f"\n{group}" + ",4" * len(heads) + "\n"


NAMELESS = ("--place", "Northfield", "--date", "2026-09-10", "--no-input")
FITTING = [
    ("ten-factors-short", 20, "ten-factors-short: 20 of its 20"),
    ("ten-factors-short", 7, "ten-factors-short: 7 of its 20"),
    ("ten-factors", 50, "ten-factors: 50 of its 50"),
]


@pytest.mark.parametrize(("name", "many", "said"), FITTING)
def test_the_questionnaire_is_chosen_by_the_headings(
    cls_check: Run, here: Path, name: str, many: int, said: str
) -> None:
    Path("a.csv").write_text(texts_of(name, many), encoding="utf-8")

    done = cls_check("import", "a.csv", *NAMELESS)

    assert done.code == 0, done.err
    assert f"The headings fit the questionnaire {said} statements stand there." in done.out
    assert records.open_record(ROUND).questionnaire.id == name


def test_a_questionnaire_of_ones_own_in_the_folder_is_at_hand(cls_check: Run, here: Path) -> None:
    shutil.copy(SAMPLES / "questionnaire.yaml", here / "small.yaml")
    Path("a.csv").write_text(rows(ONES), encoding="utf-8")

    # cop-1 and cop-2 stand in ours as well; tru-1 and tru-2 do not.
    assert (
        "fit the questionnaire small.yaml: 4 of its 4"
        in cls_check("import", "a.csv", *NAMELESS).out
    )


def test_a_questionnaire_that_fits_less_than_another_is_stopped(cls_check: Run, here: Path) -> None:
    Path("a.csv").write_text(texts_of("ten-factors", 50), encoding="utf-8")
    typed = ("import", "a.csv", *NAMELESS, "--questionnaire", "ten-factors-short")

    done = cls_check(*typed)

    assert done.code == 2
    assert (
        "The headings fit ten-factors better: 50 of its 50 statements stand there, and 20 of the 20 "
        "of ten-factors-short." in done.err
    )
    assert not ROUND.exists()
    Path("import-map.yaml").write_text(
        "cls-check-import-map: 1\nquestionnaire: ten-factors-short\n", encoding="utf-8"
    )
    meant = cls_check(*typed)
    assert "fit ten-factors better" not in meant.err


def test_somebody_may_mean_the_questionnaire_that_fits_less(cls_check: Run, here: Path) -> None:
    Path("a.csv").write_text(texts_of("ten-factors-short", 20), encoding="utf-8")
    typed = (
        "import",
        "a.csv",
        *NAMELESS[:-1],
        "--stage",
        "under-way",
        "--questionnaire",
        "ten-factors",
    )

    stopped = cls_check(*typed, typed="n\n")
    assert stopped.code == 2
    assert not ROUND.exists()
    done = cls_check(*typed, typed="y\ny\n")
    assert done.code == 0
    assert records.open_record(ROUND).questionnaire.id == "ten-factors"
    assert "questionnaire: ten-factors" in Path("import-map.yaml").read_text(encoding="utf-8")
