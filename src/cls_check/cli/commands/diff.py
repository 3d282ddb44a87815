"""`cls-check diff`: two rounds or two versions side by side, and what can honestly be said."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from cls_check.cli.options.output import Format, OutputFile, ResultFormat
from cls_check.cli.screen.console import note, say
from cls_check.cli.screen.give_result import check_ending, give
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.api import Outcomes

DIFFERS, BROKEN = 1, 2
AFTER_DASHES = "after --"
STDIN, MOST_PIPED = "-", 6_000_000
"""More than the largest file that is read, so that a larger one is told to be too large."""


class Colour(StrEnum):
    """Whether headings stand out."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class KnowsDashes(TyperCommand):
    """Remembers what stood behind `--`: from there on nothing is a revision."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments as ever."""
        ctx.meta[AFTER_DASHES] = args[args.index("--") + 1 :] if "--" in args else []
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed


app = typer.Typer(rich_markup_mode=None, add_completion=False)


What = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="OLD NEW",
        help="Two files; or what git knows: a revision, REV:FILE, :FILE, A..B, A...B; or -. "
        "Without them, the last two rounds of this place.",
    ),
]
Renames = Annotated[
    Path | None,
    typer.Option(help="A file of what is called something else now.", readable=False),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="End with 1 where something differs.")]
Check = Annotated[
    bool,
    typer.Option("--check", help="End with 1 where two versions of one round give somebody away."),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing; end with 1 where something differs.")
]
NameOnly = Annotated[
    bool, typer.Option("--name-only", help="Name the files that differ, and no more.")
]


@app.command("diff", cls=KnowsDashes)
def diff(
    context: typer.Context,
    what: What = None,
    kind: ResultFormat = Format.TEXT,
    output: OutputFile = None,
    renames: Renames = None,
    color: Annotated[Colour, typer.Option(help="Whether headings stand out.")] = Colour.AUTO,
    exit_code: ExitCode = False,
    check: Check = False,
    quiet: Quiet = False,
    name_only: NameOnly = False,
) -> None:
    """Compare two rounds of a place, or two versions of a file.

    It claims no more than the answers can show. Exit code 2 where a file cannot be compared.
    """
    from cls_check import api
    from cls_check.cli.screen.difference_as_text import colour_wanted, printed

    check_ending(output, kind.value)
    typed, behind = _parted(what or [], context.meta[AFTER_DASHES])
    stdin = sys.stdin.buffer.read(MOST_PIPED) if STDIN in typed else b""
    found = api.compare_all(typed, files=behind, home=Path.cwd(), renames=renames, stdin=stdin)
    for told in (*found.notes, *map(str, found.troubles)):
        note(told)
    if found.is_range and not found.pairs and not quiet:
        note(label("git.no-difference"))
    if name_only:
        _say_names(found)
    elif not quiet:
        colour = output is None and colour_wanted(color.value)
        give(printed(found, kind.value, colour=colour), output)
    if found.troubles:
        raise typer.Exit(BROKEN)
    if ((exit_code or quiet) and not found.is_same) or (check and found.is_too_close):
        raise typer.Exit(DIFFERS)


def _parted(words: list[str], behind: list[str]) -> tuple[list[str], list[str]]:
    """What stood before `--`, and what stood behind it."""
    return words[: len(words) - len(behind)], behind


def _say_names(found: Outcomes) -> None:
    for pair in found.pairs:
        if not pair.is_same:
            say(pair.names[1] or pair.names[0])
