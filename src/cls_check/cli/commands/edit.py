"""`cls-check edit`: write what a group agreed into its assessment, by options or step by step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.options.shared import AssessmentFile
from cls_check.cli.screen.console import note, say
from cls_check.domain.terms import WhoseEvidence

if TYPE_CHECKING:
    from cls_check.cli.options.edits import (
        ActionWishes,
        EvidenceWishes,
        LevelWishes,
        ReflectionWishes,
    )


Words = str | None
Numbers = list[int] | None

Factor = Annotated[Words, typer.Option(help="The id of the factor that it is about.")]
Level = Annotated[
    Words,
    typer.Option(help="The level: its id or name, or we-do-not-agree; none takes it away."),
]
Because = Annotated[
    Words, typer.Option(help="The reasons. A - alone reads them from standard input.")
]
RemoveBecause = Annotated[bool, typer.Option("--remove-because", help="Take the reasons out.")]
Evidence = Annotated[Words, typer.Option(help="Something that shows how it is; needs --from.")]
From = Annotated[WhoseEvidence | None, typer.Option("--from", help="Whose evidence it is.")]
RemoveEvidence = Annotated[
    Numbers,
    typer.Option(
        metavar="NUMBER", help="Take a piece of evidence out, by its number: the first is 1."
    ),
]
Action = Annotated[Words, typer.Option(help="Something that you will do.")]
Who = Annotated[Words, typer.Option(help="Who does it: a group or a role.")]
By = Annotated[Words, typer.Option(help="By when: a day, as 2026-12-01, or words.")]
Sign = Annotated[Words, typer.Option(help="How you will know that it helped.")]
Done = Annotated[
    Numbers, typer.Option(metavar="NUMBER", help="This action is done, by its number.")
]
NotDone = Annotated[
    Numbers, typer.Option(metavar="NUMBER", help="This action is still to be done.")
]
RemoveAction = Annotated[
    Numbers, typer.Option(metavar="NUMBER", help="Take an action out, by its number.")
]
Reflection = Annotated[Words, typer.Option(help="The id of a question that you talked about.")]
Said = Annotated[Words, typer.Option(help="What was said about that question.")]
RemoveSaid = Annotated[bool, typer.Option("--remove-said", help="Take out what was said.")]
Plain = Annotated[bool | None, typer.Option("--plain", help="No colour, boxes or moving.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print the lines that would change; write nothing.")
]


def edit(
    file: AssessmentFile,
    factor: Factor = None,
    level: Level = None,
    because: Because = None,
    remove_because: RemoveBecause = False,
    evidence: Evidence = None,
    whose: From = None,
    remove_evidence: RemoveEvidence = None,
    action: Action = None,
    who: Who = None,
    by: By = None,
    sign: Sign = None,
    done: Done = None,
    not_done: NotDone = None,
    remove_action: RemoveAction = None,
    reflection: Reflection = None,
    said: Said = None,
    remove_said: RemoveSaid = False,
    dry_run: DryRun = False,
    plain: Plain = None,
) -> None:
    """Write down what you agreed: levels, reasons, evidence and actions.

    Without any change it goes through the factors with you, from --factor on if you name one.
    Your comments and your layout stay as they are. Leave out names of people.

    Numbers are those of the file as it is, before anything is taken out.
    """
    from cls_check.cli.options import edits as wished

    about_factor = (
        wished.LevelWishes(level, because, remove_because),
        wished.EvidenceWishes(evidence, whose, remove_evidence),
        wished.ActionWishes(action, who, by, sign, done, not_done, remove_action),
    )
    about_reflection = wished.ReflectionWishes(reflection, said, remove_said)
    if any(wished.is_wished(*wishes) for wishes in (*about_factor, about_reflection)):
        _edit_by_options(file, factor, about_factor, about_reflection, dry_run=dry_run)
    else:
        _walk_through_the_talk(file, factor, plain=plain)


def _walk_through_the_talk(file: Path, factor: str | None, *, plain: bool | None) -> None:
    """Look at factor after factor, from one that was named on, and ask what was agreed."""
    from cls_check.cli.screen.console import is_plain
    from cls_check.cli.screen.terminal import Terminal
    from cls_check.cli.workshop.sitting import talk_about
    from cls_check.files.settings import in_force
    from cls_check.words.speech import label

    first = _known_factor(file, factor) if factor else ""
    talk_about(Terminal(is_plain(wished=in_force(plain=plain).plain)), file, first=first)
    say(str(file))
    note(label("edit.next", file=file))


def _known_factor(file: Path, wanted: str) -> str:
    from cls_check.errors import UnknownNameError
    from cls_check.messages import did_you_mean, listed, quoted
    from cls_check.workflows.edit import opened

    known = opened(file).assessment.factors
    if wanted not in known:
        hint = did_you_mean(wanted, known) or f"Those of this file are {listed(known)}."
        raise UnknownNameError.of(f"There is no factor called {quoted(wanted)}.", hint)
    return wanted


def _edit_by_options(
    file: Path,
    factor: str | None,
    about_factor: tuple[LevelWishes, EvidenceWishes, ActionWishes],
    about_reflection: ReflectionWishes,
    *,
    dry_run: bool,
) -> None:
    from cls_check.cli.options.edits import edits_wished
    from cls_check.cli.screen.tell_edit import show_lines, tell
    from cls_check.words.speech import label
    from cls_check.workflows.edit import opened, planned, save

    there = opened(file)
    edits = edits_wished(there.assessment, factor, about_factor, about_reflection)
    edited = planned(there, edits)
    if not dry_run:
        save(edited)
        say(str(file))
    elif edited.made:
        show_lines(edited)
        note(label("edit.would-change"))
    tell(edited)
