"""Small choices that strategies share: spending, writing, aiming, and how an evening is scrolled through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from game.campaign.commands import (
    AnswerEvent,
    BuySource,
    CampaignCommand,
    Criterion,
    EndDay,
    PlanAction,
    SaveSegment,
    SendMessage,
)
from game.electorate.chance import Streams
from game.feed.commands import BallotChoice, CastBallot, ChoosePersona, FeedCommand, Pass, PutPhoneDown
from game.scenario.model import Choice
from game.session.session import Accepted, Session

Weigh = Callable[[Choice], float]
"""How much a strategy likes an answer to an event; the best one is given."""
PACE = 1.5
"""A bot may spend this much more than an even share of what is left: early money works longer."""


class Player(Protocol):
    """One way to play: a day of the campaign, and one post of the feed after the other."""

    def day(self, table: Table) -> None:
        """Play one day up to, not including, its end."""

    def post(self, phone: Table) -> None:
        """Do something with the post on screen, or nothing; passing it is not the strategy's business."""


@dataclass
class Table:
    """A session as a bot plays it: commands are tried, and nothing but a legal one ever has an effect."""

    session: Session
    luck: Streams
    persona: str | None = None

    def do(self, command: CampaignCommand | FeedCommand) -> bool:
        """Submit a command if it is legal; False where it is not."""
        return self.can(command) and isinstance(self.session.submit(command), Accepted)

    def can(self, command: CampaignCommand | FeedCommand) -> bool:
        """Is the command legal now?"""
        return self.session.refusal(command) is None

    def chance(self, *keys: int | str) -> float:
        """The bot's own luck: keyed, and apart from the town's."""
        return self.luck.chance("player", *keys)


def answer_events(table: Table, weigh: Weigh) -> None:
    """Give every waiting event the answer that ``weigh`` likes best; ties go to the first."""
    events = {event.id: event for event in table.session.scenario.campaign.events}
    for name in table.session.campaign.pending:
        best = max(events[name].choices, key=weigh)
        table.do(AnswerEvent(name, best.id))


def kindest(choice: Choice) -> float:
    """Likes answers that cost no trust, print no scandal, set things right and let nobody experiment on voters."""
    effect = choice.effect
    mended = effect.drop_source + effect.stop_network + effect.withdraw_message + effect.sign_messages
    tested = effect.mood_test != "none"
    kindness = effect.trust_campaign + effect.trust_town + 2.0 * mended - 10.0 * effect.press - 10.0 * tested
    return kindness + effect.money / 1000


def boldest(choice: Choice) -> float:
    """Likes answers that change nothing of what runs and cost nothing now."""
    effect = choice.effect
    given_up = effect.drop_source + effect.stop_network + effect.withdraw_message + effect.sign_messages
    return -3.0 * given_up - 4.0 * effect.press + effect.money / 500 + effect.moves + 0.2 * effect.trust_campaign


def write(table: Table, truths: tuple[str, ...], tones: tuple[str, ...], headline: str, *, signed: bool) -> bool:
    """Write and send a message: the next claim whose truth comes first in ``truths``, a new one each day."""
    claims = {claim.id: claim for claim in table.session.scenario.campaign.claims}
    day = table.session.campaign.day
    tone = tones[day % len(tones)]
    options = [
        draft
        for draft in table.session.drafts()
        if draft.version == "a" and draft.tone == tone and draft.headline == headline
    ]
    if not any(draft.signed == signed for draft in options):
        signed = True  # the law of 2026 lets nobody hide
    for truth in truths:
        fitting = [draft for draft in options if claims[draft.claim].truth == truth and draft.signed == signed]
        if fitting:
            return table.do(fitting[day % len(fitting)]) and table.do(SendMessage("a"))
    return False


def aim(table: Table, *criteria: Criterion) -> bool:
    """Save an audience if it can be and is not empty; else everyone."""
    return table.do(SaveSegment(criteria)) or table.do(SaveSegment(()))


def plan(table: Table, kinds: Iterable[str]) -> None:
    """Plan actions of these kinds in this order, as long as moves and today's share of the money last."""
    allowance = share_of_days(table) * PACE
    spent = 0
    for kind in kinds:
        for action in table.session.ground.actions.values():
            affordable = action.price == 0 or spent + action.price <= allowance
            district = _weakest_district(table) if kind == "doors" else None
            if action.kind == kind and affordable and table.do(PlanAction(action.id, district)):
                spent += action.price


def _weakest_district(table: Table) -> str:
    """The undecided district: where the last vote was closest. A public figure."""
    return min(table.session.scenario.town.districts, key=lambda district: (abs(district.lean), district.id)).id


def buy(table: Table, kinds: tuple[str, ...], *, consent: tuple[str, ...] = ("given", "unclear", "none")) -> bool:
    """Buy the first affordable source of these kinds with such consent."""
    for kind in kinds:
        for source in table.session.scenario.campaign.sources:
            if source.kind == kind and source.consent in consent and table.can(BuySource(source.id)):
                return table.do(BuySource(source.id))
    return False


def share_of_days(table: Table) -> int:
    """Euros that may be spent today if the rest is spread evenly over the remaining days."""
    state = table.session.campaign
    return state.money // max(1, state.ground.days - state.day + 1)


def live(table: Table, player: Player) -> None:
    """Play act II: the persona, every evening, the vote."""
    session = table.session
    personas = [persona.id for persona in session.scenario.feed.personas]
    chosen = table.persona or personas[int(table.chance("persona") * len(personas))]
    table.do(ChoosePersona(chosen))
    while session.phase == "feed":
        view = session.feed_view()
        if view.stage == "ballot":
            table.do(CastBallot(_vote(session)))
        elif view.at >= len(view.posts):
            table.do(PutPhoneDown())
        else:
            player.post(table)
            if session.feed_view().evening == view.evening and session.feed_view().stage == "evening":
                table.do(Pass(view.posts[view.at].id))


def _vote(session: Session) -> BallotChoice:
    """Vote as the persona was written; nobody but its author knows how it feels about the question."""
    persona = next(one for one in session.scenario.feed.personas if one.id == session.feed_view().persona)
    if abs(persona.stance) < 0.05:
        return "blank"
    return "for" if persona.stance > 0 else "against"


def campaign_through(table: Table, player: Player) -> None:
    """Play act I to its end."""
    while table.session.phase == "campaign":
        player.day(table)
        table.do(EndDay())
