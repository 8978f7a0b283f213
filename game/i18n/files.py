"""From ``.po`` files to translations: compiled once into the user's cache folder, by content.

Catalogues come from translators and, with shared scenarios, from strangers. So nothing here raises, compiled files of
others are never read, and a translation that would break a sentence (its ``{placeholders}`` differ) is left out: the
player then reads that one text in English.
"""

from __future__ import annotations

import contextlib
import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from game import settings

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

DOMAIN = "persuadable"
_LARGEST = 8_000_000
_RECIPE = "1"
"""Changes when compiling changes, so that old compiled files are not found again."""


def translations(folder: Path, code: str) -> NullTranslations:
    """The catalogue of a language in a ``locales`` folder; an empty one when it is missing or damaged."""
    if not code.replace("_", "").isalnum():
        return NullTranslations()
    try:
        with (folder / code / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as stream:
            source = stream.read(_LARGEST + 1)
    except OSError:
        return NullTranslations()
    if len(source) > _LARGEST:
        return NullTranslations()
    import hashlib  # with all of OpenSSL behind it: not for a language that has no catalogue

    key = hashlib.sha256(_RECIPE.encode() + b"\0" + code.encode() + b"\0" + source).hexdigest()[:40]
    kept = settings.cache_folder() / "catalogues" / f"{key}.mo"
    try:
        return GNUTranslations(io.BytesIO(kept.read_bytes()))
    except Exception:  # noqa: BLE001, S110  # because a compiled file may be damaged in any way, and is simply made again
        pass
    try:
        compiled = compile_po(source, code)
        made = GNUTranslations(io.BytesIO(compiled))
    except Exception:  # noqa: BLE001  # because a stranger's catalogue may be wrong in any way, and play goes on in English
        return NullTranslations()
    with contextlib.suppress(OSError):  # the cache is a convenience: without it the catalogue is compiled at each start
        settings.write_whole(kept, compiled)
    return made


def compile_po(source: bytes, code: str) -> bytes:
    """The ``.mo`` of a ``.po`` text, without fuzzy entries and without translations that would break a sentence.

    Raises:
        Exception: Babel's various errors on text that is no catalogue.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    catalog = read_po(io.BytesIO(source), locale=code, abort_invalid=True)
    for message in list(catalog):
        if message.id and faults(message.id, message.string or "", catalog.num_plurals):
            catalog.delete(message.id, message.context)
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def read(file: Path, code: str) -> Catalog:
    """The catalogue in a ``.po`` file.

    Raises:
        OSError: the file cannot be read.
        babel.messages.pofile.PoFileError: it is no catalogue.
    """
    from babel.messages.pofile import read_po

    with file.open("rb") as stream:
        return read_po(stream, locale=code, abort_invalid=True)


def faults(
    source: str | tuple[str, ...] | list[str], translation: str | tuple[str, ...] | list[str], plurals: int
) -> list[str]:
    """What is wrong with one translation, in plain words; empty when nothing is, or when there is none yet."""
    sources = (source,) if isinstance(source, str) else tuple(source)
    targets = (translation,) if isinstance(translation, str) else tuple(translation)
    if not any(targets):
        return []
    found = []
    if len(sources) > 1 and (len(targets) != plurals or not all(targets)):
        found.append(f"needs {plurals} plural forms")
    if len(sources) == 1 and len(targets) != 1:
        found.append("has plural forms where the source has none")
    wanted = {name for text in sources for name in placeholders(text)}
    needed = set(placeholders(sources[0])) & set(placeholders(sources[-1]))
    for target in targets:
        got = set(placeholders(target))
        if got - wanted or (needed - got and len(sources) == 1):
            found.append(f"placeholders differ: {_names(wanted)} became {_names(got)}")
        elif needed - got - {"n", "count"}:
            found.append(f"placeholders are missing: {_names(needed - got)}")
    return found


def placeholders(text: str) -> list[str]:
    """The names in braces, sorted; a text with broken braces gives one name that nothing else has."""
    try:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return [f"broken braces in {text!r}"]


def _names(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
