"""The commands, each loaded when it is wanted, and the one place that decides how failure looks."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from cls_check.cli.screen.console import note, say
from cls_check.errors import ClsCheckError, Place, UnknownNameError
from cls_check.messages import did_you_mean, quoted
from cls_check.read_from_disk import refused
from cls_check.words.speech import label

INTERRUPTED = 130
_PYDANTICS_WORDS = "Value error, "
"""What stands before the sentence in which Typer says that a choice is none."""

OF_PATHS = {
    "-o", "--output", "--folder", "--template", "--logo", "--since", "--map", "--into", "--record",
    "--renames", "--questionnaire",
}  # fmt: skip
"""Options behind which a path stands."""

COMMANDS = {
    "demo": "cls_check.cli.commands.demo",
    "init": "cls_check.cli.commands.init",
    "assess": "cls_check.cli.commands.assess",
    "import": "cls_check.cli.commands.import_answers",
    "close": "cls_check.cli.commands.close",
    "check": "cls_check.cli.commands.check",
    "edit": "cls_check.cli.commands.edit",
    "score": "cls_check.cli.commands.score",
    "report": "cls_check.cli.commands.report",
    "diff": "cls_check.cli.commands.diff",
    "history": "cls_check.cli.commands.history",
    "git": "cls_check.cli.commands.git",
    "export": "cls_check.cli.commands.export",
    "paper": "cls_check.cli.commands.paper",
    "guide": "cls_check.cli.commands.guide",
    "reveal": "cls_check.cli.commands.reveal",
    "questionnaire": "cls_check.cli.commands.questionnaire",
    "schema": "cls_check.cli.commands.schema",
    "config": "cls_check.cli.commands.config",
}
"""The commands and their modules, in the order in which people need them."""


class Commands(TyperGroup):
    """The commands of cls-check; what goes wrong in any of them is told in one way."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is Typer's
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Load the module of a command, of this one alone: that keeps start-up fast."""
        return _command(cmd_name) if cmd_name in COMMANDS else None

    def get_help_option(self, ctx: Any) -> Any:
        """The option for help, which is off where nobody asks for it."""
        return _off(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was typed; for one that is not there, name the nearest."""
        if args[0] not in COMMANDS:
            known = ", ".join(COMMANDS)
            raise UnknownNameError.of(
                f"There is no command {quoted(args[0])}.",
                did_you_mean(args[0], COMMANDS) or f"The commands are {known}.",
            )
        if args[0] != "init":  # it asks which folder
            _check_paths_have_names(args)
        name, command, rest = super().resolve_command(ctx, args)
        for each in (command, *getattr(command, "commands", {}).values()):
            _off(each.get_help_option(ctx))
        return name, command, rest

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, label(f"command.{name}")) for name in COMMANDS])

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a failure becomes a clear message and an exit code."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix(_PYDANTICS_WORDS)
            raise
        except ClsCheckError as error:
            raise _told(error) from None
        except (OSError, RuntimeError, ValueError) as error:
            found = refused(error)
            if found is None:
                raise  # a mistake of ours, or what is printed has nowhere to go: see __main__
            raise _told(found) from None
        except KeyboardInterrupt:
            note("\nStopped.")
            raise typer.Exit(INTERRUPTED) from None


@cache
def _command(name: str) -> Any:
    """What was made of a command's options is kept: the next run in this process has it at hand."""
    module = import_module(COMMANDS[name])
    function = COMMANDS[name].rpartition(".")[2]  # `import` is a word of Python's own
    group = getattr(module, "app", None) or _alone(name, getattr(module, function, None))
    command = get_command(group)
    command.name = name
    return command


def _told(error: ClsCheckError) -> typer.Exit:
    note(str(error))
    return typer.Exit(error.exit_code)


def _check_paths_have_names(words: list[str]) -> None:
    """Refuse "" in place of a path: to Python it is the folder where we are, to people a mistake."""
    for before, word in pairwise(["", *words]):
        is_path = before in OF_PATHS or not before.startswith("-")
        option, has_value, value = word.partition("=")
        if (word == "" and is_path) or (option in OF_PATHS and has_value and not value):
            raise ClsCheckError.of(
                "A name of a file or folder is empty.",
                "Perhaps a variable has no value. For the folder that you are in, type a dot.",
                Place(option or before or "cls-check"),
            )


def _alone(name: str, function: Any) -> typer.Typer:
    """A Typer of one command."""
    single = typer.Typer(rich_markup_mode=None, add_completion=False, **SETTINGS)
    single.command(name)(function)
    return single


def _off(option: Any) -> Any:
    """The same option with false, in place of nothing, where nobody typed it.

    What is neither true nor false Typer hands to Pydantic, which takes as long to load as all else.
    """
    if option is not None:
        option.default = False
    return option


SETTINGS: dict[str, Any] = {
    "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 100},
}

app = typer.Typer(
    cls=Commands,
    name="cls-check",
    help="A self-assessment toolkit for places that are changing how adult social care works.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    invoke_without_command=True,
    **SETTINGS,
)


@app.callback()
def welcome(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and stop."),  # noqa: ARG001 - __main__ answers it before
) -> None:
    """A self-assessment toolkit for places that are changing how adult social care works."""
    if context.invoked_subcommand is None:
        from cls_check.cli.screen.welcome import what_is_here

        say(label("welcome"))
        if line := what_is_here():
            say(f"\n{line}")


def run(args: list[str] | None = None) -> int:
    """Run cls-check and give its exit code."""
    try:
        app(args=args, prog_name="cls-check")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(bool(done.code))
    return 0
