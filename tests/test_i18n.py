"""The game speaks the player's language, and a bad catalogue never stops it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import i18n, resources, settings
from game.i18n import catalogue, files, words
from tests.scenario import sample

ROOM = Path(i18n.__file__).parent.parent
N, NB = "\u202f", "\u00a0"
PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Continue"
msgstr "Continuer"

msgid "Buy for {price}"
msgstr "Acheter pour {prix}"

#, fuzzy
msgid "Quit"
msgstr "Quitter ?"

msgid "{n} vote"
msgid_plural "{n} votes"
msgstr[0] "{n} voix"
msgstr[1] "{n} voix"

msgctxt "sample-vote/scenario.title"
msgid "The sample vote"
msgstr "Le vote témoin"

msgctxt "verb"
msgid "Share"
msgstr "Partager"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of their own, and English again afterwards."""
    monkeypatch.setenv(settings.HOME, str(tmp_path / "home"))
    yield tmp_path / "home"
    i18n.set_language("en")


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A game with a small French catalogue; gives the catalogue's file."""
    file = tmp_path / "locales" / "fr" / "LC_MESSAGES" / "persuadable.po"
    file.parent.mkdir(parents=True)
    file.write_text(PO, encoding="utf-8")
    monkeypatch.setattr(resources, "locales", lambda: tmp_path / "locales")
    return file


def test_english_needs_no_catalogue() -> None:
    """English texts are themselves."""
    assert i18n.set_language("en") == "en"
    assert i18n._("Continue") == "Continue"
    assert i18n.ngettext("{n} vote", "{n} votes", 2) == "{n} votes"
    assert i18n._("") == ""


def test_french(french: Path) -> None:
    """Words, plurals and contexts come from the catalogue; French counts nought as one."""
    assert i18n.languages() == {"en": "English", "fr": "Français"}
    assert i18n.set_language("fr") == "fr"
    assert i18n._("Continue") == "Continuer"
    assert i18n.pgettext("verb", "Share") == "Partager"
    assert i18n._("Share") == "Share"
    assert i18n.ngettext("{n} vote", "{n} votes", 0) == "{n} voix"


def test_dangerous_translations_are_left_out(french: Path) -> None:
    """A translation with other placeholders, or one that nobody confirmed, is read in English."""
    i18n.set_language("fr")
    assert i18n._("Buy for {price}") == "Buy for {price}"
    assert i18n._("Quit") == "Quit"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b'msgid "a"\nmsgstr "b',
        b"nonsense",
        PO.replace("(n > 1)", "__import__('os')").encode(),
        PO.replace("charset=utf-8", "charset=no-such").encode(),
    ],
)
def test_broken_catalogues_never_raise(french: Path, content: bytes) -> None:
    """Whatever a catalogue holds, the player can play, at worst in English."""
    french.write_bytes(content)
    i18n.set_language("fr")
    assert i18n._("Continue") in {"Continue", "Continuer"}
    assert i18n.ngettext("{n} vote", "{n} votes", 3) in {"{n} votes", "{n} voix"}
    assert i18n.number(1800) == f"1{N}800"


def test_compiled_once_by_content(french: Path, home: Path) -> None:
    """The compiled catalogue is kept and used again; a damaged one is made again; a changed text makes another."""
    i18n.set_language("fr")
    kept = list((home / "cache" / "catalogues").iterdir())
    assert len(kept) == 1
    kept[0].write_bytes(b"damaged")
    i18n.set_language("fr")
    assert i18n._("Continue") == "Continuer"
    assert len(kept[0].read_bytes()) > 100
    french.write_text(PO.replace("Continuer", "Poursuivre"), encoding="utf-8")
    i18n.set_language("fr")
    assert i18n._("Continue") == "Poursuivre"


def test_without_a_cache(french: Path, home: Path) -> None:
    """Where nothing can be written the catalogue is used from memory."""
    home.write_text("a file where the folder should be", encoding="utf-8")
    i18n.set_language("fr")
    assert i18n._("Continue") == "Continuer"


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "fr", "LC_ALL": "C"}, "en"),
        ({}, "en"),
        ({"LANGUAGE": "fr:en"}, "fr"),
    ],
)
def test_guessing(french: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], code: str) -> None:
    """Without a choice the computer's language is spoken if the game knows it."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert i18n.guess() == code
    assert i18n.set_language("") == code


def test_localise(french: Path) -> None:
    """A scenario's texts follow the language, made once; English is the scenario itself."""
    scenario = sample.scenario()
    assert i18n.localise(scenario) is scenario
    i18n.set_language("fr")
    there = i18n.localise(scenario)
    assert there.head.title == "Le vote témoin"
    assert there.head.town == scenario.head.town
    assert i18n.localise(scenario) is there
    i18n.set_language("en")
    assert i18n.localise(scenario) is scenario


def test_a_scenario_brings_its_own_words(french: Path, tmp_path: Path) -> None:
    """A shared scenario's own catalogue wins over the game's."""
    own = tmp_path / "shared" / "locales"
    file = own / "fr" / "LC_MESSAGES" / "persuadable.po"
    file.parent.mkdir(parents=True)
    file.write_text(PO.replace("Le vote témoin", "Notre vote"), encoding="utf-8")
    i18n.set_language("fr")
    assert i18n.localise(sample.scenario(), own).head.title == "Notre vote"
    assert i18n.localise(sample.scenario()).head.title == "Le vote témoin"


def test_english_figures() -> None:
    """Numbers as English readers in Europe write them."""
    i18n.set_language("en")
    assert [i18n.number(1800), i18n.number(-1234.56, 1), i18n.number(0.5)] == ["1,800", "−1,234.6", "1"]
    assert [i18n.percent(0.414), i18n.percent(0.4149, 1), i18n.percent(1)] == ["41%", "41.5%", "100%"]
    assert [i18n.euros(1800), i18n.euros(0), i18n.euros(-5)] == ["€1,800", "€0", "−€5"]
    assert [i18n.points(1.55), i18n.points(-0.3), i18n.points(-0.04), i18n.points(0)] == ["+1.6", "−0.3", "0.0", "0.0"]
    assert i18n.interval(0.41, 0.031) == "41% ± 3"
    assert [
        i18n.listing([]),
        i18n.listing(["a"]),
        i18n.listing(["a", "b", "c"]),
        i18n.listing(["a", "b"], either=True),
    ] == ["", "a", "a, b and c", "a or b"]
    assert [i18n.weekday(0), i18n.weekday(6), i18n.weekday(7)] == ["Monday", "Sunday", "Monday"]
    assert [i18n.clock(9, 5), i18n.clock(21, 30), i18n.clock(24)] == ["09:05", "21:30", "00:00"]


def test_french_figures(french: Path) -> None:
    """Numbers as French readers write them, with narrow spaces that no line breaks at."""
    i18n.set_language("fr")
    assert [i18n.number(1800), i18n.number(12345.6, 1)] == [f"1{N}800", f"12{N}345,6"]
    assert i18n.percent(0.41).replace(NB, N) == f"41{N}%"
    assert i18n.euros(1800).replace(NB, N) == f"1{N}800{N}€"
    assert i18n.points(-0.3) == "−0,3"
    assert [i18n.listing(["a", "b", "c"]), i18n.listing(["a", "b"], either=True)] == ["a, b et c", "a ou b"]
    assert [i18n.weekday(0), i18n.weekday(0, capital=True), i18n.clock(9, 5)] == ["lundi", "Lundi", "09:05"]


def test_babel_is_not_imported_for_words() -> None:
    """English needs no Babel until a figure is drawn: the first frame does not wait for it."""
    code = "import sys, game.i18n as i; i.set_language('en'); i._('x'); assert not any(m.split('.')[0] in {'babel','yaml','pydantic'} for m in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ------------------------------------------------------------------------------------------------ catalogues


def checkout(folder: Path, code: str) -> Path:
    """A small checkout with one module, the sample scenario and the French catalogue."""
    (folder / "babel.cfg").write_text((resources.root() / "babel.cfg").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "game").mkdir()
    (folder / "game" / "a.py").write_text(code, encoding="utf-8")
    (folder / "scenarios").mkdir()
    sample.write(folder / "scenarios")
    return folder


CODE = "_('Continue')\nngettext('{n} vote', '{n} votes', n)\npgettext('verb', 'Share')\n"


def test_update_keeps_translations(french: Path, tmp_path: Path) -> None:
    """Texts of code and scenarios come in, translations stay, nothing is guessed, a second update changes nothing."""
    root = checkout(tmp_path, CODE)
    assert {file.name for file in catalogue.update(root)} == {"persuadable.pot", "persuadable.po"}
    text = french.read_text(encoding="utf-8")
    assert 'msgstr "Continuer"' in text
    assert 'msgctxt "sample-vote/campaign.claims.dusk.texts.fear.curiosity"' in text
    assert "#. At most 90 characters. The vote as one short question, under the poster." in text
    assert "Date" not in text
    assert "#, fuzzy" not in text
    assert catalogue.stale(root) == []
    assert catalogue.update(root) == []


def test_texts_that_come_back_keep_their_translation(french: Path, tmp_path: Path) -> None:
    """A text that disappears for a while is kept, commented out, and is translated again when it returns."""
    root = checkout(tmp_path, CODE)
    catalogue.update(root)
    (root / "game" / "a.py").write_text("", encoding="utf-8")
    assert catalogue.stale(root)
    catalogue.update(root)
    assert '#~ msgid "Continue"' in french.read_text(encoding="utf-8")
    (root / "game" / "a.py").write_text(CODE, encoding="utf-8")
    catalogue.update(root)
    i18n.set_language("fr")
    assert i18n._("Continue") == "Continuer"


def test_missing_tells_what_is_wrong(french: Path, tmp_path: Path) -> None:
    """Untranslated, fuzzy and broken entries are told by name."""
    told = catalogue.missing("fr", tmp_path / "locales")
    assert told == ["fr: Buy for {price}: placeholders differ: {price} became {prix}", "fr: Quit: marked as fuzzy"]
    french.write_text(PO + '\nmsgid "New"\nmsgstr ""\n', encoding="utf-8")
    assert "fr: New: not translated" in catalogue.missing("fr", tmp_path / "locales")
    assert catalogue.missing("en") == []
    assert "no catalogue" in catalogue.missing("de", tmp_path / "locales")[0]


def test_faults() -> None:
    """Plural forms and placeholders of a translation fit those of the source."""
    assert files.faults(("{n} vote", "{n} votes"), ("une voix", "{n} voix"), 2) == []
    assert files.faults(("One vote", "{n} votes"), ("Une voix", "{n} voix"), 2) == []
    assert files.faults(("{n} vote", "{n} votes"), ("{n} voix", ""), 2) == ["needs 2 plural forms"]
    assert files.faults("{a}", "{b}", 2) == ["placeholders differ: {a} became {b}"]
    assert files.faults("a", "{", 2) != []
    assert files.faults("a", "", 2) == []


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong call gets one line and exit code 2."""
    assert catalogue.main(["wrong"]) == 2
    assert capsys.readouterr().err.startswith("usage: ")


def test_no_text_hides_from_the_translators() -> None:
    """A text inside an f-string is not found by the extraction of older Pythons, so there is none."""
    hidden = [
        f"{file.relative_to(ROOM)}:{call.lineno}"
        for file in sorted(ROOM.rglob("*.py"))
        for formatted in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(formatted, ast.JoinedStr)
        for call in ast.walk(formatted)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "ngettext")
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


def test_own_names_of_languages() -> None:
    """A language without a name in our table is named by Babel, or by its code."""
    assert words._own_name("sv") == "Svenska"
    assert words._own_name("xx") == "xx"
