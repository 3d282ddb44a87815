"""Broken and hostile files: each gets one message that helps, and nothing on disk changes.

`corpus/` holds the files, one trap each. `corpus/expected.yaml` holds what a person reads of each:
a reviewer finds every message there. CLS_CHECK_REWRITE=1 writes it anew, to be read as a diff.
CLS_CHECK_FUZZ=20000 runs more of the random ones.

Folders say what comes of `check`: all is well in `good` (0), something could be guessed in
`privacy` (1), and the others cannot be used (2). A folder in `record` is a round being gathered.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cls_check.cli.app import run
from cls_check.workflows.checking import many_files
from cls_check.yaml.reader import read_yaml
from cls_check.yaml.writer import Block, to_yaml
from tests.wording import words_not_to_say

CORPUS = Path(__file__).resolve().parent / "corpus"
EXPECTED = CORPUS / "expected.yaml"
HEADER = "# What `cls-check check NAME` says of each file in this folder, as a person reads it.\n\n"

CODES = {"good": 0, "privacy": 1}
BROKEN = 2


def cases() -> Iterator[str]:
    """The names of all cases: files, and folders that are rounds being gathered."""
    for kind in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        for path in sorted(kind.iterdir()):
            yield path.relative_to(CORPUS).as_posix()


NAMES = list(cases())
if os.environ.get("CLS_CHECK_REWRITE"):
    EXPECTED.unlink(missing_ok=True)
SAID = read_yaml(EXPECTED).data if EXPECTED.exists() else {}


def of(*kinds: str) -> list[str]:
    return [name for name in NAMES if name.split("/")[0] in kinds]


def code_of(name: str) -> int:
    return CODES.get(name.split("/", maxsplit=1)[0], BROKEN)


def copied(name: str, into: Path) -> Path:
    """A case in a folder of its own, under the same name."""
    target = into / name
    target.parent.mkdir(parents=True, exist_ok=True)
    source = CORPUS / name
    return Path((shutil.copytree if source.is_dir() else shutil.copy)(source, target))


def on_disk(folder: Path) -> dict[Path, tuple[int, bytes | None]]:
    """Everything in a folder: names, bytes and times."""
    return {
        path: (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def said(here: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command; gives exit code, output and messages. It may write nothing."""

    def run_it(*args: object) -> tuple[int, str, str]:
        before = on_disk(here)
        capsys.readouterr()
        code = run([str(arg) for arg in args])
        printed = capsys.readouterr()
        assert on_disk(here) == before
        return code, printed.out, printed.err

    return run_it


# --- every file of the corpus


@pytest.mark.parametrize("name", NAMES)
def test_check_says_what_is_expected(
    name: str, here: Path, said: Callable[..., tuple[int, str, str]]
) -> None:
    copied(name, here)
    code, out, err = said("check", Path(name))
    text = (out if code == 0 else err).replace(str(Path(name)), name).rstrip("\n")
    if os.environ.get("CLS_CHECK_REWRITE"):
        SAID[name] = text
    assert code == code_of(name)
    assert text == SAID[name]
    assert not (err if code == 0 else out)


def test_every_file_is_expected_and_nothing_else() -> None:
    if os.environ.get("CLS_CHECK_REWRITE"):
        tree = {name: Block(SAID[name]) for name in NAMES}
        EXPECTED.write_bytes((HEADER + to_yaml(tree)).encode())
    assert len(NAMES) >= 80
    assert list(SAID) == NAMES
    assert read_yaml(EXPECTED).data == SAID


def test_one_bad_file_does_not_hide_the_next(
    here: Path, said: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each by itself: many of them are of one place and day, and beside each other tell too much."""
    monkeypatch.setattr(many_files, "beside_each_other", lambda _given: ())
    for name in NAMES:
        copied(name, here)
    code, out, err = said("check", *map(Path, NAMES))
    assert code == BROKEN
    assert err.replace(os.sep, "/") == "".join(
        f"{SAID[name]}\n".replace(os.sep, "/") for name in NAMES if code_of(name)
    )
    assert out.replace(os.sep, "/") == "".join(
        f"{SAID[name]}\n".replace(os.sep, "/") for name in NAMES if not code_of(name)
    )


@pytest.mark.parametrize("name", of("assessment", "yaml", "bytes", "other"))
def test_no_command_uses_a_broken_assessment(
    name: str, here: Path, said: Callable[..., tuple[int, str, str]]
) -> None:
    copied(name, here)
    for command in (["score"], ["score", "--format", "json"], ["report"]):
        code, out, err = said(*command, Path(name))
        assert (code, out) == (BROKEN, "")
        assert err.replace(str(Path(name)), name).rstrip("\n") == SAID[name]


@pytest.mark.parametrize("name", of("record"))
def test_no_broken_round_is_closed(
    name: str, here: Path, said: Callable[..., tuple[int, str, str]]
) -> None:
    copied(name, here)
    code, out, err = said("close", Path(name))
    assert (code, out) == (BROKEN, "")
    assert err.replace(str(Path(name)), name).rstrip("\n") == SAID[name]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "bytes/escape.yaml",
        "bytes/random.yaml",
        "bytes/utf-16.yaml",
        "assessment/id-with-a-turned-direction.yaml",
        "assessment/many-things-wrong-at-once.yaml",
        "yaml/aliases-that-multiply.yaml",
        "yaml/tag-of-a-language.yaml",
        "record/voices-broken-in-two-ways",
        "privacy/group-of-two-people.yaml",
        "good/other-languages.yaml",
    ],
)
def test_as_a_program_of_its_own(name: str, here: Path) -> None:
    copied(name, here)
    before = on_disk(here)
    done = subprocess.run(
        [sys.executable, "-m", "cls_check", "check", str(Path(name))],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == code_of(name)
    text = (done.stderr or done.stdout).decode("utf-8").replace("\r\n", "\n")
    assert text.replace(str(Path(name)), name).rstrip("\n") == SAID[name]
    assert on_disk(here) == before


# --- the messages themselves

JARGON = re.compile(
    r"Traceback|Input should|mapping|scalar|sequence|[Ss]tring|\bdicts?\b|tuple|\bint\b|integer"
    r"|boolean|None\b|NoneType|<class|0x[0-9a-f]|\w+Error\b|expected <|pydantic|yaml\.|codec|token"
    r"|pars(?:e|ing)\b|literal|valid(?:ation)?\b|\bkeys?\b|schema|errno|instance|\bfield\b|regex"
)
HOLDS_WORDS_OF_ITS_OWN = re.compile(r'"[^"\n]*"|[\w./-]+\.(?:yaml|json|html|csv)\b')


@pytest.mark.parametrize("name", [name for name in NAMES if code_of(name)])
def test_every_message_has_a_place_a_fact_and_a_way_out(name: str) -> None:
    lines = SAID[name].split("\n")
    assert not lines[0].startswith(" ")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        assert line == line.rstrip()
        if line.startswith("And 5 more"):
            continue
        if not line.startswith(" "):
            assert line.startswith(name)
            assert line.endswith((".", "?"))
            assert re.match(r"  \S", after), "a way out follows"


@pytest.mark.parametrize("name", NAMES)
def test_every_message_is_in_words_for_people(name: str) -> None:
    ours = HOLDS_WORDS_OF_ITS_OWN.sub("...", SAID[name].replace(name, "NAME"))
    assert not JARGON.findall(ours)
    assert not words_not_to_say(ours.replace("cls-check score", ""))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", SAID[name])


# --- files of another kind, given where they do not belong

ASSESSMENT = "good/assessment.yaml"
QUESTIONNAIRE = "good/questionnaire.yaml"
WRONG_KINDS = [
    (("score",), QUESTIONNAIRE, "This file holds a questionnaire, not an assessment.\n"
     f"  To read it: cls-check questionnaire show {QUESTIONNAIRE}\n"
     f"  To answer it: cls-check assess --questionnaire {QUESTIONNAIRE}"),
    (("report",), "good/voice.yaml", "This file holds one person's voice, not an assessment.\n"
     "  It belongs in the folder of a round. To close that round: cls-check close FOLDER"),
    (("report",), "good/round.yaml", "This file holds the particulars of a round, not an "
     "assessment.\n"
     "  It belongs in the folder of a round. To close that round: cls-check close FOLDER"),
    (("score",), "good/talk.yaml", "This file holds what a group agreed, not an assessment.\n"
     "  It belongs in the folder of a round. To close that round: cls-check close FOLDER"),
    (("questionnaire", "show"), ASSESSMENT, "This file holds an assessment, not a questionnaire.\n"
     f"  For its report: cls-check report {ASSESSMENT}\n"
     f"  For its numbers: cls-check score {ASSESSMENT}"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "name", "message"), WRONG_KINDS)
def test_a_file_of_another_kind(
    command: tuple[str, ...],
    name: str,
    message: str,
    here: Path,
    said: Callable[..., tuple[int, str, str]],
) -> None:
    copied(name, here)
    code, out, err = said(*command, name)
    assert (code, out) == (BROKEN, "")
    assert err == f"{name}, line 1, column 1: {message}\n"


def test_an_assessment_is_no_questionnaire(
    here: Path, said: Callable[..., tuple[int, str, str]]
) -> None:
    copied(ASSESSMENT, here)
    code, out, err = said("questionnaire", "check", ASSESSMENT)
    assert (code, out) == (BROKEN, "")
    assert "This file holds an assessment, not a questionnaire." in err


def test_a_file_is_no_round_being_gathered(
    here: Path, said: Callable[..., tuple[int, str, str]]
) -> None:
    copied(ASSESSMENT, here)
    code, _, err = said("close", ASSESSMENT)
    assert code == BROKEN
    assert err == (
        f"{ASSESSMENT} is not a round that is being gathered.\n"
        "  Such a folder ends in .open and has a file round.yaml in it.\n"
    )


@pytest.mark.parametrize("command", ["score", "report"])
def test_a_round_being_gathered_is_no_assessment(
    command: str, here: Path, said: Callable[..., tuple[int, str, str]]
) -> None:
    shutil.copytree(CORPUS / "good" / "record", here / "a.open")
    assert said(command, "a.open") == (
        BROKEN,
        "",
        "a.open: This is a folder, not a file.\n"
        "  A round is still being gathered in it. To close it: cls-check close a.open\n",
    )


# --- what git cannot keep


def no_such_file(_: Path) -> str:
    return "There is no such file."


def a_folder(path: Path) -> str:
    path.mkdir()
    return "is not a round that is being gathered."


def a_link_to_nothing(path: Path) -> str:
    path.symlink_to("nowhere")
    return "There is no such file."


def a_link_to_itself(path: Path) -> str:
    path.symlink_to(path.name)
    return "This link points to itself."


def a_pipe(path: Path) -> str:
    os.mkfifo(path)
    return "This is not an ordinary file."


def a_device(path: Path) -> str:
    path.symlink_to("/dev/zero")
    return "This is not an ordinary file."


def a_file_over_5_mb(path: Path) -> str:
    with path.open("wb") as stream:
        stream.truncate(5_000_001)
    return "This file is larger than 5 MB."


def a_text_over_5_mb(path: Path) -> str:
    path.write_bytes(b"# comment\n" * 600_000)
    return "This file is larger than 5 MB."


def brackets_without_end(path: Path) -> str:
    path.write_bytes(b"a: " + b"[" * 100_000)
    return "more than 32 deep"


def braces_without_end(path: Path) -> str:
    path.write_bytes(b"{" * 100_000)
    return "stands where a name should be"


def dashes_without_end(path: Path) -> str:
    path.write_bytes(b"- " * 50_000)
    return "more than 32 deep"


def a_staircase(path: Path) -> str:
    path.write_text("".join(" " * depth + "k:\n" for depth in range(400)))
    return "more than 32 deep"


def a_hundred_thousand_names(path: Path) -> str:
    path.write_text("cls-check: 1\n" + "".join(f"k{number}: 1\n" for number in range(60_000)))
    return "more than 100,000 things"


def one_line_of_a_megabyte(path: Path) -> str:
    path.write_text("cls-check: 1\nplace: " + "x " * 500_000)
    return '"place" has 999,999 characters.'


def twenty_thousand_wrong_names(path: Path) -> str:
    names = "".join(f"plase{number}: 1\n" for number in range(20_000))
    path.write_text((CORPUS / ASSESSMENT).read_text() + names)
    return "And 19980 more of the same file."


def ten_thousand_groups_that_did_not_come(path: Path) -> str:
    came = "".join(f"  here{number}: 5\n" for number in range(10_000))
    did_not = "".join(f"          away{number}: {{4: 1}}\n" for number in range(5_000))
    text = (CORPUS / ASSESSMENT).read_text().replace("took-part:\n", f"took-part:\n{came}")
    path.write_text(text.replace("        answers:\n", f"        answers:\n{did_not}"))
    return "here23, here24 and 9,977 more."


IMPOSSIBLE = [
    no_such_file, a_folder, a_link_to_nothing, a_link_to_itself, a_pipe, a_device, a_file_over_5_mb,
    a_text_over_5_mb, brackets_without_end, braces_without_end, dashes_without_end, a_staircase,
    a_hundred_thousand_names, one_line_of_a_megabyte, twenty_thousand_wrong_names,
    ten_thousand_groups_that_did_not_come,
]  # fmt: skip
LONGEST_SECONDS = 60  # of the processor; one takes 3: this catches what hangs


@pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links of this kind")
@pytest.mark.parametrize("make", IMPOSSIBLE, ids=lambda make: make.__name__)
def test_what_git_cannot_keep(
    make: Callable[[Path], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    fact = make(Path("it.yaml"))
    start = time.process_time()
    assert run(["check", "it.yaml"]) == BROKEN
    assert time.process_time() - start < LONGEST_SECONDS
    printed = capsys.readouterr()
    assert printed.err.startswith("it.yaml")
    assert fact in printed.err
    assert not JARGON.findall(HOLDS_WORDS_OF_ITS_OWN.sub("...", printed.err))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("n" * 300, "n" * 300),
        ("no/such/folder.yaml", "no/such/folder.yaml"),
        ("a\x1b[2J\x07.yaml", "aU+001B[2JU+0007.yaml"),
        ("a\n  all is well.yaml", "a   all is well.yaml"),
        ("a\u202eb.yaml", "aU+202Eb.yaml"),
    ],
)
def test_names_that_are_no_file(
    name: str, shown: str, said: Callable[..., tuple[int, str, str]]
) -> None:
    for command in ("check", "score", "report"):
        code, out, err = said(command, name)
        assert (code, out) == (BROKEN, "")
        assert err.startswith(f"{shown}: ")
        assert err.count("\n") == 2
    assert said("close", name)[2].startswith(f"{shown} is not a round")


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="who may do everything sees no refusal"
)
def test_what_may_not_be_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copied(ASSESSMENT, here)
    copied("good/record", here)
    for path, fact in [
        (Path(ASSESSMENT), "You may not read this file."),
        (Path("good/record/voices"), "You may not look into this folder."),
        (Path("good/record"), "You may not look into this folder."),
    ]:
        path.chmod(0)
        try:
            top = "good/record" if "record" in str(path) else str(path)
            assert run(["check", top]) == BROKEN
            assert fact in capsys.readouterr().err
        finally:
            path.chmod(0o700)


@pytest.mark.parametrize("command", ["check", "close"])
@pytest.mark.parametrize("method", ["is_file", "iterdir"])
def test_a_folder_that_may_not_be_looked_into(
    command: str,
    method: str,
    here: Path,
    said: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied("good/record", here)

    def refuse(_: Path) -> None:
        raise PermissionError(13, "no")

    snapshot = on_disk
    monkeypatch.setattr(sys.modules[__name__], "on_disk", lambda _: None)
    with monkeypatch.context() as patch:
        patch.setattr(Path, method, refuse)
        code, _, err = said(command, "good/record")
    assert snapshot(here)
    assert code == BROKEN
    assert "You may not look into this folder.\n  Ask its owner to let you.\n" in err


# --- files that can be used, but show more about people than they should


def what_could_be_guessed(document: dict[str, Any], lowest: int) -> Iterator[tuple[str | int, ...]]:
    """Groups that are shown, or could be worked out by taking others off, and are too small."""
    took_part = dict(document["took_part"])
    everyone = took_part.pop("everyone")
    yield from ((name, people) for name, people in took_part.items() if people < lowest)
    if took_part and everyone != sum(took_part.values()):
        yield "everyone", everyone
    for factor in document["factors"]:
        for statement in factor["statements"]:
            counts = {name: group["n"] for name, group in statement["by"].items()}
            together = counts.pop("everyone", 0)
            rest = together - sum(counts.values()) if counts else 0
            for name, n in {"everyone": together, "the rest": rest, **counts}.items():
                if n in (1, 2):
                    yield statement["id"], name, n


def lowest_of(text: str) -> int:
    """The smallest group that a file says may be shown."""
    return int((re.findall(r"^minimum-group: (\d+)", text, re.MULTILINE) or [5])[0])


@pytest.mark.parametrize("name", of("privacy"))
def test_what_could_be_guessed_is_in_no_output(
    name: str, here: Path, said: Callable[..., tuple[int, str, str]]
) -> None:
    copied(name, here)
    code, out, err = said("score", "--format", "json", name)
    assert (code, err) == (0, "")
    lowest = lowest_of((here / name).read_text())
    assert list(what_could_be_guessed(json.loads(out), lowest)) == []


@pytest.mark.parametrize("name", of("privacy"))
def test_small_groups_have_no_name_in_any_output(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied(name, here)
    assert run(["check", name]) == 1
    too_small = set(re.findall(r": (\S+) has \d+ (?:person|people)\.", capsys.readouterr().err))
    for command in (["score"], ["score", "--format", "csv"], ["report", "-o", "out"]):
        assert run([*command, name]) == 0
    texts = capsys.readouterr().out + "".join(p.read_text() for p in Path("out").iterdir())
    for group in too_small - {"everyone", "other-perspectives"}:
        assert not re.search(rf"\b{group}\b", texts)


# --- random changes to good files

ROUNDS = int(os.environ.get("CLS_CHECK_FUZZ", "300"))
SLOWEST_SECONDS = 20  # of the processor; most take 0.02: this catches what hangs
GOOD = [name for name in of("good", "privacy") if (CORPUS / name).is_file()]
PIECES = [
    b"null", b"true", b"[]", b"{}", b"-1", b"1.5", b"10000000000000000000", b'""', b"No", b"0x1F",
    b"[a, b]", b"{1: 2}", b"\xff", b"\0", b"\x1b[2J", b"\t", b": ", b"- ", b"\n", b"\r", b"\n---\n",
    b"|", b"&a", b"*a", b"!x", b"%", b"#", b"'", b'"', b"\xe2\x80\xae", b"\xef\xbb\xbf", b"2026-02-30",
    b"everyone", b"other-perspectives", b"dont-know", b"x-", b"one-view: true\n", b"scale: []\n",
    b"minimum-group: 3\n", b"factors: {}\n", b"<<: {}\n", b"x" * 600,
]  # fmt: skip


def changed(data: bytes, dice: random.Random) -> bytes:
    """The bytes of a file with one to three things done to them."""
    for _ in range(dice.randint(1, 3)):
        lines = data.splitlines(keepends=True) or [b"\n"]
        at, line = dice.randrange(len(data) + 1), dice.randrange(len(lines))
        other = dice.randrange(len(lines))
        match dice.randrange(8):
            case 0:
                data = data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
            case 1:
                data = b"".join(lines[:line] + lines[line + 1 :])
            case 2:
                lines[line], lines[other] = lines[other], lines[line]
                data = b"".join(lines)
            case 3:
                data = b"".join([*lines[:line], lines[other], *lines[line:]])
            case 4:
                data = data[:at]
            case 5:
                data = data[:at] + dice.choice(PIECES) + data[at:]
            case 6:
                key, colon, _ = lines[line].partition(b": ")
                lines[line] = key + colon + dice.choice(PIECES) + b"\n"
                data = b"".join(lines)
            case 7:
                numbers = list(re.finditer(rb"\d+", data)) or list(re.finditer(b"^", data))
                start, end = dice.choice(numbers).span()
                data = data[:start] + str(dice.choice([0, 1, 2, 5, 7, 9, 99, 10**6])).encode()
                data += b"".join(lines)[end:]
    return data


def runs(args: list[str], capsys: pytest.CaptureFixture[str], data: bytes) -> tuple[int, str]:
    start = time.process_time()
    code = run(args)
    assert time.process_time() - start < SLOWEST_SECONDS, data
    printed = capsys.readouterr()
    assert code in (0, 1, 2), data
    assert "Traceback" not in printed.err, data
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed.err), data
    return code, printed.out


@pytest.mark.repeated
def test_changed_files_never_bring_anything_down(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(int(os.environ.get("CLS_CHECK_SEED", "1")))
    for _ in range(ROUNDS):
        name = dice.choice(GOOD)
        data = changed((CORPUS / name).read_bytes(), dice)
        Path("a.yaml").write_bytes(data)
        code, out = runs(["check", "a.yaml"], capsys, data)
        if code == BROKEN or (code == 0 and "assessment" not in out):
            continue
        code, out = runs(["score", "--format", "json", "a.yaml"], capsys, data)
        assert code == 0, data
        assert not list(what_could_be_guessed(json.loads(out), lowest_of(data.decode()))), data
        if not dice.randrange(10):
            assert runs(["report", "a.yaml"], capsys, data)[0] == 0, data


@pytest.mark.repeated
def test_changed_rounds_never_bring_anything_down(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(int(os.environ.get("CLS_CHECK_SEED", "2")))
    shutil.copytree(CORPUS / "good" / "record", "r.open")
    files = sorted(path for path in Path("r.open").rglob("*") if path.is_file())
    for _ in range(ROUNDS // 3):
        path = dice.choice(files)
        before = path.read_bytes()
        data = changed(before, dice)
        path.write_bytes(data)
        if runs(["check", "r.open"], capsys, data)[0] == BROKEN:
            assert runs(["close", "r.open"], capsys, data)[0] == BROKEN, data
        path.write_bytes(before)
