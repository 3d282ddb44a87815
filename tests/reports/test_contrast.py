"""Colours that everybody can tell apart, computed from the style itself, in every mode of it.

Every colour of words is held against every ground that words can stand on, whether or not the two
meet today: what is laid out differently tomorrow stays readable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from cls_check.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.texts

WORDS, SIGNS = 4.5, 3.0
"""The least contrast of text, and of what carries meaning besides text (WCAG 1.4.3 and 1.4.11)."""

DECORATION = {
    "--line": "Between sections and rows: the headings and the room between them say as much.",
}
MODES = ("light", "dark", "print")
PAINTED = {"color", "background", "background-color", "fill", "stroke"}
SYSTEM_COLOURS = {
    "currentcolor",
    "transparent",
    "inherit",
    "none",
    "canvas",
    "canvastext",
    "linktext",
}
DRAWN = re.compile(r"border(-(left|right|top|bottom|color))*|outline(-color)?|fill|stroke")
COLOUR = re.compile(
    r"var\((--[\w-]+)\)|#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|color|oklch)\(", re.IGNORECASE
)


@dataclass(frozen=True)
class Rule:
    """A rule of a style: the conditions around it, its selector and what it declares."""

    media: tuple[str, ...]
    selector: str
    declared: dict[str, str]


def rules(style: str) -> list[Rule]:
    """The rules of a style that nests nothing but conditions."""
    found: list[Rule] = []
    open_now: list[str] = []
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    for before, sign in re.findall(r"([^{}]*)([{}])", plain):
        if sign == "{":
            open_now.append(" ".join(before.split()))
        elif not (closed := open_now.pop()).startswith("@media"):
            declarations = (each.partition(":") for each in before.split(";") if each.strip())
            declared = {name.strip(): value.strip() for name, _, value in declarations}
            found.append(Rule(tuple(open_now), closed, declared))
    return found


@cache
def style() -> tuple[Rule, ...]:
    return tuple(rules(folder("templates").joinpath("style.css").read_text(encoding="utf-8")))


def mode_of(rule: Rule) -> str:
    told = " ".join(rule.media)
    return next((mode for mode in ("dark", "print", "forced") if mode in told), "light")


def tokens(mode: str) -> dict[str, str]:
    """The colours by name: those of the mode, and the light ones where it has none of its own."""
    of_mode = [rule for rule in style() if rule.selector == ":root" and mode_of(rule) == mode]
    light = tokens("light") if mode != "light" else {}
    own = {name: value for rule in of_mode for name, value in rule.declared.items() if "--" in name}
    return light | own


def used(rule: Rule, *names: str) -> set[str]:
    """The tokens in the declarations of these names."""
    values = [value for name, value in rule.declared.items() if name in names]
    return {token for value in values for token in re.findall(r"var\((--[\w-]+)\)", value)}


def words_alone() -> set[str]:
    """Tokens of words that stand on whatever is behind them."""
    return set().union(*(used(rule, "color") for rule in style() if not grounds_of(rule)))


def grounds_of(rule: Rule) -> set[str]:
    return used(rule, "background", "background-color")


def grounds() -> set[str]:
    """Tokens that lie behind anything: the page, panels."""
    of_all = ((rule, grounds_of(rule)) for rule in style())
    lone = [found for rule, found in of_all if "color" not in rule.declared]
    return set().union(*lone, {"--paper"})


def own_pairs() -> set[tuple[str, str]]:
    """Tokens of words on a ground that comes with them."""
    return {
        (front, back)
        for rule in style()
        for front in used(rule, "color")
        for back in grounds_of(rule)
    }


def signs() -> set[str]:
    """Tokens of lines and shapes that mean something, wherever they stand."""
    return _drawn(rule for rule in style() if not is_of_a_picture(rule))


def marks() -> set[str]:
    """Tokens of what is drawn in pictures: these stand on the paper and nowhere else."""
    return _drawn(filter(is_of_a_picture, style())) - {"--paper"}


def is_of_a_picture(rule: Rule) -> bool:
    return rule.selector.startswith("path.")


def _drawn(some: Iterable[Rule]) -> set[str]:
    drawn = [used(rule, *filter(DRAWN.fullmatch, rule.declared)) for rule in some]
    return set().union(*drawn) - set(DECORATION)


def is_loose(name: str, value: str) -> bool:
    """Whether a declaration has a colour without a name, or a name that only CSS knows."""
    plain = name in PAINTED and "var(" not in value and value.lower() not in SYSTEM_COLOURS
    return plain or not all(COLOUR.findall(value))


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(each * 2 for each in digits)
    parts = [int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000", "#ffffff", 21),
        ("#fff", "#fff", 1),
        ("#767676", "#fff", 4.54),
        ("#ff0000", "#fff", 4),
    ],
)
def test_contrast_is_what_others_compute(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


def test_rules_are_read_with_what_is_around_them() -> None:
    assert rules(
        "a { color: red } /* b {} */ @media print { p { } :root { --x: #fff; --y: red; } }"
    ) == [
        Rule((), "a", {"color": "red"}),
        Rule(("@media print",), "p", {}),
        Rule(("@media print",), ":root", {"--x": "#fff", "--y": "red"}),
    ]


def test_the_style_is_seen_whole() -> None:
    """What must be among what is found, so that the tests below have something to hold."""
    assert {"--ink", "--soft", "--accent"} <= words_alone() | {front for front, _ in own_pairs()}
    assert {"--paper", "--panel"} <= grounds()
    assert ("--paper", "--accent") in own_pairs()
    assert {"--accent", "--words"} <= signs()
    assert {"--series-1", "--series-2", "--series-3", "--series-4", "--mark"} <= marks()
    assert set(DECORATION) <= set(tokens("light"))
    assert all(tokens(mode) for mode in MODES)


def test_every_colour_has_a_name() -> None:
    """A colour written straight into a rule would escape these tests, and dark mode."""
    loose = [
        (rule.selector, name, value)
        for rule in style()
        for name, value in rule.declared.items()
        if not name.startswith("--") and is_loose(name, value)
    ]
    assert loose == []


@pytest.mark.parametrize("mode", MODES)
def test_words_can_be_read_on_every_ground(mode: str) -> None:
    colours = tokens(mode)
    pairs = {
        (front, back) for front in words_alone() | {"--ink"} for back in grounds()
    } | own_pairs()
    faint = {
        (front, back): round(contrast(colours[front], colours[back]), 2)
        for front, back in pairs
        if contrast(colours[front], colours[back]) < WORDS
    }
    assert faint == {}


@pytest.mark.parametrize("mode", MODES)
def test_lines_that_mean_something_can_be_seen(mode: str) -> None:
    colours = tokens(mode)
    faint = {
        (front, back): round(contrast(colours[front], colours[back]), 2)
        for front, back in {(a, b) for a in signs() for b in grounds()}
        | {(mark, "--paper") for mark in marks()}
        if contrast(colours[front], colours[back]) < SIGNS
    }
    assert faint == {}
