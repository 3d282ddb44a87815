"""The bundled questionnaires: plain words, true to their source, and never drifting apart."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest

import yaml
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from tests.wording import (
    ABBREVIATIONS,
    CONTRACTIONS,
    IDIOMS,
    found,
    grade,
    sentences,
    syllables,
    words,
    words_not_to_say,
)

pytestmark = pytest.mark.texts

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "questionnaires").glob("*.yaml"))
TREES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}
LONG = TREES["ten-factors"]

NEVER_SHOWN = {"seed", "id", "version", "languages", "cls-check-questionnaire"}
CREDIT = {"about", "source", "licence"}  # names and abbreviations are welcome here

# Every " and " in a statement, read by a person: it joins things or qualities, not two doings.
JOINED_BY_AND = {
    "com-4": "libraries and buses",
    "que-3": "legal and affordable",
}

# The ideas of the source, by paragraph, a few words of each; "closing" is the part after the ten.
IDEAS = {
    "1": """
        afterthought | photo opportunity | how the system is felt | what needs to improve | goodwill
        don't waste it | one off | throughout | codesigning | implementing | truly listening
        where it is most needed
    """,
    "2": """
        bedrock | not have all the answers | everyone's challenge | shaped for that community
        local priorities | defining success | agreeing the steps | working together to achieve it
    """,
    "3": """
        complexity | in isolation | coordinating | clear what needs to change
        who needs to be involved | everything at once | impact on other parts
        positively and negatively | not static | over programme manage
    """,
    "4": """
        limit the possibilities | the law, the bank, or causes harm | keep asking 'why'
        different perspectives | prisoners of our paradigms | more voices
        unimagined opportunities
    """,
    "5": """
        because we invite it | existing cultures | feel trusted | valued | their voice matters
        isn't working | not to go to plan | retribution | blame | honest discussions
    """,
    "6": """
        realistic | over decades | quick wins | ultra-marathon | monitor progress | celebrate
        be patient | first time | rich learning | discovered straight away
    """,
    "7": """
        as excited | for a long time | strengths and assets | champions | already happening
        who is doing what | build on what exists | join it up | everyone feels a part of
    """,
    "8": """
        and why | everyone's business | what you want to achieve | stories and feedback
        agreeing this together | proactively | everyone interested | 'performance'
        what's working | a different approach
    """,
    "9": """
        whole community | whole person | current players | strait jacket | mainstream services
        private sector | hyper-local groups | what they can offer | grow over time | broaden
    """,
    "10": """
        kick this off | business as usual | retain ownership | still working and contributing
        drive it and steer it | let it go | hardest things | an identity of its own
        new possibilities
    """,
    "closing": """
        nurtured | the job is done | easily swept back | embedding | immersed | skills
        commissioning | third sector | core values | responsive and innovative
        doing the right thing | optimism | sense of purpose | not all change is transformative
        radical | silo | new connections | new opportunities | neither quick nor easy
        one organisation | pooling resources | question the unquestionable
    """,
}


def texts(tree: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a file with the key that it stands under."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from texts(value, name)
    elif isinstance(tree, list):
        for value in tree:
            yield from texts(value, key)
    elif isinstance(tree, str):
        yield key, tree


def shown(tree: dict[str, Any]) -> list[tuple[str, str]]:
    return [(key, text) for key, text in texts(tree) if key not in NEVER_SHOWN]


def statements(tree: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        name: statement
        for factor in tree["factors"].values()
        for name, statement in factor.get("statements", {}).items()
    }


def without(tree: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    return {key: value for key, value in tree.items() if key not in keys}


def problems(name: str, text: str) -> list[str]:
    """What is wrong with a statement, in words; nothing for a good one."""
    joined = text.replace(JOINED_BY_AND.get(name, ""), "")
    checks = {
        "not one sentence": len(sentences(text)) != 1,
        "no full stop": not text.endswith("."),
        "over 16 words": len(words(text)) > 16,
        "two ideas joined by and": " and " in joined,
        "hard to read": grade(text) > 10,
        "a word not to say": words_not_to_say(text),
        "a contraction": found(CONTRACTIONS, text),
        "an abbreviation": found(ABBREVIATIONS, text),
        "an idiom": found(IDIOMS, text),
    }
    return [words_for_it for words_for_it, wrong in checks.items() if wrong]


@pytest.fixture(params=TREES)
def tree(request: pytest.FixtureRequest) -> dict[str, Any]:
    tree: dict[str, Any] = TREES[request.param]
    return tree


# The files


def test_three_forms_are_bundled() -> None:
    assert sorted(TREES) == ["ten-factors", "ten-factors-levels", "ten-factors-short"]


def test_every_file_is_a_questionnaire_named_after_its_id() -> None:
    for stem, tree in TREES.items():
        assert Questionnaire.model_validate(tree).id == stem


@pytest.mark.parametrize(
    ("form", "how_many", "in_each"),
    [("ten-factors", 50, 5), ("ten-factors-short", 20, 2), ("ten-factors-levels", 0, 0)],
)
def test_how_many_statements(form: str, how_many: int, in_each: int) -> None:
    factors = TREES[form]["factors"].values()
    assert len(statements(TREES[form])) == how_many
    assert [len(factor.get("statements", {})) for factor in factors] == [in_each] * 10


def test_what_made_the_short_forms_would_make_them_again() -> None:
    made_forms = runpy.run_path(str(ROOT / "tools" / "make_short_forms.py"))["made_forms"]
    for path, text in made_forms().items():
        assert path.read_text(encoding="utf-8") == text


def test_the_short_form_is_the_core_of_the_long_one() -> None:
    core = {name: said for name, said in statements(LONG).items() if said.get("core")}
    assert statements(TREES["ten-factors-short"]) == core


def test_two_core_statements_stand_for_each_factor() -> None:
    for factor in LONG["factors"].values():
        marked = Counter(bool(said.get("core")) for said in factor["statements"].values())
        assert marked == {True: 2, False: 3}


def test_the_forms_share_everything_but_their_statements_and_their_head() -> None:
    own = {"id", "title", "about", "minutes", "scale", "factors"}
    for tree in TREES.values():
        assert without(tree, own) == without(LONG, own)
        assert list(tree["factors"]) == list(LONG["factors"])
        for name, factor in tree["factors"].items():
            assert without(factor, {"statements"}) == without(LONG["factors"][name], {"statements"})
    assert TREES["ten-factors-short"]["scale"] == LONG["scale"]
    assert "scale" not in TREES["ten-factors-levels"]


def test_people_with_lived_experience_come_first(tree: dict[str, Any]) -> None:
    assert next(iter(tree["perspectives"])) == "lived-experience"


def test_names_of_perspectives_read_well_in_mid_sentence(tree: dict[str, Any]) -> None:
    for perspective in tree["perspectives"].values():
        assert perspective["name"][0].islower()
        assert not perspective["name"].endswith(".")


def test_every_factor_is_complete(tree: dict[str, Any]) -> None:
    for factor in tree["factors"].values():
        assert list(factor["levels"]) == list(tree["levels"])
        assert [len(factor[k]) for k in ("evidence", "conversation", "next-steps")] == [4, 4, 3]
        assert factor["meaning"]
        assert factor["if-people-disagree"]
        assert factor["if-strong"]


def test_only_trust_is_sensitive_and_only_letting_go_is_expected_later(
    tree: dict[str, Any],
) -> None:
    factors = tree["factors"]
    assert [name for name in factors if factors[name].get("sensitive")] == ["culture-of-trust"]
    assert [name for name in factors if "early-on" in factors[name]] == ["let-it-go"]


def test_the_source_is_credited_and_the_limits_are_said(tree: dict[str, Any]) -> None:
    assert "Jenny Pitts" in tree["source"]
    assert "independent of NDTi" in tree["about"]
    assert "not been tested as a scale" in tree["about"]


# The words


@pytest.mark.parametrize(("name", "text"), [(n, s["text"]) for n, s in statements(LONG).items()])
def test_a_statement_is_one_plain_sentence(name: str, text: str) -> None:
    assert problems(name, text) == []


def test_the_list_of_joins_is_no_longer_than_it_must_be() -> None:
    for name, joined in JOINED_BY_AND.items():
        assert joined in statements(LONG)[name]["text"]


def test_no_two_statements_say_the_same() -> None:
    assert len({statement["text"] for statement in statements(LONG).values()}) == 50


def test_statements_are_easy_to_read() -> None:
    grades = [grade(statement["text"]) for statement in statements(LONG).values()]
    assert median(grades) <= 4  # a reading age of about nine


def test_every_shown_text_is_free_of_words_not_to_say(tree: dict[str, Any]) -> None:
    said = {text: words_not_to_say(text) for _, text in shown(tree)}
    assert {text: hits for text, hits in said.items() if hits} == {}


@pytest.mark.parametrize("pattern", [CONTRACTIONS, IDIOMS, ABBREVIATIONS])
def test_every_shown_text_is_free_of(pattern: str, tree: dict[str, Any]) -> None:
    said = {text: found(pattern, text) for key, text in shown(tree) if key not in CREDIT}
    assert {text: hits for text, hits in said.items() if hits} == {}


def test_all_shown_texts_together_are_easy_to_read(tree: dict[str, Any]) -> None:
    assert median(grade(text) for _, text in shown(tree)) <= 6


def test_a_level_is_at_most_two_short_sentences(tree: dict[str, Any]) -> None:
    for factor in tree["factors"].values():
        for text in factor["levels"].values():
            assert len(sentences(text)) <= 2
            assert all(len(words(sentence)) <= 20 for sentence in sentences(text)), text


def test_a_conversation_asks(tree: dict[str, Any]) -> None:
    for factor in tree["factors"].values():
        assert all(text.endswith("?") for text in factor["conversation"])
    assert 5 <= len(tree["reflections"]) <= 7
    assert all(reflection["text"].endswith("?") for reflection in tree["reflections"].values())


# The source


@pytest.mark.parametrize("paragraph", IDEAS)
def test_every_idea_of_the_source_is_traced(paragraph: str) -> None:
    traced = traced_to(paragraph)
    ideas = re.split(r"\s*[|\n]\s*", IDEAS[paragraph].strip())
    assert len(ideas) >= 7
    assert [idea for idea in ideas if idea not in traced] == []


def traced_to(paragraph: str) -> str:
    """All that `seed:` fields say of one paragraph; "1: an idea; opening: another" names two."""
    ideas = []
    for key, text in texts(LONG):
        if key == "seed":
            parts = re.split(r"(?:^|; )(\d+|closing|opening): ", text)[1:]
            ideas += [said for of, said in zip(*[iter(parts)] * 2, strict=True) if of == paragraph]
    return "\n".join(ideas)


def test_every_statement_rests_on_the_paragraph_of_its_factor() -> None:
    for paragraph, factor in enumerate(LONG["factors"].values(), start=1):
        seeds = [factor["seed"], *(said["seed"] for said in factor["statements"].values())]
        assert all(seed.startswith(f"{paragraph}: ") for seed in seeds), seeds


def test_every_reflection_rests_on_the_closing_part() -> None:
    assert all(said["seed"].startswith("closing: ") for said in LONG["reflections"].values())


# The checkers themselves


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("People are heard. They are trusted.", "not one sentence"),
        ("Are people heard?", "no full stop"),
        ("We " + "really " * 14 + "like it.", "over 16 words"),
        ("We listen to people and change our plans.", "two ideas joined by and"),
        ("Organisational accountability necessitates collaboration.", "hard to read"),
        ("We meet our targets.", "a word not to say"),
        ("We don't wait.", "a contraction"),
        ("Groups, e.g. choirs, take part.", "an abbreviation"),
        ("We work with the NHS.", "an abbreviation"),
        ("Being partners is the bedrock of this.", "an idiom"),
    ],
)
def test_a_bad_statement_is_caught(text: str, problem: str) -> None:
    assert problem in problems("new-1", text)


def test_an_allowed_and_does_not_allow_another() -> None:
    assert problems("com-4", "We like libraries and buses.") == []
    assert problems("com-4", "We like libraries and buses and help.") == ["two ideas joined by and"]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Performance was scored.", ["Performance", "scored"]),
        ("Weaknesses, failures and failing", ["Weaknesses", "failures", "failing"]),
        ("targeting stakeholders", ["targeting", "stakeholders"]),
        ("Service-users, service users", ["Service-users", "service users"]),
        ("hard-to-reach, hard to reach", ["hard-to-reach", "hard to reach"]),
        ("a RAG rating in rags", ["RAG"]),
        ("complex cases in any case", ["cases"]),
        ("Scores of clients", ["Scores", "clients"]),
        ("What people said helps us learn.", []),
    ],
)
def test_words_not_to_say_are_found_in_all_their_forms(text: str, hits: list[str]) -> None:
    assert words_not_to_say(text) == hits


def test_a_possessive_is_not_a_contraction() -> None:
    assert found(CONTRACTIONS, "People's stories. It's here, we're not, they can't.") == [
        "It's",
        "we're",
        "can't",
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("people", 2),
        ("people's", 2),
        ("community", 4),
        ("one-off", 2),
        ("zzblorple", 2),  # not in the dictionary: blor-ple
        ("zzblate", 1),  # not in the dictionary: its last e is silent
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_grade_by_hand() -> None:
    # "My voice matters here.": 4 words in 1 sentence, 1 + 1 + 2 + 1 = 5 syllables
    assert grade("My voice matters here.") == pytest.approx(0.39 * 4 + 11.8 * 5 / 4 - 15.59)
    # two sentences of 2 words, 4 syllables in all
    assert grade("We ask. They speak.") == pytest.approx(0.39 * 2 + 11.8 * 1 - 15.59)
