"""Commands of act I in words: what was done, and what could be done in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.campaign.commands import (
    AnswerEvent,
    AskLawyer,
    BuySource,
    CampaignCommand,
    CancelAction,
    ComposeMessage,
    PlanAction,
    RunTest,
    SaveSegment,
    SendMessage,
)
from game.i18n import _
from game.screens import sentence
from game.screens.message_words import headline_word, tone_word, truth_word
from game.screens.post_words import found

if TYPE_CHECKING:
    from game.scenario.model import Scenario
    from game.session.codec import Command

ICONS: dict[type, str] = {
    BuySource: "basket-shopping",
    AskLawyer: "scale-balanced",
    SaveSegment: "users",
    ComposeMessage: "pen",
    RunTest: "flask",
    SendMessage: "paper-plane",
    PlanAction: "calendar-plus",
    CancelAction: "rotate-left",
    AnswerEvent: "comment-dots",
}
"""The sign of each kind of command."""


def deed(command: CampaignCommand, texts: Scenario) -> str:
    """What was done, as a sentence; empty for the end of a day, which says itself."""
    if isinstance(command, BuySource):
        return _("You bought: {file}.").format(file=source_name(command.source, texts))
    if isinstance(command, AskLawyer):
        return _("You asked the lawyer about: {file}.").format(file=source_name(command.source, texts))
    if isinstance(command, SaveSegment):
        return _("Audience: {sentence}").format(sentence=sentence.plain(command.criteria, texts))
    if isinstance(command, ComposeMessage):
        return _("You wrote version {version}: “{claim}”. {how}.").format(
            version=command.version.upper(), claim=claim_name(command.claim, texts), how=manner(command, texts)
        )
    if isinstance(command, SendMessage):
        return _("You sent version {version}.").format(version=command.version.upper())
    if isinstance(command, PlanAction):
        return _("You planned: {action}.").format(action=action_name(command, texts))
    if isinstance(command, CancelAction):
        return _("You took back: {action}.").format(action=action_name(PlanAction(command.action), texts))
    if isinstance(command, AnswerEvent):
        event, choice = _event(command, texts)
        return _("“{event}”: you chose “{choice}”.").format(event=event, choice=choice)
    return _("You tested both versions.") if isinstance(command, RunTest) else ""


def other(command: CampaignCommand, was: CampaignCommand, texts: Scenario) -> str:
    """What could be done instead of ``was``, in a few words: only what differs."""
    if isinstance(command, BuySource):
        return source_name(command.source, texts)
    if isinstance(command, SaveSegment):
        return _audience(command, was, texts)
    if isinstance(command, ComposeMessage) and isinstance(was, ComposeMessage):
        return _message(command, was, texts)
    if isinstance(command, SendMessage):
        return _("version {version}").format(version=command.version.upper())
    if isinstance(command, PlanAction):
        return action_name(command, texts)
    if isinstance(command, AnswerEvent):
        return _event(command, texts)[1]
    return deed(command, texts)


def taken_back(command: Command, texts: Scenario) -> str:
    """What was taken back, as a sentence."""
    if isinstance(command, PlanAction):
        return _("Taken back: {name}.").format(name=action_name(command, texts))
    if isinstance(command, CancelAction):
        return _("Planned again: {name}.").format(name=action_name(PlanAction(command.action), texts))
    if isinstance(command, ComposeMessage):
        return _("Taken back: the last change to version {version}.").format(version=command.version.upper())
    if isinstance(command, SendMessage):
        return _("Taken back: version {version} is not sent after all.").format(version=command.version.upper())
    return _("Taken back: the audience that you saved last.")


def source_name(source: str, texts: Scenario) -> str:
    """A data source by name."""
    known = found(texts.campaign.sources, source)
    return known.name if known else source


def claim_name(claim: str, texts: Scenario) -> str:
    """A claim by name."""
    known = found(texts.campaign.claims, claim)
    return known.name if known else claim


def action_name(command: PlanAction, texts: Scenario) -> str:
    """An action by name, with its district where it has one."""
    action = found(texts.campaign.amplify + texts.campaign.street, command.action)
    name = action.name if action else command.action
    place = found(texts.town.districts, command.district)
    return _("{action} in {district}").format(action=name, district=place.name) if place else name


def manner(command: ComposeMessage, texts: Scenario) -> str:
    """How a message was put: truth, tone, headline, signature."""
    claim = found(texts.campaign.claims, command.claim)
    label = _("signed") if command.signed else _("unsigned")
    return _("{truth}, {tone}, {headline}, {label}").format(
        truth=truth_word(claim.truth if claim else "true"),
        tone=tone_word(command.tone).lower(),
        headline=headline_word(command.headline).lower(),
        label=label,
    )


def _event(command: AnswerEvent, texts: Scenario) -> tuple[str, str]:
    """Headline of an event and the label of an answer."""
    event = found(texts.campaign.events, command.event)
    if event is None:
        return command.event, command.choice
    choice = found(event.choices, command.choice)
    return event.headline, choice.label if choice else command.choice


def _audience(command: SaveSegment, was: CampaignCommand, texts: Scenario) -> str:
    if not command.criteria:
        return _("everyone")
    if isinstance(was, SaveSegment):
        out = [word for word in was.criteria if word not in command.criteria]
        if len(out) == 1 and len(command.criteria) == len(was.criteria) - 1:
            return _("without “{word}”").format(word=sentence.word(out[0], texts))
    return sentence.plain(command.criteria, texts).rstrip(".")


def _message(command: ComposeMessage, was: ComposeMessage, texts: Scenario) -> str:
    if command.claim != was.claim:
        claim = found(texts.campaign.claims, command.claim)
        truth = truth_word(claim.truth if claim else "true").lower()
        return _("“{claim}” ({truth})").format(claim=claim_name(command.claim, texts), truth=truth)
    if command.tone != was.tone:
        return _("tone: {tone}").format(tone=tone_word(command.tone).lower())
    if command.headline != was.headline:
        return _("headline: {headline}").format(headline=headline_word(command.headline).lower())
    return _("signed") if command.signed else _("unsigned")
