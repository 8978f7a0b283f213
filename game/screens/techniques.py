"""The chapter of techniques: every card, those that this run met first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, ngettext, number
from game.screens.debrief_page import DebriefPage
from game.screens.debrief_story import Told, told
from game.screens.post_words import found, words_of
from game.screens.technique_card import card_columns, whole_card
from game.ui import (
    Binding,
    Button,
    Canvas,
    Column,
    Dialog,
    Icon,
    Item,
    Painter,
    Place,
    Rect,
    Row,
    Slip,
    Text,
    Widget,
)
from game.ui.paper import tape

if TYPE_CHECKING:
    from game.debrief.techniques import Met
    from game.scenario.model import Card

PITCH, SHOWN = 46.0, 11
"""Height of a row of the list, and how many are shown at once."""
_CARD, _SOURCES = "debrief.card", "debrief.sources"


class Techniques(DebriefPage):
    """What it means: mechanism, tell, counter-move, honest counterpart, a real case, and how sure science is."""

    chapter = "techniques"

    @property
    def facts(self) -> Told:
        """The facts of the run."""
        return told(self.playing)

    @property
    def met(self) -> dict[str, Met]:
        """The cards that this run met, by id."""
        return {one.card: one for one in self.facts.met}

    @property
    def cards(self) -> list[Card]:
        """All cards, those met in this run first."""
        cards = self.playing.texts.debrief.cards
        return [card for card in cards if card.id in self.met] + [card for card in cards if card.id not in self.met]

    @property
    def card(self) -> Card:
        """The card that lies open."""
        return found(self.cards, str(self.playing.memory.get(_CARD, ""))) or self.cards[0]

    def first_focus(self) -> str:
        """The open card."""
        return f"card-{self.card.id}"

    def keys(self) -> list[Binding]:
        """S shows sources and hides them, Enter gives the card the whole page; up and down travel in the list."""
        return [
            Binding("S", _("Sources"), self.sources, right=True),
            Binding("Enter", _("Enlarge"), right=True),
        ]

    @property
    def _sources(self) -> bool:
        return bool(self.playing.memory.get(_SOURCES))

    # -- the page

    def body(self) -> list[Widget]:
        """The list on the left, the card on the right; only the list where the text is large, Enter opens the card."""
        count, total = len(self.met), len(self.cards)
        said = ngettext("You met {n} of {all} techniques.", "You met {n} of {all} techniques.", count)
        line = said.format(n=number(count), all=number(total))
        rows = Column(*(self._row(card) for card in self.cards), gap=4 if self.large else 0, group=True)
        if self.large:
            head = Text(line, "h1", size=42, line=50, role="heading")
            return [Place(64, 20, 1152, 632, Column(head, rows, gap=16, pad=(0, 12)), id="cards.scroll")]
        whole = card_columns(self.card, self.playing.texts, sources=self._sources, cause=self._cause(self.card))
        return [
            Place(64, 30, 352, 92, Text(line, "h1", size=36, line=42, role="heading"), scroll=False),
            Place(56, 136, 366, SHOWN * PITCH, Column(rows, pad=(0, 8)), snap=PITCH, id="cards.scroll"),
            Place(448, 38, 768, 604, Slip(Text("", hidden=True), height=604, width=768), scroll=False),
            Place(448, 38, 768, 10, Canvas(_edge, label="", width=768, height=10), scroll=False),
            Place(480, 68, 712, 562, whole, id="card.scroll"),
        ]

    def _row(self, card: Card) -> Widget:
        seen = card.id in self.met
        open_ = card.id == self.card.id

        def dot(painter: Painter, area: Rect) -> None:
            if seen:
                painter.circle(area.cx, area.cy, 6, "text")
            else:
                painter.circle(area.cx, area.cy, 5.5, border="text2", border_width=2)

        return Item(
            Row(
                Canvas(dot, label="", width=16, height=24),
                Text(
                    card.name,
                    "strong" if open_ else "body",
                    size=0 if self.large else 17,
                    line=0 if self.large else 20,
                    grow=1,
                ),
                gap=12,
                align="center",
            ),
            lambda: self.enlarge(card),
            label=card.name,
            description=_("met in this run") if seen else _("not met this time"),
            selected=open_,
            on_focus=lambda: self.lay_open(card),
            pad=(8, 12) if self.large else (3, 12),
            min_height=PITCH,
            id=f"card-{card.id}",
        )

    def _cause(self, card: Card) -> Widget:
        """How this run met the card."""
        one = self.met.get(card.id)
        icon = {"bought": "basket-shopping", "done": "hand", "seen": "eye", "happened": "bell"}
        if one is None:
            return Row(
                Icon("circle-dot", 18, color="text2"), Text(_("Not met this time."), "small", color="text2"), gap=10
            )
        return Row(Icon(icon[one.how], 18), Text(self._how(one), "small_strong"), gap=10, align="center")

    def _how(self, one: Met) -> str:
        line = {
            "bought": _("Your campaign held it: {what}"),
            "done": _("You did it: {what}"),
            "seen": _("You saw it on the phone: {what}"),
            "happened": _("It happened: {what}"),
        }[one.how]
        return line.format(what=self._what(one.what))

    def _what(self, what: str) -> str:
        """The thing behind an id: a source, an action, an event, a debate, a post, or an evening."""
        texts = self.playing.texts
        names = {one.id: str(one.name) for one in texts.campaign.sources}
        names |= {one.id: str(one.name) for one in texts.campaign.amplify + texts.campaign.street}
        names |= {one.id: str(one.name) for one in texts.feed.debates}
        if what in names:
            return names[what]
        event = found(texts.campaign.events, what)
        if event is not None:
            return event.headline
        for record in self.facts.story.evenings:
            for post in record.posts:
                if what in (post.view.id, post.view.authored):
                    return words_of(texts, post.view).name
        return {"test": _("a test of two versions"), "result": _("a vote that a few people decided")}.get(
            what, _("the order of the feed")
        )

    # -- acting

    def lay_open(self, card: Card) -> None:
        """The card in focus lies open."""
        self.playing.memory[_CARD] = card.id

    def enlarge(self, card: Card) -> None:
        """The card over the whole page."""
        self.lay_open(card)
        self.app.open(self._dialog)

    def _dialog(self) -> Dialog:
        shown = _("Hide sources") if self._sources else _("Show sources")
        return Dialog(
            self.card.term,
            self._cause(self.card),
            whole_card(self.card, self.playing.texts, sources=self._sources),
            buttons=[
                Button(shown, self.sources, key="S", kind="paper", id="sources"),
                Button(_("Back"), self.app.close, key="Esc", kind="paper", id="back"),
            ],
            width=820,
        )

    def sources(self) -> None:
        """Show or hide the citations."""
        self.playing.memory[_SOURCES] = not self._sources
        self.app.refresh()


def _edge(painter: Painter, area: Rect) -> None:
    """The dark edge on top of an index card."""
    painter.rect(area.x, area.y, area.w, 10, "pencil")
    tape(painter, area.cx, area.y, 98)
