"""What all models of files share: frozen values, names as written in the file, room for `x-` keys."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from cls_check.domain.terms import (
    LOWEST_MINIMUM_GROUP,
    MOST_MINIMUM_GROUP,
    MOST_ORGANISATIONS,
    as_written,
)

OWN_KEY = "^x-"
"""Keys that people may add anywhere for notes of their own; they are kept as they are."""


class Model(BaseModel):
    """A frozen value read from a file; unknown keys are errors, `x-` keys are kept."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        alias_generator=as_written,
        validate_by_name=False,
        validate_by_alias=True,
        coerce_numbers_to_str=True,
        serialize_by_alias=True,
    )
    __pydantic_extra__: dict[Annotated[str, StringConstraints(pattern=OWN_KEY)], Any] = Field(
        init=False
    )

    @property
    def own_notes(self) -> dict[str, Any]:
        """The `x-` keys that somebody added by hand."""
        return dict(self.model_extra or {})


def problem(fact: str, hint: str = "", at: tuple[str, ...] = ()) -> PydanticCustomError:
    """An error for a validator to raise, in our words; the reader adds file and line.

    `at` leads from the model that is validated to the name that is wrong.
    """
    return PydanticCustomError("in_our_words", "{fact}", {"fact": fact, "hint": hint, "at": at})


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=64)]
"""A stable name: letters, digits, dot, hyphen, underscore; at most 64 characters."""


def _on_one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text


Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=500, strip_whitespace=True),
    AfterValidator(_on_one_line),
]
"""A text of one line, 1 to 500 characters; one that was written on several is joined."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
"""What a person wrote, as they wrote it; 1 to 20,000 characters."""

A_VALUE = r"-?[0-9]{1,9}(\.[0-9]{1,9})?"
Value = Annotated[str, StringConstraints(pattern=f"^{A_VALUE}$")]
"""What an answer counts as: a number with a point, such as 0, 0.25 or -2."""

Count = Annotated[int, Field(ge=0, le=100_000, strict=True)]
"""A number of people, 0 to 100,000."""

Organisations = Annotated[int, Field(ge=1, le=MOST_ORGANISATIONS, strict=True)]
"""How many organisations and groups people come from, 1 to 1,000."""

MinimumGroup = Annotated[int, Field(ge=LOWEST_MINIMUM_GROUP, le=MOST_MINIMUM_GROUP, strict=True)]
"""The fewest people that a group which is shown may have, 3 to 1,000."""
