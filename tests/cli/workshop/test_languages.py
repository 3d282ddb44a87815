"""In a language that does not exist: nothing is left in English, and no sentence is glued together."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator
from html import unescape
from importlib import import_module
from pathlib import Path

import pytest

from cls_check.words import speech
from cls_check.words.english.catalogue import CATALOGUE
from tests.cli.conftest import Run
from tests.cli.workshop import pseudo

QUESTIONNAIRES = Path(__file__).resolve().parents[3] / "questionnaires"
BEGIN = ["assess", "--place", "Qps", "--date", "2026-09-10", "--language", "qps"]
# What people typed themselves, and names: of files, ids of statements and factors, commands.
NAMES = re.compile(
    r"qps[\w.-]*|\b[a-z]{3}-\d\b|\bcls-check\b|\b(?:assess|edit) (?:--record )?qps|\b2026-\d\d-\d\d\b"
    r"|lived-experience|frontline|Qps|[a-z]+(?:-[a-z]+)+|\bcollaboration\b",
)
TYPED = re.compile(r"\b(?:why|shown|do it|who|soon|sign|reason|words)\b")
NAMES_IN_PAGES = re.compile(r"\.html$")
LETTERS = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def qps(
    here: Path, cls_check: Run, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., str]]:
    """Runs a command in that language; gives everything that was said."""
    module = types.SimpleNamespace(CATALOGUE=pseudo.catalogue(CATALOGUE))
    real = import_module
    monkeypatch.setitem(speech.CATALOGUES, "qps", "qps")
    monkeypatch.setattr(
        speech, "import_module", lambda name: module if name == "qps" else real(name)
    )
    for path in QUESTIONNAIRES.glob("*.yaml"):
        Path(path.name).write_text(
            pseudo.questionnaire(path.read_text(encoding="utf-8")), encoding="utf-8"
        )

    def run(*words: str, typed: str) -> str:
        speech.speak("qps")
        done = cls_check(*words, typed=typed)
        assert done.code == 0, done.err
        return done.out + done.err

    yield run
    speech.speak("en")


def english_in(said: str) -> list[str]:
    """Words outside of every text that was translated."""
    left = [NAMES.sub(" ", line) for line in pseudo.outside(said)]
    plain = [re.sub(r"⟪[^⟫]*⟫", " ", line) for line in left]
    return [line for line in plain if LETTERS.search(line)]


def glued_in(said: str) -> list[str]:
    """Lines in which texts stand side by side; those of a list are parted by a comma."""
    return [line for line in said.splitlines() if pseudo.whole_texts(line) > 1]


def gathered(qps: Callable[..., str]) -> str:
    """Six people answer at the laptop, in two perspectives."""
    return qps(*BEGIN, "--questionnaire", "ten-factors-short.yaml", "--way", "one-after-another",
               "--stage", "getting-going", "--entry", "laptop",
               typed="1\n9\n?\n44444444444444444443\nr\n\n" + "1\n" + "22343" * 4 + "\n\n"
               + ("3\n" + "34d4x" * 4 + "\n\n") * 6 + ("1\n" + "1113-" * 4 + "\n\n") * 4
               + "8\nn\n")  # fmt: skip


def test_the_whole_way_in_another_language(qps: Callable[..., str]) -> None:
    said = gathered(qps)
    said += qps("assess", "--record", "qps-2026-09-10.open", "--everyone-answered", typed=(
        "y\ny\n?\ns\nx\nv\n1\n0 0 6 4 3\n0 1 4 4 3\n\n3\ny\nwhy\n\nshown\n\n1\n\n"
        "do it\nwho\n2026-13-40\nsoon\nsign\nd1\nd9\n\n"
        "\n5\nb\n9\n\nreason\n\n\n\ng xx\nf\nwords\n\n\n\n\n\n\nn\n"
    ))  # fmt: skip
    assert english_in(said) == []
    assert glued_in(said) == []
    report = Path("qps-2026-09-10-readiness-report.md").read_text(encoding="utf-8")
    assert [line for line in english_in(report) if not TYPED.search(line)] == []


def test_paper_hands_and_together(qps: Callable[..., str]) -> None:
    line = "44\n" * 10
    said = qps(*BEGIN, "--questionnaire", "ten-factors-short.yaml", "--way", "one-after-another",
               "--stage", "under-way", "--entry", "paper",
               typed=f"x\n\n?\n3\n4\n456\n?\n{line}" + f"33\n\n{line}55\n2\n{line}44\n" + "8\nn\n")  # fmt: skip
    said += qps("assess", "--place", "Qps hands", "--date", "2026-09-11", "--language", "qps",
                "--questionnaire", "ten-factors-short.yaml", "--way", "hands", "--stage",
                "under-way", typed="x\n3\nx\n7\n\n6\n\n\n\n\n?\nfoo\n1 2\n9 9 9 9 9\n"
                + "01221\n1 1 1 1 1\n" * 20 + "\nn\n")  # fmt: skip
    said += qps("assess", "--place", "Qps together", "--date", "2026-09-12", "--language", "qps",
                "--questionnaire", "ten-factors-levels.yaml", "--way", "together", "--stage",
                "under-way", typed="7\n\n6\n\n\n\n\ny\ny\ny\n?\n\n2\nn\n\n\nf\n\nn\n")  # fmt: skip
    assert english_in(said) == []
    assert glued_in(said) == []


def test_pages_for_the_room_and_for_paper(qps: Callable[..., str]) -> None:
    gathered(qps)
    said = qps("close", "qps-2026-09-10.open", typed="")
    said += qps("reveal", "qps-2026-09-10.yaml", "-o", "room", typed="")
    said += qps("paper", "ten-factors-short.yaml", "--language", "qps", "-o", "paper", typed="")
    files = re.compile(r"^\s*(?:room|paper)/[\w ./-]*$")
    assert [line for line in english_in(said) if not files.match(line)] == []
    pages = [*Path("room").glob("*.html"), *Path("paper").glob("*.html")]
    assert len(pages) > 3
    for page in pages:
        shown = words_of(page.read_text(encoding="utf-8"))
        assert [line for line in english_in(shown) if not NAMES_IN_PAGES.search(line)] == [], page


def words_of(page: str) -> str:
    """What a reader of a page is told: its text and the names of its parts."""
    body = re.sub(r"<(style|script)\b.*?</\1>|<!DOCTYPE[^>]*>", "", page, flags=re.DOTALL)
    named = re.findall(r'(?:aria-label|alt|title)="([^"]*)"', body)
    return unescape("\n".join([re.sub(r"<[^>]*>", "\n", body), *named]))


def test_the_check_would_notice() -> None:
    assert english_in(f"{pseudo.said('Number: ')}left in English") == ["  left in English"]
    assert glued_in(pseudo.said("One.") + " " + pseudo.said("Two.")) != []
    assert english_in(pseudo.said("{answer}: {words}").format(answer="⟪ńó⟫", words="⟪ý⟫")) == []
