"""Bounds for templates of somebody's own: of every text, list and number, where they are made.

They hold on every system and name the line. What they cannot see, such as two lists of lists that
are compared, a process apart bounds; see `apart`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from jinja2 import nodes, pass_eval_context
from jinja2.runtime import LoopContext, markup_join, str_join
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2.nodes import EvalContext

MOST_CHARACTERS = 20_000_000
"""Of any one text."""
MOST_WRITTEN = 100_000_000
"""Characters of all that is written, into the page or into a variable, and again from there."""
MOST_THINGS = 200_000
"""In any one list, counted with those inside it."""
MOST_STEPS = 300_000
"""Turns of loops, calls and filters; a report of ours with 50 statements makes 4,000."""
MOST_BITS = 4_000
"""Of a number, which is more than a thousand digits."""
DEEPEST = 100
PARTED = ("slice", "batch")
"""Filters that make as many lists as they are told to."""
JOIN, TURNS = " join", " turns"
"""Names of filters that nobody can write in a template."""


class Budget:
    """What one rendering has used."""

    def __init__(self) -> None:
        self._steps = self._written = 0

    def step(self, count: int = 1) -> None:
        """Count what is done."""
        self._steps += count
        if self._steps > MOST_STEPS:
            raise ValueError("it goes round too often, or calls too much")

    def written(self, value: Any) -> Any:
        """Count what is written, and give it back."""
        weigh(value)
        self._written += len(value) if isinstance(value, str) else 1
        if self._written > MOST_WRITTEN:
            raise ValueError("it writes more than 100 million characters")
        return value

    def turns(self, items: Iterable[Any]) -> Turns:
        """The same items, counted as they are gone through."""
        return items if isinstance(items, Turns) else Turns(items, self)

    def counted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, read_from_disk in what it is given and what it gives."""

        def read_from_disk(*given: Any, **named: Any) -> Any:
            self.step()
            for value in (*given, *named.values()):
                weigh(value)
            return weigh(function(*given, **named))

        read_from_disk.__dict__.update(
            getattr(function, "__dict__", {})
        )  # how Jinja has to call it
        return read_from_disk


class Turns:
    """What a loop goes through; it can still be asked how much there is."""

    def __init__(self, items: Iterable[Any], budget: Budget) -> None:
        self._items, self._budget = items, budget

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            self._budget.step()
            yield item

    def __len__(self) -> int:
        return len(self._items)  # type: ignore[arg-type]  # else a TypeError, as it has to be


def weigh(value: Any) -> Any:
    """Give a value back, unless it is too large to be made into a text, or to be gone through.

    Raises:
        ValueError: with what is wrong.
    """
    if isinstance(value, str) and len(value) > MOST_CHARACTERS:
        raise ValueError("a text in it is longer than 20 million characters")
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise ValueError("a number in it has more than a thousand digits")
    if isinstance(value, list | tuple | set | frozenset | dict):
        _count(value, [0, 0], 0)
    return value


def _count(value: Any, seen: list[int], depth: int) -> None:
    """Count the things in a list, the list in it and so on, and the letters of their texts."""
    seen[0] += len(value)
    if seen[0] > MOST_THINGS:
        raise ValueError(f"a list in it holds more than {MOST_THINGS:,} things")
    if depth > DEEPEST:
        raise ValueError(f"a list in it lies more than {DEEPEST} lists deep")
    for each in (*value, *value.values()) if isinstance(value, dict) else value:
        if isinstance(each, list | tuple | set | frozenset | dict):
            _count(each, seen, depth + 1)
        elif isinstance(each, str):
            seen[1] += len(each)
            if seen[1] > MOST_CHARACTERS:
                raise ValueError("the texts in a list have more than 20 million characters")


def weigh_both(operator: str, left: Any, right: Any) -> None:
    """Refuse an operation whose result would be too large.

    Raises:
        ValueError: with what is wrong.
    """
    weigh(left)
    weigh(right)
    sizes = [len(side) if isinstance(side, str | list | tuple) else None for side in (left, right)]
    if operator == "+" and None not in sizes and sum(filter(None, sizes)) > MOST_CHARACTERS:
        raise ValueError("a text in it is longer than 20 million characters")


@pass_eval_context
def joined(context: EvalContext, parts: list[Any]) -> str:
    """What ~ gives."""
    texts = [weigh(part) if isinstance(part, str) else str(weigh(part)) for part in parts]
    if sum(map(len, texts)) > MOST_CHARACTERS:
        raise ValueError("a text in it is longer than 20 million characters")
    return markup_join(texts) if context.autoescape else str_join(texts)


def parted(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is told how many to make, or how many in each."""

    def read_from_disk(*given: Any, **named: Any) -> Any:
        if any(isinstance(each, int) and each > MOST_THINGS for each in (*given, *named.values())):
            raise ValueError(f"it makes more than {MOST_THINGS:,} parts")
        return function(*given, **named)

    read_from_disk.__dict__.update(getattr(function, "__dict__", {}))
    return read_from_disk


class Bounded(NodeTransformer):
    """Puts our own filters where a template loops, and where it joins texts."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the name is Jinja's
        """Count the turns of a loop."""
        self.generic_visit(node)
        node.iter = _through(TURNS, node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 - the name is Jinja's
        """Bound what ~ gives."""
        self.generic_visit(node)
        return _through(JOIN, nodes.List(node.nodes, lineno=node.lineno))


def _through(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", node), name, [], [], None, None, lineno=node.lineno)


def bound(env: Any) -> Budget:
    """Bound an environment: its filters, its tests, and all that it writes."""
    budget = Budget()
    for known in (env.filters, env.tests):
        known.update({name: budget.counted(function) for name, function in known.items()})
    env.filters |= {name: parted(env.filters[name]) for name in PARTED}
    env.filters |= {JOIN: budget.counted(joined), TURNS: budget.turns}
    before = env.finalize
    env.finalize = (
        budget.written
        if before is None
        else lambda value: budget.written(before(budget.written(value)))
    )
    return budget


def is_loop(called: Any) -> bool:
    """Whether a recursive loop is called, with what it is to go through."""
    return isinstance(called, LoopContext)
