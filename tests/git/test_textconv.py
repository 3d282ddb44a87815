"""An assessment as lines: nothing is left out, one change is one line, and nothing ever stops."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from cls_check.git.textconv import converted, main
from tests.git.repository import AUTUMN, ROOT, assessment

CORPUS = sorted((ROOT / "tests" / "corpus").rglob("*.yaml"))


def lines(text: str) -> list[str]:
    return converted(text.encode()).decode().splitlines()


def test_an_assessment_reads_like_sentences() -> None:
    assert lines(assessment(n2=1, n3=8, n4=3)) == [
        "Place: Northfield",
        "Date: 10 September 2026",
        "Answers to choose from: Not true yet / A little true / Partly true / Mostly true / Very true",
        "Took part, Staff: 12",
        "questionnaire:",
        "  id: small",
        "  version: 1",
        "levels:",
        "  starting: Starting",
        "  growing: Growing",
        "",
        "Giving it time (time)",
        "  “We have time.” (tim-1)",
        "    Staff: 1 A little true, 8 Partly true, 3 Mostly true",
        "  Level: Growing",
    ]


def test_one_changed_tally_is_one_changed_line() -> None:
    before, after = (lines(assessment(n3=a, n4=12 - a)) for a in (9, 8))
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        ("    Staff: 9 Partly true, 3 Mostly true", "    Staff: 8 Partly true, 4 Mostly true")
    ]


def test_notes_of_ones_own_and_comments_are_shown() -> None:
    text = "# Spring\n" + assessment() + "    x-note: {who: Sam}\n    # to mend\nx-list: [a, b]\n"
    shown = lines(text)
    assert shown[shown.index("x-list:") :][:3] == ["x-list:", "  1: a", "  2: b"]
    assert shown[shown.index("  x-note:") :][:2] == ["  x-note:", "    who: Sam"]
    assert shown[-3:] == ["Comments in the file:", "  # Spring", "  # to mend"]


def test_a_sign_in_what_people_wrote_is_no_comment() -> None:
    shown = lines(assessment() + "    because: |-\n      We said:\n      # 1 matters\n")
    assert shown[-3:] == ["  Why:", "    | We said:", "    | # 1 matters"]


def test_a_text_drives_no_terminal_and_makes_no_line_of_its_own() -> None:
    r"""In the file it stands as \e and \n, where it does no harm."""
    text = assessment().replace("We have time.", r'"a\e[2Jb\n    Staff: 99 Very true\u202E\r"')
    assert lines(text)[12:14] == [
        "  “aU+001B[2Jb     Staff: 99 Very trueU+202EU+000D” (tim-1)",
        "    Staff: 12 Partly true",
    ]


def test_every_word_of_an_example_is_there() -> None:
    """What is written in the file stands in the lines, apart from names that have sentences."""
    text = AUTUMN.read_text("utf-8")
    shown = converted(text.encode()).decode()
    for line in text.splitlines():
        if line.startswith("      ") and line.strip()[:1].isupper():
            assert line.strip() in shown


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.name)
def test_broken_files_are_shown_as_they_are_or_as_lines(file: Path) -> None:
    data = file.read_bytes()
    shown = converted(data)
    assert shown == data or shown.startswith((b"Place: ", b"Date: ", b"Round: "))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\0", b"\xff\xfe", b"[" * 100_000, b"{a: " * 50_000, b"a: &x b\nc: *x\n", b"- 1\n",
        b"cls-check: 1\n", b"cls-check: 1\nfactors: [1]\n", b"cls-check: 1\nfactors: {a: b}\n",
        b"cls-check: 1\nfactors: {}\n---\nb: 1\n", b"x" * 6_000_000, b"cls-check: 2\nfactors: {}\n",
        b"cls-check: 1\nfactors: {a: {statements: {s: {answers: {g: {9: 1}}}}}}\nscale: [x]\n"[:30],
        b"cls-check: 1\nfactors: {a: {evidence: [b]}}\n", b"cls-check: 1\ncls-check: 1\nfactors: {}\n",
        b"<<<<<<< HEAD\ncls-check: 1\n=======\n>>>>>>> x\n", b"cls-check: 1\ndate: x\nfactors: {}\n",
    ],
    ids=lambda data: repr(data[:20]),
)  # fmt: skip
def test_what_is_no_assessment_is_shown_as_it_is(data: bytes) -> None:
    assert converted(data) == data


def test_damaged_files_never_stop_it() -> None:
    chance, whole = random.Random(4), AUTUMN.read_bytes()
    for _ in range(150):
        at = chance.randrange(len(whole))
        damaged = whole[:at] + bytes(chance.randrange(256) for _ in range(3)) + whole[at + 3 :]
        assert converted(damaged)


def test_it_imports_next_to_nothing() -> None:
    code = "import sys, cls_check.git.textconv as t; t.main(); print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code, "textconv", str(AUTUMN)],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "cls_check.words.english.lines" in loaded
    assert "cls_check.words.english.catalogue" not in loaded
    assert not loaded & {"pydantic", "typer", "rich", "jinja2", "dataclasses", "subprocess"}
    assert not {name for name in loaded if name.startswith(("cls_check.domain", "cls_check.files"))}


def test_wrong_use_says_how(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in ([], ["textconv"], ["diff", "x"], ["textconv", "a", "b"]):
        monkeypatch.setattr(sys, "argv", ["cls-check-git", *arguments])
        assert main() == 2
    assert "usage: cls-check-git textconv FILE" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "into", "told"),
    [
        ("no\x1bfile", os.devnull, "'no\\x1bfile': No such file or directory.\n"),
        (str(AUTUMN), "/dev/full", f"'{AUTUMN}': No space left on device.\n"),
    ],
)
def test_what_cannot_be_read_or_printed_is_told_without_a_traceback(
    file: str, into: str, told: str
) -> None:
    if not Path(into).exists():
        pytest.skip("a device of Linux")
    start = "import sys; from cls_check.git.textconv import main; sys.exit(main())"
    with Path(into).open("w") as stream:
        done = subprocess.run(
            [sys.executable, "-c", start, "textconv", file],
            stdout=stream, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, told)
