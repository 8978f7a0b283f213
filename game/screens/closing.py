"""Closing the window: nothing is asked, but where the debrief would be lost there is one word before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _
from game.ui import Button, Dialog, Text

if TYPE_CHECKING:
    from game.screens.lobby import Lobby


class Closing:
    """Looks at the run when the window is to close. Asked a second time it lets go."""

    def __init__(self, lobby: Lobby) -> None:
        self.lobby = lobby

    def stay(self) -> bool:
        """Has the window to stay open, for a question? What is saved needs none."""
        run, app = self.lobby.live, self.lobby.app
        if run is None or run.phase != "debrief" or any(make == self.dialog for make, _focus in app.dialogs):
            return False
        app.open(self.dialog)
        return True

    def dialog(self) -> Dialog:
        """What goes with the window, and what stays."""
        nothing = self.lobby.ephemeral or self.lobby.settings.ephemeral
        kept = (
            _("Nothing of this run is kept on this computer.")
            if nothing
            else _("The campaign is kept: the title can open it again, for another voter.")
        )
        app = self.lobby.app
        return Dialog(
            _("The debrief goes when the window closes."),
            Text(_("What you did on the phone is never kept, and without it there is no debrief."), "body"),
            Text(kept, "body"),
            buttons=[
                Button(_("Close the window"), app.quit, id="close-window"),
                Button(_("Stay here"), app.close, key="Esc", kind="primary", id="stay"),
            ],
        )
