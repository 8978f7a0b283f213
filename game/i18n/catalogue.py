"""For translators and the gate: ``python -m game.i18n.catalogue update`` and ``… check``.

``update`` extracts every text from code and scenarios into ``locales/persuadable.pot`` and merges it into each
``locales/<language>/LC_MESSAGES/persuadable.po``: translations are kept, nothing is guessed, and a text that
disappears stays at the end of the file, commented out, until it comes back. ``check`` tells what ``update`` would
change and what is not translated, or wrongly. The files hold no dates and no line numbers, so they change only when a text does.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from game import resources
from game.i18n import files, words

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_HEADER = """\
# Texts of Persuadable, a media-literacy game.
# Scenario texts: CC BY 4.0; texts of the program: MIT.
#"""
_TEMPLATE = "persuadable.pot"
_CHANGING = tuple(
    f'"{name}:'
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid-Bugs-To",
    )
)
"""Headers that change without a text changing."""


def extract(root: Path) -> Catalog:
    """Every text of code and scenarios in a checkout, as ``babel.cfg`` says.

    Args:
        root: the folder of the checkout.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir
    from babel.messages.frontend import parse_mapping_cfg

    with (root / "babel.cfg").open(encoding="utf-8") as stream:
        methods, options = parse_mapping_cfg(stream)  # type: ignore[no-untyped-call]  # because Babel annotates it only in part
    catalog = Catalog(project="Persuadable", version="1", charset="utf-8", header_comment=_HEADER, fuzzy=False)
    found = extract_from_dir(
        root, methods, options, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for file, line, text, comments, context in sorted(found, key=lambda one: (one[0].replace("\\", "/"), one[1])):
        catalog.add(text, None, [(file.replace("\\", "/"), line)], auto_comments=comments, context=context)
    return catalog


def merged(template: Catalog, source: bytes, code: str) -> Catalog:
    """A language's catalogue with the template's texts and its own translations.

    Raises:
        babel.messages.pofile.PoFileError: ``source`` is no catalogue.
    """
    from babel.messages.pofile import read_po

    catalog = read_po(io.BytesIO(source), locale=code, abort_invalid=True)
    gone = list(catalog.obsolete.values())
    catalog.obsolete.clear()
    for message in gone:
        if message.string and not catalog.get(message.id, message.context):
            catalog.add(message.id, message.string, user_comments=message.user_comments, context=message.context)
    catalog.header_comment, catalog.project, catalog.version = _HEADER, template.project, template.version
    catalog.update(template, no_fuzzy_matching=True, keep_user_comments=True)
    for key, message in list(catalog.obsolete.items()):
        if not any([message.string] if isinstance(message.string, str) else message.string or ()):
            del catalog.obsolete[key]
    return catalog


def written(catalog: Catalog) -> bytes:
    """A catalogue as text that depends on nothing but its texts."""
    from babel.messages.pofile import write_po

    made = io.BytesIO()
    write_po(made, catalog, width=100, include_lineno=False, sort_by_file=False)
    lines = made.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING)).encode("utf-8")


def planned(root: Path) -> dict[Path, bytes]:
    """File -> content after an update: the template and every language's catalogue."""
    template = extract(root)
    folder = root / "locales"
    plan = {folder / _TEMPLATE: written(template)}
    for file in sorted(folder.glob(f"*/LC_MESSAGES/{files.DOMAIN}.po")):
        plan[file] = written(merged(template, file.read_bytes(), file.parent.parent.name))
    return plan


def stale(root: Path) -> list[Path]:
    """Files that an update would change."""
    return [file for file, content in planned(root).items() if not file.is_file() or file.read_bytes() != content]


def missing(code: str, folder: Path | None = None) -> list[str]:
    """What a player of this language would read in English, or wrongly: one line each, empty when all is well.

    Args:
        code: the language.
        folder: a ``locales`` folder; the game's own by default.
    """
    if code == words.SOURCE:
        return []
    file = (folder or resources.locales()) / code / "LC_MESSAGES" / f"{files.DOMAIN}.po"
    if not file.is_file():
        return [f"{file}: there is no catalogue"]
    catalog = files.read(file, code)
    found = []
    for message in catalog:
        if not message.id:
            continue
        name = message.context or (message.id if isinstance(message.id, str) else message.id[0])
        translation = message.string or ""
        if message.fuzzy:
            found.append(f"{code}: {name}: marked as fuzzy")
        elif not any([translation] if isinstance(translation, str) else translation):
            found.append(f"{code}: {name}: not translated")
        else:
            found += [
                f"{code}: {name}: {fault}" for fault in files.faults(message.id, translation, catalog.num_plurals)
            ]
    return found


def update(root: Path) -> list[Path]:
    """Bring the template and all catalogues up to date; gives the files that changed."""
    plan = planned(root)
    changed = [file for file, content in plan.items() if not file.is_file() or file.read_bytes() != content]
    for file in changed:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(plan[file])
    return changed


def begin(root: Path, code: str) -> Path:
    """Make an empty catalogue for a new language; ``update`` fills it with texts to translate."""
    from babel.messages.catalog import Catalog

    file = root / "locales" / code / "LC_MESSAGES" / f"{files.DOMAIN}.po"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(
            written(
                Catalog(
                    locale=code,
                    project="Persuadable",
                    version="1",
                    charset="utf-8",
                    header_comment=_HEADER,
                    fuzzy=False,
                )
            )
        )
    return file


def main(arguments: Iterable[str]) -> int:
    """Run ``update``, ``check`` or ``new CODE``; gives the exit code: 0, 1 with something to do, 2 for a wrong call."""
    root = resources.root()
    if not (root / "babel.cfg").is_file():
        sys.stderr.write("catalogues are made in a checkout of the game; this is an installed copy\n")
        return 2
    match list(arguments):
        case ["update"]:
            _say(f"updated {file.relative_to(root).as_posix()}" for file in update(root))
            return 0
        case ["new", code] if code.replace("_", "").isalnum():
            begin(root, code)
            update(root)
            return 0
        case ["check"]:
            found = [
                f"{file.relative_to(root).as_posix()}: out of date; run python -m game.i18n.catalogue update"
                for file in stale(root)
            ]
            for code in words.languages():
                found += missing(code)
            _say(found)
            return 1 if found else 0
        case _:
            sys.stderr.write("usage: python -m game.i18n.catalogue update | check | new LANGUAGE\n")
            return 2


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
