"""Cuts: the same run with the same luck and one link of the chain cut, and what that changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.campaign.commands import Criterion
from game.campaign.knowledge import from_file
from game.debrief.difference import same_minds
from game.debrief.outcome import finished, side_of
from game.debrief.trace import CausalTrace
from game.feed.view import PostView
from game.scenario.model import SideId
from game.session.changes import Change, by_time, signed, truthfully, without_bots, without_criterion, without_source
from game.session.codec import Command
from game.session.replay import replay_with
from game.session.session import Session
from game.session.story import Story

CutKind = Literal["source", "criterion", "sign", "truth", "ranking", "bots"]
MOST_CUTS = 4


@dataclass(frozen=True)
class Cut:
    """One link to cut: a data source not bought, a word left out, the post signed, said truthfully, ranked by time, no bots."""

    kind: CutKind
    target: str = ""
    criterion: Criterion | None = None


@dataclass(frozen=True)
class CutResult:
    """What the cut changed.

    ``removed``: the post no longer comes to the persona; ``still``: it still comes. ``instead`` are the campaign posts of
    that evening that did not come before. ``reach_before`` and ``reach_after`` count real people whom this ad reached in
    the nights of act II (for bots: who saw the crowd, that is everybody while it runs). ``margin_*`` in points for the
    player's side. ``changed_votes`` and ``untouched`` count voters whose ballot differs, and whose whole mind is the same bit for
    bit, in real people. ``winner_*`` are the sides that win.
    """

    cut: Cut
    removed: bool
    still: bool
    instead: tuple[PostView, ...]
    reach_before: int
    reach_after: int
    skipped: tuple[Command, ...]
    margin_before: float
    margin_after: float
    changed_votes: int
    untouched: int
    winner_before: SideId | None
    winner_after: SideId | None

    @property
    def flips(self) -> bool:
        """Does the other side win because of it?"""
        return self.winner_before != self.winner_after


def cuts(session: Session, trace: CausalTrace) -> tuple[Cut, ...]:
    """The cuts that make sense for a post, in the order of its chain, four at most.

    Data and audience can only be cut in the player's own campaign: the rival's files are nobody's to see.
    """
    story = session.story()
    found: list[Cut] = []
    if trace.own:
        sources = dict.fromkeys(item.source for guess in trace.inferences for item in guess.evidence if item.source)
        sources.update(dict.fromkeys(_source_of(story, trace, word) for word in trace.known if word.kind == "signal"))
        bought = {
            purchase.source for purchase in story.campaign.purchases if not story.ground.sources[purchase.source].owned
        }
        found += [Cut("source", target=source) for source in sources if source in bought][:1]
        words = [guess.criterion for guess in trace.inferences] or [
            word for word in trace.criteria if word.kind != "district"
        ]
        found += [Cut("criterion", criterion=word) for word in words[:1]]
    if not trace.post.signed and trace.channel != "bots":
        found.append(Cut("sign", target=trace.booking))
    if trace.truth in ("misleading", "fabricated") and trace.channel != "bots":
        found.append(Cut("truth", target=trace.booking))
    if trace.channel == "bots" or _network_ran(story, trace.side):
        found.append(Cut("bots"))
    found.append(Cut("ranking"))
    return tuple(found[:MOST_CUTS])


def replay_cut(session: Session, trace: CausalTrace, cut: Cut) -> CutResult:
    """Replay the run with the cut and compare.

    Raises:
        NotOverError: the vote has not been held yet.
    """
    story, ballots = finished(session)
    replayed = replay_with(story, change_of(story, cut))
    other = replayed.story
    after = other.ballots
    if after is None:
        raise RuntimeError("a finished run stays finished when it is replayed")
    weight, own = story.population.weight, story.ground.own
    before_ids, after_ids = _shown(story, trace.evening), _shown(other, trace.evening)
    still = trace.impression in after_ids
    same = same_minds(story.mind, other.mind)
    return CutResult(
        cut=cut,
        removed=not still,
        still=still,
        instead=tuple(post for key, post in after_ids.items() if key not in before_ids),
        reach_before=_reach(story, trace),
        reach_after=_reach(other, trace),
        skipped=tuple(item.entry.command for item in replayed.skipped),
        margin_before=ballots.margin(own),
        margin_after=after.margin(own),
        changed_votes=round(int(np.count_nonzero(ballots.choice != after.choice)) * weight),
        untouched=round(int(np.count_nonzero(same)) * weight),
        winner_before=side_of(ballots.winner),
        winner_after=side_of(after.winner),
    )


def change_of(story: Story, cut: Cut) -> Change:
    """The change to a run that a cut stands for."""
    if cut.kind == "source":
        return without_source(cut.target)
    if cut.kind == "criterion" and cut.criterion is not None:
        return without_criterion(cut.criterion)
    if cut.kind == "sign":
        return signed(cut.target)
    if cut.kind == "truth":
        return truthfully(story.scenario, cut.target)
    if cut.kind == "bots":
        return without_bots()
    return by_time()


def _source_of(story: Story, trace: CausalTrace, word: Criterion) -> str:
    """The bought file that a known trace was read in."""
    files = story.booking(trace.booking).files
    return next(iter(from_file(story.ground, files, word.value)), "")


def _network_ran(story: Story, side: SideId) -> bool:
    """Did bots of this side run in the nights of act II?"""
    index = 0 if side == "for" else 1
    numbers = {record.night for record in story.evenings}
    return any(night.plan.bots[index] > 0 for night in story.nights if night.day in numbers)


def _shown(story: Story, evening: int) -> dict[str, PostView]:
    """The campaign posts in the persona's feed of one evening, by impression."""
    for record in story.evenings:
        if record.evening == evening:
            return {post.view.impression: post.view for post in record.posts if post.view.impression is not None}
    return {}


def _reach(story: Story, trace: CausalTrace) -> int:
    """Real people whom the ad reached in the nights of act II, each counted once."""
    if trace.channel == "bots":
        return round(story.population.n * story.population.weight) if _network_ran(story, trace.side) else 0
    reached = np.zeros(story.population.n, dtype=np.bool_)
    for record in story.evenings:
        delivery = record.delivery
        for index, ad in enumerate(delivery.ads):
            if ad.id == trace.booking:
                reached[delivery.voter[delivery.ad == index]] = True
    return round(int(np.count_nonzero(reached)) * story.population.weight)
