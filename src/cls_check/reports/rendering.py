"""From the view model to a file to read: HTML or Markdown, by templates that people can replace.

Templates run in Jinja's sandbox and see plain data. Jinja is imported only when a report is made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

from cls_check.errors import ClsCheckError, Place
from cls_check.reports.template_files import TemplateFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from jinja2.sandbox import ImmutableSandboxedEnvironment

Format = Literal["html", "markdown"]

MOST_STEPS = 200_000
"""How often all `range` loops of a template may go round."""
MOST_CHARACTERS = 20_000_000
LARGEST_PRODUCT = 1_000_000

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def render(view: Mapping[str, Any], format: Format, overrides: Path | None = None) -> str:  # noqa: A002
    """The report in one form: the same text for the same view, ending with one line end.

    Args:
        view: What `view.steering_group_view` gives.
        format: "html" or "markdown".
        overrides: A folder of the user's own templates; a file of the same name there wins.

    Raises:
        ClsCheckError: a template cannot be read, or does not work; with its file and line.
    """
    files = TemplateFiles(overrides)
    if format == "html":
        from cls_check.reports.html import TEMPLATE, environment
    else:
        from cls_check.reports.markdown import TEMPLATE, environment
    return _tidy(_run(environment(files), TEMPLATE, view, files))


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", text.strip()) + "\n"


def _run(
    env: ImmutableSandboxedEnvironment, name: str, view: Mapping[str, Any], files: TemplateFiles
) -> str:
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
    except (TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError) as error:
        raise _trouble(str(error), files.place_of(error, name)) from error
    except (RecursionError, TypeError, ValueError) as error:
        raise _trouble(str(error), files.place_of(error, name)) from error


def _limited(parts: Iterator[str]) -> Iterator[str]:
    length = 0
    for part in parts:
        length += len(part)
        if length > MOST_CHARACTERS:
            raise ValueError("it writes more than 20 million characters")
        yield part


def _trouble(what: str, place: Place) -> ClsCheckError:
    first_line = what.strip().split("\n")[0] or "it did not work"
    return ClsCheckError.of(
        f"This template does not work: {first_line}.".replace("..", "."),
        "Mend that line, or leave the file out to use the template that comes with cls-check.",
        place,
    )


def sandbox(
    files: TemplateFiles, finalize: Callable[[Any], Any] | None = None
) -> ImmutableSandboxedEnvironment:
    """Jinja's sandbox with our limits: nothing undefined, no endless loop, no giant text."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from jinja2.utils import Namespace

    class Sandbox(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**", "%"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            _refuse_giants(operator, left, right)
            return super().call_binop(context, operator, left, right)

    env = Sandbox(
        loader=FunctionLoader(files.load),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=0,
    )
    env.globals = {"range": _counted_range(), "namespace": Namespace}
    for name in ("center", "indent", "wordwrap", "format", "random", "pprint"):
        env.filters.pop(name)  # can grow a text beyond measure, or differ from run to run
    return env


def _refuse_giants(operator: str, left: Any, right: Any) -> None:
    both = (left, right)
    if operator == "%" and isinstance(left, str):
        raise ValueError("% is for numbers here; write the text out")
    if operator == "**" and any(abs(number) > 1000 for number in both):
        raise ValueError("this power is too large")
    if operator == "*" and any(isinstance(side, str | list | tuple) for side in both):
        size = max(len(side) if isinstance(side, str | list | tuple) else side for side in both)
        if size > LARGEST_PRODUCT:
            raise ValueError("this would repeat too much")


def _counted_range() -> Callable[..., range]:
    """A `range` that a template cannot nest without end."""
    left = MOST_STEPS

    def counted(*bounds: int) -> range:
        nonlocal left
        steps = range(*bounds)
        left -= len(steps)
        if left < 0:
            raise ValueError("its loops go round too often")
        return steps

    return counted
