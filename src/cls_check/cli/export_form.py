"""`cls-check questionnaire export`: a form for people to fill in alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cls_check.cli.console import note, say
from cls_check.exchange.forms.kinds import FormKind
from cls_check.words.speech import label


def export(
    questionnaire: Annotated[str, typer.Argument(help="Its id, or the path of its file.")],
    kind: Annotated[FormKind, typer.Option("--to", help="What the form is made for.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file or the folder. Without it, this folder."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(help="The language to show first, if the questionnaire has several."),
    ] = None,
) -> None:
    """Make a form for people to fill in alone: online, on a phone, offline or on paper.

    What comes back is read by cls-check import. Forms hold all languages of the questionnaire,
    but for Microsoft Forms and paper, which hold one.
    """
    if kind is FormKind.PAPER:
        from cls_check.cli.paper import paper

        paper(questionnaire, output or Path("cls-check-paper"), language=language)
        return
    from cls_check.cli.questionnaire import tell_of_another_language
    from cls_check.files.settings import in_force
    from cls_check.workflows.forms import FormRequest, make_form

    settings = in_force(language=language)
    strict = settings.origin("language").kind == "option"
    made = make_form(
        FormRequest(questionnaire, kind, output or Path(), settings.language, strict=strict)
    )
    tell_of_another_language(made.questionnaire, settings)
    note(label(f"form.made.{kind}"))
    for path in made.written:
        say(str(path))
