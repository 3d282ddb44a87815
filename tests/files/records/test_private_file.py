"""A private file that is written at every answer: gone, broken or changed in the meantime."""

from __future__ import annotations

import shutil

import pytest

from cls_check.domain.rounds.round import Voice
from cls_check.errors import ClsCheckError
from cls_check.files import records


def voice(**answers: str) -> Voice:
    named = {key.replace("_", "-"): answer for key, answer in answers.items()}
    tree = {"cls-check-voice": 1, "perspective": "frontline", "answers": named}
    return Voice.model_validate(tree)


def one_answer(record: records.Record) -> records.Kept:
    kept = records.voice_file(record, "abc")
    assert records.save_voice(kept, voice(cop_1="4")) == "saved"
    return kept


def test_what_is_saved_can_be_read(record: records.Record) -> None:
    kept = one_answer(record)
    assert records.save_voice(kept, voice(cop_1="4", cop_2="5")) == "saved"
    assert records.voices(record) == {"abc": voice(cop_1="4", cop_2="5")}


def test_a_file_that_is_gone_is_written_again(record: records.Record) -> None:
    kept = one_answer(record)
    kept.path.unlink()
    assert records.save_voice(kept, voice(cop_1="4", cop_2="5")) == "file-was-gone"
    assert records.voices(record) == {"abc": voice(cop_1="4", cop_2="5")}


def test_a_folder_that_is_gone_is_made_again(record: records.Record) -> None:
    kept = one_answer(record)
    shutil.rmtree(record.folder)
    assert records.save_voice(kept, voice(cop_1="4", cop_2="5")) == "folder-was-gone"
    again = records.open_record(record.folder)
    assert (again.round, again.questionnaire) == (record.round, record.questionnaire)
    assert records.voices(again) == {"abc": voice(cop_1="4", cop_2="5")}
    assert (record.folder / ".gitignore").exists()


def test_a_folder_for_voices_that_is_gone_is_made_again(record: records.Record) -> None:
    kept = one_answer(record)
    shutil.rmtree(kept.path.parent)
    assert records.save_voice(kept, voice(cop_2="5")) == "file-was-gone"
    assert records.voices(record) == {"abc": voice(cop_2="5")}


@pytest.mark.parametrize("rest", [b"", b"cls-check-voice: 1\npersp", b"\xff\xfe"])
def test_a_file_cut_in_half_is_written_again(record: records.Record, rest: bytes) -> None:
    kept = one_answer(record)
    kept.path.write_bytes(rest)
    assert records.save_voice(kept, voice(cop_1="4", cop_2="5")) == "file-was-broken"
    assert records.voices(record) == {"abc": voice(cop_1="4", cop_2="5")}


def test_what_somebody_else_wrote_is_never_written_over(record: records.Record) -> None:
    kept = one_answer(record)
    theirs = kept.path.read_bytes().replace(b"cop-1: 4", b"cop-1: 2")
    kept.path.write_bytes(theirs)
    with pytest.raises(records.ChangedMeanwhileError, match="changed by another program"):
        records.save_voice(kept, voice(cop_1="4", cop_2="5"))
    assert kept.path.read_bytes() == theirs


def test_the_second_window_is_told(record: records.Record) -> None:
    with records.alone_in(record):
        second = records.alone_in(record)
        with pytest.raises(ClsCheckError) as told:
            second.__enter__()
        assert "is open in another window" in str(told.value)
        assert "cls-check close" in str(told.value)
    with records.alone_in(record):
        pass  # free again
    assert not (record.folder / ".lock").exists()


def test_notes_stand_apart_and_in_the_order_of_the_alphabet(record: records.Record) -> None:
    records.add_note(record, "cop-1", "Please explain.")
    records.add_note(record, "cop-1", "A: good question\n# of mine")
    records.add_note(record, "all", "Thank you")
    assert records.notes(record).about == {
        "all": ("Thank you",),
        "cop-1": ("A: good question\n# of mine", "Please explain."),
    }
