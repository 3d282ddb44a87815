"""The pages in docs/ are true: links lead somewhere, files are files, numbers come out, commands run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cls_check.cli.app import app, run
from cls_check.domain.assessments import assessment as assessments
from cls_check.domain.assessments import talk
from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.assessments.privacy import protected
from cls_check.domain.comparison.comparison import compare
from cls_check.domain.counts.statistics import agreement, typical_answer
from cls_check.domain.counts.tally import Tally
from cls_check.domain.findings.findings import FactorFindings, find
from cls_check.domain.findings.rules import RULES
from cls_check.domain.questionnaires import questionnaire as questionnaires
from cls_check.domain.rounds.round import Hands, Notes, Round, Talk, Voice
from cls_check.domain.terms import as_written
from cls_check.files.assessments.privacy import privacy_problems
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.settings import NAMES, VARIABLES
from cls_check.files.validation.kinds import key_of
from cls_check.reports.model.numbers import CSV_COLUMNS, findings_document
from cls_check.workflows.checking.one_file import LOOKS
from cls_check.yaml.builder import typed
from cls_check.yaml.reader import parse_yaml
from tests.wording import sentences, words, words_not_to_say

pytestmark = pytest.mark.texts

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
# The reference of commands is made from the commands, and has tests beside the README's.
PAGES = sorted(page for page in DOCS.rglob("*.md") if page.name != "commands.md")
LINKED = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
POSITIONS = 5


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def blocks(page: Path) -> list[tuple[str, str]]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """What a link behind `#` can name: the headings, as hosting sites write them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def table(page: str, *heading: str) -> list[list[str]]:
    """The rows of the first table with this heading."""
    lines = text_of(page).splitlines()
    start = lines.index(f"| {' | '.join(heading)} |") + 2
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return rows


def keys_in_table(page: str, heading: str) -> set[str]:
    """Every name in code in the first column of the first table under a heading like this."""
    rows = table(page, heading, "what it is", "needed")
    return {key for row in rows for key in re.findall(r"`([^`]+)`", row[0])}


def written(cell: str) -> dict[str, Any]:
    """What stands in a cell as in a file: `{2: 1, 3: 4}`."""
    tree: dict[str, dict[str, Any]] = parse_yaml(f"x: {cell.strip('`')}".encode(), "a cell").data
    return tree["x"]


def made_up(
    answers: dict[str, Any], *, date: str = "2026-09-10", evidence: bool = False, positions: int = 5
) -> Assessment:
    return Assessment.model_validate(
        {
            "cls-check": 1,
            "questionnaire": {"id": "made-up", "version": "1"},
            "place": "Made Up",
            "date": date,
            "scale": [f"Answer {place}" for place in range(positions)],
            "took-part": {name: sum(tally.values()) for name, tally in answers.items()},
            "factors": {
                "one": {
                    "title": "One",
                    "evidence": [{"from": "people", "what": "A letter"}] if evidence else [],
                    "statements": {"one-1": {"text": "One.", "answers": answers}},
                }
            },
        }
    )


def shown(number: float | None) -> str:
    return "—" if number is None else f"{number:.2f}"


@pytest.mark.parametrize("page", LINKED, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    prose = BLOCK.sub("", page.read_text(encoding="utf-8"))
    astray = []
    for link in re.findall(r"\]\((?!https?:|mailto:)([^)]+)\)", prose):
        path, _, anchor = link.partition("#")
        there = page.parent / path if path else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            astray.append(link)
    assert astray == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_word_judges_a_place(page: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", BLOCK.sub("", page.read_text(encoding="utf-8")))

    assert words_not_to_say(prose) == []


def test_the_guide_has_short_sentences() -> None:
    prose = re.sub(r"`[^`\n]*`", "it", BLOCK.sub("\n\n", text_of("guide-to-a-first-round.md")))
    parts = [each for part in re.split(r"\n\n|\n(?=\d\. )", prose) for each in sentences(part)]

    assert [part for part in parts if len(words(part)) > 25] == []


FILES = [
    pytest.param(body, id=f"{name_of(page)}-{number}")
    for page in PAGES
    for number, (kind, body) in enumerate(blocks(page), start=1)
    if kind == "yaml" and body.startswith("cls-check")
]


@pytest.mark.parametrize("body", FILES)
def test_every_file_that_is_shown_is_right(body: str) -> None:
    document = parse_yaml(body.encode(), "an example")

    problems = LOOKS[key_of(document)](document).problems

    assert list(problems) == []


def test_every_kind_of_file_is_shown() -> None:
    assert {str(param.values[0]).partition(":")[0] for param in FILES} == set(LOOKS)


DOCUMENTED = [
    ("key", questionnaires.Questionnaire),
    ("key of `scale`", questionnaires.Scale),
    ("key of a perspective", questionnaires.Perspective),
    ("key of a factor", questionnaires.Factor),
    ("key of a statement", questionnaires.Statement),
    ("key of `round.yaml`", Round),
    ("key of a voice", Voice),
    ("key of a show of hands", Hands),
    ("key of `notes.yaml`", Notes),
    ("key of `talk.yaml`", Talk),
    ("key of an action", talk.Action),
]


@pytest.mark.parametrize(
    ("heading", "model"), DOCUMENTED, ids=[model.__name__ for _, model in DOCUMENTED]
)
def test_every_key_is_documented(heading: str, model: Any) -> None:
    fields = {field.alias or as_written(name) for name, field in model.model_fields.items()}

    assert keys_in_table("files.md", heading) == fields


@pytest.mark.parametrize(
    ("heading", "model"),
    [("key", Assessment), ("key of a factor", assessments.AssessedFactor)],
    ids=["Assessment", "AssessedFactor"],
)
def test_every_key_of_an_assessment_is_documented(heading: str, model: Any) -> None:
    of_assessments = text_of("files.md").partition("\n## An assessment\n")[2]
    after = of_assessments.partition(f"| {heading} | what it is | needed |\n")[2]
    rows = after.partition("\n\n")[0].splitlines()[1:]
    fields = {field.alias or as_written(name) for name, field in model.model_fields.items()}

    assert {key for row in rows for key in re.findall(r"`([^`]+)`", row.split("|")[1])} == fields


def test_every_setting_is_documented() -> None:
    heading = "setting", "what it is", "where nothing is set", "environment variable", "option"
    rows = table("settings.md", *heading)
    documented = [(name.strip("`"), variable.strip("`")) for name, _, _, variable, _ in rows]

    assert documented == [(as_written(name), VARIABLES + name.upper()) for name in NAMES]
    for *_, options in rows:
        for cell in re.findall(r"`([^`]+)`", options):
            *command, option = cell.split()
            assert option in options_of(command), cell


def options_of(words_typed: list[str]) -> set[str]:
    """The options that a command takes."""
    command: Any = get_command(app)
    for word in words_typed:
        command = command.get_command(None, word)
    return {option for parameter in command.params for option in parameter.opts}


def test_what_config_prints_for_programs_is_documented(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["config", "--format", "json"])
    shown = json.loads(capsys.readouterr().out)
    named = {name for row in table("settings.md", "name", "what it is") for name in named_in(row)}

    assert {*shown, *shown["settings"]["place"], shown["schema"]} == named


def named_in(row: list[str]) -> list[str]:
    return re.findall(r"`([^`]+)`", " ".join(row))


def test_joining_comes_out_as_shown() -> None:
    before = table("files.md", "before", "came", "answers")
    after = table("files.md", "after", "came", "answers")
    single = made_up({name: written(answers) for name, _, answers in before}, positions=3)

    joined = protected(single)

    assert [int(came) for _, came, _ in before] == list(single.took_part.values())
    assert joined.took_part == {name: int(came) for name, came, _ in after}
    tallies = {name: Tally.from_written(written(answers), 3) for name, _, answers in after}
    assert joined.tallies(joined.factors["one"].statements["one-1"]) == tallies


def test_an_assessment_of_them_all_is_safe() -> None:
    for param in FILES:
        document = parse_yaml(str(param.values[0]).encode(), "an example")
        if key_of(document) == "cls-check":
            read = assessment_in(document)
            assert list(privacy_problems(read, document)) == []
            assert protected(read) == read


def test_what_is_typed_and_what_is_text() -> None:
    kinds = {
        "yes or no": "bool",
        "nothing": "NoneType",
        "a whole number (up to 18 digits)": "int",
        "a decimal, with all its digits: `1.10` stays 1.10": "Decimal",
        "a text": "str",
    }
    checked = 0
    for cell, read in table("files.md", "you write", "we read"):
        examples = [one for one in re.findall(r"`([^`]+)`", cell) if one[0] != '"' and one != "1:"]
        for example in examples:
            assert type(typed(example)).__name__ == kinds[read], example
        checked += len(examples)
    assert checked >= 15


def test_numbers_of_one_tally_come_out() -> None:
    rows = table("numbers.md", "answers", "typical answer", "agreement")

    assert rows
    for cell, typical, agreed in rows:
        counts = Tally.from_written(written(cell), POSITIONS).counts
        assert (shown(typical_answer(counts)), shown(agreement(counts))) == (typical, agreed)


FINDINGS = table(
    "numbers.md", "answers", "evidence", "typical", "agreement", "cannot say", "findings"
)


def found_in(cell: str, *, evidence: bool) -> FactorFindings:
    return find(made_up(written(cell), evidence=evidence))[0]


@pytest.mark.parametrize("row", FINDINGS, ids=lambda row: row[-1].replace("`", ""))
def test_findings_come_out(row: list[str]) -> None:
    cell, evidence, *expected = row

    factor = found_in(cell, evidence=evidence == "yes")

    everyone = factor.by["everyone"]
    numbers = (everyone.typical_answer, everyone.agreement, everyone.cannot_say)
    rules = ", ".join(f"`{finding.rule}`" for finding in factor.findings)
    assert [*map(shown, numbers), rules] == expected


def test_every_rule_has_an_example() -> None:
    rows = table("numbers.md", "rule", "it holds where", "what the report says, in short")
    rules = [row[0].strip("`") for row in rows]

    assert {rule for row in FINDINGS for rule in re.findall(r"`([^`]+)`", row[-1])} == set(rules)
    assert rules == [rule.name for rule in RULES]


def test_close_to_the_line_and_fragile_come_out() -> None:
    rows = table("numbers.md", "answers", "typical", "close to the line", "fragile")

    assert rows
    for cell, typical, close, fragile in rows:
        factor = found_in(cell, evidence=True)
        first = factor.findings[0]
        assert shown(factor.by["everyone"].typical_answer) == typical
        flags = (first.close_to_the_line, first.fragile)
        assert tuple("yes" if flag else "no" for flag in flags) == (close, fragile), cell


def test_comparisons_come_out() -> None:
    rows = table("numbers.md", "then", "now", "delta", "threshold", "shift")

    assert rows
    for then, now, delta, threshold, kind in rows:
        old = made_up({"staff": written(then)}, date="2025-09-10")
        new = made_up({"staff": written(now)})
        shift = compare(old, new).factors[0].everyone
        found = (shown(shift.delta), shown(shift.threshold), f"`{shift.kind}`")
        assert found == (delta, threshold, kind), now


def test_the_interface_is_documented() -> None:
    cells = " ".join(" ".join(row) for row in table("numbers.md", "name", "what it is"))
    named = {each.rpartition(".")[2] for each in re.findall(r"`([^`]+)`", cells)}
    assessment = made_up({"staff": {"1": 3, "2": 4}})

    document = findings_document(assessment, find(assessment))

    assert document["schema"] in named
    assert keys_of(document) - {"staff", "one", "one-1"} <= named


def keys_of(tree: Any) -> set[str]:
    """Every name in a document, at any depth."""
    if isinstance(tree, list):
        return {key for item in tree for key in keys_of(item)}
    if isinstance(tree, dict):
        return set(tree) | {key for item in tree.values() for key in keys_of(item)}
    return set()


def test_every_column_is_documented() -> None:
    rows = table("numbers.md", "column", "what it is")
    named = [name for row in rows for name in re.findall(r"`([^`]+)`", row[0])]
    first, last = named.index("answer_1"), named.index("answer_11")

    assert last == first + 1
    answers = [f"answer_{place}" for place in range(1, 12)]
    assert (*named[:first], *answers, *named[last + 1 :]) == CSV_COLUMNS


COMMANDS = [
    pytest.param(line, id=line)
    for page in PAGES
    for _, body in blocks(page)
    for line in body.splitlines()
    if re.match(r"cls-check ", line) and not line.startswith("cls-check:")
]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_line_is_one(line: str) -> None:
    """Each names a command, and nothing but what that command takes: Typer reads it without running it."""
    command: Any = get_command(app)
    typed_words = shlex.split(line)[1:]
    while hasattr(command, "list_commands"):
        name = typed_words.pop(0)
        assert name in command.list_commands(None)
        command = command.get_command(None, name)

    with command.make_context("cls-check", typed_words) as context:
        assert context.args == []


def test_commands_in_the_text_are_commands() -> None:
    command: Any = get_command(app)
    known = command.list_commands(None)
    for page in PAGES:
        for name in re.findall(r"`cls-check ([a-z]+)", page.read_text(encoding="utf-8")):
            assert name in known, page.name


def test_commands_are_shown() -> None:
    assert len(COMMANDS) > 5
