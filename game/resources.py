"""Where the pictures, scenarios, catalogues and fonts are, in a checkout and in an installed wheel.

In a checkout they lie beside the package; a wheel carries them as ``game/data`` (see ``pyproject.toml``). Nothing is
opened or imported here: finding a font does not import the package that carries it.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_SANS, _SERIF, _MANROPE = "font_source_sans_pro", "font_source_serif_pro", "font_manrope"

FACES: dict[str, tuple[str, str]] = {
    "sans": (_SANS, "files/SourceSansPro-Regular.ttf"),
    "sans_italic": (_SANS, "files/SourceSansPro-It.ttf"),
    "sans_semibold": (_SANS, "files/SourceSansPro-Semibold.ttf"),
    "sans_bold": (_SANS, "files/SourceSansPro-Bold.ttf"),
    "serif": (_SERIF, "files/SourceSerifPro-Regular.ttf"),
    "serif_italic": (_SERIF, "files/SourceSerifPro-It.ttf"),
    "serif_semibold": (_SERIF, "files/SourceSerifPro-Semibold.ttf"),
    "serif_semibold_italic": (_SERIF, "files/SourceSerifPro-SemiboldIt.ttf"),
    "serif_bold": (_SERIF, "files/SourceSerifPro-Bold.ttf"),
    "serif_black": (_SERIF, "files/SourceSerifPro-Black.ttf"),
    "manrope_medium": (_MANROPE, "files/Manrope-Medium.ttf"),
    "manrope_semibold": (_MANROPE, "files/Manrope-SemiBold.ttf"),
    "manrope_bold": (_MANROPE, "files/Manrope-Bold.ttf"),
    "manrope_extrabold": (_MANROPE, "files/Manrope-ExtraBold.ttf"),
    "fredoka": ("font_fredoka_one", "files/FredokaOne-Regular.ttf"),
    "amatic_bold": ("font_amatic_sc", "files/AmaticSC-Bold.ttf"),
    "arabic": ("justmytype_intl_rtl", "fonts/ofl/notosansarabic/NotoSansArabic[wdth,wght].ttf"),
    "hebrew": ("justmytype_intl_rtl", "fonts/ofl/notosanshebrew/NotoSansHebrew[wdth,wght].ttf"),
    "icons": ("fontawesomefree", "static/fontawesomefree/webfonts/fa-solid-900.ttf"),
}
"""The faces of the design (``DESIGN.md`` 1.3): name here -> package and file inside it."""


@cache
def root() -> Path:
    """The folder that holds ``assets``, ``scenarios`` and ``locales``."""
    package = Path(__file__).resolve().parent
    packed = package / "data"
    return packed if packed.is_dir() else package.parent


def assets() -> Path:
    """Pictures and sounds."""
    return root() / "assets"


def scenarios() -> Path:
    """The scenarios that come with the game, one folder each."""
    return root() / "scenarios"


def locales() -> Path:
    """The game's translations: ``<language>/LC_MESSAGES/persuadable.po``."""
    return root() / "locales"


def art(name: str) -> Path:
    """The SVG of a picture named as in a scenario, for example ``posts/tram-day``. The file may be missing."""
    return assets() / "art" / f"{name}.svg"


@cache
def font(face: str) -> Path:
    """The TrueType file of one of ``FACES``.

    Raises:
        KeyError: no such face.
        FileNotFoundError: the font's package is not installed, or lacks the file.
    """
    package, file = FACES[face]
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / file
        if path.is_file():
            return path
    raise FileNotFoundError(f"the font {face!r} needs the package {package.replace('_', '-')} with {file}")


def has_icon(name: str) -> bool:
    """Is there a solid icon of that name?

    Raises:
        FileNotFoundError: the icons' package is not installed.
    """
    return (font("icons").parent.parent / "svgs" / "solid" / f"{name}.svg").is_file()


def icon_names() -> list[str]:
    """The names of all solid icons, sorted."""
    return sorted(path.stem for path in (font("icons").parent.parent / "svgs" / "solid").glob("*.svg"))
