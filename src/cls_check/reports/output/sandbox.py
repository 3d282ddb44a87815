"""The sandbox that templates run in, ours and anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from cls_check.reports.output.template_files import TemplateFiles

MOST_STEPS = 200_000
"""How often all `range` loops of a template may go round."""
LARGEST_PRODUCT = 1_000_000


def sandbox(
    files: TemplateFiles, escaping: str, finalize: Callable[[Any], Any] | None = None
) -> ImmutableSandboxedEnvironment:
    """Jinja's sandbox with our limits: nothing undefined, no endless loop, no giant text.

    Args:
        files: Where templates come from.
        escaping: A word for how values are escaped, the same for the same `finalize`.
        finalize: What is done with each value; nothing, as HTML is escaped by Jinja.
    """
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from jinja2.utils import Namespace

    from cls_check.reports.output.compiled import Compiled

    class Sandbox(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**", "%"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            _refuse_giants(operator, left, right)
            return super().call_binop(context, operator, left, right)

        def getattr(self, obj: Any, attribute: str) -> Any:
            """What a class of ours declares is plain data: to ask no more saves a third."""
            if attribute in getattr(type(obj), "__dataclass_fields__", ()):
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

    kind: Any = Sandbox
    if files.has_own:
        kind, escaping = _bounded(Sandbox), f"{escaping}own"
    env: Any = kind(
        loader=FunctionLoader(files.load),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=0,
        bytecode_cache=Compiled(files, escaping),
    )
    env.globals = {"range": _counted_range(), "namespace": Namespace}
    for name in ("center", "indent", "wordwrap", "format", "random", "pprint"):
        env.filters.pop(name)  # can grow a text beyond measure, or differ from run to run
    made: ImmutableSandboxedEnvironment = _counted(env) if files.has_own else env
    return made


def _counted(env: Any) -> Any:
    from cls_check.reports.output.own_templates import bound

    env.budget = bound(env)
    return env


def _bounded(sandbox: Any) -> Any:
    """The same sandbox for templates of somebody's own; ours do without what it costs."""
    from cls_check.reports.output import own_templates

    class BoundedSandbox(sandbox):  # type: ignore[misc]  # a class that is known when it runs
        intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
        budget: own_templates.Budget

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            own_templates.weigh_both(operator, left, right)
            made = super().call_binop(context, operator, left, right)
            return own_templates.weigh(made)

        def call(self, context: Any, called: Any, *given: Any, **named: Any) -> Any:
            if own_templates.is_loop(called) and given:
                given = (self.budget.turns(given[0]), *given[1:])
            return self.budget.counted(super().call)(context, called, *given, **named)

        def _parse(self, *given: Any) -> Any:
            return own_templates.Bounded().visit(super()._parse(*given))

    return BoundedSandbox


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
