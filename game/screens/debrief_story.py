"""What the chapters of the debrief have in common: the facts of the run, worked out once and kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from game.campaign.commands import CampaignCommand
    from game.debrief.closeness import Closeness
    from game.debrief.counterfactual import Cut, CutResult
    from game.debrief.difference import Difference
    from game.debrief.outcome import Measure, Outcome
    from game.debrief.techniques import Met
    from game.debrief.trace import CausalTrace
    from game.debrief.two_feeds import FeedPair
    from game.screens.playing import Playing
    from game.session.session import Session
    from game.session.story import Entry, Story

_KEPT = "debrief.told"
REMEMBERED = 4
"""Other stories that are kept: each holds everybody's mind in every night, and a new one takes a moment only."""
UNDECIDED = 0.15
"""Below this distance from the middle a voter counts as undecided, as everywhere in the game."""


class Told:
    """The debrief's facts of one run. Each is worked out when a chapter first asks for it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._cuts: dict[str, tuple[Cut, ...]] = {}
        self._results: dict[tuple[str, Cut], CutResult] = {}
        self._pairs: dict[str, tuple[FeedPair, ...]] = {}
        self._differences: dict[tuple[int, CampaignCommand | None], Difference] = {}

    @cached_property
    def story(self) -> Story:
        """The run with its truth."""
        return self.session.story()

    @cached_property
    def outcome(self) -> Outcome:
        """The vote."""
        from game.debrief.outcome import outcome

        return outcome(self.session)

    @cached_property
    def health(self) -> tuple[Measure, ...]:
        """The town before and after."""
        from game.debrief.outcome import health

        return health(self.session)

    @cached_property
    def closeness(self) -> Closeness:
        """How close the vote was: about 12 ms at 20,000 voters, once."""
        from game.debrief.closeness import closeness

        return closeness(self.session)

    @cached_property
    def dots(self) -> tuple[npt.NDArray[np.int8], int]:
        """The choice of every dot (0 against, 1 for, 2 blank, 3 home), and which dot the persona is."""
        from game.debrief.outcome import ballot_dots

        return ballot_dots(self.session)

    @cached_property
    def traces(self) -> tuple[CausalTrace, ...]:
        """Every campaign post that the persona saw, with its causes."""
        from game.debrief.trace import traces

        return traces(self.session)

    @cached_property
    def met(self) -> tuple[Met, ...]:
        """The technique cards that were met, in the order in which they are told."""
        from game.debrief.techniques import techniques

        return techniques(self.session)

    def stance(self, persona: str, evening: int) -> str:
        """Where a persona really stood before an evening: for, against or undecided (less than 0.15 either way)."""
        story = self.story
        voter = [one.id for one in story.scenario.feed.personas].index(persona)
        record = next((one for one in story.evenings if one.evening == evening), None)
        mind = record.before if record is not None else story.start
        x = float(mind.x[voter])
        return "undecided" if abs(x) < UNDECIDED else "for" if x > 0 else "against"

    def cuts(self, trace: CausalTrace) -> tuple[Cut, ...]:
        """Where the chain of a post can be cut."""
        from game.debrief.counterfactual import cuts

        if trace.impression not in self._cuts:
            self._cuts[trace.impression] = cuts(self.session, trace)
        return self._cuts[trace.impression]

    def known_result(self, trace: CausalTrace, cut: Cut) -> CutResult | None:
        """What a cut brought, if it was tried before."""
        return self._results.get((trace.impression, cut))

    def replay(self, trace: CausalTrace, cut: Cut) -> CutResult:
        """Play the run again without a link of the chain: 100 to 250 ms."""
        from game.debrief.counterfactual import replay_cut

        known = self.known_result(trace, cut)
        if known is None:
            known = self._results[trace.impression, cut] = replay_cut(self.session, trace, cut)
        return known

    @cached_property
    def deeds(self) -> tuple[Entry, ...]:
        """Every command of act I that can be left out, in order: all but the ends of the days."""
        from game.campaign.commands import EndDay

        return tuple(
            entry for entry in self.story.entries if entry.act == "campaign" and not isinstance(entry.command, EndDay)
        )

    def alternatives(self, at: int) -> tuple[CampaignCommand, ...]:
        """What could have been done in the place of a deed."""
        from game.session.alternatives import alternatives

        return alternatives(self.story, self.deeds[at])

    def known_difference(self, at: int, given: CampaignCommand | None) -> Difference | None:
        """What leaving a deed out (or giving another command) changed, if it was tried before."""
        return self._differences.get((at, given))

    def difference(self, at: int, given: CampaignCommand | None) -> Difference:
        """Play the run again without a deed, or with another one in its place: 50 to 250 ms at 20,000 voters."""
        from game.debrief.difference import difference
        from game.session.changes import instead, without
        from game.session.replay import replay_with

        known = self.known_difference(at, given)
        if known is None:
            entry = self.deeds[at]
            change = without(entry) if given is None else instead(entry, given)
            known = difference(self.story, replay_with(self.story, change))
            while len(self._differences) >= REMEMBERED:
                self._differences.pop(next(iter(self._differences)))
            self._differences[at, given] = known
        return known

    def pairs(self, other: str) -> tuple[FeedPair, ...]:
        """The persona's evenings beside those of another one."""
        from game.debrief.two_feeds import two_feeds

        if other not in self._pairs:
            self._pairs[other] = two_feeds(self.session, other)
        return self._pairs[other]


def told(playing: Playing) -> Told:
    """The facts of the run at the table."""
    kept = playing.memory.get(_KEPT)
    if not isinstance(kept, Told):
        kept = playing.memory[_KEPT] = Told(playing.session)
    return kept


def keep(playing: Playing, facts: Told) -> None:
    """Lay other facts on the table, as tests do."""
    playing.memory[_KEPT] = facts
