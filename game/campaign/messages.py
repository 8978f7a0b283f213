"""The message desk: writing two versions, testing them on a small real sample, choosing one for tonight."""

from __future__ import annotations

import math
from typing import get_args

import numpy as np
import numpy.typing as npt

from game.campaign.commands import ComposeMessage, RunTest, SendMessage, Version
from game.campaign.events import MessageComposed, MessageSent, Rejected, TestReturned
from game.campaign.knowledge import members
from game.campaign.placements import advertisement
from game.campaign.state import Booking, Draft, State
from game.campaign.view import Interval, TestView
from game.electorate.ads.trials import Trial, trial
from game.scenario.model import HEADLINES, TONES

VERSIONS: tuple[Version, ...] = get_args(Version)
Z95 = 1.96
"""Half width of a 95 % interval in standard errors."""


def compose(state: State, command: ComposeMessage) -> tuple[MessageComposed] | Rejected:
    """Write a version of the message."""
    claim = state.ground.claims.get(command.claim)
    if claim is None or command.version not in VERSIONS:
        return Rejected("unknown", command.claim)
    if claim.side != state.ground.side:
        return Rejected("wrong-side", claim.id)
    if command.tone not in TONES or command.headline not in HEADLINES:
        return Rejected("unknown", f"{command.tone} {command.headline}")
    if not command.signed and state.ground.law.label:
        return Rejected("not-allowed", "unsigned")
    draft = Draft(claim.id, command.tone, command.headline, command.signed)
    return (MessageComposed(command.version, draft),)


def run_test(state: State, _command: RunTest) -> tuple[TestReturned] | Rejected:
    """Show both versions to a small sample of the audience; real voters see them, so real chance is in the answer."""
    price = state.ground.scenario.campaign.test_price
    if any(state.draft(version) is None for version in VERSIONS):
        return Rejected("no-message", "")
    if state.money < price:
        return Rejected("no-money", "test")
    audience = np.flatnonzero(members(state.ground, state.owned, state.audience)).astype(np.int32)
    size = min(state.ground.scenario.campaign.test_size, audience.size // 2)
    if size < 1:
        return Rejected("no-audience", "test")
    return (TestReturned(_result(state, audience, size), price),)


def _result(state: State, audience: npt.NDArray[np.int32], size: int) -> TestView:
    """Two samples that do not overlap, one per version; their luck is keyed by day and number of the test."""
    ground = state.ground
    drawn = ground.streams.sample("test", ground.side, state.day, state.tests, n=2 * size, of=audience.size)
    shuffled = audience[drawn][ground.streams.order("test-halves", ground.side, state.day, state.tests, n=2 * size)]
    halves = {"a": np.sort(shuffled[:size]), "b": np.sort(shuffled[size:])}
    clicks: dict[str, Interval] = {}
    trust: dict[str, Interval] = {}
    for version in VERSIONS:
        draft = state.draft(version)
        test = Booking(
            f"{ground.side}-d{state.day}-test-{state.tests}-{version}", ground.side, "", state.day, 1, 0, draft=draft
        )
        ad = advertisement(ground, test, members(ground, state.owned, state.audience), budget=0.0)
        back = trial(ground.population, state.mind, ad, halves[version], state.day, ground.streams, ground.parameters)
        clicks[version] = _share(back)
        trust[version] = Interval(float(back.trust_change), Z95 * float(back.trust_sd) / math.sqrt(max(back.shown, 1)))
    return TestView(size, clicks, trust)


def _share(back: Trial) -> Interval:
    """Share of clicks with its 95 % margin (Agresti-Coull: stays honest where nobody or everybody clicked)."""
    shown = max(back.shown, 1)
    adjusted = (back.clicks + 2) / (shown + 4)
    return Interval(back.clicks / shown, Z95 * math.sqrt(adjusted * (1 - adjusted) / (shown + 4)))


def send(state: State, command: SendMessage) -> tuple[MessageSent] | Rejected:
    """Choose the version that tonight's advertising carries."""
    if command.version not in VERSIONS or state.draft(command.version) is None:
        return Rejected("no-message", str(command.version))
    if state.sent == command.version:
        return Rejected("already-sent", command.version)
    return (MessageSent(command.version),)


def drafts(state: State) -> tuple[ComposeMessage, ...]:
    """Every message that could be written now, as version a and b: what bots choose from."""
    signatures = (True,) if state.ground.law.label else (True, False)
    return tuple(
        ComposeMessage(version, claim.id, tone, headline, signed)
        for version in VERSIONS
        for claim in state.ground.scenario.campaign.claims
        if claim.side == state.ground.side
        for tone in TONES
        for headline in HEADLINES
        for signed in signatures
    )
