"""Whatever a note looks like, it is read as what it is: a note."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import Comparison, compare
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.reports.audiences.view import AUDIENCES, Audience
from cls_check.reports.model.shown import paragraphs, visible
from cls_check.reports.model.view import View
from cls_check.reports.output.content import Form, content
from cls_check.reports.output.markdown_environment import escaped
from cls_check.reports.output.pdf import pdf
from cls_check.reports.output.rendering import Format
from tests.reports.extras import need, need_programs
from tests.reports.places import answers, factor, place, report, view_of
from tests.reports.reading import (
    WORD,
    document,
    elements,
    of_markdown,
    shown_in,
    squeezed,
    text,
    tree,
)

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
    "شكرا لكم على كل شيء",
    "👩🏽\u200d🦽 and 🏳️\u200d🌈",
    "../../etc/passwd and C:\\Windows\\x.txt",
    "Dr. Müller-Lüdenscheidt's 1. idea (50 % of it)",
    "]]> <![CDATA[ x ]]> <?xml version='1.0'?>",
    "</title></style><style>*{display:none}</style>",
    "&quot;&#x3c;script&#x3e;",
    "@import url(//example.org) expression(alert(1))",
]


def with_note(note: str) -> Assessment:
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


def lines_of(note: str) -> list[str]:
    return [line for lines in paragraphs(note) for line in lines]


def harmless(note: str) -> str:
    """A note of the same shape in which nothing could mean anything."""
    return "\n\n".join("\n".join("words" for _ in lines) for lines in paragraphs(note))


@pytest.mark.parametrize("note", HOSTILE)
def test_html_shows_the_note_and_makes_nothing_of_it(note: str) -> None:
    page = tree(report(with_note(note), "html"))
    shown = squeezed(text(page))
    assert elements(page) == elements(tree(report(with_note(harmless(note)), "html")))
    for line in lines_of(note):
        assert squeezed(line) in shown


@pytest.mark.parametrize("note", HOSTILE)
def test_markdown_shows_the_note_and_makes_nothing_of_it(note: str) -> None:
    page = of_markdown(report(with_note(note)))
    shown = squeezed(text(page))
    assert elements(page) == elements(of_markdown(report(with_note(harmless(note)))))
    for line in lines_of(note):
        assert squeezed(line) in shown


@pytest.mark.parametrize("note", [each for each in HOSTILE if "\n" not in each])
def test_names_and_titles_are_as_safe_as_notes(note: str) -> None:
    def named(words: str) -> Assessment:
        made = {"title": words, "statements": {"a": {"text": words, "answers": {"w": answers(9)}}}}
        return place({"w": 9}, factor=made, place=words, perspectives={"w": words}, round=words)

    forms: list[tuple[Format, Callable[[str], Element]]] = [
        ("html", tree),
        ("markdown", of_markdown),
    ]
    for form, read in forms:
        page = read(report(named(note), form))
        assert elements(page) == elements(read(report(named("words"), form)))
        assert squeezed(note) in squeezed(text(page))


# Every field, in every report and form


def everywhere(note: str) -> tuple[Assessment, Questionnaire, Comparison]:
    """A place where a stranger's words stand in every field that a person can write."""
    line = squeezed(note)[:480]
    said = {"one": answers(0, 0, 0, 4, 5), "two": answers(6, 4)}
    made = [
        {
            "title": f"{number} {line}",
            "early-on": line,
            "level": level,
            "because": note,
            "evidence": [{"from": "people", "what": note}, {"from": "processes", "what": note}],
            "actions": [{"what": note, "who": note, "by": line[:90], "sign": note}],
            "statements": {f"s-{number}": {"text": f"{number} {line}", "answers": each}},
        }
        for number, (level, each) in enumerate([("low", said), ("high", {"one": answers(0, 0, 9)})])
    ]
    new = place(
        {"one": 9, "two": 10},
        factors=made,
        place=line,
        round=line,
        stage="getting-going",
        scale=[f"{number} {line[:100]}" for number in range(5)],
        perspectives={"one": f"1 {line}", "two": f"2 {line}"},
        levels={"low": f"1 {line}", "high": f"2 {line}"},
        questionnaire={"id": "x", "version": line[:100], "title": line, "source": line},
        reflections={"a": {"text": line, "said": note}, "b": {"text": f"b {line}"}},
    )
    return (
        new,
        questionnaire_with(new, line),
        compare(new.model_copy(update={"date": "2026-03-05"}), new),
    )


def questionnaire_with(them: Assessment, line: str) -> Questionnaire:
    """Prompts in the same words, for every factor."""
    words = {"meaning": line, "conversation": [line], "next-steps": [line, f"2 {line}"],
             "if-people-disagree": line, "if-strong": line}  # fmt: skip
    factors = {
        key: {"title": each.title, "levels": {"low": line, "high": line}} | words
        for key, each in them.factors.items()
    }
    tree_ = {"cls-check-questionnaire": 1, "id": "x", "version": "1", "title": line,
             "levels": them.levels, "factors": factors}  # fmt: skip
    return Questionnaire.model_validate(tree_)


def kinds_of(page: Element) -> set[str]:
    """Which elements and attributes there are at all."""
    real = [each for each in page.iter() if isinstance(each.tag, str)]
    return {each.tag for each in real} | {name for each in real for name in each.attrib}


@cache
def view_everywhere(note: str, audience: Audience) -> View:
    return view_of(*everywhere(note), audience=audience)


def made_everywhere(note: str, audience: Audience, form: Form) -> bytes:
    return content(view_everywhere(note, audience), form)


def read_in(form: Form, data: bytes) -> Element:
    return document(data) if form == "docx" else READ[form](data.decode())


READ = {"html": tree, "markdown": of_markdown}


@cache
def usual_kinds(audience: Audience, form: Form) -> set[str]:
    return kinds_of(read_in(form, made_everywhere("words", audience, form)))


@pytest.mark.repeated
@pytest.mark.parametrize("form", ["html", "markdown", "docx"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("note", HOSTILE)
def test_a_note_in_every_field_is_text_and_nothing_else(
    note: str, audience: Audience, form: Form
) -> None:
    if form == "docx":
        pytest.importorskip("docx")
    data = made_everywhere(note, audience, form)
    may_come = document_extras if form == "docx" else {"br"}
    assert kinds_of(read_in(form, data)) <= usual_kinds(audience, form) | may_come
    if audience != "summary":  # there it is cut
        shown = shown_in(form, data)
        for line in lines_of(note):
            assert squeezed(line) in shown


document_extras = {f"{WORD}br", "{http://www.w3.org/XML/1998/namespace}space"}


def letters(words: str) -> str:
    """The signs of a text without blanks, in which a line may be broken anywhere."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def without_emoji(words: str) -> str:
    """The same without signs that most computers have no font to draw with."""
    kinds = {"So", "Sk", "Cf", "Mn"}
    return "".join(sign for sign in words if unicodedata.category(sign) not in kinds)


class Listener(BaseHTTPRequestHandler):
    """Writes down whatever is asked of it."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[str]:
    """The address of a server on this computer that pages might ask."""
    Listener.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


ATTACKS = [
    "<script>new Image().src='{0}/script'</script>",
    "<img src={0}/img onerror=\"location='{0}/error'\">",
    '"><img src="{0}/attribute">',
    "<link rel=stylesheet href={0}/style>",
    "<style>body{{background:url({0}/css)}}</style>",
    "</style><meta http-equiv=refresh content='0;url={0}/meta'>",
    "<svg onload=\"fetch('{0}/svg')\"><image href='{0}/image'/></svg>",
    "<iframe src={0}/frame></iframe><object data={0}/object></object>",
    "<base href={0}/><form action={0}/form><input autofocus onfocus=this.form.submit()></form>",
]


def beside(listener: str) -> str:
    """Every attack and every kind of note; whatever leads somewhere leads to the server here."""
    attacks = [attack.format(listener) for attack in ATTACKS]
    host = listener.removeprefix("http://")
    led = (re.sub(r"https?://(example\.org|a\.b)|www\.example\.org", listener, note, flags=re.IGNORECASE)
           for note in HOSTILE)  # fmt: skip
    return "\n\n".join([*attacks, *(note.replace("//example.org", f"//{host}") for note in led)])


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_browser_asks_nothing_runs_nothing_and_reads_the_same(
    tmp_path: Path, listener: str, audience: Audience
) -> None:
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("chromium is not on this computer")
    note = beside(listener)
    page = report(everywhere(note)[0], "html", *everywhere(note)[1:], audience=audience)
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    done = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         "--virtual-time-budget=3000", "--dump-dom", (tmp_path / "page.html").as_uri()],
        check=True, capture_output=True,
    )  # fmt: skip
    in_browser = html5lib.parse(done.stdout.decode(), namespaceHTMLElements=False)
    assert Listener.asked == []
    assert elements(in_browser) == elements(tree(page))
    assert squeezed(text(in_browser)) == squeezed(text(tree(page)))


DEEDS = [b"/JavaScript", b"/JS", b"/Launch", b"/SubmitForm", b"/URI", b"/EmbeddedFile"]


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFs of which the objects can be read; else they are packed together in streams."""
    need("pdf")
    weasyprint = importlib.import_module("weasyprint")
    monkeypatch.setitem(weasyprint.DEFAULT_OPTIONS, "uncompressed_pdf", True)


def deeds_of(data: bytes) -> list[bytes]:
    """What a PDF could do. In its streams (pages, fonts) any sign can stand by chance."""
    objects = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    return [deed for deed in DEEDS if deed in objects]


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["steering-group", "participants"])
def test_a_pdf_asks_nothing_and_reads_the_same(
    unpacked: None, tmp_path: Path, listener: str, audience: Audience
) -> None:
    """All of them in one PDF: what pdftotext reads is what was written, and it leads nowhere."""
    need_programs("pdftotext")
    note = beside(listener)
    data = content(view_of(*everywhere(note), audience=audience), "pdf")
    (tmp_path / "report.pdf").write_bytes(data)
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(tmp_path / "report.pdf"), "-"],
        check=True, capture_output=True,
    )  # fmt: skip
    seen = without_emoji(letters(done.stdout.decode()))
    assert Listener.asked == []
    assert [each for each in lines_of(note) if without_emoji(letters(each)) not in seen] == []
    assert deeds_of(data) == []


@pytest.mark.slow
def test_a_link_in_a_pdf_would_be_seen(unpacked: None) -> None:
    assert deeds_of(pdf('<a href="https://example.org">a link</a>')) == [b"/URI"]


PIECES = [*"\\`*_{}[]()<>#|~$&^!-+=:;.@/\"' \n1aw%", "www.", "://", "http", "a@b.c", "]: "]
NASTY = st.lists(
    st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"]), max_size=40
).map("".join)


@given(NASTY)
def test_any_text_is_plain_in_markdown(words: str) -> None:
    line = squeezed(visible(words))
    page = of_markdown(f"- {escaped(line)}\n\n> {escaped(line)}\n\n{escaped(line)}\n")
    assert set(elements(page)) <= {"DOCUMENT_FRAGMENT", "ul", "li", "p", "blockquote"}
    assert squeezed(text(page)) == squeezed(f"{line} {line} {line}")


@given(NASTY)
def test_any_text_is_plain_in_a_table_and_a_heading(words: str) -> None:
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
def test_hidden_characters_are_shown_by_name(hidden: str, shown: str) -> None:
    assert visible(hidden) == shown


def test_hidden_characters_are_named_wherever_words_stand() -> None:
    for form in ("html", "markdown"):
        made = report(with_note("a\u202eb\x1bc\n\nd\u2066"), form)
        assert not {"\u202e", "\x1b", "\u2066"} & set(made)
        assert made.count("U+202E") >= 4
        made.encode("utf-8")


def test_a_long_word_has_room_to_break() -> None:
    assert "overflow-wrap:break-word" in report(with_note("x" * 300), "html")
