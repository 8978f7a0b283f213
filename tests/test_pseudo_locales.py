"""Pseudo-locales show what a translation will do before there is one."""

from __future__ import annotations

import gettext
import io
import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from game import i18n
from game.i18n.files import placeholders
from game.i18n.pseudo import arabic, longer
from game.ui import markup


def test_longer_is_a_third_longer_and_marked() -> None:
    """Accents show what went through translation, brackets show what is cut, and length what is too small."""
    source = "The people whom your ads reached, and what they thought of them."
    made = longer(source)
    assert made.startswith("[")
    assert made.endswith("]")
    assert 1.33 <= len(made) / len(source) <= 1.42
    assert not set("acin") & set(made.lower())


@pytest.mark.parametrize("change", [longer, arabic])
def test_what_is_not_prose_stays(change: object) -> None:
    """Placeholders, figures, bold, marker and line breaks are where they were; a key's letter is itself."""
    assert callable(change)
    source = "**About {n}** won’t fit,\n==half of {total:.1f}== by 21:30 for 50% of 1,800."
    made = change(source)
    assert placeholders(made) == placeholders(source)
    assert re.findall(r"\d[\d:,]*%?", made) == re.findall(r"\d[\d:,]*%?", source)
    assert made.count("\n") == 1
    kinds = [(span.bold, span.mark) for span in markup(made) if span.bold or span.mark]
    assert kinds == [(True, False), (False, True)]
    assert change("B") == "B"


def test_arabic_letters_with_latin_names() -> None:
    """Words become Arabic letters; names inside a sentence stay."""
    made = arabic("Only Inès reads it, on Loop?")
    assert "Inès" in made
    assert "Loop" in made
    assert not re.search("[a-z]", made.replace("Inès", "").replace("Loop", ""))
    assert made.endswith("؟")


def test_reachable_and_not_on_the_list() -> None:
    """``--lang`` finds them, players do not; figures and days follow."""
    assert not {"en-XA", "ar-XB"} & set(i18n.languages())
    assert i18n.set_language("en-XA") == "en-XA"
    assert not i18n.right_to_left()
    assert i18n._("Continue") != "Continue"
    assert i18n.number(1800) == "1,800"
    assert i18n.set_language("ar-XB") == "ar-XB"
    assert i18n.right_to_left()
    assert i18n.weekday(0) != "Monday"
    i18n.set_language("en")
    assert i18n._("Continue") == "Continue"


def test_the_six_forms_of_arabic() -> None:
    """What ngettext does with the header that Babel writes: six forms: Babel lists hundreds before the rest."""
    catalog = Catalog(locale="ar")
    forms = ("zero", "one", "two", "few", "hundreds", "rest")
    catalog.add(("{n} vote", "{n} votes"), forms)
    made = io.BytesIO()
    write_mo(made, catalog)
    made.seek(0)
    words = gettext.GNUTranslations(made)
    chosen = [words.ngettext("{n} vote", "{n} votes", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111)]
    assert chosen == ["zero", "one", "two", "few", "few", "rest", "rest", "hundreds", "hundreds", "few", "rest"]
