"""From settings to a window with the title in it."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

from game import resources, settings
from game.i18n import _, labelled
from game.screens import shortcuts
from game.screens.closing import Closing
from game.screens.lobby import Lobby
from game.screens.notices import notice_text
from game.screens.playing import screen_class
from game.screens.preferences import prefs_from
from game.screens.ui_words import ui_words
from game.ui import App, Button, Column, Dialog, KeyCap, NoDisplay, Row, Text, Widget
from game.ui.keys import cap_text
from game.ui.sound import Sounds
from game.ui.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui import Prefs


def play(
    lobby: Lobby, *, notices: Sequence[str] = (), campaign: Path | None = None, full_screen: bool = False
) -> str | None:
    """Play until the window closes. Returns None, or the reason why no window can be opened here."""
    lobby.senses.sounds = Sounds(resources.assets() / "sounds")
    lobby.senses.voice = Voice()
    kept = shortcuts.settled(lobby.settings.keys)
    if kept != lobby.settings.keys:
        lobby.settings = lobby.settings.changed(keys=kept)
        notices = (*notices, "settings-values")
    # the title tells them when it is entered
    lobby.notices.extend(notice_text(code) for code in dict.fromkeys(notices))
    app = make_app(lobby)
    signal.signal(signal.SIGTERM, lambda *_: app.quit())  # else SDL makes a closed window of it, which may ask first
    try:
        app.open_window(full_screen=full_screen or lobby.settings.full_screen)
    except NoDisplay as missing:
        return str(missing)
    if campaign is not None:
        lobby.meet(campaign)
    app.run()
    lobby.senses.close()
    for screen in app.screens:
        screen.left()  # work beside a page ends with the window
    return None


def make_app(lobby: Lobby) -> App:
    """The application with the title on it, not yet in a window."""

    def text_size_changed(prefs: Prefs) -> None:
        old, wanted = lobby.settings.text_scale, prefs.text_scale * 100
        steps = [size for size in settings.TEXT_SCALES if size == wanted or (size - old) * (wanted - old) > 0]
        nearest = min(steps, key=lambda size: abs(size - wanted), default=old)
        lobby.change(text_scale=nearest)  # the sizes of the settings, so that both show the same
        settings.save(lobby.settings)

    app = App(
        screen_class("title")(lobby),
        prefs=prefs_from(lobby.settings),
        words=ui_words(),
        on_prefs=text_size_changed,
        on_help=lambda: app.open(keys_of_the_page(app)),
        on_read_aloud=lobby.senses.read,
        on_sound=lobby.senses.hear,
    )
    app.on_page = lobby.senses.new_page
    app.on_shown = lambda: _title_seen(lobby)
    app.companion = lobby.beside
    app.on_close = Closing(lobby).stay
    lobby.offers = not lobby.settings.seen_tutorial
    lobby.app = app
    return app


def _title_seen(lobby: Lobby) -> None:
    """While the player looks at the first frame, what comes next is got ready."""
    lobby.app.on_shown = None
    lobby.read_ahead()


def keys_of_the_page(app: App) -> Dialog:
    """Every key that does something on the page that is shown, in words."""

    def named(key: str) -> str:
        return cap_text(app.env.keymap.get(key, key), app.prefs.layout, app.words.keys, app.env.learnt)

    rows: list[Widget] = []
    for binding in {(each.keys, each.label): each for each in app.bindings() if each.label}.values():
        keys = [KeyCap(key) for key in binding.caps()]
        said = labelled(" ".join(named(key) for key in binding.names()), binding.label)
        rows.append(
            Row(Row(*keys, gap=4, width=150), Text(binding.label, "body", grow=1), gap=16, align="center", aloud=said)
        )
    everywhere = (("Tab", _("Next")), ("F1", _("Help")), ("F11", _("Full screen")), ("Ctrl +", _("Larger text")))
    rows += [
        Row(Row(KeyCap(key), width=150), Text(text, "body", grow=1), gap=16, align="center", aloud=labelled(key, text))
        for key, text in everywhere
    ]
    close = Button(_("Close"), app.close, key="Esc", id="close-help")
    return Dialog(_("Keys on this page"), Column(*rows, gap=8), buttons=[close], width=620)
