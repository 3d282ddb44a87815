"""From the view model to a file to read: HTML or Markdown, by templates that people can replace.

Templates run in Jinja's sandbox and see plain data. Jinja is imported only when a report is made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from cls_check.errors import ClsCheckError, Place
from cls_check.reports.output.template_files import TemplateFiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from cls_check.reports.model.view import View

Format = Literal["html", "markdown", "comment"]

MOST_CHARACTERS = 20_000_000

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def render(
    view: View,
    format: Format,  # noqa: A002
    overrides: Path | None = None,
    *,
    painted: bool = False,
) -> str:
    """The report in one form: the same text for the same view, ending with one line end.

    Args:
        view: What is said.
        format: "html", "markdown", or "comment": Markdown for a comment on a hosting site.
        overrides: A folder of the user's own templates; a file of the same name there wins.
        painted: For what reads no style inside a picture; see `html_environment.environment`.

    Raises:
        ClsCheckError: a template cannot be read, or does not work; with its file and line.
    """
    if overrides is None:
        return _render(view, format, None, painted)
    from cls_check.reports.output.separate_process import rendered_apart

    return rendered_apart(_render, overrides, view, format, overrides, painted)


def _render(view: View, format: Format, overrides: Path | None, painted: bool) -> str:  # noqa: A002, FBT001
    files = TemplateFiles(overrides)
    if format == "html":
        from cls_check.reports.output import html_environment

        own = html_environment.own_style(view.look)
        env = html_environment.environment(
            files, more=[f"{view.audience}.css"], own=own, painted=painted
        )
        made = _run(env, html_environment.TEMPLATE, view, files)
    else:
        from cls_check.reports.output import markdown_environment

        env = markdown_environment.environment(files, in_comment=format == "comment")
        made = _run(env, markdown_environment.TEMPLATE, view, files)
    return _tidy(made)


def render_page(
    template: str,
    view: object,
    *styles: str,
    overrides: Path | None = None,
    script: str = "",
) -> str:
    """A page of its own in HTML, by the template, the styles and the script of these names.

    Raises:
        ClsCheckError: a template cannot be read, or does not work; with its file and line.
    """
    given = (template, view, styles, overrides, script)
    if overrides is None:
        return _page(*given)
    from cls_check.reports.output.separate_process import rendered_apart

    return rendered_apart(_page, overrides, *given)


def _page(
    template: str, view: object, styles: tuple[str, ...], overrides: Path | None, script: str
) -> str:
    from cls_check.reports.output.html_environment import environment

    files = TemplateFiles(overrides)
    env = environment(files, styles[0], more=styles[1:], script=script)
    return _tidy(_run(env, template, view, files))


def render_as_written(template: str, view: object) -> str:
    """A text of our own in Markdown: every value stands as it is, so none may be a stranger's."""
    from markupsafe import Markup

    from cls_check.reports.output.sandbox import sandbox

    files = TemplateFiles()
    return _tidy(_run(sandbox(files, "aswritten", Markup), template, view, files))


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", text.strip()) + "\n"


def _run(env: ImmutableSandboxedEnvironment, name: str, view: object, files: TemplateFiles) -> str:
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        return "".join(_limited(env.get_template(name).generate(view=view)))
    except ClsCheckError:
        raise
    except TemplateNotFound as error:
        raise _trouble(f'there is no template "{error}"', files.place_of(error, name)) from error
    except TemplateSyntaxError as error:
        place = Place(files.shown_as(error.name or name), error.lineno)
        raise _trouble(str(error.message), place) from error
    except _WRONG as error:
        raise _trouble(_in_words(error), files.place_of(error, name)) from error
    except TemplateError as error:
        raise _trouble(str(error), files.place_of(error, name)) from error


def _limited(parts: Iterator[str]) -> Iterator[str]:
    length = 0
    for part in parts:
        length += len(part)
        if length > MOST_CHARACTERS:
            raise ValueError("it writes more than 20 million characters")
        yield part


_WRONG = (
    ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TimeoutError,
    TypeError, ValueError,
)  # fmt: skip


def _in_words(error: Exception) -> str:
    """What is wrong, where Python says nothing, or says it in words about itself."""
    match error:
        case MemoryError():
            return "it needs too much memory"
        case RecursionError():
            return "its parts use each other without end"
        case OverflowError():
            return "a number in it is too large"
        case KeyError():
            return f"there is no {error} here"
    return str(error) or f"something in it cannot be done ({type(error).__name__})"


def _trouble(what: str, place: Place) -> ClsCheckError:
    first_line = what.strip().split("\n")[0]
    return ClsCheckError.of(
        f"This template does not work: {first_line}.".replace("..", "."),
        "Mend that line, or leave the file out to use the template that comes with cls-check.",
        place,
    )
