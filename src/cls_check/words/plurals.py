"""Which form of a word goes with a number, in each language: the plural categories of Unicode CLDR.

Source: Unicode CLDR, Language Plural Rules, cardinals, whole numbers alone
(https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html). CLDR names
six categories, and a language uses some of them: English two, Polish three, Welsh and Arabic six.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Category = Literal["zero", "one", "two", "few", "many", "other"]


def category(language: str, number: object) -> Category:
    """The category of a number in a language such as "cy" or "pt-PT".

    A language that is not in the table is spoken as English is: one, and other. So is whatever is
    not a whole number of 0 or more: it is "other" everywhere.
    """
    if not isinstance(number, int) or number < 0:
        return "other"
    rule = RULES.get(language) or RULES.get(language.partition("-")[0], _one_is_one)
    return rule(number)


def _one_is_one(n: int) -> Category:
    return "one" if n == 1 else "other"


def _with_millions(n: int) -> Category:
    """Spanish and its sisters say "un millón de personas": a million has a form of its own."""
    return "many" if n and n % 1_000_000 == 0 else _one_is_one(n)


def _nought_is_one(n: int) -> Category:
    return "one" if n < 2 else _with_millions(n)


def _arabic(n: int) -> Category:
    if n < 3:
        return ("zero", "one", "two")[n]
    last = n % 100
    return "few" if 3 <= last <= 10 else "many" if last >= 11 else "other"


def _croatian(n: int) -> Category:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if _ends_in_a_few(n) else "other"


def _czech(n: int) -> Category:
    return "few" if 2 <= n <= 4 else _one_is_one(n)


def _gaelic(n: int) -> Category:
    if n in {1, 11}:
        return "one"
    if n in {2, 12}:
        return "two"
    return "few" if 3 <= n <= 19 else "other"


def _irish(n: int) -> Category:
    if n in {1, 2}:
        return "one" if n == 1 else "two"
    return "few" if 3 <= n <= 6 else "many" if 7 <= n <= 10 else "other"


def _latvian(n: int) -> Category:
    if n % 10 == 0 or 11 <= n % 100 <= 19:
        return "zero"
    return "one" if n % 10 == 1 else "other"


def _lithuanian(n: int) -> Category:
    if n % 10 == 0 or 11 <= n % 100 <= 19:
        return "other"
    return "one" if n % 10 == 1 else "few"


def _maltese(n: int) -> Category:
    if n in {1, 2}:
        return "one" if n == 1 else "two"
    last = n % 100
    return "few" if n == 0 or 3 <= last <= 10 else "many" if 11 <= last <= 19 else "other"


def _polish(n: int) -> Category:
    return "one" if n == 1 else "few" if _ends_in_a_few(n) else "many"


def _romanian(n: int) -> Category:
    return "one" if n == 1 else "few" if n == 0 or 1 <= n % 100 <= 19 else "other"


def _slovenian(n: int) -> Category:
    endings: Mapping[int, Category] = {1: "one", 2: "two", 3: "few", 4: "few"}
    return endings.get(n % 100, "other")


def _welsh(n: int) -> Category:
    numbers: Mapping[int, Category] = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}
    return numbers.get(n, "other")


def _ends_in_a_few(n: int) -> bool:
    """Whether a number ends in 2, 3 or 4, said as such: 22 does, 12 does not."""
    return 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14


RULES: Final[Mapping[str, Callable[[int], Category]]] = {
    **dict.fromkeys(("bg", "da", "de", "el", "en", "et", "fi", "hu", "nl", "sv"), _one_is_one),
    **dict.fromkeys(("es", "it", "pt-PT"), _with_millions),
    **dict.fromkeys(("fr", "pt"), _nought_is_one),
    **dict.fromkeys(("cs", "sk"), _czech),
    "ar": _arabic,
    "cy": _welsh,
    "ga": _irish,
    "gd": _gaelic,
    "hr": _croatian,
    "lt": _lithuanian,
    "lv": _latvian,
    "mt": _maltese,
    "pl": _polish,
    "ro": _romanian,
    "sl": _slovenian,
}
"""The languages of the United Kingdom, Ireland and the European Union, and Arabic."""
