"""What languages call themselves, for people to choose theirs by."""

from __future__ import annotations

from typing import Final

LANGUAGE_NAMES: Final = {
    "ar": "العربية",
    "bn": "বাংলা",
    "cy": "Cymraeg",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fa": "فارسی",
    "fr": "Français",
    "ga": "Gaeilge",
    "gd": "Gàidhlig",
    "gu": "ગુજરાતી",
    "it": "Italiano",
    "nl": "Nederlands",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "so": "Soomaali",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "zh": "中文",
}


def language_name(language: str) -> str:
    """Its own name for itself where we know it, else its code, such as "en-GB"."""
    known = LANGUAGE_NAMES.get(language)
    return language if known is None else known
