"""Act II's rules: ``decide`` says what a command brings about, ``evolve`` folds it in, ``legal`` lists what can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from game.feed import evening, rights
from game.feed.attention import affordable, cost
from game.feed.commands import (
    AnswerMessage,
    AskForData,
    AskForErasure,
    AskWhy,
    AttendDebate,
    BallotChoice,
    CastBallot,
    ChoosePersona,
    ChooseRanking,
    Comment,
    FeedCommand,
    LookUpRegister,
    Mute,
    Pass,
    PutPhoneDown,
    Question,
    React,
    ReadPost,
    Report,
    Share,
    Verify,
)
from game.feed.consequences import exposed
from game.feed.events import (
    DebateAttended,
    FeedEvent,
    MessageAnswered,
    PostChecked,
    PostCommented,
    PostPassed,
    PostTouched,
    Rejected,
    WhyAnswered,
)
from game.feed.evolve import evolve
from game.feed.state import Broadcast, FeedState, Shown
from game.feed.view import PostState
from game.feed.why import why_this_ad

__all__ = ["begin", "decide", "evolve", "legal", "refusal"]

Decision = tuple[FeedEvent, ...] | Rejected
QUESTIONS: tuple[Question, ...] = get_args(Question)
CHOICES: tuple[BallotChoice, ...] = get_args(BallotChoice)
_TOUCHES = {
    ReadPost: ("read", "read"),
    React: ("react", "reacted"),
    Share: ("share", "shared"),
    Report: ("report", "reported"),
    Mute: ("mute", "muted"),
}


def begin(cast: Broadcast) -> FeedState:
    """Act II before a persona is chosen."""
    return FeedState(cast, cast.before)


def stage(state: FeedState) -> str:
    """Where act II is: ``choose``, ``evening``, ``ballot`` or ``done``."""
    if state.ballot is not None:
        return "done"
    if state.voting:
        return "ballot"
    return "choose" if state.persona is None else "evening"


def decide(state: FeedState, command: FeedCommand) -> Decision:
    """What ``command`` brings about in ``state``, or why it cannot be. Changes nothing."""
    refused = _out_of_turn(state, command)
    return refused if refused is not None else _DECIDE[type(command)](state, command)


def refusal(state: FeedState, command: FeedCommand) -> Rejected | None:
    """Why ``decide`` would refuse the command, or None; no night is simulated to find out."""
    refused = _out_of_turn(state, command)
    if refused is not None or isinstance(command, PutPhoneDown):
        return refused
    if isinstance(command, ChoosePersona):
        return _unknown_persona(state, command)
    decision = decide(state, command)
    return decision if isinstance(decision, Rejected) else None


def _out_of_turn(state: FeedState, command: FeedCommand) -> Rejected | None:
    wanted = {ChoosePersona: "choose", CastBallot: "ballot"}.get(type(command), "evening")
    return None if stage(state) == wanted else Rejected("not-now", stage(state))


def _unknown_persona(state: FeedState, command: ChoosePersona) -> Rejected | None:
    known = {persona.id for persona in state.cast.scenario.feed.personas}
    return None if command.persona in known else Rejected("unknown", command.persona)


def _choose(state: FeedState, command: ChoosePersona) -> Decision:
    refused = _unknown_persona(state, command)
    if refused is not None:
        return refused
    return evening.become(state, command.persona)


def _on_screen(state: FeedState, post: str, action: str) -> Shown | Rejected:
    """The post, if it is the one on screen and the battery allows the action."""
    here = state.here
    if here is None or here.id != post:
        return Rejected("not-here", post)
    if not affordable(state, action):
        return Rejected("too-tired", action)
    return here


def _pass(state: FeedState, command: Pass) -> Decision:
    here = _on_screen(state, command.post, "pass")
    return here if isinstance(here, Rejected) else (PostPassed(here.id, cost(state, "pass")),)


def _touch(state: FeedState, command: ReadPost | React | Share | Report | Mute) -> Decision:
    action, what = _TOUCHES[type(command)]
    here = _on_screen(state, command.post, action)
    if isinstance(here, Rejected):
        return here
    if getattr(state.states[state.at], what):
        return Rejected("done-already", action)
    return (PostTouched(here.id, what, cost(state, action), action),)


def _comment(state: FeedState, command: Comment) -> Decision:
    here = _on_screen(state, command.post, "comment")
    if isinstance(here, Rejected):
        return here
    if command.reply not in {reply.id for reply in state.cast.scenario.feed.replies}:
        return Rejected("unknown", command.reply)
    if state.states[state.at].reply is not None:
        return Rejected("done-already", "comment")
    return (PostCommented(here.id, command.reply, cost(state, "comment")),)


def answers(post: Shown) -> tuple[Question, ...]:
    """The questions of lateral reading to which this post has an answer; none for a friend's lunch."""
    if post.truth is None and not post.behind and not post.findings:
        return ()
    found: list[Question] = ["behind"]
    if post.findings:
        found.append("others")
    if post.picture is not None:
        found.append("picture")
    return tuple(found)


def _verify(state: FeedState, command: Verify) -> Decision:
    here = _on_screen(state, command.post, "verify")
    if isinstance(here, Rejected):
        return here
    if command.question not in answers(here):
        return Rejected("nothing-to-check", str(command.question))
    before = state.states[state.at]
    if command.question in before.checked:
        return Rejected("done-already", command.question)
    return (PostChecked(here.id, command.question, _odd(state, here, command.question), cost(state, "verify")),)


def _odd(state: FeedState, here: Shown, question: Question) -> bool:
    """Does the answer to this one question show that something is not as it seems?"""
    if question == "picture":
        pictures = state.cast.scenario.campaign.pictures
        return any(picture.id == here.picture and not picture.honest for picture in pictures)
    return exposed(here, PostState(checked=(question,))) is not None


def _ask_why(state: FeedState, command: AskWhy) -> Decision:
    here = _on_screen(state, command.post, "why")
    if isinstance(here, Rejected):
        return here
    if here.ad is None:
        return Rejected("not-an-ad", here.id)
    if state.states[state.at].asked_why:
        return Rejected("done-already", "why")
    return (WhyAnswered(why_this_ad(state.cast, here, state.voter), cost(state, "why")),)


def _answer(state: FeedState, command: AnswerMessage) -> Decision:
    message = next((one for one in state.cast.scenario.feed.messages if one.id == command.message), None)
    if message is None or message.id not in evening.messages(state):
        return Rejected("unknown", command.message)
    if message.id in dict(state.answered):
        return Rejected("done-already", message.id)
    if not 0 <= command.answer < len(message.answers):
        return Rejected("unknown", str(command.answer))
    return (MessageAnswered(message.id, command.answer),)


def _attend(state: FeedState, command: AttendDebate) -> Decision:
    if command.debate in state.attended:
        return Rejected("done-already", command.debate)
    debate = evening.debate(state)
    if debate is None or debate.id != command.debate:
        return Rejected("unknown", command.debate)
    if state.attention < debate.attention:
        return Rejected("too-tired", debate.id)
    return (DebateAttended(debate.id, debate.attention),)


def _phone_down(state: FeedState, _command: PutPhoneDown) -> Decision:
    return evening.end(state)


def _vote(state: FeedState, command: CastBallot) -> Decision:
    if command.choice not in CHOICES:
        return Rejected("unknown", str(command.choice))
    return evening.count(state, command.choice)


_DECIDE: dict[type[Any], Callable[[FeedState, Any], Decision]] = {
    ChoosePersona: _choose,
    Pass: _pass,
    ReadPost: _touch,
    React: _touch,
    Share: _touch,
    Report: _touch,
    Mute: _touch,
    Comment: _comment,
    Verify: _verify,
    AskWhy: _ask_why,
    AnswerMessage: _answer,
    AttendDebate: _attend,
    LookUpRegister: rights.look_up,
    AskForData: rights.ask_data,
    AskForErasure: rights.ask_erasure,
    ChooseRanking: rights.choose_ranking,
    PutPhoneDown: _phone_down,
    CastBallot: _vote,
}


def legal(state: FeedState) -> tuple[FeedCommand, ...]:
    """Every command that is accepted now; empty only after the vote."""
    now = stage(state)
    if now == "done":
        return ()
    if now == "choose":
        return tuple(ChoosePersona(persona.id) for persona in state.cast.scenario.feed.personas)
    if now == "ballot":
        return tuple(CastBallot(choice) for choice in CHOICES)
    found: list[FeedCommand] = []
    here = state.here
    if here is not None:
        found += [Pass(here.id), ReadPost(here.id), React(here.id), Share(here.id)]
        found += [Comment(here.id, reply.id) for reply in state.cast.scenario.feed.replies]
        found += [Verify(here.id, question) for question in QUESTIONS]
        found += [AskWhy(here.id), Report(here.id), Mute(here.id)]
    for name in evening.messages(state):
        message = next(one for one in state.cast.scenario.feed.messages if one.id == name)
        found += [AnswerMessage(name, index) for index in range(len(message.answers))]
    debate = evening.debate(state)
    if debate is not None:
        found.append(AttendDebate(debate.id))
    found += rights.offers(state)
    accepted = [command for command in found if refusal(state, command) is None]
    return (*accepted, PutPhoneDown())
