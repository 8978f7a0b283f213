"""An event that waits for an answer, as a dialog: who asks, what they ask, the answers, and what came of the one taken."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from game.campaign.commands import AnswerEvent
from game.i18n import _, euros, ngettext, number
from game.scenario.model import Effect
from game.screens.morning_news import event_of, result_of
from game.ui import Button, Column, Dialog, Icon, Picture, Row, Text, Widget

if TYPE_CHECKING:
    from game.screens.war_room import WarRoom


class Answering:
    """The dialog of one event; it stays open to tell what came of the answer."""

    def __init__(self, page: WarRoom, event: str) -> None:
        self.page = page
        self.event = event
        self.taken: str | None = None

    def open(self) -> None:
        """Show it over the page."""
        self.page.app.open(self.dialog)

    def dialog(self) -> Dialog:
        """The question, or once it is answered, the result."""
        event = event_of(self.page.playing, self.event)
        if self.taken is not None:
            told = result_of(event, self.taken)
            close = Button(_("Go on"), self.page.app.close, kind="primary", key="Enter", id="go-on")
            return Dialog(told.headline, self._told(told.text, "{name}"), buttons=[close], width=680)
        answers: list[Widget] = [
            Button(
                choice.label,
                partial(self.take, choice.id),
                kind="menu",
                key=str(at),
                value=cost_of(choice.effect, choice.label),
                id=f"choice-{choice.id}",
            )
            for at, choice in enumerate(event.choices, 1)
        ]
        later = Button(_("Later today"), self.page.app.close, key="Esc", id="later")
        return Dialog(
            event.headline,
            self._told(event.text, _("{name} brings you this:")),
            Column(*answers, gap=4, group=True),
            buttons=[later],
            width=720,
        )

    def take(self, choice: str) -> None:
        """Give an answer."""
        if self.page.tell(self.page.playing.submit(AnswerEvent(self.event, choice))):
            self.taken = choice
            event = event_of(self.page.playing, self.event)
            self.page.app.announce(result_of(event, choice).text, toast=False)

    def _told(self, text: str, who: str) -> Widget:
        """The words, and above them who comes in with them: a name below would pass for a signature."""
        event = event_of(self.page.playing, self.event)
        people = self.page.playing.texts.head.people
        person = next((each for each in people if each.id == event.person), None)
        words: Widget = Text(text, "body", grow=1)
        if person is None:
            return Row(Icon(event.icon, 40, color="lemon"), words, gap=24)
        name, role = Text(who.format(name=person.name), "strong"), Text(person.role, "label", color="text2")
        face = Picture(f"{person.art}.svg", label=person.name, width=120, height=132)
        return Row(face, Column(Column(name, role, gap=0), words, gap=10, grow=1), gap=24)


def cost_of(effect: Effect, said: str = "") -> str:
    """What an answer costs at once, as far as one can know it beforehand: money and moves.

    A sum that the answer names itself (``said``) is not said a second time.
    """
    parts = []
    if effect.money and not _names(said, euros(abs(effect.money))):
        parts.append(euros(effect.money))
    if effect.moves:
        count = abs(effect.moves)
        word = (
            ngettext("{count} move", "{count} moves", count)
            if effect.moves > 0
            else ngettext("−{count} move", "−{count} moves", count)
        )
        parts.append(word.format(count=number(count)))
    return ", ".join(parts)


def _names(text: str, sum_: str) -> bool:
    """Does a text name a sum, however the language spaces its figures?"""
    text, sum_ = ("".join(each.split()) for each in (text, sum_))
    return re.search(rf"(?<!\d){re.escape(sum_)}", text) is not None
