"""What settings, saved runs and exported campaigns have to tell, in words."""

from __future__ import annotations

from game.i18n import _


def notice_text(code: str) -> str:
    """What a notice of settings, session or shelf says to the player."""
    return {
        "settings-damaged": _("The settings file was damaged. It is kept aside; the defaults are in force."),
        "settings-unreadable": _("The settings file cannot be read. The defaults are in force."),
        "settings-values": _("Some settings made no sense. Their defaults are in force."),
        "settings-unwritable": _("Settings cannot be written here. They hold until you quit."),
        "tail-cut": _("The last step of the saved run was cut off and is left out."),
        "checksum": _("The saved run was damaged. It goes on from the last good step."),
        "not-legal": _("The saved run was damaged. It goes on from the last good step."),
        "kept-aside": _("The damaged file is kept aside under another name."),
        "foreign": _("This is no file of this game."),
        "newer": _("This file was made by a newer version of the game."),
        "other-engine": _("This file was made by another version of the game."),
        "other-scenario": _("This file belongs to another scenario."),
        "changed-scenario": _("The scenario has changed since this file was made."),
        "feed-lost": _("The evenings on the phone could not be read and begin again."),
        "unreadable": _("The file cannot be read."),
        "disk": _("This run cannot be written to disk. Play goes on in memory."),
        "not-finished": _("This campaign is not finished: its last night is missing."),
        "no-scenario": _("The scenario of this campaign is not here."),
    }.get(code, code)
