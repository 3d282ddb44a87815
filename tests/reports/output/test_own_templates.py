"""Templates of somebody's own that want all time or all memory: each ends, and is told of by its line."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from cls_check.errors import ClsCheckError
from cls_check.reports.output import separate_process
from cls_check.reports.output.rendering import render, render_page
from tests.reports.places import everyone_said, view_of

THEM = everyone_said(0, 0, 2, 4, 4)


SET = "{% set n = namespace(s='ab', x=9, l=[1], t=(1, 2), u=(1, 2)) %}\n"
AGAIN = "{% for _ in range(70) %}"

GREEDY = {
    # those that the review found
    "calls of macros": "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "a text that doubles": SET + AGAIN + "{% set n.s = n.s ~ n.s %}{% endfor %}{{ n.s|length }}",
    "a number times itself": SET + AGAIN + "{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}",
    "slice": "{{ [1]|slice(999999999)|list|length }}",
    "loops in loops": "{% for a in t %}{% for b in t %}{% for c in t %}{% for d in t %}{% for e in t %}x"
    "{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}".replace(" t ", " 'x' * 60 "),
    # others of their kinds
    "plus": SET + AGAIN + "{% set n.s = n.s + n.s %}{% endfor %}",
    "a block that is set": SET + AGAIN + "{% set s %}{{ n.s }}{{ n.s }}{% endset %}{% set n.s = s %}{% endfor %}",
    "replace": SET + AGAIN + "{% set n.s = n.s|replace('a', 'aaaa') %}{% endfor %}",
    "replace as a method": SET + AGAIN + "{% set n.s = n.s.replace('b', 'bbbb') %}{% endfor %}",
    "join": SET + AGAIN + "{% set n.s = [n.s, n.s]|join('x') %}{% endfor %}",
    "join as a method": SET + AGAIN + "{% set n.s = n.s.join([n.s, n.s, n.s]) %}{% endfor %}",
    "center as a method": "{{ 'a'.center(9999999999) }}",
    "ljust": "{{ 'a'.ljust(999999999) }}",
    "zfill": "{{ 'a'.zfill(3000000000) }}",
    "expandtabs": "{{ ('\\t' * 1000000).expandtabs(100000)|length }}",
    "format": "{{ '{:>3000000000}'.format('a') }}",
    "a format in a format": "{{ '{:{}}'.format('a', 3000000000) }}",
    "percent": "{{ '%3000000000d' % 1 }}",
    "power": "{{ 9 ** 999999999 }}",
    "power of powers": SET + AGAIN + "{% set n.x = n.x ** 999 %}{% endfor %}",
    "a big number printed": SET + "{% for _ in range(12) %}{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}",
    "list times": SET + "{{ ([1] * 1000000 * 1000)|length }}",
    "list plus": SET + AGAIN + "{% set n.l = n.l + n.l %}{% endfor %}",
    "a list of lists printed": SET + AGAIN + "{% set n.l = [n.l, n.l] %}{% endfor %}{{ n.l }}",
    "tojson": SET + AGAIN + "{% set n.l = [n.l, n.l] %}{% endfor %}{{ n.l|tojson }}",
    "string": SET + AGAIN + "{% set n.l = [n.l, n.l] %}{% endfor %}{{ n.l|string|length }}",
    "lists compared": SET + AGAIN + "{% set n.t = (n.t, n.t) %}{% set n.u = (n.u, n.u) %}{% endfor %}{{ n.t == n.u }}",
    "a list as a key": SET + AGAIN + "{% set n.t = (n.t, n.t) %}{% endfor %}{{ {n.t: 1} }}",
    "a list in a list": SET + AGAIN + "{% set n.t = (n.t, n.t) %}{% set n.u = (n.u, n.u) %}{% endfor %}{{ n.t in [n.u] }}",
    "batch": "{{ [1]|batch(999999999, 0)|list|length }}",
    "range in range": "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    "a range as a list": "{{ range(9999999999)|list|length }}",
    "truncate": "{{ ('a' * 1000000)|truncate(5, true, 'b' * 1000000 ~ 'c') * 1000 }}",
    "call blocks": "{% macro m(n) %}{% if n %}{{ caller() }}{% call m(n-1) %}{{ caller() }}{{ caller() }}{% endcall %}"
    "{% endif %}{% endmacro %}{% call m(60) %}x{% endcall %}",
    "a block in itself": "{% block a %}{{ self.a() }}{% endblock %}",
    "blocks in blocks": "".join(
        f"{{% macro b{n}() %}}{{{{ b{n - 1}() }}}}{{{{ b{n - 1}() }}}}{{% endmacro %}}" for n in range(60, 0, -1)
    ).join(["{% macro b0() %}x{% endmacro %}", "{{ b60() }}"]),
    "a loop that calls itself": "{% for x in [[1]] recursive %}{{ loop([[x, x]]) }}{% endfor %}",
    "a loop with many loops": "{% for x in range(99) recursive %}{{ loop(range(99)) }}{% endfor %}",
    "cycler": SET + "{% for a in 'x' * 3000 %}{% for b in 'x' * 3000 %}{{ loop.cycle('a', 'b') }}{% endfor %}{% endfor %}",
    "a large word in a loop": "{% set s %}{% for a in 'x' * 100000 %}" + "w" * 10_000 + "{% endfor %}{% endset %}",
    "sort": "{% for a in range(9000) %}{% if ('ab' * 500000)|sort %}{% endif %}{% endfor %}",
    "urlize": "{{ ('www.' * 5000000)|urlize|length }}",
    "wordcount": "{% for a in range(99999) %}{% if ('a ' * 500000)|wordcount %}{% endif %}{% endfor %}",
    "many turns": "{% for a in range(999999) %}{% endfor %}",
    "split": SET + "{% for a in range(9999) %}{% if ('a ' * 500000).split() %}{% endif %}{% endfor %}",
    "division": SET + "{% for _ in range(9) %}{% set n.x = n.x * n.x %}{% endfor %}{{ n.x / 0.1 ** 300 }}",
    "a slice of a text": "{% for a in range(199999) %}{% if ('ab' * 500000)[::-1] == a %}{% endif %}{% endfor %}",
}  # fmt: skip


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("kind", GREEDY)
def test_it_ends_and_is_told_of(mine: Path, kind: str) -> None:
    (mine / "report.md.jinja").write_text(GREEDY[kind], encoding="utf-8")
    begun = time.monotonic()
    with pytest.raises(ClsCheckError) as caught:
        render(view_of(THEM), "markdown", mine)
    assert time.monotonic() - begun < separate_process.MOST_WAITING + 5
    (problem,) = caught.value.problems
    assert problem.place
    assert str(problem.place).startswith(str(mine))
    assert problem.hint
    assert "did not work" not in problem.fact
    assert "Error" not in problem.fact
    if sys.platform == "linux":
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        assert most * 1024 < 2 * separate_process.MOST_MEMORY


def test_what_is_wrong_is_said_with_its_line(mine: Path) -> None:
    (mine / "report.md.jinja").write_text("one\n{{ 'ab' * 9000000 }}\n", encoding="utf-8")
    with pytest.raises(ClsCheckError) as caught:
        render(view_of(THEM), "markdown", mine)
    assert str(caught.value) == (
        f"{mine}/report.md.jinja, line 2: This template does not work: this would repeat too much.\n"
        "  Mend that line, or leave the file out to use the template that comes with cls-check."
    )


def test_where_nothing_can_interrupt_it_it_is_killed(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(separate_process, "MOST_SECONDS", 1)
    (mine / "report.md.jinja").write_text(GREEDY["lists compared"], encoding="utf-8")
    begun = time.monotonic()
    with pytest.raises(ClsCheckError, match="take too long"):
        render(view_of(THEM), "markdown", mine)
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("how", ["fork", "spawn"])
def test_a_modest_template_works_however_processes_are_begun(
    mine: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(separate_process, "HOW", how)
    (mine / "report.md.jinja").write_text(
        "{% for f in range(3) %}{{ loop.index }}/{{ loop.length }} {{ 'a' ~ f ~ '<' }}{% endfor %}"
        "{{ [3, 1, 2]|sort|join(', ') }} {{ view.title[:0] }}{{ 7 % 4 + 2 * 3 }}",
        encoding="utf-8",
    )
    made = render(view_of(THEM), "markdown", mine)
    assert made == "1/3 a0\\<2/3 a1\\<3/3 a2\\<1, 2, 3 9\n"


def test_every_template_of_ours_gives_the_same_when_it_is_somebodys(mine: Path) -> None:
    bundled = Path(__file__).parents[3] / "templates"
    for name in ("report.md.jinja", "report.html.jinja"):
        (mine / name).write_bytes((bundled / name).read_bytes())
    for form in ("markdown", "html", "comment"):
        assert render(view_of(THEM), form, mine) == render(view_of(THEM), form)


def test_a_page_of_its_own_is_bounded_too(mine: Path) -> None:
    (mine / "reveal.html.jinja").write_text(GREEDY["plus"], encoding="utf-8")
    with pytest.raises(ClsCheckError, match="line 2"):
        render_page("reveal.html.jinja", SimpleNamespace(), "reveal.css", overrides=mine)
