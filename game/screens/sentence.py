"""The audience sentence: criteria as words that can be pressed, known ones solid, guessed ones dashed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.campaign.commands import Criterion
from game.i18n import _, listing
from game.scenario.model import Scenario
from game.ui import Span

GUESSED = ("concern", "leaning", "persuadable", "stays-home", "lookalike")
_ORDER = ("age", "signal", "concern", "leaning", "persuadable", "stays-home", "lookalike", "district")


def in_order(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The criteria as the sentence says them, each once."""
    unique = dict.fromkeys(criteria)
    return tuple(sorted(unique, key=lambda item: _ORDER.index(item.kind)))


def word(criterion: Criterion, texts: Scenario) -> str:
    """One criterion as it stands in the sentence."""
    if criterion.kind == "age":
        return {
            "under-30": _("under 30"),
            "30-to-44": _("aged 30 to 44"),
            "45-to-64": _("aged 45 to 64"),
            "over-64": _("over 64"),
        }[criterion.value]
    if criterion.kind == "district":
        return str(texts.ids["districts"][criterion.value].name)  # type: ignore[attr-defined]  # because the collection holds districts
    if criterion.kind == "signal":
        return str(texts.ids["signals"][criterion.value].clause)  # type: ignore[attr-defined]  # because the collection holds signals
    if criterion.kind == "concern":
        return str(texts.ids["concerns"][criterion.value].guess)  # type: ignore[attr-defined]  # because the collection holds concerns
    if criterion.kind == "leaning":
        side = next(side for side in texts.head.sides if side.id == criterion.value)
        return _("leaning to {side}").format(side=side.name)
    return {
        "persuadable": _("persuadable"),
        "stays-home": _("likely to stay at home"),
        "lookalike": _("like your own supporters"),
    }[criterion.kind]


def spans(
    criteria: Sequence[Criterion],
    texts: Scenario,
    press: Callable[[int], None] | None = None,
    *,
    marked: Criterion | None = None,
) -> list[Span]:
    """The sentence as spans; ``press(index)`` is called with the index of a word in ``in_order(criteria)``."""
    ordered = in_order(criteria)
    if not ordered:
        return [Span(_("Everyone in {town}.").format(town=texts.head.town))]
    out: list[Span] = []
    kinds = list(dict.fromkeys(item.kind for item in ordered))
    if "age" not in kinds:
        out.append(Span(_("People")))
    for at, kind in enumerate(kinds):
        indexes = [index for index, item in enumerate(ordered) if item.kind == kind]
        before, after = _template(kind, first="signal" not in kinds[:at] and not set(kinds[:at]) & set(GUESSED)).split(
            "{words}"
        )
        out.append(Span(before if at == 0 and kind == "age" else " " + before))
        words = [_word_span(ordered[index], index, texts, press, marked) for index in indexes]
        out.extend(_joined(words))
        if after:
            out.append(Span(after))
    out.append(Span("."))
    return out


def plain(criteria: Sequence[Criterion], texts: Scenario) -> str:
    """The sentence as text."""
    return "".join(span.text for span in spans(criteria, texts))


def _template(kind: str, *, first: bool) -> str:
    if kind == "age":
        return _("People {words}")
    if kind == "signal":
        return _("who {words}")
    if kind == "district":
        return _("living in {words}")
    return _("who are probably {words}") if first else _("and are probably {words}")


def _word_span(
    item: Criterion, index: int, texts: Scenario, press: Callable[[int], None] | None, marked: Criterion | None
) -> Span:
    guessed = item.kind in GUESSED
    text = word(item, texts)
    return Span(
        text,
        face="serif_bold",
        color="guess" if guessed and press is not None else "",
        underline="dashed" if guessed else "solid",
        mark=item == marked,
        on_press=None if press is None else lambda: press(index),
        id="" if press is None else f"word-{index}",
        description=_("guessed") if guessed else _("known"),
    )


def _joined(words: list[Span]) -> list[Span]:
    """The words with the commas and the *or* of the language between them."""
    tokens = [chr(0xE000 + index) for index in range(len(words))]
    text = listing(tokens, either=True)
    out: list[Span] = []
    for character in text:
        index = ord(character) - 0xE000
        if 0 <= index < len(words):
            out.append(words[index])
        elif out and out[-1].on_press is None and out[-1] not in words:
            out[-1] = Span(out[-1].text + character)
        else:
            out.append(Span(character))
    return out
