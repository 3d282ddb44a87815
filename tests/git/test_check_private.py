"""A record that git keeps is found by what its files say, however they are written and called."""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.files import records
from cls_check.read_from_disk import LARGEST_FILE
from tests.git.repository import Repository, new_repository
from tests.git.test_check import TWELVE, VOICE, A, checked

KEPT, WAS = "This is private, and git keeps it.", "This is private, and was in git."
REST = "perspective: lived\nanswers: {s-1: 4}\n"
WAYS: dict[str, bytes | str] = {
    "as we write it": VOICE,
    "with a byte order mark": "\ufeff" + VOICE,
    "its key in quotes": '"cls-check-voice": 1\n' + REST,
    "its number in quotes": 'cls-check-voice: "1"\n' + REST,
    "in braces": "{cls-check-voice: 1, perspective: lived, answers: {s-1: 4}}\n",
    "further in": "  cls-check-voice: 1\n  perspective: lived\n",
    "behind a question mark": "? cls-check-voice\n: 1\n" + REST,
    "its key last": REST + "cls-check-voice: 1\n",
    "lines that end as on an old Mac": (REST + "cls-check-voice: 1\n").replace("\n", "\r"),
    "a letter by its number": '"cls-check-\\u0076oice": 1\n' + REST,
    "in UTF-16": VOICE.encode("utf-16"),
    "behind three hyphens": "---\n" + VOICE,
    "the second of two": "a: 1\n---\n" + VOICE,
    "broken": VOICE + "answers: {s-1: 4\n",
    "a show of hands": "cls-check-hands: 1\npresent: {staff: 7}\n",
    "notes": "cls-check-notes: 1\nabout: {s-1: [x]}\n",
    "the particulars": "cls-check-round: 1\nplace: Northfield\n",
    "what was agreed": "cls-check-talk: 1\n",
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = new_repository(tmp_path / "place")
    monkeypatch.chdir(made.folder)
    made.commit({A: TWELVE})
    return made


def commit(place: Repository, name: str, data: bytes | str = VOICE) -> None:
    path = place.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    place.commit({})


def take_out(place: Repository, name: str) -> None:
    place.git("rm", "-r", "--quiet", name)
    place.commit({})


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS.keys())
def test_in_whatever_way_it_is_written(
    place: Repository, capsys: pytest.CaptureFixture[str], data: bytes | str
) -> None:
    commit(place, "elsewhere/a.yaml", data)
    assert f"elsewhere/a.yaml: {KEPT}" in checked(capsys, A, code=1)
    take_out(place, "elsewhere")
    assert f"elsewhere/a.yaml: {WAS}" in checked(capsys, A, code=1)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("w/imported.json", '{"cls-check-imported": 1, "key": "00", "sources": []}\n'),
        ("w/imported (1).json", '{"cls-check-imported": 1, "key": "00", "sources": []}\n'),
        ("w/counted-1.json", records.Counted({"voices/a": 1}, 5).text()),
    ],
)
def test_what_we_keep_of_who_was_there(
    place: Repository, capsys: pytest.CaptureFixture[str], name: str, data: str
) -> None:
    commit(place, name, data)
    assert f"{name}: {KEPT}" in checked(capsys, A, code=1)
    take_out(place, name)
    assert f"{name}: {WAS}" in checked(capsys, A, code=1)


def test_in_a_folder_whose_name_was_mistyped_on_any_branch(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record of two voices is told as two folders' worth of files, and not file by file."""
    place.git("checkout", "--quiet", "-b", "other")
    for name in ("voices/5f0c.yaml", "voices/6a1d.yaml"):
        commit(place, f"n-open/{name}")
    commit(place, "n-open/round.yaml", WAYS["the particulars"])
    place.git("checkout", "--quiet", "main")
    err = checked(capsys, A, code=1)
    assert f"n-open/round.yaml: {WAS}" in err
    assert f"n-open/voices: {WAS}" in err
    assert err.count(WAS) == 2


@pytest.mark.parametrize("attribute", ["binary", "-diff", "-text"])
def test_no_attribute_hides_it(
    place: Repository, capsys: pytest.CaptureFixture[str], attribute: str
) -> None:
    place.commit({".gitattributes": f"*.yaml {attribute}\n"})
    commit(place, "elsewhere/a.yaml")
    assert KEPT in checked(capsys, A, code=1)


@pytest.mark.parametrize("name", ["Private/hands", "voice.txt", "a.yaml.orig"])
def test_under_a_name_that_says_nothing_in_the_folder_of_the_place(
    place: Repository, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    commit(place, name)
    assert f"{name}: {KEPT}" in checked(capsys, A, code=1)


def test_no_color_of_a_user_hides_it(place: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    commit(place, "elsewhere/a.yaml")
    place.git("config", "color.ui", "always")
    assert f"elsewhere/a.yaml: {KEPT}" in checked(capsys, A, code=1)


def test_what_is_made_up_can_be_marked(
    place: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    commit(place, "course/ä.yaml")
    commit(place, "elsewhere/a.yaml")
    everywhere = tmp_path / "attributes"
    everywhere.write_text("* cls-check-example\n")
    place.git("config", "core.attributesFile", str(everywhere))  # nobody else has that
    assert checked(capsys, A, code=1).count(KEPT) == 2
    place.commit({".gitattributes": "course/** cls-check-example\n"})
    assert checked(capsys, A, code=1).count(KEPT) == 1
    place.commit({".gitattributes": "**/*.yaml cls-check-example\n"})
    assert "all is well" in checked(capsys, A)
    commit(place, "n.open/voices/5f0c.yaml")
    assert f"n.open: {KEPT}" in checked(capsys, A, code=1)


# A record's folder, by its name and what is in it


@pytest.mark.parametrize(
    "folder",
    ["n.open", "N.Open", "n.open-2", ".n.open-1a2b3c4d", "n.open~", "n.open.bak", "n.open ",
     "n.open copy", "n.open (2)", "n.open(2)"],
)  # fmt: skip
def test_a_folder_that_is_called_so_with_something_of_ours_in_it(
    place: Repository, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    commit(place, f"{folder}/voices/5f0c.yaml", "perspective: cut off")
    err = checked(capsys, A, code=1)
    assert f"{folder}: {KEPT}" in err
    take_out(place, folder)
    assert WAS in checked(capsys, A, code=1)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("www.openstreetmap.org/map.txt", "x"),
        ("www.openstreetmap.org/voices/a.txt", "x"),
        ("st.open-day-2026/photo.jpg", "x"),
        ("notes.opened/voices/a.md", "x"),
        ("shop.open/index.html", "x"),
        ("n.open", "a file, and no folder"),
        ("README.md", f"# How we work\n\nA voice looks so:\n\n```yaml\n{VOICE}```\n"),
        ("voices.md", VOICE.replace("cls", "    cls").replace("\n", "\n    ")),
        ("README.md", "# Talk\n\ncls-check-talk: what is it?\n"),
        ("talk.yaml", "cls-check-talk: what is it?\n"),
        ("page.yaml", f"example: |\n  {VOICE}"),
        ("import-map.yaml", "cls-check-import-map: 1\ncolumns: {}\n"),
        ("q.yaml", "cls-check-questionnaire: 1\nid: x\n"),
        ("imported.json", '{"v": 1, "sources": []}\n'),
        ("data.json", "[1, 2]"),
    ],
)
def test_what_only_looks_so_is_no_matter(
    place: Repository, capsys: pytest.CaptureFixture[str], name: str, data: str
) -> None:
    commit(place, name, data)
    assert "all is well" in checked(capsys, A)


def test_what_is_larger_than_any_file_that_we_read_is_passed_over(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(place, "large.yaml", VOICE + "#" * LARGEST_FILE)
    assert "all is well" in checked(capsys, A)
