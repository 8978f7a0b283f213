"""Every technique card with its sources, to leaf through without a run: from the title, or from the menu of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, ngettext, number
from game.screens.debrief_page import LARGE, fibres
from game.screens.technique_card import card_columns, whole_card
from game.ui import (
    Binding,
    Button,
    Canvas,
    Choice,
    Column,
    Dialog,
    Frame,
    HintBar,
    Item,
    Option,
    Painter,
    Place,
    Rect,
    Row,
    Rule,
    Screen,
    Slip,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.scenario.model import Card, Scenario
    from game.screens.lobby import Lobby
    from game.screens.playing import Playing

FAMILIES: dict[str, frozenset[str]] = {
    "data": frozenset(("M1", "M2", "M3", "M4", "M5", "M6", "M17")),
    "message": frozenset(("M7", "M8", "M9", "M10", "M11", "M13", "M22")),
    "feed": frozenset(("M12", "M14", "M15", "M21")),
    "town": frozenset(("M16", "M18", "M19", "M20", "M23", "M24")),
}
"""The mechanisms of each family; a card belongs to that of its first mechanism."""


def family_word(family: str) -> str:
    """A family by name."""
    return {
        "data": _("Data"),
        "message": _("Messages"),
        "feed": _("Crowds and feeds"),
        "town": _("Streets and laws"),
    }.get(family, _("All"))


def family_of(card: Card) -> str:
    """The family of a card."""
    return next((name for name, members in FAMILIES.items() if card.mechanisms[0] in members), "town")


class CardLibrary(Screen):
    """Families on top, names on the left, the card that is looked at on the right; a list alone where text is large."""

    mood = "paper"

    def __init__(self, room: Lobby | Playing) -> None:
        super().__init__()
        self.lobby: Lobby = getattr(room, "lobby", room)  # type: ignore[arg-type]  # because a lobby has no lobby
        played: Scenario | None = getattr(room, "texts", None)
        self.scenarios = (played,) if played is not None else self.lobby.scenarios()
        self.family = ""
        self.looked = ""
        self.cited = False

    def title(self) -> str:
        """Name of the page."""
        return _("Cards and sources")

    def first_focus(self) -> str:
        """The first card."""
        return f"card-{self.cards[0][0].id}" if self.cards else "family"

    def bindings(self) -> list[Binding]:
        """Choose, enlarge, sources; back."""
        shown = _("Hide sources") if self.cited else _("Show sources")
        return [
            Binding("Up Down", _("Choose")),
            Binding("Enter", _("Enlarge")),
            Binding("S", shown, self.cite),
            Binding("R", _("Read aloud"), self.app.read_aloud, hint=False),
            Binding("Esc", _("Back"), self.app.back),
        ]

    @property
    def all_cards(self) -> list[tuple[Card, Scenario]]:
        """Every card with the scenario that tells it; one that several tell is there once."""
        told: dict[str, tuple[Card, Scenario]] = {}
        for scenario in self.scenarios:
            for card in scenario.debrief.cards:
                told.setdefault(card.term, (card, scenario))
        return list(told.values())

    @property
    def cards(self) -> list[tuple[Card, Scenario]]:
        """The cards of the chosen family."""
        return [pair for pair in self.all_cards if self.family in ("", family_of(pair[0]))]

    @property
    def open_card(self) -> tuple[Card, Scenario] | None:
        """The card that lies open."""
        cards = self.cards
        return next((pair for pair in cards if pair[0].id == self.looked), cards[0] if cards else None)

    # -- the page

    def compose(self) -> Widget:
        """Paper, heading, families, list and card, the foot."""
        large = self.app.prefs.text_scale >= LARGE
        count = len(self.all_cards)
        said = ngettext(
            "{n} technique, and what is known about it", "{n} techniques, and what is known about them", count
        )
        head = Column(
            Text(self.title(), "h1", role="heading"),
            Text(said.format(n=number(count)), "lead", color="text2"),
            gap=0,
        )
        rows = Column(*(self._row(card) for card, _scenario in self.cards), gap=4, group=True)
        top = Place(64, 24, 1152, 0, Row(Column(head, grow=1), self._credits(), gap=24, align="start"))
        foot = [
            Place(64, 660, 1152, 5, Rule("wobble", thickness=2.2, seed=3), scroll=False),
            Place(64, 667, 1152, 46, HintBar(pad=0), scroll=False),
        ]
        ground = Canvas(fibres, label="")
        if large:
            page = Column(self._families(), rows, gap=16, pad=(0, 12))
            return Frame(ground, top, Place(64, 130, 1152, 522, page, below=top, id="cards.scroll"), *foot)
        return Frame(
            ground,
            top,
            Place(64, 112, 1152, 52, self._families(), scroll=False, below=top),
            Place(52, 180, 352, 470, Column(rows, pad=(4, 12)), id="cards.scroll"),
            *self._card(),
            *foot,
        )

    def _families(self) -> Widget:
        """All of them, or those of one family; families without a card are left out."""
        there = {family_of(card) for card, _scenario in self.all_cards}
        options = [Option(name, family_word(name)) for name in ("", *FAMILIES) if not name or name in there]
        return Choice(
            _("Family"),
            options,
            self.family,
            self._choose,
            key="F",
            show_label=False,
            focus_comes=False,  # because whoever reads cards goes on to the first one of the family
            id="family",
        )

    def _choose(self, family: str) -> None:
        self.family = family
        pair = self.open_card
        if pair is not None and self.app.focused_id.startswith("card-"):
            self.app.focus(f"card-{pair[0].id}")

    def _row(self, card: Card) -> Widget:
        lies_open = self.open_card is not None and card.id == self.open_card[0].id
        return Item(
            Text(card.name, "strong" if lies_open else "body"),
            lambda: self.enlarge(card),
            label=card.name,
            description=card.term,
            selected=lies_open,
            on_focus=lambda: self.look(card),
            pad=(8, 12),
            min_height=44,
            id=f"card-{card.id}",
        )

    def _card(self) -> list[Widget]:
        pair = self.open_card
        if pair is None:
            return []
        card, scenario = pair
        return [
            Place(436, 184, 780, 462, Slip(Text("", hidden=True), height=462, width=780), scroll=False),
            Place(436, 184, 780, 10, Canvas(_edge, label="", width=780, height=10), scroll=False),
            Place(468, 208, 722, 426, card_columns(card, scenario, sources=self.cited), id=f"card.scroll.{card.id}"),
        ]

    def _credits(self) -> Widget:
        return Button(_("Credits and sources"), self.lobby.credits, key="C", kind="paper", id="credits")

    # -- acting

    def look(self, card: Card) -> None:
        """Lay a card open."""
        self.looked = card.id

    def enlarge(self, card: Card) -> None:
        """The card over the whole page."""
        self.look(card)
        self.app.open(self._dialog)

    def _dialog(self) -> Dialog:
        pair = self.open_card or self.all_cards[0]
        shown = _("Hide sources") if self.cited else _("Show sources")
        return Dialog(
            pair[0].term,
            whole_card(pair[0], pair[1], sources=self.cited),
            buttons=[
                Button(shown, self.cite, key="S", kind="paper", id="sources"),
                Button(_("Back"), self.app.close, key="Esc", kind="paper", id="back"),
            ],
            width=820,
        )

    def cite(self) -> None:
        """Show or hide the studies behind a card."""
        self.cited = not self.cited
        self.app.refresh()


def _edge(painter: Painter, area: Rect) -> None:
    """The dark edge on top of an index card."""
    painter.rect(area.x, area.y, area.w, 10, "pencil")
