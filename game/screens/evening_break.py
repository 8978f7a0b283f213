"""Between two evenings: the night passes, the battery is full again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, weekday
from game.screens.feed_room import HUGE, battery, room, weekday_of, which_of
from game.screens.post_words import persona_of
from game.ui import Avatar, Binding, Button, Column, Frame, Picture, Place, Row, Screen, Spacer, Text, Widget

if TYPE_CHECKING:
    from game.screens.playing import Playing


class EveningBreak(Screen):
    """``Friday, second of three``, and on."""

    mood = "feed"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self.playing = playing

    def title(self) -> str:
        """Name of the page."""
        return _("The next evening")

    def first_focus(self) -> str:
        """On with it."""
        return "on"

    def bindings(self) -> list[Binding]:
        """The keys of every page."""
        return [
            Binding("R", _("Read aloud"), self.app.read_aloud, hint=False),
            Binding("Esc", _("Menu"), self.menu),
        ]

    def compose(self) -> Widget:
        """Window, day, a line about what the night did."""
        view = self.playing.feed
        persona = persona_of(self.playing.texts, view.persona)
        day = weekday(weekday_of(self.playing.texts, view.evening, view.evenings), capital=True)
        huge = self.app.prefs.text_scale >= HUGE
        return Frame(
            room(),
            Place(84, 118, 540, 378, Picture("scenes/window-evening.svg", label="")),
            Place(430, 328, 150, 142, Picture("scenes/tea-cup.svg", label="")),
            Place(
                620 if huge else 680,
                24 if huge else 120,
                600 if huge else 500,
                672 if huge else 500,
                Column(
                    Text(day, "display", role="heading"),
                    Text(which_of(view.evening, view.evenings), "h2", color="text2"),
                    Spacer(size=8),
                    Row(
                        Avatar(f"{persona.avatar}.svg", 64, ring="white"),
                        Text(self._line(view.evening, view.evenings, persona.name), "body", grow=1),
                        gap=16,
                        align="center",
                    ),
                    Spacer(size=8),
                    Row(battery(view), justify="start"),
                    Spacer(size=8),
                    Row(Button(_("Pick up the phone"), self.on, key="Enter", kind="primary", id="on")),
                    gap=12,
                ),
                align="center",
            ),
        )

    @staticmethod
    def _line(evening: int, evenings: int, name: str) -> str:
        if evening == evenings:
            return _("The last evening before the vote. Everybody knows it, so everybody is louder.")
        return _("{name} slept. The campaigns did not, and Loop remembers yesterday.").format(name=name)

    def on(self) -> None:
        """Begin the evening."""
        self.playing.go("feed")

    def menu(self) -> None:
        """Open the menu over this page."""
        self.playing.over("pause")
