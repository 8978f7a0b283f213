"""Follows a session as its scribe and tells it: events as they come, the debrief at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.cli.transcript import Transcript, ballot_word, poll_line
from game.debrief.counterfactual import CutResult, cuts, replay_cut
from game.debrief.outcome import Measure, health, outcome
from game.debrief.trace import CausalTrace, traces
from game.debrief.two_feeds import two_feeds
from game.i18n import _, listing, ngettext, number, percent, points, weekday
from game.screens import sentence
from game.screens.post_words import words_of
from game.session.setup import first_weekday

if TYPE_CHECKING:
    from game.cli.album import Album
    from game.scenario.model import Scenario
    from game.session.codec import Command
    from game.session.session import Session


class Narrator:
    """Takes the place of the journal: whatever is accepted is told at once, whoever plays."""

    def __init__(
        self, session: Session, texts: Scenario, say: Callable[[str], None], album: Album | None = None
    ) -> None:
        self.session = session
        self.texts = texts
        self.told: list[str] = []
        self._say = say
        self._album = album
        self._transcript = Transcript(texts, first_weekday(texts, session.setup.days))

    def say(self, line: str) -> None:
        """One line of the transcript."""
        self.told.append(line)
        self._say(line)

    def record(self, command: Command) -> None:
        """Tell what an accepted command did."""
        for event in self.session.last_events:
            for line in self._transcript.lines(event):
                self.say(line)
            if type(event).__name__ == "PollTaken":
                self._poll()
        if self._album is not None:
            self._album.after(command)

    def take_back(self) -> None:
        """The last thing told was taken back."""
        self.say(_("Taken back."))

    def finish(self) -> None:
        """The run is over; nothing was kept that would have to be erased."""

    def opening(self) -> None:
        """Who plays what, where."""
        head, setup = self.texts.head, self.session.setup
        side = next(item for item in head.sides if item.id == setup.side)
        self.say(
            _("{title}: {town}, {voters} voters, seed {seed}").format(
                title=head.title, town=head.town, voters=number(setup.voters), seed=setup.seed
            )
        )
        self.say(head.question)
        self.say(_("You work for {side}. Rules: {rules}.").format(side=side.name, rules=setup.rules))
        self.say("")
        self.say(
            _("== {weekday}, day {day}").format(
                weekday=weekday(first_weekday(self.texts, setup.days), capital=True), day=number(1)
            )
        )
        if self._album is not None:
            self._album.opening()

    def _poll(self) -> None:
        poll = self.session.campaign_view().poll
        self.say(poll_line({key: (share.value, share.margin) for key, share in poll.shares.items()}))

    def closing(self) -> None:
        """The debrief in words."""
        result = outcome(self.session)
        self.say("")
        self.say(_("== The result"))
        names = {
            "for": ballot_word(self.texts, "for"),
            "against": ballot_word(self.texts, "against"),
            "blank": _("blank"),
            "home": _("stayed at home"),
        }
        counts = [f"{names[key]} {number(result.counts[key])}" for key in ("for", "against", "blank", "home")]
        self.say(listing(counts) + ".")
        won = _("Your side won") if result.won else _("Your side lost")
        self.say(
            _("{won}, margin {margin} points, turnout {turnout}.").format(
                won=won, margin=points(result.margin), turnout=percent(result.turnout)
            )
        )
        for measure in health(self.session):
            self.say(
                _("{name}: {before} before, {after} after.").format(
                    name=measure_name(measure), before=number(measure.before), after=number(measure.after)
                )
            )
        self._why()
        self._feeds()
        if self._album is not None:
            self._album.closing()

    def _why(self) -> None:
        found = traces(self.session)
        self.say("")
        self.say(_("== Why you saw this"))
        if not found:
            self.say(_("No campaign reached this phone."))
        for trace in found:
            self._trace(trace)
        if found:
            own = next((trace for trace in found if trace.own), found[0])
            for cut in cuts(self.session, own):
                self.say("  " + cut_line(replay_cut(self.session, own, cut)))

    def _trace(self, trace: CausalTrace) -> None:
        words = words_of(self.texts, trace.post)
        payer = _("your campaign") if trace.own else _("the other side")
        self.say(
            _("{impression}: {name}, paid for by {payer}.").format(
                impression=trace.impression, name=words.name, payer=payer
            )
        )
        self.say("  " + sentence.plain(trace.criteria, self.texts))
        signals = {signal.id: signal.receipt for signal in self.texts.town.signals}
        for guess in trace.inferences:
            proof = listing([signals[item.signal] for item in guess.evidence]) or _("nothing but age and address")
            verdict = _("right") if guess.right else _("wrong")
            self.say(
                "  "
                + _("Guess “{guess}”, {sure} sure, from {proof}: {verdict}.").format(
                    guess=sentence.word(guess.criterion, self.texts),
                    sure=percent(guess.claimed),
                    proof=proof,
                    verdict=verdict,
                )
            )

    def _feeds(self) -> None:
        self.say("")
        self.say(_("== Same town, same evening"))
        me = self.session.feed_view().persona
        for persona in self.texts.feed.personas:
            if persona.id == me:
                continue
            shared = sum(len(pair.common) for pair in two_feeds(self.session, persona.id))
            self.say(
                ngettext("{n} post in common with {name}.", "{n} posts in common with {name}.", shared).format(
                    n=number(shared), name=persona.name
                )
            )

    def result(self) -> dict[str, Any]:
        """The result as plain numbers for other programs."""
        found = outcome(self.session)
        return {
            "scenario": self.session.scenario.id,
            "seed": self.session.setup.seed,
            "side": found.own,
            "winner": found.winner,
            "won": found.won,
            "margin": round(found.margin, 3),
            "votes": found.votes,
            "turnout": round(found.turnout, 4),
            "counts": found.counts,
            "persona": found.persona,
            "ballot": found.ballot,
            "health": {
                measure.id: [round(measure.before, 2), round(measure.after, 2)] for measure in health(self.session)
            },
            "impressions": [trace.impression for trace in traces(self.session)],
        }


def measure_name(measure: Measure) -> str:
    """A figure of the town's health in words."""
    return {
        "trust-town": _("Trust in each other"),
        "turnout": _("Turnout"),
        "polarisation": _("Polarisation"),
        "privacy": _("Privacy"),
        "trust-campaign": _("Trust in your campaign"),
    }[measure.id]


def cut_line(result: CutResult) -> str:
    """What one cut changed, in one line."""
    name = {
        "source": _("Do not buy this source"),
        "criterion": _("Leave out this word"),
        "sign": _("Sign the post"),
        "truth": _("Say it truthfully"),
        "ranking": _("Rank by time"),
        "bots": _("No bots"),
    }[result.cut.kind]
    comes = _("the post still comes") if result.still else _("the post does not come")
    return _(
        "Cut: {name}. {comes}; reach {before} to {after}; margin {margin_before} to {margin_after}; {changed} votes change; {untouched} people stay the same bit for bit."
    ).format(
        name=name,
        comes=comes,
        before=number(result.reach_before),
        after=number(result.reach_after),
        margin_before=points(result.margin_before),
        margin_after=points(result.margin_after),
        changed=number(result.changed_votes),
        untouched=number(result.untouched),
    )
