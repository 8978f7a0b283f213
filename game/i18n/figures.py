"""Numbers, shares, money, days and lists as the language in force writes them.

Babel is imported when the first figure is drawn, not before: it costs 40 ms of start-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.i18n import words
from game.i18n.pseudo import PSEUDO

if TYPE_CHECKING:
    from babel import Locale

MINUS: Final = "\u2212"
"""The true minus sign, as wide as a plus: figures in a column stay aligned."""
_REGIONS = {"en": "en_GB", "en-XA": "en_GB", "ar-XB": "en_GB", "fr": "fr_FR"}
"""English as written in Europe: the 24-hour clock, no comma before the last 'and'."""


def number(n: float, digits: int = 0) -> str:
    """``1,800`` in English, ``1 800`` in French; ``digits`` decimals, always that many."""
    return _number(words.language(), _rounded(n, digits), digits)


def exact(n: float) -> str:
    """A number with the decimals that it has, at most five significant digits: ``0.0003``, ``2``, ``1.15``."""
    from decimal import Decimal

    short = Decimal(f"{n:.5g}").normalize()
    exponent = short.as_tuple().exponent
    return _number(words.language(), float(short) + 0.0, max(0, -exponent if isinstance(exponent, int) else 0))


def percent(share: float, digits: int = 0) -> str:
    """A share of 1 as ``41%``."""
    return _percent(words.language(), _rounded(share, digits + 2), digits)


def euros(n: float) -> str:
    """Whole euros: ``€1,800`` in English, ``1 800 €`` in French."""
    return _euros(words.language(), int(_rounded(n, 0)))


def points(x: float, digits: int = 1) -> str:
    """A difference in percentage points with its sign, without a unit: ``+1.5``, ``−0.3``, ``0.0``."""
    value = _rounded(x, digits)
    text = _number(words.language(), abs(value), digits)
    return text if value == 0 else ("+" if value > 0 else MINUS) + text


def interval(value: float, margin: float, digits: int = 0) -> str:
    """A share with its margin of error, both as shares of 1: ``41% ± 3``; the margin is in points."""
    return f"{percent(value, digits)} ± {number(abs(margin) * 100, digits)}"


def listing(items: Sequence[str], either: bool = False) -> str:
    """``trams, buses and ferries``; with ``either``: ``trams, buses or ferries``."""
    if len(items) < 2:
        return "".join(items)
    from babel.lists import format_list

    return format_list(list(items), style="or" if either else "standard", locale=_locale(words.language()))


def weekday(index: int, capital: bool = False) -> str:
    """Name of a day of the week, 0 is Monday; French writes it small unless a line begins with it."""
    name = _weekday(words.language(), index % 7)
    return name[:1].upper() + name[1:] if capital else name


def clock(hours: int, minutes: int = 0) -> str:
    """A time of day on the 24-hour clock: ``21:30``. Hours past midnight wrap."""
    return _clock(words.language(), hours % 24, minutes % 60)


def counted(n: float) -> int:
    """A whole number that asks for the same plural form as ``n``: 0.7 points, but in French 0,7 point (CLDR)."""
    whole = abs(n)
    if whole == int(whole):
        return int(whole)
    return 1 if _locale(words.language()).plural_form(whole) == "one" else 2


def _rounded(n: float, digits: int) -> float:
    """Halves away from zero, as pupils learn it; never minus nought."""
    from decimal import ROUND_HALF_UP, Decimal

    value = Decimal(repr(float(n))).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return float(value) + 0.0


@lru_cache(maxsize=16)
def _locale(code: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_REGIONS.get(code, code))
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


@lru_cache(maxsize=2048)
def _number(code: str, n: float, digits: int) -> str:
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(n, format=pattern, locale=_locale(code)).replace("-", MINUS)


@lru_cache(maxsize=1024)
def _percent(code: str, share: float, digits: int) -> str:
    from babel.numbers import format_percent

    locale = _locale(code)
    pattern = locale.percent_formats[None].pattern
    if digits:
        pattern = pattern.replace("0", "0." + "0" * digits)
    return format_percent(share, format=pattern, locale=locale).replace("-", MINUS)


@lru_cache(maxsize=1024)
def _euros(code: str, n: int) -> str:
    from babel.numbers import format_currency

    locale = _locale(code)
    pattern = locale.currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(n, "EUR", format=pattern, locale=locale, currency_digits=False).replace("-", MINUS)


@lru_cache(maxsize=64)
def _weekday(code: str, index: int) -> str:
    from babel.dates import get_day_names

    name = str(get_day_names("wide", context="stand-alone", locale=_locale(code))[index])
    return PSEUDO[code](name) if code in PSEUDO else name


@lru_cache(maxsize=1024)
def _clock(code: str, hours: int, minutes: int) -> str:
    from datetime import time

    from babel.dates import format_time

    return format_time(time(hours, minutes), "short", locale=_locale(code))
