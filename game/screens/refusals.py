"""What the rules refused, as a sentence in the player's language."""

from __future__ import annotations

from game.i18n import _


def refusal(code: str) -> str:
    """The sentence for a refusal code of the rules."""
    sentences = {
        "no-money": _("Not enough money left."),
        "no-moves": _("No moves left today."),
        "no-audience": _("Choose an audience first (desk 2)."),
        "no-message": _("Send a message first (desk 3)."),
        "not-allowed": _("The law in force forbids it."),
        "already-planned": _("Already planned for tonight."),
        "already-owned": _("You have this already."),
        "no-attention": _("Not enough attention left tonight."),
        "already-done": _("You did this already."),
        "not-now": _("Not at this moment."),
        "pending-event": _("Somebody is waiting for your answer first."),
        "empty-audience": _("Nobody fits this sentence."),
        "two-versions": _("A test needs two different versions."),
        "unknown": _("That does not exist here."),
    }
    return sentences.get(code, _("That is not possible now."))
