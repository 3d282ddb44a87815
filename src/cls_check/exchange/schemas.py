"""JSON Schemas of our files, for editors that complete and check, and for other programs.

Those of files are made from the models that read them, so that they cannot fall behind. They say
what one value may be; that the parts of a file fit together, `cls-check check` says.

They are written as draft 7, which the YAML support of every editor knows. A name such as
`urn:cls-check:assessment:1` stands for each: it has no address, as it needs no network.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import GenerateJsonSchema

from cls_check import resources
from cls_check.domain.counts.tally import ANY_ANSWER
from cls_check.domain.dates import A_DAY
from cls_check.domain.findings.rules import HEADLINES
from cls_check.domain.model import OWN_KEY
from cls_check.domain.terms import MOST_ANSWERS

if TYPE_CHECKING:
    from pydantic_core import core_schema

    from cls_check.domain.model import Model

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
LANGUAGE: Final = "^[a-z]{2,3}(-[A-Za-z]{2,4})?$"

MODELS: Final = {
    "questionnaire": ("questionnaires.questionnaire", "Questionnaire"),
    "assessment": ("assessments.assessment", "Assessment"),
    "round": ("rounds.round", "Round"),
    "voice": ("rounds.round", "Voice"),
    "hands": ("rounds.round", "Hands"),
    "notes": ("rounds.round", "Notes"),
    "talk": ("rounds.round", "Talk"),
    "renames": ("comparison.renames", "Renames"),
    "import-map": ("rounds.import_map", "ImportMap"),
}
"""What is made from a model: the module of the domain and its name there."""
RECORD: Final = ("round", "voice", "hands", "notes", "talk")
"""The files that a record can hold."""
BY_HAND: Final = ("findings", "comparison")
"""What has no model of its own; the schema is a file of the package, where there is one."""


def schema_names() -> tuple[str, ...]:
    """The names of all schemas that can be given."""
    by_hand = [name for name in BY_HAND if resources.schema(name).is_file()]
    return (*MODELS, "record", *by_hand)


def schema_text(name: str) -> str:
    """The text of a schema."""
    if name in BY_HAND and name != "findings":
        return resources.schema(name).read_text(encoding="utf-8")
    made = _findings() if name == "findings" else schema(name)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _findings() -> dict[str, Any]:
    """The schema of findings: what is written by hand, with the names that the rules have."""
    found: dict[str, Any] = json.loads(resources.schema("findings").read_text(encoding="utf-8"))
    found["$defs"]["factor"]["properties"]["headline"]["enum"] = [*HEADLINES, None]
    return found


def schema(name: str) -> dict[str, Any]:
    """A schema that is made from our models."""
    if name == "record":
        return _any_of(RECORD)
    module, model_name = MODELS[name]
    model: type[Model] = getattr(import_module(f"cls_check.domain.{module}"), model_name)
    generator = _InLanguages if name == "questionnaire" else _AsWeRead
    made = model.model_json_schema(schema_generator=generator)
    read: dict[str, Any] = _as_read(made)
    return _head(name) | read


def _head(name: str) -> dict[str, Any]:
    return {"$schema": DRAFT, "$id": f"urn:cls-check:{name}:1"}


def _any_of(parts: tuple[str, ...]) -> dict[str, Any]:
    """A schema for any one of several kinds of files, each with its own definitions."""
    schemas = {part: schema(part) for part in parts}
    definitions = {
        name: inner for made in schemas.values() for name, inner in made.pop("$defs", {}).items()
    }
    wholes = {
        part: {key: value for key, value in made.items() if not key.startswith("$")}
        for part, made in schemas.items()
    }
    return _head("record") | {
        "description": "A file in the folder of a round that is being gathered.",
        "anyOf": [{"$ref": f"#/$defs/{part}"} for part in parts],
        "$defs": definitions | wholes,
    }


class _AsWeRead(GenerateJsonSchema):
    """What our models take, before the reader's own ways are added."""

    def str_schema(self, schema: core_schema.StringSchema) -> dict[str, Any]:
        """A text; of numbers, those that are answers."""
        text = super().str_schema(schema)
        if text.get("pattern") == ANY_ANSWER:
            return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": MOST_ANSWERS}, text]}
        return text

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the signature is Pydantic's
        """No: "Took-Part" says no more than `took-part`."""
        return False


class _InLanguages(_AsWeRead):
    """The same, of a file whose texts may be in several languages."""

    def str_schema(self, schema: core_schema.StringSchema) -> dict[str, Any]:
        """A text, or a map of language to text; ids are the same in every language."""
        text = super().str_schema(schema)
        if "pattern" in text:
            return text
        in_several = {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {LANGUAGE: text},
        }
        return {"anyOf": [text, in_several]}


def _as_read(made: Any, inside: str = "") -> Any:
    """The same as our reader reads: closed, and with numbers for texts.

    There are no other names than those that are known, and `x-` notes of one's own. Where a text
    is wanted, `version: 1.0` is one too; a day, an answer or a translation is never a number.
    """
    if isinstance(made, list):
        return [_as_read(each) for each in made]
    if not isinstance(made, dict) or inside in {"propertyNames", LANGUAGE}:
        return made
    read = {key: _as_read(value, key) for key, value in made.items()}
    if isinstance(made.get("properties"), dict):
        read |= {"patternProperties": {OWN_KEY: True}, "additionalProperties": False}
    elif "patternProperties" in made:
        read["additionalProperties"] = False
    elif made.get("type") == "string" and made.get("pattern") not in {A_DAY, ANY_ANSWER}:
        read["type"] = ["string", "number"]
    return read
