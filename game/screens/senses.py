"""What is heard: sounds with their captions, and the voice that reads pages aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game import i18n
from game.i18n import _

if TYPE_CHECKING:
    from game.screens.lobby import Lobby
    from game.ui.sound import Sounds
    from game.ui.voice import Voice


@dataclass
class Senses:
    """Sound and voice of one game, as the settings of the moment want them. Without a device either may be None."""

    lobby: Lobby
    sounds: Sounds | None = None
    voice: Voice | None = None

    @property
    def can_speak(self) -> bool:
        """True if this computer has a voice."""
        return self.voice is not None and self.voice.there

    def hear(self, name: str) -> None:
        """Play a sound, and show in words what it says if the player wants that."""
        chosen = self.lobby.settings
        if self.sounds is not None:
            self.sounds.on, self.sounds.volume = chosen.sound, chosen.volume / 100
            self.sounds.play(name)
        text = caption(name)
        if chosen.captions and text:
            self.lobby.app.announce(text)

    def read(self, text: str) -> None:
        """Read a page aloud; asked again meanwhile, be silent."""
        app = self.lobby.app
        if self.voice is not None and self.voice.speaking:
            self.voice.stop()
        elif self.voice is None or not self.voice.say(text, i18n.language()[:2], self.lobby.settings.voice_speed):
            app.announce(_("The game has no voice on this computer yet."))

    def new_page(self) -> None:
        """Another page has come: the old one is not read on, and the new one is read if the player wants that."""
        if self.voice is not None:
            self.voice.stop()
            if self.lobby.settings.read_aloud and self.can_speak:
                self.lobby.app.read_aloud()

    def close(self) -> None:
        """Be silent and give the device back."""
        if self.voice is not None:
            self.voice.stop()
        if self.sounds is not None:
            self.sounds.close()


def sound_names() -> dict[str, str]:
    """Every sound of the game with its name."""
    return {
        "press": _("A key or button"),
        "notification": _("New posts"),
        "overnight": _("Evening"),
        "vote": _("The ballot box"),
        "page": _("A page turns"),
        "refusal": _("That did not work"),
    }


def caption(name: str) -> str:
    """What a sound says, in words; nothing for the sound of a key, which says no more than the finger knows."""
    return {
        "notification": _("Sound: two bells. New posts have come."),
        "overnight": _("Sound: a low swell. The evening comes."),
        "vote": _("Sound: paper falls into the box."),
        "page": _("Sound: a page turns."),
        "refusal": _("Sound: two low notes. That did not work."),
    }.get(name, "")
