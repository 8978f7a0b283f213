"""The title: continue, begin, open somebody else's campaign, settings, language, quit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game import i18n
from game.i18n import _
from game.screens import last_campaign
from game.screens.playing import screen_class
from game.screens.title_art import HEIGHT, WIDTH, around_eye, paint_head, paint_ring
from game.ui import (
    Button,
    Canvas,
    Column,
    Frame,
    Item,
    KeyCap,
    Note,
    Place,
    Rich,
    Row,
    Screen,
    Spacer,
    Span,
    StanceMark,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.screens.lobby import Lobby


_HUGE = 1.75
"""From this text size on the name makes room for the menu."""


class Title(Screen):
    """The first thing a player sees."""

    mood = "war"

    def __init__(self, lobby: Lobby) -> None:
        super().__init__()
        self.lobby = lobby

    def title(self) -> str:
        """The game's name."""
        return _("Persuadable")

    def entered(self) -> None:
        """Tell what has to be told once: a damaged save, settings that cannot be written."""
        notices = self.lobby.take_notices()
        if notices:
            self.app.announce(" ".join(notices))

    def first_focus(self) -> str:
        """Enter continues, or begins."""
        return "continue" if self.lobby.saved() else "new"

    def compose(self) -> Widget:
        """Wordmark left, the dotted head bleeding off the right."""
        large, huge = self.app.prefs.text_scale > 1.2, self.app.prefs.text_scale >= _HUGE
        size = 48 if huge else self._wordmark()
        name = Text(self.title(), "board" if large else "title", role="heading", size=size, fit=1)
        wordmark = Place(60, 72 if huge else 84 if large else 120, 640, 0, name)
        size, line = (20, 26) if huge else (24, 31) if large else (30, 40)
        promise = Place(
            64,
            180 if large else 248,
            640 if huge else 540,
            0,
            Column(
                Text(_("Run the campaign."), "lead", face="serif", size=size, line=line),
                Text(_("Then meet it in your own feed."), "lead", face="serif", size=size, line=line),
            ),
            below=wordmark,
            gap=0 if large else 12,
        )
        top = 300 if huge or (large and self.lobby.saved()) else 330 if large else 368 if self.lobby.saved() else 396
        wide = 620 if huge else 470 if large else 430
        you = Row(Note(_("You").upper(), color="lemon", size=46), justify="end", aloud="")
        return Frame(
            wordmark,
            promise,
            Place(1280 - WIDTH, 0, WIDTH, HEIGHT, self._head(), scroll=False),
            self._ring(pointed=not huge, below=large),
            Place(64, 24 if huge else 44, 600, 0, self._legend()),
            None if huge else Place(440, 312 if large else 260, 220, 72 if large else 58, you, scroll=False),
            Place(
                64,
                top,
                wide,
                (656 if huge else 666) - top,
                Column(*self._menu(), group=True),
                below=promise,
                gap=16 if large and not huge else 8,
            ),
            Place(60, 660 if huge else 670, 640, 0, self._languages()),
        )

    def _wordmark(self) -> int:
        """The name must not run into the face, in any language."""
        name = self.title()
        return 106 if len(name) <= 11 else 96

    def _legend(self) -> Widget:
        marks = (("for", _("for")), ("undecided", _("undecided")), ("against", _("against")))
        return Row(
            *(
                Row(StanceMark(stance, 15), Text(word, "strong", color="text2"), gap=9, align="center")
                for stance, word in marks
            ),
            gap=18,
            align="center",
            aloud="",  # the picture says the same
        )

    def _ring(self, *, pointed: bool, below: bool) -> Widget:
        x, y, wide, tall = around_eye()
        ring = Canvas(partial(paint_ring, pointed=pointed, below=below), width=wide, height=tall)
        return Place(1280 - WIDTH + x, y, wide, tall, ring, scroll=False)

    def _head(self) -> Widget:
        return Canvas(
            paint_head,
            label=_("A head made of dots: for, undecided and against"),
            width=WIDTH,
            height=HEIGHT,
        )

    def _menu(self) -> list[Widget | None]:
        saved = self.lobby.saved()
        rows: list[Widget | None] = []
        if saved:
            rows.append(
                Button(
                    _("Continue"),
                    self.lobby.resume,
                    kind="menu",
                    fill="accent",
                    key="Enter",
                    value=self.lobby.saved_line(),
                    id="continue",
                    min_height=56,
                )
            )
            rows.append(Spacer(10))
        elif last_campaign.kept(self.lobby):
            again = partial(last_campaign.meet_again, self.lobby)
            said = _(
                "What you did on the phone is erased, the campaign is not: become another voter and meet it again."
            )
            rows.append(
                Button(_("Meet your last campaign again"), again, kind="menu", key="A", description=said, id="again")
            )
        new = Button(
            _("New campaign"),
            self.lobby.choose,
            kind="menu",
            fill="" if saved else "accent",
            key="N",
            id="new",
            min_height=44 if saved else 56,
        )
        rows += [
            new,
            None if saved else Spacer(10),
            Button(_("Somebody else’s campaign"), self.lobby.open_campaigns, kind="menu", key="O", id="open"),
            Button(_("Settings"), self.lobby.settings_screen, kind="menu", key="S", id="settings"),
            Button(_("Cards and sources"), self.cards, kind="menu", key="C", id="cards"),
            Button(_("Quit"), self.app.quit, kind="menu", key="Q", id="quit"),
        ]
        return rows

    def cards(self) -> None:
        """Leaf through the technique cards; the credits are there as well."""
        self.app.push(screen_class("cards")(self.lobby))

    def _languages(self) -> Widget:
        here = i18n.language()
        spans: list[Span] = []
        for code, name in i18n.languages().items():
            if code == here:
                spans.append(Span(f"{name}\u2003", face="sans_bold", color="text"))
                continue
            spans.append(Span(f"{name}: ", face="sans", color="text2"))
            spans.append(Span(f"{_TITLES.get(code, 'Persuadable')}\u2003", face="sans_italic", color="text2"))
        return Item(
            Row(KeyCap("L"), Rich(*spans, style="small"), gap=10, align="center"),
            self.lobby.next_language,
            label=_("Language: {name}").format(name=i18n.languages().get(here, here)),
            key="L",
            id="language",
            pad=4,
        )


_TITLES = {"en": "Persuadable", "fr": "Influençable"}
"""The game's name in each language, shown beside the language's own name whatever the language in force."""
