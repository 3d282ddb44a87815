"""What a terminal can show: other alphabets, escape sequences, narrow windows, bars in words."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from cls_check.cli.screen.console import fitting, in_window, safe_lines
from cls_check.cli.screen.terminal import Terminal
from cls_check.cli.workshop.show_answers import Results, bars
from cls_check.domain.findings.findings import find
from cls_check.reports.model.story import story_of
from cls_check.reports.reveal.factor import factor_shown
from tests.reports.places import answers, factor, place

APART = factor("Trust", {"lived-experience": answers(0, 6), "frontline": answers(0, 0, 0, 5, 1)})


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("“Growing” \u2013 café ▁█", "utf-8", "“Growing” \u2013 café ▁█"),
        ("“Growing” \u2013 café ▁█", "cp1252", "“Growing” \u2013 café _#"),
        ("“Growing” \u2013 café ▁█", "ascii", '"Growing" - cafe _#'),
        ("Ŵyn", "cp1252", "Wyn"),
        ("مكان", "ascii", "مكان"),  # printed as codes, so no word is lost
        ("abc", None, "abc"),
        ("abc", "no such alphabet", "abc"),
    ],
)
def test_words_are_kept_in_every_alphabet(text: str, encoding: str | None, shown: str) -> None:
    assert fitting(text, encoding) == shown


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\r", "\x9b", "\u202e", "\u2028"])
def test_nothing_drives_the_terminal(character: str) -> None:
    assert safe_lines(f"a{character}b") == f"aU+{ord(character):04X}b"


@pytest.mark.parametrize(
    ("counts", "shown"),
    [((0, 1, 2, 4, 8), " ▁▂▄█"), ((1, 1), "██"), ((0, 0), ""), ((1, 100), "▁█")],
)
def test_bars_are_as_high_as_the_counts(counts: tuple[int, ...], shown: str) -> None:
    assert bars(counts) == shown


@pytest.fixture
def shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """What the rows of a factor look like in a window of so many columns."""
    them = place({"lived-experience": 6, "frontline": 6}, factor=APART)
    story = story_of(them, find(them))
    view = factor_shown(story, story.findings[0], 1, 1)

    def show(columns: int, *, plain: bool = False) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        Results(Terminal(plain=plain), them.scale).show_rows(view.rows)
        return capsys.readouterr().out

    return show


def test_with_room_perspectives_stand_side_by_side(shown: Callable[..., str]) -> None:
    lines = [line.split() for line in shown(100).splitlines() if line.strip()]
    assert lines[0] == [
        "1",
        "Not",
        "true",
        "yet",
        "2",
        "A",
        "little",
        "true",
        "3",
        "Partly",
        "true",
        "4",
        "Mostly",
        "true",
        "5",
        "Very",
        "true",
    ]
    everyone = next(line for line in lines if line[0] == "Everyone")
    assert everyone[1:7] == ["0", "6", "0", "5", "1", "0"]
    assert everyone[-3:] == ["3.0,", "Partly", "true"]  # between the 6th (2) and the 7th (4)


@pytest.mark.parametrize(("columns", "plain"), [(40, False), (80, True)])
def test_elsewhere_every_number_stands_in_words(
    shown: Callable[..., str], columns: int, plain: bool
) -> None:
    sentences = " ".join(shown(columns, plain=plain).split())
    assert (
        "People with lived experience. 0 Not true yet, 6 A little true, 0 Partly true, "
        "0 Mostly true, 0 Very true. 0 did not know. Typical answer 2.0."
    ) in sentences


@pytest.mark.parametrize("columns", [20, 40, 80, 300])
def test_a_long_prompt_leaves_room_to_type(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    prompt = "Erase the answers of single people now? The file keeps what was added up. [y/n] "
    Terminal().ask(prompt)
    printed = capsys.readouterr().out
    assert " ".join(printed.split()) == prompt.strip()
    assert max(map(len, printed.splitlines())) <= max(columns, 20)


def test_talk_fits_the_window_and_what_is_to_be_copied_stays_on_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    long = "a.csv, row 3: " + "This row has more cells than there are headings. " * 2
    command = "  cls-check close northfield-2026-09-10.open --keep --now --folder elsewhere"
    told = f"{long}\n  A comma without quotes moves all cells behind it.\n{command}\n" + (
        '    "People feel welcome here, every single day": "hea-1"'
    )

    shown = in_window(told).split("\n")

    assert max(map(len, shown[:-2])) <= 40
    assert [line for line in shown if line.startswith("  A")] != []
    assert "  behind it." in shown
    assert shown[-2:] == told.split("\n")[-2:]
    assert " ".join(" ".join(shown).split()) == " ".join(told.split())
