"""Which keys a model allows at a place in its file."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cls_check.yaml.places import TreePath


def keys_at(model: type[BaseModel], path: TreePath) -> list[str]:
    """The keys that can stand in the group at this path, in the model's order."""
    reached: list[Any] = [model]
    for step in path:
        reached = [inner for one in reached for inner in _inside(one, step)]
    groups = [one for one in _members(reached) if _is_model(one)]
    return list(dict.fromkeys(name for group in groups for name in _fields(group)))


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    """What a key or an index leads to."""
    for one in _members([annotation]):
        if _is_model(one):
            if step in (fields := _fields(one)):
                yield fields[str(step)]
        elif (origin := get_origin(one)) is not None:
            arguments = get_args(one)
            if issubclass(origin, dict):
                yield arguments[1]
            else:
                yield from arguments


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _members(annotations: Iterable[Any]) -> Iterator[Any]:
    """The annotations without `Annotated`, and of a union each member."""
    for annotation in annotations:
        origin = get_origin(annotation)
        if origin is Annotated:
            yield from _members(get_args(annotation)[:1])
        elif origin is Union or origin is types.UnionType:
            yield from _members(get_args(annotation))
        else:
            yield annotation
