"""Whatever comes in, the reader gives a document or says kindly what is wrong, in good time.

CLS_CHECK_FUZZ=60000 runs more of them; what was found once stands in FOUND.
"""

import os
import random
import time

import pytest

import yaml
from cls_check.errors import BadFileError
from cls_check.yaml.reader import parse_yaml

pytestmark = pytest.mark.repeated
ROUNDS = int(os.environ.get("CLS_CHECK_FUZZ", "2000"))
LONGEST_SECONDS = 20  # of the processor; most take 0.001: this catches what hangs
HAS_LIBYAML = hasattr(yaml, "CLoader")

VALID = """\
# A round in spring.
cls-check: 1
questionnaire: {id: ten-factors, version: "1.0"}
place: Northfield
scale: [Not true yet, 'A little true', Partly true]
took-part:
  frontline: 9   # with the night shift
factors:
  co-production:
    statements:
      cop-1:
        answers:
          frontline: {1: 1, 2: 3, dont-know: 1}
    because: |-
      Two plans changed: "after" the spring days.

        - they said
    evidence:
      - from: people
        what: >
          folded text
          goes on
      -
      - [a, {b: c}]
    share: 1.10
    empty:
    done: false
"""
PIECES = [
    *"ab1.-:#?!&*%@`|>[]{},'\"\\~=<\t \n\r\x00\x07\x1b\x85\ufeff\u2028\u202eé£",
    *(
        ": ",
        "- ",
        "  ",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n? ",
        "---\n",
        "\n...\n",
        "\r\n",
        "<<: ",
        "|-\n",
    ),
    *(
        "null",
        "true",
        "1.10",
        "\\u",
        "\\UFFFFFFFF",
        "!!str ",
        "%YAML 1.1\n",
        "<<<<<<< x\n",
        "x" * 1100,
    ),
]
FOUND = [
    'a: "\\UFFFFFFFF"\n',
    'a: "\\ud800"\n',
    "%YAML 1." + "9" * 5000 + "\n---\na: 1\n",
    "a: {b\n",
    "a: {? b, c}\n",
    "a: [b?]\n",
    "a: |#\n",
    "? a\n",
    "? |",
    "a: {-x: \n  }",
    "a: &- #\n    !\r",
    "a: !\n |#",
]


def outcome(data: bytes, *, quick: bool) -> object:
    """What the reader makes of it, in a form that can be compared."""
    start = time.process_time()
    try:
        document = parse_yaml(data, "f.yaml", quick=quick)
    except BadFileError as error:
        result: object = str(error)
    else:
        result = (document.data, document.spans, document.key_spans)
        for path in document.spans:
            document.place(path)
    assert time.process_time() - start < LONGEST_SECONDS
    return result


def check(data: bytes) -> None:
    one = outcome(data, quick=False)
    if HAS_LIBYAML:
        assert outcome(data, quick=True) == one, data


def mutated(dice: random.Random) -> bytes:
    text = VALID
    for _ in range(dice.randint(1, 4)):
        at, length = dice.randrange(len(text)), dice.choice((0, 0, 1, 2, 10))
        text = text[:at] + dice.choice(PIECES) + text[at + length :]
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("text", FOUND)
def test_what_fuzzing_found_once(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


def test_random_bytes() -> None:
    dice = random.Random(1)
    for _ in range(ROUNDS // 4):
        check(dice.randbytes(dice.randint(0, 60)))


def test_random_pieces() -> None:
    dice = random.Random(2)
    for _ in range(ROUNDS // 2):
        start = dice.choice(("a: ", "", "a:\n  b: "))
        text = start + "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 14)))
        check(text.encode())


def test_mutated_files() -> None:
    dice = random.Random(3)
    for _ in range(ROUNDS // 4):
        check(mutated(dice))
