"""The title: continue, begin, open somebody else's campaign, settings, language, quit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import i18n
from game.i18n import _
from game.screens.title_art import paint_head
from game.ui import (
    Button,
    Canvas,
    Column,
    Frame,
    Item,
    KeyCap,
    Note,
    Painter,
    Place,
    Rect,
    Rich,
    Row,
    Screen,
    Span,
    StanceMark,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.screens.lobby import Lobby


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
        small = self.app.prefs.text_scale > 1.3
        name = Text(self.title(), "title" if not small else "board", role="heading", size=self._wordmark(), fit=1)
        wordmark = Place(60, 110, 640, 0, name)
        promise = Place(
            64,
            248,
            540,
            0,
            Column(
                Text(_("Run the campaign."), "lead", face="serif", size=31, line=40),
                Text(_("Then meet it in your own feed."), "lead", face="serif", size=31, line=40),
            ),
            below=wordmark,
        )
        top = 368 if self.lobby.saved() else 388
        return Frame(
            Place(
                708,
                0,
                572,
                720,
                Canvas(paint_head, label=_("A head made of dots: for, undecided and against"), width=572, height=720),
                scroll=False,
            ),
            Place(64, 44, 600, 0, self._legend()),
            wordmark,
            promise,
            Place(600, 262, 220, 60, self._you(), scroll=False),
            Place(64, top, 480 if small else 430, 666 - top, Column(*self._menu(), gap=2, group=True), below=promise),
            Place(64, 676, 520, 0, self._languages()),
        )

    def _wordmark(self) -> int:
        """The name must not run into the face, in any language."""
        name = self.title()
        return 106 if len(name) <= 11 else 96

    def _legend(self) -> Widget:
        marks = (("for", _("for")), ("undecided", _("undecided")), ("against", _("against")))
        return Row(
            *(
                Row(StanceMark(stance, 15), Text(word, "strong", color="text2"), gap=10, align="center")
                for stance, word in marks
            ),
            gap=22,
            align="center",
        )

    def _you(self) -> Widget:
        if self.app.prefs.text_scale > 1.3:
            return Row()
        return Row(
            Note(_("You"), color="lemon"), Canvas(_arrow, label="", width=130, height=30), gap=14, align="center"
        )

    def _menu(self) -> list[Widget]:
        saved = self.lobby.saved()
        rows: list[Widget] = []
        if saved:
            rows.append(
                Button(
                    _("Continue"),
                    self.lobby.resume,
                    kind="primary",
                    key="Enter",
                    value=self.lobby.saved_line(),
                    id="continue",
                    height=60,
                )
            )
        rows += [
            Button(_("New campaign"), self.lobby.choose, kind="menu", key="N", id="new"),
            Button(_("Somebody else’s campaign"), self.lobby.open_campaigns, kind="menu", key="O", id="open"),
            Button(_("Settings"), self.lobby.settings_screen, kind="menu", key="S", id="settings"),
            Button(_("Credits and sources"), self.lobby.credits, kind="menu", key="C", id="credits"),
            Button(_("Quit"), self.app.quit, kind="menu", key="Q", id="quit"),
        ]
        return rows

    def _languages(self) -> Widget:
        here = i18n.language()
        spans: list[Span] = []
        for code, name in i18n.languages().items():
            own = f"{name}" if code == here else f"{name}: {_TITLES.get(code, 'Persuadable')}"
            spans.append(
                Span(
                    own + "   ", face="sans_bold" if code == here else "sans", color="text" if code == here else "text2"
                )
            )
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


def _arrow(painter: Painter, rect: Rect) -> None:
    """A hand-drawn arrow from the word to the eye."""
    x, y = rect.x, rect.y
    painter.stroke([(x, y + 16), (x + 26, y + 20), (x + 54, y + 23), (x + 80, y + 19), (x + 114, y + 11)], "lemon", 3)
    painter.stroke([(x + 103, y + 5), (x + 116, y + 11), (x + 106, y + 20)], "lemon", 3)
