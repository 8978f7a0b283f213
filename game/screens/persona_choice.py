"""The door to act II: whom does the player become? Four first-time voters, each with a battery of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.feed.commands import ChoosePersona
from game.i18n import _, ngettext, number
from game.screens.feed_room import BLOCKS, HUGE, LARGE, little_battery, vote_day, who_line
from game.screens.post_words import found
from game.ui import (
    Binding,
    Button,
    Canvas,
    Column,
    Frame,
    HintBar,
    Icon,
    Item,
    KeyCap,
    LoopLogo,
    Painter,
    Picture,
    Place,
    Rect,
    Row,
    Screen,
    Spacer,
    Stack,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.scenario.model import Persona
    from game.screens.playing import Playing


class PersonaChoice(Screen):
    """Four cards. Looking is free: a key or a first click looks; Enter, the button or a second click becomes that voter."""

    mood = "feed"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing
        self.looked = 0
        self.ready = 0

    def title(self) -> str:
        """Name of the page."""
        return _("Now be someone else.")

    def background(self) -> str:
        """A little lighter than the evenings."""
        return "peach"

    def first_focus(self) -> str:
        """The first card."""
        return self._id(self._chosen())

    @staticmethod
    def _id(persona: Persona) -> str:
        return f"persona-{persona.id}"

    def _chosen(self) -> Persona:
        personas = self.playing.texts.feed.personas
        return personas[self.looked % len(personas)]

    def bindings(self) -> list[Binding]:
        """The keys of the page."""
        return [
            Binding("Left Right", _("Look"), self._step, right=True),
            Binding("Z", _("Surprise me"), self.surprise, right=True),
            Binding("R", _("Read aloud"), self.app.read_aloud, hint=False),
            Binding("Esc", _("Menu"), self.menu, hint=False),
        ]

    def compose(self) -> Widget:
        """Headline, cards, the way on."""
        personas = self.playing.texts.feed.personas
        large = self.app.prefs.text_scale >= LARGE
        cards = [self._card(at, persona, large) for at, persona in enumerate(personas)]
        top = 100 if large else 144
        if self.huge:
            about = self._about(personas[self.looked])
            return Frame(
                Place(64, 16, 960, 90, self._head(large)),
                Place(1085, 48, 136, 44, LoopLogo(34)),
                Place(64, 100, 1152, 338, Row(*cards, gap=16, align="stretch", group=True)),
                Place(64, 452, 1152, 160, about),
                Place(64, 618, 1154, 84, self._foot(large)),
            )
        return Frame(
            Place(64, 16 if large else 40, 960, 90, self._head(large)),
            Place(1085, 48, 136, 44, LoopLogo(34)),
            Place(64, top, 1152, 600 - top, Row(*cards, gap=16, align="stretch", group=True)),
            Place(62 if not large else 64, 618, 1154, 84, self._foot(large)),
        )

    def _head(self, large: bool) -> Widget:
        evenings = self.playing.feed.evenings
        text = ngettext(
            "The vote is on {weekday}, your first one. You have one evening and a phone.",
            "The vote is on {weekday}, your first one. You have {n} evenings and a phone.",
            evenings,
        ).format(weekday=vote_day(self.playing.texts), n=_count(evenings))
        line = None if large else Text(text, "lead", color="text2", face="manrope_medium")
        return Column(Text(_("Now be someone else."), "h1" if large else "hero", role="heading"), line)

    @property
    def huge(self) -> bool:
        """True where the text is so large that a card has room for a name only: the rest stands below all of them."""
        return self.app.prefs.text_scale >= HUGE

    def _about(self, persona: Persona) -> Widget:
        """The words of the card in focus, with the width of the page."""
        attention = _("{n} attention").format(n=number(persona.attention))
        meter = little_battery(persona.attention, attention, 90, 30, cells=8)
        return Column(
            Text(persona.line, "body"),
            Row(meter, Text(attention, "small_strong", hidden=True), gap=12, align="center"),
            gap=8,
        )

    def _short(self, at: int, persona: Persona, place: str) -> Widget:
        """A card with the name alone."""
        words = (KeyCap(str(at + 1)), Text(who_line(persona), "lead"), Text(place, "strong", color="accent"))
        return Column(_bust(persona, 90), Column(*words, pad=(10, 16), gap=2, align="start"))

    def _card(self, at: int, persona: Persona, large: bool) -> Widget:
        place = found(self.playing.texts.town.districts, persona.district)
        attention = _("{n} attention").format(n=number(persona.attention))
        height = 216 if not large else 84 if self.app.prefs.text_scale > 1.4 else 110
        content = Column(
            _bust(persona, height),
            Column(
                Row(
                    KeyCap(str(at + 1)),
                    Text(who_line(persona), "lead" if large else "h2", size=0 if large else 26, grow=1),
                    gap=10,
                    align="center",
                ),
                Text(place.name if place else persona.district, "strong", color="accent", line=23),
                Text(persona.line, "body"),
                Spacer(grow=1),
                Row(
                    little_battery(persona.attention, attention, 90, 30, cells=8),
                    Text(
                        number(persona.attention) if large else attention,
                        "small_strong",
                        face="manrope_semibold",
                        hidden=True,
                    ),
                    gap=12,
                    align="center",
                ),
                pad=(14, 20, 18, 20),
                gap=3,
                grow=1,
            ),
        )
        short = self._short(at, persona, place.name if place else persona.district) if self.huge else None
        return Item(
            short or content,
            lambda: self._press(at),
            label=f"{who_line(persona)}. {place.name if place else persona.district}",
            description=f"{persona.line} {attention}",
            selected=at == self.looked,
            key=str(at + 1),
            kind="card",
            on_focus=lambda: self._look(at, self._id(persona)),
            pad=0,
            radius=28,
            border="rose",
            id=self._id(persona),
            grow=1,
            width=276,
        )

    def _foot(self, large: bool) -> Widget:
        chosen = self._chosen()
        note = Row(
            Icon("folder-closed", 24, color="accent"),
            Text(
                _("Your campaign holds a file on each of them. You can read it after the vote."),
                "body",
                size=18,
                line=26,
                grow=1,
            ),
            gap=12,
            align="center",
            width=430,
        )
        return Row(
            None if large else note,
            Spacer(grow=1),
            HintBar(pad=0, width=(520 if large else 360)),
            Button(
                _("Be {name}").format(name=chosen.name),
                self.become,
                key="Enter",
                kind="primary",
                id="be",
                min_height=56,
            ),
            gap=24,
            align="center",
        )

    def _look(self, at: int, card: str) -> None:
        """The focus came to a card: by key it is ready for Enter; a first click only looks."""
        self.looked = at
        if self.app.env.pressed != card:
            self.ready = at

    def _press(self, at: int) -> None:
        if self.ready == at:
            self.become()
            return
        self.looked = self.ready = at
        self.app.focus(self._id(self._chosen()))

    def _step(self, key: str) -> None:
        count = len(self.playing.texts.feed.personas)
        self.looked = self.ready = (self.looked + (1 if key == "Right" else -1)) % count
        self.app.focus(self._id(self._chosen()))

    def surprise(self) -> None:
        """Let the run's seed choose; again, another one."""
        personas = self.playing.texts.feed.personas
        seed = self.playing.session.setup.seed
        step = 1 + seed % max(1, len(personas) - 1)
        self.looked = self.ready = (self.looked + step) % len(personas)
        self.app.focus(self._id(self._chosen()))
        self.app.announce(_("Be {name}").format(name=self._chosen().name), toast=False)

    def become(self) -> None:
        """Become the voter on whom the player looks."""
        refused = self.playing.submit(ChoosePersona(self._chosen().id))
        if refused is not None:
            self.app.announce(refused)
            return
        self.playing.go("feed")

    def menu(self) -> None:
        """Open the menu over this page."""
        self.playing.over("pause")


def _count(n: int) -> str:
    words = {2: _("two"), 3: _("three")}
    return words.get(n, number(n))


def _bust(persona: Persona, height: float) -> Widget:
    """The persona before a disc of their own colour, cut by the card's edge."""
    ground, disc = BLOCKS[persona.colour]

    def paint(painter: Painter, area: Rect) -> None:
        painter.rect(area.x, area.y, area.w, area.h, ground, radius=28)
        painter.rect(area.x, area.y + area.h / 2, area.w, area.h / 2, ground)
        radius = min(104.0, area.h * 0.48)
        with painter.clipped(area.x, area.y, area.w, area.h):
            painter.circle(area.x + area.w / 2, area.y + area.h - radius * 0.85, radius, disc)

    return Stack(
        Canvas(paint, label="", height=height),
        Row(
            Picture(f"{persona.art}.svg", label="", crop=(0, 0, 200, 197), height=height),
            justify="center",
        ),
        height=height,
    )
