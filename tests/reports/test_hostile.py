"""Whatever a note looks like, it is read as what it is: a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.reports.markdown import escaped
from cls_check.reports.shown import paragraphs, visible
from tests.reports.places import answers, factor, place, report
from tests.reports.reading import elements, of_markdown, squeezed, text, tree

HOSTILE = [
    "<script>alert(1)</script>",
    "</blockquote></section><h1>Mine</h1>",
    '" onmouseover="alert(1)',
    "<!-- hidden --> <img src=x onerror=alert(1)>",
    "# A heading",
    "Not a heading\n===",
    "Not a heading\n---",
    "closing # marks ##",
    "[a link](https://example.org) and ![an image](x.png)",
    "[ref]: https://example.org",
    "a note[^1]\n\n[^1]: underneath",
    "| a | table |\n|---|---|\n| 1 | 2 |",
    "a | b\n- | -\n1 | 2",
    "- a list\n+ more\n* and more\n1. one\n2) two",
    "    four spaces\n\ta tab",
    "```\ncode\n```",
    "~~~\ncode\n~~~",
    "`code` *em* __strong__ ~~gone~~",
    "> quoted",
    "***\n---\n___",
    "&lt;b&gt; &amp; &copy; &#35;",
    "see https://example.org or http://a.b and ftp://c.d",
    "www.example.org, WWW.example.org",
    "write to amina@example.org or a.b+c@d-e.example.org.",
    "mailto:amina@example.org xmpp:amina@example.org/room",
    "<https://example.org> <amina@example.org>",
    "term\n: definition",
    "$x^2$ and $$y$$",
    "{{ 7*7 }} {% for x in y %} {# gone #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "a line that ends with a backslash\\\nand goes on",
    "two spaces  \nat the end",
    "=cmd()|' /C calc'!A0",
    "x" * 300,
    "O'Brien & Sons",
    "one\n\ntwo\n\n\n\nthree",
    "- [ ] a task\n- [x] done",
    "\\# \\* \\<b\\>",
    "%% comment",
    ":::note\n:smile:",
]


def with_note(note):
    """A place where a stranger's words stand everywhere that words can stand."""
    made = factor(
        "Trust",
        {"everyone": answers(0, 0, 0, 0, 8)},
        level="growing",
        because=note,
        evidence=[{"from": "people", "what": note}],
        actions=[{"what": note, "who": note, "by": "Easter", "sign": note}],
    )
    reflections = {"values": {"text": "What matters?", "said": note}}
    return place({"everyone": 8}, factor=made, perspectives={}, reflections=reflections)


def lines_of(note):
    return [line for lines in paragraphs(note) for line in lines]


def harmless(note):
    """A note of the same shape in which nothing could mean anything."""
    return "\n\n".join("\n".join("words" for _ in lines) for lines in paragraphs(note))


@pytest.mark.parametrize("note", HOSTILE)
def test_html_shows_the_note_and_makes_nothing_of_it(note):
    page = tree(report(with_note(note), "html"))
    shown = squeezed(text(page))
    assert elements(page) == elements(tree(report(with_note(harmless(note)), "html")))
    for line in lines_of(note):
        assert squeezed(line) in shown


@pytest.mark.parametrize("note", HOSTILE)
def test_markdown_shows_the_note_and_makes_nothing_of_it(note):
    page = of_markdown(report(with_note(note)))
    shown = squeezed(text(page))
    assert elements(page) == elements(of_markdown(report(with_note(harmless(note)))))
    for line in lines_of(note):
        assert squeezed(line) in shown


@pytest.mark.parametrize("note", [each for each in HOSTILE if "\n" not in each])
def test_names_and_titles_are_as_safe_as_notes(note):
    def named(words):
        made = {"title": words, "statements": {"a": {"text": words, "answers": {"w": answers(9)}}}}
        return place({"w": 9}, factor=made, place=words, perspectives={"w": words}, round=words)

    for form, read in (("html", tree), ("markdown", of_markdown)):
        page = read(report(named(note), form))
        assert elements(page) == elements(read(report(named("words"), form)))
        assert squeezed(note) in squeezed(text(page))


PIECES = [*"\\`*_{}[]()<>#|~$&^!-+=:;.@/\"' \n1aw%", "www.", "://", "http", "a@b.c", "]: "]
NASTY = st.lists(
    st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"]), max_size=40
).map("".join)


@given(NASTY)
def test_any_text_is_plain_in_markdown(words):
    line = squeezed(visible(words))
    page = of_markdown(f"- {escaped(line)}\n\n> {escaped(line)}\n\n{escaped(line)}\n")
    assert set(elements(page)) <= {"DOCUMENT_FRAGMENT", "ul", "li", "p", "blockquote"}
    assert squeezed(text(page)) == squeezed(f"{line} {line} {line}")


@given(NASTY)
def test_any_text_is_plain_in_a_table_and_a_heading(words):
    line = squeezed(visible(words))
    page = of_markdown(f"## a {escaped(line)}\n\n| a |\n| --- |\n| b {escaped(line)} |\n")
    assert elements(page)["td"] == 1
    assert not {"a", "img", "em", "strong", "code", "del", "sup"} & set(elements(page))
    assert squeezed(text(page)) == squeezed(f"a {line} a b {line}")


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b[31mred", "U+001B[31mred"),
        ("a\u202eb", "aU+202Eb"),
        ("\u2066a\u2069", "U+2066aU+2069"),
        ("a\ud800", "aU+D800"),
        ("a\x00b\x07", "aU+0000bU+0007"),
        ("a\tb", "a b"),
        ("a\u2028b", "a b"),
        ("\ufeffa", "U+FEFFa"),
        ("👩\u200d🌾 لا", "👩\u200d🌾 لا"),
    ],
)
def test_hidden_characters_are_shown_by_name(hidden, shown):
    assert visible(hidden) == shown


def test_hidden_characters_are_named_wherever_words_stand():
    for form in ("html", "markdown"):
        made = report(with_note("a\u202eb\x1bc\n\nd\u2066"), form)
        assert not {"\u202e", "\x1b", "\u2066"} & set(made)
        assert made.count("U+202E") >= 4
        made.encode("utf-8")


def test_a_long_word_has_room_to_break():
    assert "overflow-wrap:break-word" in report(with_note("x" * 300), "html")
