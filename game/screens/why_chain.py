"""The chain on the table: receipt, tag, sentence, phone; and the row of people for whom the guess was right or wrong."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from game.i18n import _, number, percent
from game.screens.phone import post_head
from game.screens.post_words import found, words_of
from game.screens.sentence import spans
from game.screens.why_words import day_of, quoted
from game.ui import (
    Canvas,
    Column,
    Marker,
    Painter,
    Phone,
    Picture,
    Receipt,
    Rect,
    Rich,
    Row,
    Rule,
    Slip,
    Span,
    Tag,
    Text,
    Tilt,
    Widget,
)

if TYPE_CHECKING:
    from game.campaign.commands import Criterion
    from game.debrief.trace import CausalTrace
    from game.scenario.model import Persona, Scenario

PER_ROW, ROWS = 62, 3
LETTER, NAME, FOOT = 9.6, 20, 54.0
"""On the small phone: width of a letter with the margins shared out, letters of a name on one line, white at the foot."""
LINES = 4
"""Lines of a receipt at most: the strongest evidence first."""


def first_source(trace: CausalTrace, texts: Scenario) -> str:
    """The file that the receipt is from: of the strongest evidence, else the one a known trace stands in."""
    for guess in trace.inferences:
        for item in guess.evidence:
            if item.source:
                return item.source
    known = {word.value for word in trace.known if word.kind == "signal"}
    return next((one.id for one in texts.campaign.sources if known & set(one.signals)), "")


def receipt(trace: CausalTrace, persona: Persona, texts: Scenario, *, tilt: float) -> Widget:
    """What stood in a file about this person, and what of it spoke for the guess."""
    if trace.channel != "auction":
        return _bill(trace, texts, tilt=tilt)
    source = found(texts.campaign.sources, first_source(trace, texts))
    if source is None:
        return _roll(trace, persona, texts, tilt=tilt)
    points = {item.signal: item.points for guess in trace.inferences for item in guess.evidence}
    mistaken = {item.signal for guess in trace.inferences for item in guess.evidence if item.mistaken}
    used = set(points) | {word.value for word in trace.known if word.kind == "signal"}
    file = [name for name in source.signals if name in persona.signals or name in used]
    file.sort(key=lambda name: (name not in used, -points.get(name, 0)))
    return Receipt(
        Text(source.name, "small_strong", face="sans_bold", align="center", role="heading"),
        Rule("dashed", color="text"),
        *(_entry(name, texts, marked=name in used, mistaken=name in mistaken) for name in file[:LINES]),
        Rule("dashed", color="text"),
        Text(_("Consent: {word}").format(word=source.consent_word), "small"),
        Text(_("Struck out: not true"), "small", color="red", aloud="") if mistaken & set(file[:LINES]) else None,
        tilt=tilt,
        pad=(14, 14, 20, 14),
        gap=6,
    )


def _entry(signal: str, texts: Scenario, *, marked: bool, mistaken: bool) -> Widget:
    held = found(texts.town.signals, signal)
    thing, amount = parted(held.receipt if held else signal)
    line = Row(
        Rich(Span(thing, struck=mistaken), style="small", grow=1),
        Text(amount, "small") if amount else None,
        gap=8,
        grow=1,
    )
    said = held.receipt if held else signal
    said = _("{trace} – used for the guess").format(trace=said) if marked else said
    said = _("{trace} – not true").format(trace=said) if mistaken else said
    return Row(Marker(line, grow=1), aloud=said) if marked else Row(line, aloud=said)


def parted(words: str) -> tuple[str, str]:
    """A line of a receipt as what was bought and how many: ``Soup for one`` and ``× 4``."""
    thing, times, count = words.replace("\u00a0", " ").rpartition(" × ")
    return (thing, f"×\u00a0{count}") if times and len(count) < 4 else (words, "")


def _roll(trace: CausalTrace, persona: Persona, texts: Scenario, *, tilt: float) -> Widget:
    """No file: what everybody may look up, or nothing at all."""
    district = found(texts.town.districts, persona.district)
    kinds = {word.kind for word in trace.known}
    lines = [
        (_("{name}, {n} years").format(name=persona.name, n=number(persona.age)), "age" in kinds),
        (district.name if district else persona.district, "district" in kinds),
    ]
    return Receipt(
        Text(_("Roll of voters"), "small_strong", face="sans_bold", align="center", role="heading"),
        Rule("dashed", color="text"),
        *(
            Row(Marker(Text(line, "small", grow=1), grow=1) if marked else Text(line, "small"))
            for line, marked in lines
        ),
        Rule("dashed", color="text"),
        Text(_("Public by law"), "small"),
        tilt=tilt,
        pad=(14, 14, 20, 14),
        gap=8,
    )


def _bill(trace: CausalTrace, texts: Scenario, *, tilt: float) -> Widget:
    """What was ordered, for posts that no auction sold."""
    action = found(texts.campaign.amplify, trace.action)
    return Receipt(
        Text(
            action.name if action else _("An order"), "small_strong", face="sans_bold", align="center", role="heading"
        ),
        Rule("dashed", color="text"),
        Text(action.terms if action else "", "small") if action else None,
        Text(day_of(trace), "small"),
        Rule("dashed", color="text"),
        Text(_("Nobody’s file was opened"), "small"),
        tilt=tilt,
        pad=(14, 14, 20, 14),
        gap=8,
    )


def tag(trace: CausalTrace, texts: Scenario, *, tilt: float) -> Widget:
    """The guess with its claimed certainty, crossed out where it was wrong."""
    if not trace.inferences:
        return Tag(
            Text(_("No guess"), "h2", size=22),
            Text(_("about this person"), "small"),
            tilt=tilt,
            fill="slip",
        )
    guess = trace.inferences[0]
    said = quoted(guess.criterion, texts)
    longest = max(len(word) for word in said.split())  # it must not break inside
    size = 16 if longest > 12 else 18 if longest > 9 or len(said) > 19 else 22
    return Tag(
        Text(said, "h2", size=size, line=size + 4),
        Text(_("{share} sure").format(share=percent(guess.claimed)), "body", face="sans"),
        tilt=tilt,
        struck=not guess.right,
        pad=(14, 52, 14, 14),
        aloud=_("Guessed: {guess}, {share} sure").format(guess=said, share=percent(guess.claimed)),
    )


def sentence(trace: CausalTrace, texts: Scenario, *, tilt: float) -> Widget:
    """The audience sentence with the word that let this person in marked; else how the post travelled."""
    if trace.channel != "auction":
        line = _("Place {n} in the feed that evening. No sentence, no audience: whoever was there saw it.")
        return Slip(Text(line.format(n=number(trace.rank)), "lead", size=18.5, line=27), tilt=tilt)
    words = spans(trace.criteria, texts, marked=key_word(trace))
    size = 18.5 if sum(len(span.text) for span in words) < 120 else 16.5
    return Slip(Rich(*words, style="lead", size=size, line=size * 1.46), tilt=tilt)


def key_word(trace: CausalTrace) -> Criterion | None:
    """The word of the sentence that let this person in: the first guess, else the first fact."""
    if trace.inferences:
        return trace.inferences[0].criterion
    return trace.known[0] if trace.known else None


def small_phone(trace: CausalTrace, texts: Scenario, *, tilt: float, height: float, width: float = 302) -> Widget:
    """The post as it stood on the phone, cut off at the foot."""
    words = words_of(texts, trace.post)
    lines = -(-len(words.text) // round(width / LETTER)) + (len(words.name) > NAME) + (len(words.under) > NAME + 2)
    room = height - 11 - FOOT - 78 - 21 * lines
    body = Column(
        Column(
            post_head(words),
            Text(words.text, "small" if width < 400 else "body"),
            pad=(14, 14, 10, 14),
            gap=8,
        ),
        Picture(words.art, label=words.alt, fit="cover", height=min(128.0, max(44.0, room))) if words.art else None,
    )
    return Tilt(Phone(body, bleed=True, radius=30, scroll=False, height=height, width=width), degrees=tilt)


def crowd(trace: CausalTrace, *, width: float) -> Widget:
    """Everybody in the audience as marks: a dot where the guesses fitted, a red cross where one was wrong."""
    each = people_per_mark(trace.size)
    total = max(1, round(trace.size / each)) if trace.size else 0
    wrong = min(total, round(trace.misfits / each))
    order = list(range(total))
    random.Random(7).shuffle(order)  # noqa: S311 because it only scatters the crosses
    crosses = set(order[:wrong])

    def paint(painter: Painter, area: Rect) -> None:
        pitch = min(12.9, area.w / PER_ROW)
        for at in range(total):
            x, y = area.x + 6 + (at // ROWS) * pitch, area.y + 8 + (at % ROWS) * 14
            if at in crosses:
                for lean in (-1, 1):
                    painter.line(x - 4, y - 4 * lean, x + 4, y + 4 * lean, "red", 2.2)
            else:
                painter.circle(x, y, 4.1, "text")

    return Canvas(paint, label="", width=width, height=48)  # the line beside it says the same


def people_per_mark(size: int) -> int:
    """How many people one mark stands for: 1, 2, 5, 10, 20 … so that all marks fit."""
    each, steps = 1, (2, 5, 10)
    scale = 1
    while size / each > PER_ROW * ROWS:
        for step in steps:
            each = step * scale
            if size / each <= PER_ROW * ROWS:
                break
        scale *= 10
    return each
