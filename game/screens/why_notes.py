"""What is written around the chain: the red pencil, who wrote the post, what the network had said, the honest nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.i18n import _, labelled, ngettext, number
from game.screens import why_chain as chain
from game.screens import why_words as words
from game.screens.feed_dialogs import reason_words
from game.screens.post_words import found
from game.screens.why_cuts import first_line
from game.ui import Button, Column, Note, Picture, Place, Rich, Row, Spacer, Span, Text, Tilt, Widget, markup

if TYPE_CHECKING:
    from game.debrief.trace import CausalTrace
    from game.scenario.model import Persona, Scenario
    from game.screens.playing import Playing

SCRIBBLE = 44
"""Longest verdict that is scribbled by hand; longer ones are set in italics."""


def guess(trace: CausalTrace, texts: Scenario, persona: Persona) -> Widget:
    """The tag, and below it whether it was right."""
    tag = Column(chain.tag(trace, texts, tilt=-2.2), width=200)
    return Column(Row(tag, pad=(0, 0, 12, 0)), verdict(trace, texts, persona))


def verdict(trace: CausalTrace, texts: Scenario, persona: Persona) -> Widget | None:
    """The pencil's note on the guess; where there is more than one, the others in small type."""
    if not trace.inferences:
        return None
    first, *others = trace.inferences
    told = words.verdict(first, persona)
    color = "text" if first.right else "red"
    note: Widget = (
        Note(told, color=color, size=32)
        if len(told) <= SCRIBBLE
        else Text(told, "body", color=color, face="serif_semibold_italic", line=23)
    )
    more = [Text(labelled(words.quoted(one.criterion, texts), words.verdict(one, persona)), "small") for one in others]
    return Column(note, *more, gap=4)


def beside(playing: Playing, trace: CausalTrace, persona: Persona) -> Widget:
    """Who wrote it, what it was worth, and what the network had admitted."""
    who = f"{words.who_wrote(trace)} {words.how_true(trace)}".strip()
    return Column(
        Rich(*markup(who), style="body", line=23),
        Text(admitted(playing, trace, persona.name), "small", color="text2", line=20),
        gap=3,
    )


def admitted(playing: Playing, trace: CausalTrace, name: str) -> str:
    """What 'why this ad?' said, or would have said to somebody who asked."""
    if trace.admitted is None:
        return _("Loop says nothing about posts that nobody bought.")
    texts = playing.texts
    reason = reason_words(texts, trace.admitted.reason)
    account = found(texts.feed.accounts, trace.admitted.sponsor)
    payer = account.name if account is not None else _("not said")
    line = (
        _("{name} asked Loop why: “{reason}” Payer: {payer}.")
        if trace.post.id in playing.feed.why
        else _("Not asked. Loop would say: “{reason}” Payer: {payer}.")
    )
    return line.format(name=name, reason=reason, payer=payer)


def misfits(trace: CausalTrace, texts: Scenario, name: str) -> Widget:
    """How many people the audience held, for how many a guess was wrong, what showing the post cost and did."""
    each = chain.people_per_mark(trace.size)
    mark = ngettext("1 mark = {n} person.", "1 mark = {n} people.", each).format(n=number(each)) if trace.size else ""
    small = f"{mark} {first_line(trace, texts, name)}".strip()
    line = markup(words.misfit_line(trace))
    said = " ".join("".join(span.text for span in line).replace("×", "").split())
    return Column(
        Rich(*pencilled(line, number(trace.misfits)), style="body", line=24, aloud=said),
        Text(small, "small", color="text2", line=21),
        gap=2,
    )


def pencilled(spans: list[Span], figure: str) -> list[Span]:
    """The same with the figure of those for whom it was wrong, and the cross that stands for them, in red pencil."""
    out: list[Span] = []
    for span in spans:
        before, cross, after = span.text.partition("×")
        if span.bold and span.text == figure:
            out.append(span._replace(color="red"))
        elif cross:
            out += [
                span._replace(text=before),
                span._replace(text=cross, bold=True, color="red"),
                span._replace(text=after),
            ]
        else:
            out.append(span)
    return out


def empty(name: str, on: Callable[[], None], letters: Widget | None = None, *, large: bool) -> list[Widget]:
    """No campaign post was seen: said as it is. ``letters``: what the post brought all the same."""
    told = Column(
        Text(_("No campaign reached {name}.").format(name=name), "h1", role="heading"),
        Spacer(size=8),
        Text(_("There is no chain to show: nothing that somebody had paid for was on the screen."), "lead"),
        Text(
            _("That is an honest result. Most voters never meet most campaigns. The next chapter shows who did."),
            "lead",
        ),
        Spacer(size=16),
        Row(Button(_("Two feeds"), on, key="Enter", kind="paper", icon="arrow-right", id="on")),
        letters,
        gap=12,
    )
    if large:
        return [Place(64, 40, 1152, 608, told)]
    picture = Tilt(Picture("posts/cat-windowsill.svg", label=_("A cat on a windowsill"), radius=4), degrees=2)
    return [Place(64, 130, 600, 500, told), Place(740, 170, 460, 0, picture, scroll=False)]
