"""The words and signs of a message's parts: tone, truth of the claim, headline style and label."""

from __future__ import annotations

from collections.abc import Mapping

from game.campaign.view import DraftView
from game.i18n import _
from game.scenario.model import HeadlineStyle, Tone, Truth

TONE_ICONS: Mapping[Tone, str] = {"policy": "list-check", "hope": "sun", "fear": "moon", "anger": "fire"}
TRUTH_ICONS: Mapping[Truth, str] = {
    "true": "circle-check",
    "misleading": "circle-half-stroke",
    "fabricated": "pen-nib",
}
HEADLINE_ICONS: Mapping[HeadlineStyle, str] = {"plain": "minus", "curiosity": "question", "outrage": "bullhorn"}


def tone_word(tone: Tone) -> str:
    """The tone as the desk calls it."""
    return {"policy": _("Policy"), "hope": _("Hope"), "fear": _("Fear"), "anger": _("Anger")}[tone]


def truth_word(truth: Truth) -> str:
    """What is known about a claim, said plainly."""
    return {"true": _("True"), "misleading": _("Misleading"), "fabricated": _("Made up")}[truth]


def headline_word(style: HeadlineStyle) -> str:
    """The headline style as the desk calls it."""
    return {"plain": _("Plain"), "curiosity": _("Curiosity"), "outrage": _("Outrage")}[style]


def in_short(draft: DraftView) -> str:
    """A version in four words: tone, truth, headline, label."""
    tone, truth, style = tone_word(draft.tone), truth_word(draft.truth), headline_word(draft.headline)
    label = _("signed") if draft.signed else _("unsigned")
    return _("{tone}, {truth}, {headline}, {label}").format(
        tone=tone, truth=truth.lower(), headline=style.lower(), label=label
    )
