"""From settings to a window with the title in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.screens.lobby import Lobby, notice_text, prefs_from, ui_words
from game.screens.playing import screen_class
from game.ui import App, NoDisplay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui import Prefs


def play(
    lobby: Lobby, *, notices: Sequence[str] = (), campaign: Path | None = None, full_screen: bool = False
) -> str | None:
    """Play until the window closes. Returns None, or the reason why no window can be opened here."""
    app = make_app(lobby)
    lobby.notices.extend(notice_text(code) for code in notices)
    try:
        app.open_window(full_screen=full_screen or lobby.settings.full_screen)
    except NoDisplay as missing:
        return str(missing)
    if campaign is not None:
        refused = lobby.open_campaign(campaign)
        if refused:
            lobby.notices.append(refused)
            lobby.to_title()
    app.run()
    return None


def make_app(lobby: Lobby) -> App:
    """The application with the title on it, not yet in a window."""

    def text_size_changed(prefs: Prefs) -> None:
        lobby.settings = lobby.settings.changed(text_scale=round(prefs.text_scale * 100))

    app = App(
        screen_class("title")(lobby), prefs=prefs_from(lobby.settings), words=ui_words(), on_prefs=text_size_changed
    )
    lobby.app = app
    return app
