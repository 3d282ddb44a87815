"""What a workshop waits for: from Enter to the next statement, and keys for one paper form.

    python benchmarks/workshop.py

The real screens, with lines that are fed to them. Times are processor time of this process, so
waiting for the disk does not count. Nothing here is a test.
"""

from __future__ import annotations

import contextlib
import io
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from cls_check.cli.screen.terminal import Terminal
from cls_check.cli.workshop.answer import Screen, answer_all
from cls_check.cli.workshop.paper_forms import Pile, type_in
from cls_check.domain.rounds.grammar import whole_factors
from cls_check.domain.rounds.round import Round, Voice
from cls_check.domain.rounds.session import Session, questions_of, started
from cls_check.files import records
from cls_check.files.questionnaires.reading import find

ENTER = 1
CHOOSING = 1 + ENTER
"""Keys to say from which place a person answers."""
MOST_MILLISECONDS, MOST_KEYS = 20, 60


@dataclass
class Fed(Terminal):
    """A terminal into which lines are fed, and that remembers when it was asked and answered."""

    lines: list[str] = field(default_factory=list)
    keys: int = 0
    waits: list[float] = field(default_factory=list)
    answered: float | None = None

    def ask(self, prompt: str, *, option: str = "") -> str:  # noqa: ARG002 - as of the real one
        """The next line; notes how long the processor worked since the last one."""
        if self.answered is not None:
            self.waits.append((time.process_time() - self.answered) * 1000)
        line = self.lines.pop(0) if self.lines else ""
        self.keys += len(line) + ENTER
        self.answered = time.process_time()
        return line


def screen_of(terminal: Terminal, folder: Path) -> Screen:
    """The screen of one person with the long questionnaire, whose answers go to the disk."""
    source = find("ten-factors")
    particulars = {"cls-check-round": 1, "place": "Made Up", "date": "2026-09-10"}
    record = records.start(folder, Round.model_validate(particulars), source.document.text)
    kept = records.voice_file(record, records.new_id())
    nobody = Voice.model_validate({"cls-check-voice": 1, "perspective": "frontline"})

    def save(session: Session) -> records.Outcome:
        answered = nobody.model_copy(update={"answers": dict(session.answers)})
        return records.save_voice(kept, answered)

    add_note = partial(records.add_note, record)
    return Screen(terminal, source.questionnaire, save, dict, add_note)


def enter_to_next(folder: Path) -> list[float]:
    """Milliseconds of work from each Enter to the next prompt, 50 statements one by one."""
    terminal = Fed(lines=["4"] * 50)
    screen = screen_of(terminal, folder)
    with contextlib.redirect_stdout(io.StringIO()):
        answer_all(screen, started(questions_of(screen.questionnaire)))
    return terminal.waits[:50]


def keys_for_a_form(folder: Path, parts_in_a_line: int) -> int:
    """Keys for the answers of one form of 50 statements, with so many of its ten parts a line."""
    terminal = Fed(lines=["44352" * parts_in_a_line] * (10 // parts_in_a_line))
    screen = screen_of(terminal, folder)
    paper = Screen(
        terminal, screen.questionnaire, screen.save, screen.on_disk, screen.add_note, whole_factors
    )
    session = started(questions_of(screen.questionnaire))
    with contextlib.redirect_stdout(io.StringIO()):
        session = type_in(paper, session, Pile("made up", typed=40))
    if len(session.answers) != len(session.questions):
        raise SystemExit("not every statement of the form has an answer")
    return terminal.keys


def told() -> list[str]:
    """Every line of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        waits = enter_to_next(folder / "screen.open")
        one_by_one = keys_for_a_form(folder / "one.open", 1)
        in_pairs = keys_for_a_form(folder / "two.open", 2)
    return [
        f"from Enter to the next of 50 statements: {median(waits):.1f} ms in the middle, "
        f"{max(waits):.1f} ms at most (limit {MOST_MILLISECONDS} ms)",
        f"keys for the answers of a form of 50, a line a part: {one_by_one} (limit {MOST_KEYS})",
        f"keys for the whole form, two parts a line, choosing the place: {in_pairs + CHOOSING} "
        f"(limit {MOST_KEYS})",
    ]


if __name__ == "__main__":
    print(*told(), sep="\n")
