"""Make the short form and the levels form from `questionnaires/ten-factors.yaml`.

Run it after every change of the long form: `python tools/make_short_forms.py`. It works on the text,
so that all three files read alike and differ, line by line, only where they are meant to. A test
holds that the committed files are what it makes.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "questionnaires"
LONG_FORM = FOLDER / "ten-factors.yaml"

HEADER = """\
# Made from ten-factors.yaml by tools/make_short_forms.py. Change that file, then run the tool again.
#
# After Jenny Pitts' blog "Strengths based change - 10 things for success" \
(Community Led Support programme, NDTi, 2024).
# `seed:` says which idea of the blog a text rests on, by paragraph. It is never shown.

"""

SHORT_HEAD = {
    "id": "ten-factors-short",
    "title": "Ten things that help strengths-based change succeed, short form",
    "minutes": "10",
}
SHORT_ABOUT = {
    "Each person answers 50 short statements from what they have seen.": (
        "Each person answers 20 short statements from what they have seen. "
        "They are two of the five in the long form for each of the ten things."
    ),
}

LEVELS_HEAD = {
    "id": "ten-factors-levels",
    "title": "Ten things that help strengths-based change succeed, levels only",
    "minutes": "40",
}
LEVELS_ABOUT = {
    "Each person answers 50 short statements from what they have seen.": (
        "For each of the ten things, the group talks and picks the description that fits best."
    ),
    "Then people talk about what is strong, and about where they see things differently.": (
        "People say what they have seen, what is strong, and where they see things differently."
    ),
    'There are no right answers, and "I do not know" is a useful one.': (
        'There are no right answers, and "We do not agree" is a useful one.'
    ),
    "The statements have not been tested as a scale.": (
        "The descriptions have not been tested as a scale."
    ),
    "Use the answers to start": "Use what you pick to start",
}

OPENING_COMMENT = re.compile(r"\A(?:#.*\n)+\n")
STATEMENT = re.compile(r"^ {6}[\w.-]+:\n(?: {8}.*\n)+", re.MULTILINE)
STATEMENTS = re.compile(r"^ {4}statements:\n(?: {6}.*\n)+", re.MULTILINE)
SCALE = re.compile(r"^scale:\n(?: .*\n)+\n", re.MULTILINE)


def short_form(long_form: str) -> str:
    """The core statements only, two for each factor."""
    core = STATEMENT.sub(lambda found: found[0] if "core: true\n" in found[0] else "", long_form)
    return _headed(core, SHORT_HEAD, SHORT_ABOUT)


def levels_form(long_form: str) -> str:
    """No statements and no scale: the group picks a level for each factor."""
    return _headed(SCALE.sub("", STATEMENTS.sub("", long_form)), LEVELS_HEAD, LEVELS_ABOUT)


def _headed(text: str, head: dict[str, str], about: dict[str, str]) -> str:
    text = OPENING_COMMENT.sub(HEADER, text)
    for key, value in head.items():
        text = re.sub(rf"^{key}: .*$", f"{key}: {value}", text, count=1, flags=re.MULTILINE)
    for long_words, own_words in about.items():
        if long_words not in text:
            raise ValueError(f'"{long_words}" no longer stands in {LONG_FORM.name}')
        text = text.replace(long_words, own_words)
    return text


def made_forms() -> dict[Path, str]:
    """What each made file should hold."""
    long_form = LONG_FORM.read_text(encoding="utf-8")
    return {
        FOLDER / "ten-factors-short.yaml": short_form(long_form),
        FOLDER / "ten-factors-levels.yaml": levels_form(long_form),
    }


if __name__ == "__main__":
    for path, text in made_forms().items():
        path.write_text(text, encoding="utf-8", newline="\n")
