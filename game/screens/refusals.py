"""What the rules refused, as a sentence in the player's language."""

from __future__ import annotations

from game.i18n import _


def refusal(code: str) -> str:
    """The sentence for a refusal code of the rules."""
    sentences = {
        "already-asked": _("You asked already."),
        "already-owned": _("You have this already."),
        "already-planned": _("Already planned for tonight."),
        "already-sent": _("This version is sent already."),
        "done-already": _("You did this already."),
        "learned": _("You have learned something from it. That cannot be taken back."),
        "no-audience": _("Nobody fits this sentence."),
        "no-data": _("You hold no file that says this."),
        "no-message": _("Send a message first (desk 3)."),
        "no-money": _("Not enough money left."),
        "no-moves": _("No moves left today."),
        "not-allowed": _("The law in force forbids it."),
        "not-an-ad": _("Nobody paid for this post."),
        "not-here": _("That post is not on the screen."),
        "not-now": _("Not at this moment."),
        "not-offered": _("The rules in force do not give you this right."),
        "not-pending": _("Nobody is waiting for this answer."),
        "not-planned": _("Nothing to take back: it is not planned for tonight."),
        "nothing-today": _("Nothing that you did today is left to take back."),
        "nothing-to-check": _("There is nothing to check here."),
        "over": _("The campaign is over."),
        "too-late": _("It would start tomorrow evening. Tomorrow is the vote."),
        "too-long": _("This sentence is full. Take a word out first."),
        "too-tired": _("Not enough attention left tonight."),
        "wrong-side": _("This claim belongs to the other side."),
        "unknown": _("That does not exist here."),
    }
    return sentences.get(code, _("That is not possible now."))
