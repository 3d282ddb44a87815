"""The commands, each loaded when it is wanted, and the one place that decides how failure looks."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command

from cls_check.cli.console import note, say
from cls_check.errors import ClsCheckError, UnknownNameError
from cls_check.files.wording import did_you_mean, quoted

INTERRUPTED = 130

WELCOME = """\
cls-check helps a place talk about how it is changing adult social care, and keeps a record.

  cls-check demo                 look at a finished example place
  cls-check assess               answer a questionnaire: alone, or one after another
  cls-check close NAME.open      turn the answers into a file that gives nobody away
  cls-check report FILE          make the readiness report
  cls-check check FILE           see if a file is right

Add --help to any of them to read more."""


class Command(NamedTuple):
    """A command: the module that it is in, and what it does in one line."""

    module: str
    does: str


COMMANDS = {
    "demo": Command(
        "cls_check.cli.demo",
        "Copy the example places and make the readiness report of one of them.",
    ),
    "assess": Command(
        "cls_check.cli.assess",
        "Run a round: gather answers, look at them together, write down what you agree.",
    ),
    "close": Command(
        "cls_check.cli.close",
        "Close a round: add up the answers, join groups that are too small, write one file.",
    ),
    "check": Command(
        "cls_check.cli.check",
        "Check files: whether they can be used, and whether they give anybody away.",
    ),
    "edit": Command(
        "cls_check.cli.edit",
        "Write down what you agreed: levels, reasons, evidence and actions.",
    ),
    "score": Command(
        "cls_check.cli.score",
        "Print what people said about each factor, in numbers and in words.",
    ),
    "report": Command(
        "cls_check.cli.report",
        "Make the readiness report that a steering group reads.",
    ),
    "questionnaire": Command(
        "cls_check.cli.questionnaire",
        "Look at questionnaires, check them, begin one of your own.",
    ),
}


class Commands(TyperGroup):
    """The commands of cls-check; what goes wrong in any of them is told in one way."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is Typer's
        """The names, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Load the module of a command, of this one alone: that keeps start-up fast."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name].module)
        group = getattr(module, "app", None) or _alone(cmd_name, getattr(module, cmd_name, None))
        command = get_command(group)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was typed; for one that is not there, name the nearest."""
        if args[0] not in COMMANDS:
            known = ", ".join(COMMANDS)
            raise UnknownNameError.of(
                f"There is no command {quoted(args[0])}.",
                did_you_mean(args[0], COMMANDS) or f"The commands are {known}.",
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.does) for name, command in COMMANDS.items()])

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a failure becomes a clear message and an exit code."""
        try:
            return super().invoke(ctx)
        except ClsCheckError as error:
            note(str(error))
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            note("\nStopped.")
            raise typer.Exit(INTERRUPTED) from None


def _alone(name: str, function: Any) -> typer.Typer:
    """A Typer of one command."""
    single = typer.Typer(rich_markup_mode=None, add_completion=False, **SETTINGS)
    single.command(name)(function)
    return single


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
        say(WELCOME)


def run(args: list[str] | None = None) -> int:
    """Run cls-check and give its exit code."""
    try:
        app(args=args, prog_name="cls-check")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(bool(done.code))
    return 0
