"""Records and parts of one where they should not be: told by a folder's name, and by what a file says.

Whoever commits a record by mistake has often given it a name of their own, or saved it in an editor
that writes it in another way. YAML allows many; so a file is read, and not searched for a line.
"""

from __future__ import annotations

import re

from cls_check.files.records.ours import SUFFIX, is_name_inside
from cls_check.files.validation.kinds import OF_A_ROUND
from cls_check.yaml.lenient import UnreadableError, plain_text, trees_in

MARKDOWN = re.compile(r"\.(?:md|markdown|mdx)$", re.IGNORECASE)
"""What explains a record with an example of one in it."""

_KEYS = frozenset({*OF_A_ROUND, "cls-check-imported", "cls-check-counted"})
_ANY_KEY = re.compile(b"|".join([rb"cls-check-\\", *(key.encode() for key in sorted(_KEYS))]))
"""A quick look first: in double quotes, any letter can be written by its number."""
_LINE = re.compile(
    rf"^[\s{{?\"'-]*(?:{'|'.join(sorted(_KEYS))})[\"']?\s*:\s*[\"']?\d", re.MULTILINE
)
_YAML = re.compile(r"\.(?:ya?ml|json)", re.IGNORECASE)
_FOLDER = re.compile(
    rf".*{re.escape(SUFFIX)}(?:[-~ ].*|\.bak.*| ?\(\d+\))?", re.DOTALL | re.IGNORECASE
)
"""A record's folder, also as an unfinished or a saved copy of one is called."""


def record_of(path: str) -> str:
    """The folder of a record that a file is in, if it is one of ours; "" where it is in none.

    A folder of an open day is none, whatever is in it: no file there has a name of ours.
    """
    parts = path.split("/")
    for depth, name in enumerate(parts[:-1], start=1):
        if _FOLDER.fullmatch(name) and is_name_inside(parts[depth:]):
            return "/".join(parts[:depth])
    return ""


def is_part_of_a_record(data: bytes, name: str) -> bool:
    """Whether a file, in whatever way it is written, holds what single people said, or a part of it."""
    plain = data.replace(b"\0", b"") if b"\0" in data else data
    if not _ANY_KEY.search(plain) or MARKDOWN.search(name):
        return False
    text = plain_text(data)
    try:
        trees = trees_in(text)
    except UnreadableError:
        return _YAML.search(name) is not None and _LINE.search(text) is not None
    return any(
        isinstance(tree.get(key), str) and tree[key].strip().isdigit()
        for tree in trees
        for key in _KEYS
    )
