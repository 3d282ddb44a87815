"""Templates: bundled ones that need nothing, and people's own that can do no harm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest

from cls_check.errors import ClsCheckError
from cls_check.reports.model.blocks import Block
from cls_check.reports.output.content import FORMS, Form
from cls_check.reports.output.rendering import render
from tests.reports.extras import is_at_hand
from tests.reports.kinds import kinds
from tests.reports.places import everyone_said, report, view_of
from tests.reports.reading import squeezed, text, tree

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "templates"
SVG = "{http://www.w3.org/2000/svg}"
THEM = everyone_said(0, 0, 2, 4, 4)


def own(folder: Path, template: str, name: str = "report.md.jinja") -> str:
    (folder / name).write_text(template, encoding="utf-8")
    return render(view_of(THEM), "html" if "html" in name else "markdown", folder)


# The page


def test_the_style_is_the_one_that_the_page_allows() -> None:
    page = report(THEM, "html")
    (style,) = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    head = tree(page).find("head")
    assert head is not None
    first, second = list(head)[:2]
    assert first.get("charset") == "utf-8"
    assert second.get("http-equiv") == "Content-Security-Policy"
    assert second.get("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = tree(report(THEM, "html"))
    tags = {each.tag for each in page.iter() if isinstance(each.tag, str)}
    assert not {"script", "link", "img", "iframe", "form", "object"} & tags
    for each in page.iter():
        assert not [name for name in each.attrib if name.startswith("on") or name == "style"]
        assert each.get("href", "#").startswith("#")
    assert "@import" not in report(THEM, "html")
    assert "url(" not in report(THEM, "html")


def test_tables_can_be_read_aloud() -> None:
    page = tree(report(THEM, "html"))
    tables = list(page.iter("table"))
    assert tables
    for table in tables:
        assert table[0].tag == "caption"
        assert all(each.get("scope") for each in table.iter("th"))
    regions = [each for each in page.iter("div") if each.get("role") == "region"]
    captions = [text(table[0]) for table in tables]
    wide = [each for each in regions if "wide" in each.attrib["class"]]
    assert regions == wide, "only what scrolls is a region, and a stop for those who use keys"
    assert [each.get("aria-label") for each in regions] == ["Wide table. Answers: Giving it time"]
    assert "Answers: Giving it time" in captions
    assert all(each.get("tabindex") == "0" for each in regions)


def test_numbers_are_folded_under_their_factor_and_paper_says_where() -> None:
    page = tree(report(THEM, "html"))
    (factor,) = [e for e in page.iter("section") if e.get("id", "").startswith("factor-")]
    (fold,) = factor.iter("details")
    assert squeezed(text(fold[0])) == "Show the numbers of “Giving it time”"
    assert [squeezed(text(each)) for each in fold.iter("caption")] == ["Answers: Giving it time"]
    (data,) = [e for e in page.iter("section") if e.get("id") == "data"]
    assert not list(data.iter("table"))
    assert "They are left off paper, unless you open them" in squeezed(text(data))
    assert report(THEM).count("**Answers: Giving it time**") == 1


def test_read_aloud_nothing_is_said_twice_and_every_control_has_a_name_of_its_own() -> None:
    page = tree(report(kinds()["all at hand"][0], "html", *kinds()["all at hand"][1:]))
    pictures = list(page.iter(f"{SVG}svg"))
    assert {each.get("role"): each.get("aria-hidden") for each in pictures} == {
        "img": None, None: "true",
    }  # fmt: skip
    assert all(list(each.iter(f"{SVG}title")) for each in pictures if each.get("role"))
    keys = [each for each in page.iter("ul") if each.get("class") == "key"]
    assert {each.get("aria-hidden") for each in keys} == {"true"}
    to_open = [squeezed(text(each)) for each in page.iter("summary")]
    assert len(to_open) == len(set(to_open)) > 5
    regions = [each.get("aria-label") for each in page.iter("div") if each.get("role")]
    captions = [squeezed(text(each)) for each in page.iter("caption")]
    assert len({*regions, *captions}) == len(regions) + len(captions)


def test_contents_are_folded_and_named_once() -> None:
    (nav,) = tree(report(THEM, "html")).iter("nav")
    assert nav.get("aria-label") == "In this report"
    assert [each.tag for each in nav] == ["p", "details"]


def test_the_language_is_that_of_the_assessment() -> None:
    welsh = THEM.model_copy(update={"language": "cy"})
    assert tree(report(welsh, "html")).get("lang") == "cy"
    assert tree(report(THEM, "html")).get("lang") == "en"


# The same bytes, wherever and whenever


EVERYTHING = """
import sys
from hashlib import sha256
from cls_check.reports.output.content import content
from tests.reports.kinds import kinds
from tests.reports.places import view_of
for audience in ("steering-group", "summary", "participants"):
    view = view_of(*kinds()["all at hand"], audience=audience)
    for form in sys.argv[1:]:
        print(audience, form, sha256(content(view, form)).hexdigest())
"""


def forms_at_hand() -> list[Form]:
    return [form for form in FORMS if is_at_hand(form)]


@pytest.mark.slow
def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Another hash seed, time zone, locale and folder, at another time."""
    said = set()
    for seed, zone, language in (("0", "UTC", "C"), ("1", "Asia/Tokyo", "tr_TR.UTF-8")):
        more = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONUTF8": "1"}
        path = os.pathsep.join(map(str, [ROOT, ROOT / "src"]))
        (tmp_path / seed).mkdir()
        done = subprocess.run(
            [sys.executable, "-c", EVERYTHING, *forms_at_hand()],
            cwd=tmp_path / seed,
            env=os.environ | more | {"PYTHONPATH": path},
            capture_output=True,
            check=True,
        )
        said.add(done.stdout)
    assert len(said) == 1
    assert len(said.pop().splitlines()) == 3 * len(forms_at_hand())


# People's own templates


def test_a_file_of_the_same_name_wins(tmp_path: Path) -> None:
    assert own(tmp_path, "Hello {{ view.title }}\n") == "Hello Readiness report: Northfield\n"


def test_one_part_alone_can_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("body { color: black }", encoding="utf-8")
    page = render(view_of(THEM), "html", tmp_path)
    assert "<style>body{color:black}</style>" in page
    assert "<main" in page


def test_own_templates_escape_as_ours_do(tmp_path: Path) -> None:
    assert own(tmp_path, "{{ view.title ~ '<b># [x](y)' }}") == (
        "Readiness report: Northfield\\<b\\>\\# \\[x\\](y)\n"
    )
    assert own(tmp_path, "{{ '<b>' }}", "report.html.jinja") == "&lt;b&gt;\n"


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.title }}, {{ view.sections[0].id }}, {{ view.look.large_print }}",
        "{{ view['title'] }}, {{ view['sections'][0]['id'] }}, {{ view['look']['large_print'] }}",
    ],
)
def test_names_are_read_with_a_dot_or_in_brackets(tmp_path: Path, template: str) -> None:
    assert own(tmp_path, template) == "Readiness report: Northfield, in-short, False\n"


@pytest.mark.parametrize("items", ["block.items", "block['items']"])
def test_the_points_of_a_list_are_read_either_way(tmp_path: Path, items: str) -> None:
    shown = f"{{{{ {items} | map(attribute='text') | join }}}}"
    template = f"{{% for block in view.sections[0].blocks if block.kind == 'list' %}}{shown}\n{{% endfor %}}"
    assert "No actions are agreed yet." in own(tmp_path, template)


@pytest.mark.parametrize("template", ["blocks.html.jinja", "blocks.md.jinja"])
def test_each_kind_of_block_is_laid_out(template: str) -> None:
    written = (TEMPLATES / template).read_text(encoding="utf-8")
    for block in get_args(Block):
        assert f'block.kind == "{block.kind}"' in written


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.__class__.__mro__ }}",
        "{{ view['__class__'] }}",
        "{{ view.sections[0].__init__.__globals__ }}",
        "{{ view.__dataclass_fields__ }}",
        "{% set n = namespace() %}{% set n.__dataclass_fields__ = ['__class__'] %}{{ n.__class__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ view['title'].format.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ range.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ ''|attr('__class__') }}",
        "{{ '{0.__class__.__mro__}'.format('') }}",
        "{{ view.sections.append(1) }}",
        "{{ view.update({}) }}",
        "{% include '../secrets.txt' %}",
        "{% include '/etc/hostname' %}",
        "{% include 'a/../b' %}",
        "{% import 'os' as os %}",
        "{{ missing }}",
        "{{ view.missing }}",
        "{{ view.title",
        "{% for x in %}",
        "{{ 1 / 0 }}",
        "{{ 'a' * 10000000000 }}",
        "{{ [0] * 10000000000 }}",
        "{{ 9 ** 99999999 }}",
        "{{ '%99999999999d' % 1 }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ 'a' + 1 }}",
        "{{ range(99999999) }}",
        "{% include 'report.md.jinja' %}",
    ],
)
def test_a_template_that_goes_wrong_says_where(tmp_path: Path, template: str) -> None:
    with pytest.raises(ClsCheckError) as caught:
        own(tmp_path, f"one\n{template}\n")
    place = caught.value.problems[0].place
    if place:
        assert place.file == str(tmp_path / "report.md.jinja")
    assert caught.value.problems[0].hint


def test_the_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClsCheckError, match=r"report\.md\.jinja, line 3"):
        own(tmp_path, "one\ntwo\n{{ view.missing }}\n")


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "report.md.jinja").symlink_to(secret)
    with pytest.raises(ClsCheckError, match="a link to another place"):
        render(view_of(THEM), "markdown", folder)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ClsCheckError, match="There is no folder"):
        render(view_of(THEM), "html", tmp_path / "none")


def test_a_folder_that_replaces_nothing_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    for name in ("notes.txt", "Report.MD.jinja2"):
        with pytest.raises(ClsCheckError) as caught:
            own(tmp_path, "Hello", name)
        (problem,) = caught.value.problems
        assert str(tmp_path) in problem.fact
        assert all(name in problem.hint for name in ("report.md.jinja", "style.css"))
    assert 'There is "Report.MD.jinja2". Did you mean "report.md.jinja"?' in problem.hint
    assert own(tmp_path, "Hello") == "Hello\n"


def test_an_empty_folder_of_templates_is_refused_without_a_guess(tmp_path: Path) -> None:
    with pytest.raises(ClsCheckError, match="These can be replaced") as caught:
        render(view_of(THEM), "html", tmp_path)
    assert "Did you mean" not in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 1_000_001])
def test_a_template_that_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "report.md.jinja").write_bytes(content)
    with pytest.raises(ClsCheckError):
        render(view_of(THEM), "markdown", tmp_path)


def test_a_style_cannot_break_out(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("</style><script>", encoding="utf-8")
    with pytest.raises(ClsCheckError):
        render(view_of(THEM), "html", tmp_path)
