"""The first line of a file that tells an editor which schema completes and checks it.

The YAML support of editors knows it: `# yaml-language-server: $schema=` and an address. Ours have
no address on a network, so a line is written where a schema is at hand: in the folder of the file
or in one around it, as `cls-check schema` has put it there. The path is relative, so that it
holds on everybody's computer.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from cls_check.read_from_disk import is_file

if TYPE_CHECKING:
    from pathlib import Path

START = "# yaml-language-server: $schema="
FOLDER = "schemas"
_LINE = re.compile(rb"\A(# yaml-language-server: \$schema=[^\n]*\n)?(.*)\Z", re.DOTALL)


def schema_file(kind: str) -> str:
    """The usual name of a schema's file."""
    return f"{kind}.schema.json"


def schema_line(kind: str, path: Path) -> str:
    """The line for a file of a kind at this path, with its end; "" where no schema is at hand."""
    folder = path.absolute().parent
    for around in (folder, *folder.parents):
        for schema in (around / FOLDER / schema_file(kind), around / schema_file(kind)):
            if is_file(schema):
                return f"{START}{os.path.relpath(schema, folder).replace(os.sep, '/')}\n"
    return ""


def parted(data: bytes) -> tuple[bytes, bytes]:
    """The line at the start of a file, b"" where there is none, and the rest."""
    found = _LINE.match(data)
    return (found[1] or b"", found[2]) if found else (b"", data)
