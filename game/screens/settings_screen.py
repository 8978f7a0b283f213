"""Settings: six sections, every change shows at once and is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.i18n import _, percent
from game.screens import settings_sections as sections
from game.screens.sample_town import SHARES, paint_sample
from game.screens.senses import sound_names
from game.screens.settings_frame import framed
from game.settings import Settings
from game.ui import (
    Binding,
    Button,
    Canvas,
    Column,
    Row,
    Screen,
    StanceBar,
    StanceMark,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.lobby import Lobby

_SECTIONS: dict[str, Callable[[Lobby], Widget]] = {
    "reading": sections.reading,
    "seeing": sections.seeing,
    "hearing": sections.hearing,
    "controls": sections.controls,
    "time": sections.time,
    "privacy": sections.privacy,
}


class SettingsScreen(Screen):
    """Sections left, controls in the middle, what one will see or hear on the right."""

    mood = "war"

    def __init__(self, lobby: Lobby, section: str = "seeing") -> None:
        super().__init__()
        self.lobby = lobby
        self.section = section

    def title(self) -> str:
        """The page's name."""
        return _("Settings")

    def first_focus(self) -> str:
        """The section in force."""
        return f"section-{self.section}"

    def bindings(self) -> list[Binding]:
        """Keys as in mock-up 18; Esc saves, there is nothing to cancel."""
        return [
            Binding("Tab", _("Next setting")),
            Binding("Left Right", _("Change it")),
            Binding("Backspace", _("Back to default"), self._defaults),
            Binding("Esc", _("Save and close"), self.lobby.close_settings, right=True, strong=True),
        ]

    def compose(self) -> Widget:
        """Three columns; when type is large the one on the right goes below the one in the middle."""
        section = _SECTIONS[self.section](self.lobby)
        return framed(self.title(), self._tabs(), section, self._beside(), self.app.prefs.text_scale)

    def _tabs(self) -> list[Button]:
        rows = (
            ("reading", _("Reading"), "R", "book-open"),
            ("seeing", _("Seeing"), "S", "eye"),
            ("hearing", _("Hearing"), "H", "volume-high"),
            ("controls", _("Controls"), "C", "keyboard"),
            ("time", _("Time"), "T", "hourglass-half"),
            ("privacy", _("Privacy"), "P", "user-shield"),
        )
        return [
            Button(
                label,
                partial(self._open, name),
                kind="row",
                icon=icon,
                key=key,
                selected=name == self.section,
                id=f"section-{name}",
            )
            for name, label, key, icon in rows
        ]

    def _open(self, name: str) -> None:
        self.section = name
        self.app.focus(f"section-{name}")

    # -- the column on the right

    def _beside(self) -> list[Widget]:
        inside = self._sounds() if self.section == "hearing" else self._preview()
        return [*inside, Button(_("Read this page aloud"), self.app.read_aloud, key="F2", id="aloud", max_width=420)]

    def _sounds(self) -> list[Widget]:
        """Every sound to try, with what it says."""
        return [
            Text(_("You will hear this"), "label", color="text2", role="heading"),
            Column(
                *(
                    Button(name, partial(self.lobby.senses.hear, sound), kind="row", icon="play", id=f"hear-{sound}")
                    for sound, name in sound_names().items()
                ),
                gap=4,
                group=True,
            ),
        ]

    def _preview(self) -> list[Widget]:
        return [
            Text(_("You will see this"), "label", color="text2", role="heading"),
            Canvas(
                paint_sample,
                label=_("A sample of dots in the colours and shapes that you chose"),
                width=324,
                height=330,
            ),
            StanceBar(list(SHARES), height=28, label=_("A sample bar")),
            Row(
                *(
                    Row(StanceMark(stance, 15), Text(percent(share), "lead"), gap=8, align="center")
                    for stance, share in SHARES
                ),
                justify="between",
                aloud="",  # figures of nothing
            ),
            Text(
                _("Body text at {size} looks like this, in every language of the game.").format(
                    size=percent(self.app.prefs.text_scale)
                ),
                "lead",
                face="serif",
                size=20,
                line=30,
            ),
        ]

    # -- back to default

    def _defaults(self) -> None:
        """The setting in focus goes back to its default; where none is in focus, the whole section does."""
        focused = self.app.focused_id
        names = (focused,) if focused in sections.FIELDS[self.section] else sections.FIELDS[self.section]
        usual = Settings()
        self.lobby.change(**{name: getattr(usual, name) for name in names})
        self.app.announce(_("Back to default."))
