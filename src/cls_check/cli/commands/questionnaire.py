"""`cls-check questionnaire`: look at questionnaires, check them, begin your own, make forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.screen.checked import tell_all
from cls_check.cli.screen.console import note, say
from cls_check.cli.screen.settings import tell_of_another_language
from cls_check.errors import ClsCheckError, UnknownNameError
from cls_check.exchange.forms.kinds import FormKind
from cls_check.messages import listed
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.questionnaires.questionnaire import Factor, Questionnaire

app = typer.Typer(
    help="Look at questionnaires, check them, begin one of your own.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Language = Annotated[
    str | None, typer.Option(help="The language to show, if it is written in several.")
]


@app.command("list")
def list_them() -> None:
    """List the questionnaires that come with cls-check."""
    from cls_check.files.questionnaires.reading import bundled

    for found in bundled():
        statements = sum(1 for _ in found.statements())
        kind = "statements" if statements else "levels"
        fields = {"title": found.title, "n": statements, "minutes": found.minutes}
        say(f"{found.id}\n  {label(f'questionnaire.{kind}', **fields)}")


@app.command("show")
def show(
    questionnaire: Annotated[
        str | None,
        typer.Argument(help="Its id, or the path of its file. Without it, the settings' own."),
    ] = None,
    language: Language = None,
) -> None:
    """Print a questionnaire to read."""
    from cls_check.files.questionnaires.reading import bundled_ids, find_wished
    from cls_check.files.settings import in_force

    settings = in_force(questionnaire=questionnaire, language=language)
    if settings.questionnaire is None:
        raise UnknownNameError.of(
            "Which questionnaire?", f"Add its id or its file: {', '.join(bundled_ids())}."
        )
    strict = settings.origin("language").kind == "option"
    source = find_wished(settings.questionnaire, settings.language, strict=strict)
    tell_of_another_language(source.questionnaire, settings)
    say("\n".join(_lines(source.questionnaire)))


def _lines(questionnaire: Questionnaire) -> Iterator[str]:
    yield questionnaire.title
    if questionnaire.about:
        yield f"\n{questionnaire.about}"
    if questionnaire.scale:
        yield f"\n{questionnaire.scale.question}"
        for number, answer in enumerate(questionnaire.scale.answers, start=1):
            yield f"  {number}  {answer}"
        yield f"  d  {questionnaire.scale.dont_know}\n  x  {questionnaire.scale.cannot_answer}"
    for factor in questionnaire.factors.values():
        yield from _factor_lines(questionnaire, factor)
    if questionnaire.reflections:
        yield "\nTo talk about at the end"
        yield from (f"  {reflection.text}" for reflection in questionnaire.reflections.values())
    credit = [text for text in (questionnaire.source, questionnaire.licence) if text]
    if credit:
        yield "\nSource: " + ". ".join(credit)


def _factor_lines(questionnaire: Questionnaire, factor: Factor) -> Iterator[str]:
    yield f"\n{factor.title}"
    if factor.meaning:
        yield f"  {factor.meaning}"
    for key, statement in factor.statements.items():
        yield f"  {key:<8} {statement.text}"
    if not factor.statements:
        for level, description in factor.levels.items():
            yield f"  {questionnaire.levels[level]}: {description}"


@app.command("check")
def check(
    files: Annotated[list[Path], typer.Argument(help="Files of questionnaires.", readable=False)],
) -> None:
    """Check questionnaires, each in every language that it is written in, and how they are worded.

    Exit code 0 where all is well, 1 where something is worth another look, 2 where a file cannot
    be used.
    """
    from cls_check.workflows.checking.one_file import check_questionnaire

    tell_all([check_questionnaire(path) for path in files])


NEW = """\
# A questionnaire of your own. Change every text; keep the ids once people have answered.
cls-check-questionnaire: 1
id: our-questionnaire
version: "1.0"
title: Our questionnaire
languages: [en]
about: |-
  What this is for, in two sentences.
scale:
  question: How true is this here, right now?
  answers:
    - Not true yet
    - A little true
    - Partly true
    - Mostly true
    - Very true
perspectives:
  lived-experience:
    name: people with lived experience
    choose: I draw on care or support, or have done
  staff:
    name: staff
    choose: I work here
factors:
  being-heard:
    title: Being heard
    meaning: People say what matters to them, and it makes a difference.
    statements:
      hea-1: People are asked what matters to them.
      hea-2: People can see what changed because of what they said.
"""


@app.command("new")
def new(
    file: Annotated[Path, typer.Argument(help="The file to write.")] = Path(
        "our-questionnaire.yaml"
    ),
) -> None:
    """Begin a questionnaire of your own from a small one that works."""
    from cls_check.files.atomic import write_text
    from cls_check.files.validation.schema_line import schema_line

    write_text(file, schema_line("questionnaire", file) + NEW, replacing=None)
    note(label("questionnaire.new"))
    say(str(file))
    note(label("questionnaire.next", file=file))


@app.command("convert")
def convert(
    table: Annotated[
        Path,
        typer.Argument(
            help="A CSV or xlsx file with a column of statements, and others such as factor, id, meaning "
            "and scale.",
            readable=False,
        ),
    ],
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write. Without it, beside the table."),
    ] = None,
    language: Annotated[
        str, typer.Option(help="The language of columns whose names say none.")
    ] = "en",
) -> None:
    """Make a questionnaire of a table of statements."""
    from cls_check.workflows.convert import convert as convert_table

    done = convert_table(table, file or table.with_suffix(".yaml"), language)
    made = done.made
    factors = made.tree["factors"]
    kind = "statements" if made.statements else "levels"
    note(label(f"converted.{kind}", n=made.statements or len(factors), factors=listed(factors)))
    say(str(done.path))
    for role, name in made.taken:
        note(label(f"converted.taken.{role}", name=name))
    if made.left_out:
        note(label("converted.left-out", names=listed(made.left_out)))
    if made.usual_scale:
        note(label("converted.usual-scale"))
    if done.advice:
        note(label("converted.advice"))
        note(str(ClsCheckError(done.advice)))
    note(label("converted.next", file=done.path))


@app.command("export")
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
        from cls_check.cli.screen.pack import make_pack

        make_pack(questionnaire, output or Path("cls-check-paper"), language=language)
        return
    from cls_check.files.settings import in_force
    from cls_check.workflows.export_form import FormRequest, make_form

    settings = in_force(language=language)
    strict = settings.origin("language").kind == "option"
    made = make_form(
        FormRequest(questionnaire, kind, output or Path(), settings.language, strict=strict)
    )
    tell_of_another_language(made.questionnaire, settings)
    note(label(f"form.made.{kind}"))
    for path in made.written:
        say(str(path))
