"""The commands, and the one place that decides how failure looks."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from cls_check.cli import assess, check, close, demo, questionnaire, report, score
from cls_check.cli.console import note, say
from cls_check.errors import ClsCheckError

INTERRUPTED = 130

WELCOME = """\
cls-check helps a place talk about how it is changing adult social care, and keeps a record.

  cls-check demo                 look at a finished example place
  cls-check assess               answer a questionnaire: alone, or one after another
  cls-check close NAME.open      turn the answers into a file that gives nobody away
  cls-check report FILE          make the readiness report
  cls-check check FILE           see if a file is right

Add --help to any of them to read more."""


class Commands(TyperGroup):
    """The commands of cls-check; what goes wrong in any of them is told in one way."""

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


app = typer.Typer(
    cls=Commands,
    name="cls-check",
    help="A self-assessment toolkit for places that are changing how adult social care works.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def welcome(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and stop."),  # noqa: ARG001 - __main__ answers it before
) -> None:
    """A self-assessment toolkit for places that are changing how adult social care works."""
    if context.invoked_subcommand is None:
        say(WELCOME)


app.command("demo")(demo.demo)
app.command("assess")(assess.assess)
app.command("close")(close.close)
app.command("check")(check.check)
app.command("score")(score.score)
app.command("report")(report.report)
app.add_typer(questionnaire.app, name="questionnaire")


def run(args: list[str] | None = None) -> int:
    """Run cls-check and give its exit code."""
    try:
        app(args=args, prog_name="cls-check")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(bool(done.code))
    return 0
