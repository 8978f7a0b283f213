"""Pseudo-locales for tests and translators: English made longer and accented, and English in Arabic letters.

They show, before any translator has begun, which texts bypass translation, which boxes are too small and what breaks
from right to left. They are made from the English texts at run time; players do not see them in the list of languages.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from gettext import NullTranslations
from typing import Final

LONGER: Final = 1.35
"""French, German and Greek are up to this much longer than English."""
_ACCENTS = str.maketrans("aceinouyACEINOUY", "åçéîñöûýÅÇÉÎÑÖÛÝ")
_VOWELS = frozenset("aeiouy")
_KEPT = re.compile(r"(\{[^{}]*\}|\{\{|\}\}|\*\*|==|\*|<[^<>]*>|\w*_\w*|\d[\d.,:\u202f]*%?|\n)")
"""Placeholders, marks of bold, italic and marked, names of accounts, and figures."""
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz,;?", "ابجدهفغحيجكلمنوبقرستعوكشىز،؛؟")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NAMES = frozenset({"Loop", "Persuadable"})
_END_OF_SENTENCE = frozenset(".!?…:“‘(«\n*=–—•·|/")


def longer(text: str) -> str:
    """``[Åççéñtéd]``, about 35 % longer; placeholders, figures, marks and single letters (keys) stay as they are."""
    if len(text.strip()) < 2:
        return text
    parts = _KEPT.split(text)
    letters = sum(len(part) for part in parts[::2])
    vowels = sum(letter.lower() in _VOWELS for part in parts[::2] for letter in part)
    due = max(0, math.ceil(letters * (LONGER - 1)) - 2)
    doubled = 0
    seen = 0
    made: list[str] = []
    for index, part in enumerate(parts):
        if index % 2:
            made.append(part)
            continue
        for letter in part:
            made.append(letter.translate(_ACCENTS))
            if letter.lower() in _VOWELS:
                seen += 1
                while doubled < math.ceil(due * seen / vowels):
                    made.append(letter.lower().translate(_ACCENTS))
                    doubled += 1
    return "[" + "".join(made) + "]"


def arabic(text: str) -> str:
    """English letter by letter in Arabic script; placeholders, figures and names inside a sentence stay Latin."""
    if len(text.strip()) < 2:
        return text
    parts = _KEPT.split(text)
    for index in range(0, len(parts), 2):
        before = "".join(parts[:index])
        parts[index] = _turned(parts[index], before)
    return "".join(parts)


def _turned(part: str, before: str) -> str:
    def word(match: re.Match[str]) -> str:
        found = match[0]
        left = (before + part[: match.start()]).rstrip(" ")
        inside = bool(left) and left[-1] not in _END_OF_SENTENCE
        if found in _NAMES or (inside and found[0].isupper() and found != "I"):
            return found
        plain = unicodedata.normalize("NFD", found.lower())
        return "".join(letter for letter in plain if letter.isalpha()).translate(_ARABIC)

    return _WORD.sub(word, part).translate({ord(latin): _ARABIC[ord(latin)] for latin in ",;?"})


class Pseudo(NullTranslations):
    """A catalogue that has every text: the English one, changed by a function."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change
        self._made: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """The text, changed; made once."""
        found = self._made.get(message)
        if found is None:
            found = self._made[message] = self._change(message)
        return found

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The English form for ``n``, changed."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The text, changed, whatever the context."""
        del context
        return self.gettext(message)


PSEUDO: Final[dict[str, Callable[[str], str]]] = {"en-XA": longer, "ar-XB": arabic}
"""Code -> what it does to an English text."""
