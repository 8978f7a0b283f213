"""Chapter two: the true chain behind every campaign post that was seen, and scissors to cut it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.i18n import _, ngettext, number
from game.screens import why_chain as chain
from game.screens import why_notes as notes
from game.screens import why_words as words
from game.screens.beside import Work
from game.screens.debrief_page import DebriefPage
from game.screens.debrief_story import Told, told
from game.screens.feed_room import BLOCKS
from game.screens.post_words import persona_of
from game.screens.rights_papers import late_dialog, late_papers
from game.screens.why_cuts import card, scissors, scissors_row
from game.ui import (
    Avatar,
    Binding,
    Button,
    Column,
    Icon,
    Item,
    KeyCap,
    Place,
    Rich,
    Row,
    Rule,
    Spacer,
    Text,
    Widget,
    markup,
)

if TYPE_CHECKING:
    from game.debrief.counterfactual import Cut, CutResult
    from game.debrief.trace import CausalTrace
    from game.scenario.model import Persona

_AT = "debrief.post"
PATIENCE = 0.5
"""Seconds before a bar is shown; what is faster needs none."""


class Why(DebriefPage):
    """How it worked."""

    chapter = "why"

    def entered(self) -> None:
        """Open at the post that was last looked at; the first own one to begin with."""
        super().entered()
        own = [index for index, trace in enumerate(self.facts.traces) if trace.own and trace.channel == "auction"]
        self.playing.memory.setdefault(_AT, own[0] if own else 0)
        self.cut: Cut | None = None
        self.result: CutResult | None = None
        self.work: Work[CutResult] | None = None
        self.slow = False

    def left(self) -> None:
        """Nobody waits for the replay any more."""
        self.work = None

    @property
    def facts(self) -> Told:
        """The facts of the run."""
        return told(self.playing)

    @property
    def trace(self) -> CausalTrace | None:
        """The post on the table; None where no campaign post was seen."""
        traces = self.facts.traces
        return traces[self.at] if traces else None

    @property
    def at(self) -> int:
        """Which of the posts is on the table."""
        kept = self.playing.memory.get(_AT, 0)
        return min(kept if isinstance(kept, int) else 0, max(0, len(self.facts.traces) - 1))

    @property
    def persona(self) -> Persona:
        """The voter whom the player was."""
        return persona_of(self.playing.texts, self.facts.outcome.persona)

    def first_focus(self) -> str:
        """The first place to cut; the top of the page where it has to be scrolled."""
        if self.large and len(self.facts.traces) > 1:
            return "after"
        return "cut-1" if self.trace is not None else "on"

    def keys(self) -> list[Binding]:
        """1 to 4 cut (the scissors bind them), up and down another post."""
        if self.trace is None:
            return []
        count = len(self.facts.cuts(self.trace))
        hints = [Binding(f"1-{count}" if count > 1 else "1", _("Cut"), right=True)] if count else []
        if len(self.facts.traces) > 1:
            hints.append(Binding("Up Down", _("Another post"), self.step, hint=False))
        return hints

    # -- the page

    def body(self) -> list[Widget]:
        """The chain from left to right; from top to bottom where the text is large."""
        trace = self.trace
        if trace is None:
            on = partial(self.open_chapter, "feeds")
            return notes.empty(self.persona.name, on, self._letters(), large=self.large)
        return self._long(trace) if self.large else self._table(trace)

    def _headline(self) -> str:
        return _("{name}, this is why you saw it.").format(name=self.persona.name)

    def _table(self, trace: CausalTrace) -> list[Widget]:
        texts, persona = self.playing.texts, self.persona
        source = chain.first_source(trace, texts)
        avatar = Avatar(f"{persona.avatar}.svg", 88, persona.name, ring="pencil", fill=BLOCKS[persona.colour][0])
        letters = self._letters()
        size, room = (42, 780) if letters is None else (38, 704)
        head = Text(self._headline(), "h1", size=size, line=50, role="heading")
        return [
            Place(64, 28, room, 52, head, scroll=False),
            *([] if letters is None else [Place(768, 30, 214, 46, letters, scroll=False)]),
            Place(856, 26, 360, 52, self._stepper(), scroll=False),
            Place(64, 108, 196, 0, chain.receipt(trace, persona, texts, tilt=1.6), scroll=False),
            Place(64, 374, 236, 76, self._who(words.who_sold(trace, source, texts, persona.name))),
            Place(338, 136, 228, 232, notes.guess(trace, texts, persona)),
            Place(326, 374, 236, 76, self._who(words.who_guessed(trace, persona.name))),
            Place(592, 128, 222, 0, chain.sentence(trace, texts, tilt=1.0), scroll=False),
            Place(592, 374, 250, 76, self._who(words.who_chose(trace))),
            Place(916, 84, 302, 296, chain.small_phone(trace, texts, tilt=-1.2, height=296), scroll=False),
            *scissors(self.facts.cuts(trace), self.cut, self.choose, texts),
            Place(1130, 308, 88, 88, avatar, scroll=False),
            Place(914, 412, 304, 124, notes.beside(self.playing, trace, persona)),
            Place(64, 458, 802, 5, Rule("wobble", thickness=2, seed=8), scroll=False),
            Place(64, 474, 802, 48, chain.crowd(trace, width=802), scroll=False),
            *self._below(trace),
        ]

    def _below(self, trace: CausalTrace) -> list[Widget]:
        """What the audience was and where to cut; the story of a cut takes the whole width."""
        told_ = card(self.cut, self.result, trace, self.facts, self.playing.texts, self.persona, slow=self.slow)
        if self.cut is not None:
            return [Place(64, 534, 1152, 119, told_)]
        return [
            Place(64, 530, 486, 126, notes.misfits(trace, self.playing.texts, self.persona.name)),
            Place(566, 544, 650, 109, told_),
        ]

    def _long(self, trace: CausalTrace) -> list[Widget]:
        """One thing after the other, with the scissors as a row of buttons."""
        texts, persona = self.playing.texts, self.persona
        source = chain.first_source(trace, texts)
        pairs = (
            (chain.receipt(trace, persona, texts, tilt=0), words.who_sold(trace, source, texts, persona.name)),
            (chain.tag(trace, texts, tilt=0), words.who_guessed(trace, persona.name)),
            (chain.sentence(trace, texts, tilt=0), words.who_chose(trace)),
            (chain.small_phone(trace, texts, tilt=0, height=430, width=420), words.who_wrote(trace)),
        )
        rows: list[Widget] = []
        for index, (thing, told_) in enumerate(pairs):
            said: list[Widget] = [Rich(*markup(told_), style="body")]
            if index == 1 and trace.inferences:
                guess = trace.inferences[0]
                said.append(Text(words.verdict(guess, persona), "body", color="text" if guess.right else "red"))
            if index:
                rows.append(Icon("arrow-down", 22))
            rows.append(Row(Column(thing, width=440), Column(*said, gap=8, grow=1), gap=32, align="center"))
        column = Column(
            Text(self._headline(), "h1", role="heading"),
            Row(self._letters(), self._stepper(), gap=24, align="center"),
            *rows,
            notes.beside(self.playing, trace, persona),
            chain.crowd(trace, width=802),
            notes.misfits(trace, texts, persona.name),
            scissors_row(self.facts.cuts(trace), self.cut, self.choose, texts),
            card(self.cut, self.result, trace, self.facts, texts, persona, slow=self.slow),
            gap=18,
            pad=(8, 24),
        )
        return [Place(40, 20, 1200, 636, column, id="why.scroll")]

    def _letters(self) -> Widget | None:
        """The answers to what was asked under a law that allows them to come late; None where there are none."""
        papers = late_papers(self.playing.feed)
        if not papers:
            return None
        count = ngettext("{n} late answer", "{n} late answers", len(papers))
        return Row(
            Button(
                count.format(n=number(len(papers))),
                self.read_letters,
                key="P",
                kind="paper",
                style="small_strong",
                icon="envelope",
                description=_("What the campaigns hold on you came after the vote."),
                id="letters",
            )
        )

    def read_letters(self) -> None:
        """Open what came by post after the vote."""
        papers = late_papers(self.playing.feed)
        self.app.open(lambda: late_dialog(self.playing, papers, self.app.close))

    def _stepper(self) -> Widget:
        """Which post of how many, and buttons to the next and the one before."""
        count = len(self.facts.traces)
        place = _("Post {n} of {all}").format(n=number(self.at + 1), all=number(count))
        trace = self.trace
        evening = _("evening {n}").format(n=number(trace.evening)) if trace is not None else ""
        if count < 2:
            return Row(Spacer(grow=1), Text(evening, "small", color="text2"), align="center", grow=1)
        wide = 44 * self.app.prefs.text_scale
        before = self._arrow("Up", _("The post before"), "before", wide)
        after = self._arrow("Down", _("The next post"), "after", wide)
        both = Column(
            Text(place, "small_strong", align="right"),
            Text(evening, "small", color="text2", align="right"),
            aloud=f"{place}, {evening}",
        )
        return Row(Spacer(grow=1), both, before, after, gap=10 if self.large else 4, align="center", grow=1)

    def _arrow(self, key: str, label: str, mark: str, wide: float) -> Widget:
        cap = Row(KeyCap(key), justify="center", align="center", height=wide)
        return Item(cap, partial(self.step, key), label=label, width=wide, height=wide, id=mark)

    def _who(self, told_: str) -> Widget:
        return Rich(*markup(told_), style="body", line=24)

    # -- acting

    def step(self, key: str) -> None:
        """Lay another post on the table; the ends are ends."""
        count = len(self.facts.traces)
        to = self.at + (1 if key == "Down" else -1)
        if not 0 <= to < count:
            self.app.announce(_("That was the last one.") if to > 0 else _("That was the first one."), toast=False)
            return
        self.playing.memory[_AT] = to
        self.cut = self.result = None
        self._stop()
        self.app.announce(_("Post {n} of {all}").format(n=number(to + 1), all=number(count)), toast=False)
        self.app.refresh()

    def choose(self, cut: Cut) -> None:
        """Cut: the run is played again without that link, beside the page, which says so."""
        trace = self.trace
        if trace is None:
            return
        self._stop()
        if cut == self.cut and self.result is not None:  # once more: the link is whole again
            self.cut = self.result = None
            self.app.refresh()
            return
        self.cut = cut
        self.result = self.facts.known_result(trace, cut)
        if self.result is not None:
            self._say(trace)
        else:
            self.work, self.ticking = Work(partial(self.facts.replay, trace, cut), self.app.now), True
        self.app.refresh()

    def _stop(self) -> None:
        """Nobody waits for what is under way; its result is kept for later by itself."""
        self.work, self.ticking, self.slow = None, False, False

    def settle(self) -> None:
        """Wait for what is under way: for tests and albums, where no frame must be kept."""
        if self.work is not None:
            self.work.result()
            self.tick(self.app.now)
            self.app.refresh()

    def tick(self, now: float) -> bool:
        """Take the result once it is there; show a bar if it takes its time."""
        trace, work = self.trace, self.work
        if work is None or trace is None:
            self._stop()
            return False
        if work.over:
            self.result = work.result()
            self._stop()
            self._say(trace)
            return True
        if not self.slow and now - work.since >= PATIENCE:
            self.slow = True
            return True
        return False

    def _say(self, trace: CausalTrace) -> None:
        if self.result is not None:
            said = words.cut_story(self.result, trace, self.playing.texts, self.persona).replace("**", "")
            self.app.announce(said, toast=False)
