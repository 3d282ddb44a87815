"""The public names of `cls_check.api` for docs/library.md: how each is called and what it is."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from cls_check import api

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def page() -> str:
    """Verbs first, as they are called; then the values that come back, then the errors."""
    verbs = [name for name in api.__all__ if name.islower()]
    errors = [name for name in api.__all__ if name.endswith("Error")]
    values = [name for name in api.__all__ if name not in {*verbs, *errors}]
    tables = {"function": verbs, "value": values, "error": errors}
    return "\n".join(line for heading, names in tables.items() for line in _table(heading, names))


def _table(heading: str, names: list[str]) -> Iterator[str]:
    yield f"\n| {heading} | what it is |\n|---|---|"
    for name in names:
        public = getattr(api, name)
        shown = _called(name, public) if name.islower() else name
        yield f"| `{shown}` | {(inspect.getdoc(public) or '').partition(chr(10))[0]} |"


def _called(name: str, function: Callable[..., object]) -> str:
    """How a function is called: the names of what it takes, and what is taken for them if nothing is given."""
    signature = inspect.signature(function)
    bare = [each.replace(annotation=each.empty) for each in signature.parameters.values()]
    return f"{name}{inspect.Signature(bare)}"
