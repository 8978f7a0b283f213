"""The language in force, and the functions that turn an English text into it."""

from __future__ import annotations

import locale
import os
import sys
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from game import resources
from game.i18n import files
from game.i18n.pseudo import PSEUDO, Pseudo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.scenario.model import Scenario

SOURCE = "en"
"""The language that all texts are written in; it needs no catalogue."""

_OWN_NAMES = {
    "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français", "it": "Italiano", "nl": "Nederlands",
    "pl": "Polski", "pt": "Português",
}  # fmt: skip  # because a table of names reads better in two lines
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_KEPT = 8
"""Localised scenarios kept at a time: a library screen shows a handful."""


class _State:
    """The language in force and what was made for it; one per process, like the language itself."""

    code: str = SOURCE
    words: NullTranslations = NullTranslations()
    scenarios: dict[tuple[str, int, Path | None], tuple[Scenario, Scenario]] = {}  # noqa: RUF012  # because this class is never instantiated: it is one process-wide box


def languages() -> Mapping[str, str]:
    """Code -> own name of every language that the game speaks: English, and those with a catalogue."""
    return dict(_languages(resources.locales()))


@cache
def _languages(folder: Path) -> tuple[tuple[str, str], ...]:
    found = {SOURCE, *(path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{files.DOMAIN}.po"))}
    return tuple((code, _own_name(code)) for code in sorted(found))


def _own_name(code: str) -> str:
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code).get_display_name()
    except (UnknownLocaleError, ValueError):
        name = None
    return name.capitalize() if name else code


def language() -> str:
    """The code of the language in force, for example ``fr``."""
    return _State.code


def set_language(code: str | None) -> str:
    """Speak another language from now on.

    Args:
        code: one of ``languages()``, or a pseudo-locale for tests and translators (``en-XA``, ``ar-XB``); nothing, or
            a language that the game does not speak, means: as the computer says.

    Returns:
        The language now in force. Never raises: a damaged catalogue leaves its texts in English.
    """
    if code and code in PSEUDO:
        _State.code, _State.words = code, Pseudo(PSEUDO[code])
        return code
    chosen = code if code and code in languages() else guess()
    _State.code = chosen
    _State.words = NullTranslations() if chosen == SOURCE else files.translations(resources.locales(), chosen)
    return chosen


def right_to_left() -> bool:
    """Is the language in force written from right to left?"""
    return _State.code.replace("_", "-").split("-")[0] in _RIGHT_TO_LEFT


def guess() -> str:
    """The computer's language if the game speaks it, else English."""
    for tag in _system_tags():
        code = tag.replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in languages():
            return code
        if tag:
            return SOURCE
    return SOURCE


def _system_tags() -> list[str]:
    tags = os.environ.get("LANGUAGE", "").split(":")[:1]
    tags += [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        import ctypes

        tags.append(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), ""))
    return [tag for tag in tags if tag]


def _(text: str) -> str:
    """The text in the language in force; itself where there is no translation."""
    return _State.words.gettext(text) if text else ""


def ngettext(one: str, many: str, n: int) -> str:
    """The right one of the plural forms for ``n`` things; the caller fills in the number."""
    return _State.words.ngettext(one, many, n)


def pgettext(context: str, text: str) -> str:
    """Like ``_``, for a text that means different things in different places."""
    return _State.words.pgettext(context, text) if text else ""


def labelled(name: str, value: str) -> str:
    """``Trust: 52``, with the colon as the language sets it."""
    return _("{name}: {value}").format(name=name, value=value)


def localise(scenario: Scenario, own: Path | None = None) -> Scenario:
    """A copy of the scenario with every player-visible text translated; looked up by the same ids.

    Made once per language and scenario object, so it may be called at every draw.

    Args:
        scenario: as the reader gave it.
        own: the scenario's own ``locales`` folder, if it brings one; it wins over the game's catalogues.
    """
    if _State.code == SOURCE:
        return scenario
    key = (_State.code, id(scenario), own)
    kept = _State.scenarios.get(key)
    if kept is not None and kept[0] is scenario:
        return kept[1]
    from game.scenario import messages

    theirs = NullTranslations() if own is None else files.translations(own, _State.code)
    game = _State.words

    def translate(context: str, text: str) -> str:
        found = theirs.pgettext(context, text)
        return found if found != text else game.pgettext(context, text)

    made = messages.localise(scenario, translate)
    while len(_State.scenarios) >= _KEPT:
        _State.scenarios.pop(next(iter(_State.scenarios)))
    _State.scenarios[key] = (scenario, made)
    return made
