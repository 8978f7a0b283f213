"""The chapter 'What if?': one thing that was done is left out or done otherwise, and the town is asked again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.i18n import _, number
from game.screens import whatif_words as words
from game.screens.beside import Work
from game.screens.debrief_page import DebriefPage
from game.screens.debrief_story import Told, told
from game.screens.deeds import ICONS, deed, other
from game.screens.whatif_result import as_it_was, margin_line, result
from game.ui import Binding, Button, Column, Icon, Item, Place, Row, Slip, Spacer, Text, Widget
from game.ui.work_bar import WorkBar

if TYPE_CHECKING:
    from game.campaign.commands import CampaignCommand
    from game.debrief.difference import Difference
    from game.session.story import Entry

_AT = "whatif.deed"
_OPTION = "whatif.option"
PATIENCE = 0.5
"""Seconds before the page says that it is busy; what is faster needs no word."""
LONGEST = 40
"""Letters of an option on its button; the whole is its description."""


class WhatIf(DebriefPage):
    """What depended on one thing."""

    chapter = "whatif"

    def entered(self) -> None:
        """Open at the deed and the option that were last looked at."""
        super().entered()
        self.work: Work[Difference] | None = None
        self.slow = self.asking = False

    def left(self) -> None:
        """Nobody waits for the answer any more."""
        self.work = None

    # -- what is chosen

    @property
    def facts(self) -> Told:
        """The facts of the run."""
        return told(self.playing)

    @property
    def deeds(self) -> tuple[Entry, ...]:
        """What was done in act I."""
        return self.facts.deeds

    @property
    def at(self) -> int:
        """Index of the deed that is looked at."""
        kept = self.playing.memory.get(_AT, 0)
        return min(kept if isinstance(kept, int) else 0, max(0, len(self.deeds) - 1))

    @property
    def options(self) -> tuple[CampaignCommand | None, ...]:
        """Leaving it out (None), then what could have been done instead."""
        return (None, *self.facts.alternatives(self.at))

    @property
    def option(self) -> int | None:
        """Which option was tried on this deed; None for none yet."""
        kept = self.playing.memory.get(_OPTION)
        return kept[1] if isinstance(kept, tuple) and kept[0] == self.at else None

    @property
    def difference(self) -> Difference | None:
        """What the chosen option changed, once it is known."""
        option = self.option
        return None if option is None else self.facts.known_difference(self.at, self.options[option])

    def first_focus(self) -> str:
        """The deed that is looked at."""
        return f"deed-{self.at}" if self.deeds else ""

    def keys(self) -> list[Binding]:
        """Up and down choose a deed, digits try an option (the buttons bind them)."""
        if not self.deeds:
            return []
        count = len(self.options)
        tries = Binding(f"1-{count}" if count > 1 else "1", _("Try"), right=True)
        return [tries]

    # -- the page

    def body(self) -> list[Widget]:
        """The deeds on the left, the question and its answer on the right; below each other where the text is large."""
        head = Text(self._headline(), "h1", size=42, line=50, role="heading", fit=0 if self.large else 1)
        if not self.deeds:
            nothing = Text(_("You did nothing but end the days. There is nothing to leave out."), "lead")
            return [Place(64, 26, 1152, 600, Column(head, nothing, gap=16))]
        if self.large:
            rows = [self._back(), *self._answer()] if self.asking else [head, *self._days()]
            return [Place(40, 16, 1200, 636, Column(*rows, gap=14, pad=(4, 24)), id="whatif.scroll")]
        return [
            Place(64, 24, 1152, 56, head, scroll=False),
            Place(52, 92, 424, 554, Column(*self._days(), gap=10, pad=(4, 12)), id="deeds.scroll"),
            Place(508, 92, 712, 554, Column(*self._answer(), gap=12, pad=(4, 4, 8, 4)), id="answer.scroll"),
        ]

    def _back(self) -> Widget:
        return Row(
            Button(_("Everything you did"), self.all_deeds, kind="paper", key="Backspace", icon="list", id="all-deeds")
        )

    def _headline(self) -> str:
        return _("What if you had done one thing differently?")

    def _days(self) -> list[Widget]:
        """The deeds by day."""
        story = self.facts.story
        days: dict[int, list[Widget]] = {}
        for index, entry in enumerate(self.deeds):
            days.setdefault(entry.day, []).append(self._deed(index, entry))
        return [
            Column(
                *(
                    Column(
                        Row(
                            Text(words.day_line(story, day), "small_strong", color="text2", role="heading"),
                            pad=(8, 12, 10, 12),
                        ),
                        *rows,
                        gap=0,
                    )
                    for day, rows in days.items()
                ),
                gap=4,
                group=True,
            )
        ]

    def _deed(self, index: int, entry: Entry) -> Widget:
        command = self.facts.deeds[index].command
        said = deed(command, self.playing.texts)  # type: ignore[arg-type]  # because deeds are commands of act I
        here = index == self.at
        return Item(
            Row(
                Icon(ICONS.get(type(command), "circle"), 17, color="text" if here else "text2"),
                Text(said, "small_strong" if here else "small", lines=0 if here else 2, grow=1),
                gap=12,
                align="center",
            ),
            self._to_options,
            label=said,
            description=words.day_line(self.facts.story, entry.day),
            selected=here,
            on_focus=partial(self.look, index),
            pad=(9, 12),
            min_height=44,
            id=f"deed-{index}",
        )

    def _answer(self) -> list[Widget]:
        entry, texts = self.deeds[self.at], self.playing.texts
        said = deed(entry.command, texts)  # type: ignore[arg-type]  # because deeds are commands of act I
        sign = Icon(ICONS.get(type(entry.command), "circle"), 22)
        note = Row(sign, Text(said, "h3", face="serif_bold", line=26, lines=3, grow=1), gap=16, align="center")
        asked: list[Widget] = [
            Slip(note, tilt=0 if self.large else -0.5, tape=True, pad=(22, 24, 18, 24)),
            Spacer(size=2),
            self._options(),
        ]
        if self.option is None:
            return [*asked, Spacer(size=6), self._now(), self._before()]
        found = self.difference
        if found is not None:
            return [*asked, *result(found, texts, self.facts.outcome.own)]
        return [*asked, self._busy() if self.slow else Spacer(size=60)]

    def _options(self) -> Widget:
        others = [self._option(index) for index in range(1, len(self.options))]
        instead = [Text(_("or instead:"), "body", color="text2", aloud=""), *others] if others else []
        return Row(self._option(0), *instead, gap=10, wrap=True, run_gap=8, align="center", group=True)

    def _option(self, index: int) -> Widget:
        command = self.options[index]
        texts = self.playing.texts
        was = self.deeds[self.at].command
        if command is None:
            whole = short = _("Leave it out")
        else:
            what = other(command, was, texts)  # type: ignore[arg-type]  # because deeds are commands of act I
            whole = _("Instead: {what}").format(what=what)
            short = what if len(what) <= LONGEST else what[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
        return Button(
            short,
            partial(self.attempt, index),
            kind="paper",
            key=str(index + 1),
            style="small_strong",
            selected=index == self.option,
            fill="marker.pale" if index == self.option else "",
            aloud=whole,
            id=f"option-{index}",
        )

    def _now(self) -> Widget:
        """The week as it was, before anything is changed in it."""
        outcome, texts = self.facts.outcome, self.playing.texts
        trust = {one.id: one.after for one in self.facts.health}
        return Column(
            margin_line(None, outcome.margin, texts, outcome.own),
            as_it_was(outcome.margin, outcome.counts, (trust["trust-town"], trust["trust-campaign"]), texts),
            gap=6,
        )

    def _before(self) -> Widget:
        return Text(
            _(
                "The week is played again with the same people and the same luck, and with this one thing changed. "
                "What it made impossible is left out too."
            ),
            "lead",
            color="text2",
        )

    def _busy(self) -> Widget:
        line = _("Playing the week again with {n} people …").format(n=number(self.facts.story.population.n))
        said = Row(Icon("hourglass-half", 22), Text(line, "lead", grow=1, role="status"), gap=14, align="center")
        return Column(said, WorkBar(lambda: None, label=line), gap=10)

    # -- acting

    def look(self, index: int) -> None:
        """Look at a deed."""
        if index != self.at:
            self._stop()
            self.playing.memory[_AT] = index
            self.app.env.scroll.pop("answer.scroll", None)

    def _to_options(self) -> None:
        """Enter on a deed leads to what could have been done; to a page of its own where the text is large."""
        self.asking = True
        self.app.env.scroll.pop("whatif.scroll", None)
        self.app.focus("option-0")
        self.app.refresh()

    def all_deeds(self) -> None:
        """Back to the list, where the text is large."""
        self.asking = False
        self.app.focus(f"deed-{self.at}")
        self.app.refresh()

    def attempt(self, index: int) -> None:
        """Try an option: in the background, and at once where it was tried before."""
        self._stop()
        self.asking = True
        self.playing.memory[_OPTION] = (self.at, index)
        self.app.env.scroll.pop("answer.scroll", None)
        if self.difference is not None:
            self._say()
        else:
            job = partial(self.facts.difference, self.at, self.options[index])
            self.work, self.ticking = Work(job, self.app.now), True
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
        """Take the answer once it is there; say so if it takes its time."""
        if self.work is None:
            self.ticking = False
            return False
        if self.work.over:
            self.work.result()
            self._stop()
            self._say()
            return True
        if not self.slow and now - self.work.since >= PATIENCE:
            self.slow = True
            return True
        return False

    def _say(self) -> None:
        found = self.difference
        if found is not None:
            self.app.announce(words.changed_line(found), toast=False)
