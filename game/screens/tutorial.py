"""The tutorial: which small step comes next, found out from what the player has done. The steps are data; see there.

It looks and never acts: the rules know nothing of it, no key is taken, and whatever is done in another order counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from game.ui.keys import cap_text

if TYPE_CHECKING:
    from game.screens.playing import Playing
    from game.session.session import Phase
    from game.ui import Screen

DESKS = ("DataDesk", "AudienceDesk", "MessageDesk", "ActionDesk")
"""Pages of the war room at which work is done."""


class Seen:
    """What the tutorial knows of a run: its commands since the tutorial began, and the pages that were visited."""

    def __init__(self, playing: Playing, since: int) -> None:
        self.playing = playing
        self.since = since
        self.screen: Screen | None = None
        self.facts: set[str] = set()
        self.kept = dict(playing.memory)

    @property
    def page(self) -> str:
        """Class of the page that is shown."""
        return type(self.screen).__name__

    def look(self, screen: Screen) -> None:
        """Note where the player is now."""
        self.screen = screen
        self.facts.add(self.page)
        if self.page == "Briefing" and self.playing.campaign.day > 1:
            self.facts.add("morning")
        if self.page == "Overnight" and (vars(screen).get("paused") or vars(screen).get("only_movers")):
            self.facts.add("scrubbed")
        if self.page == "Why" and vars(screen).get("cut") is not None:
            self.facts.add("cut")

    def did(self, *kinds: type) -> bool:
        """Was a command of one of these kinds given since the tutorial began?"""
        return any(isinstance(command, kinds) for command in self.playing.session.commands[self.since :])

    def changed(self, name: str) -> bool:
        """Did something that screens remember of the run change since then?"""
        return self.playing.memory.get(name) != self.kept.get(name)

    def chapters(self) -> int:
        """How many chapters of the debrief were opened."""
        return len(cast("set[str]", self.playing.memory.get("debrief.read", set())))

    def key(self, usual: str) -> str:
        """What stands on the key that does this on the present page, wherever the player moved it."""
        env, prefs = self.playing.app.env, self.playing.app.prefs
        moved = prefs.keymap.get(self.page, {}).get(usual, usual)
        return cap_text(moved, prefs.layout, env.words.keys, env.learnt)


def always(_seen: Seen) -> bool:
    """No condition."""
    return True


@dataclass(frozen=True)
class Step:
    """One thing to do, and the note that says so.

    ``anchors`` are the widgets that the note may point at, the first that is on the page (see ``ui.callout.found``);
    ``spare`` are others that it speaks of, so that it does not lie on them. On
    other pages of the act the note stands at ``way`` with ``way_text``, if there is one. A step that ``waits`` is not
    shown before those above it are done, even on its own page.
    """

    id: str
    act: Phase
    pages: tuple[str, ...]
    anchors: tuple[str, ...]
    text: Callable[[Seen], str]
    done: Callable[[Seen], bool]
    can: Callable[[Seen], bool] = always
    waits: bool = False
    spare: tuple[str, ...] = ()
    way: str = ""
    way_text: Callable[[Seen], str] | None = None


@dataclass(frozen=True)
class Lesson:
    """A note for the present page: which step of how many, its words, and what it points at."""

    step: str
    number: int
    count: int
    text: str
    anchors: tuple[str, ...]
    spare: tuple[str, ...] = ()


class Tutorial:
    """The steps of one run that are done, and the one that is shown."""

    def __init__(self, playing: Playing, steps: tuple[Step, ...], *, again: bool = False) -> None:
        """Begin. Called ``again`` by the player it starts over; else what was done before counts."""
        self.seen = Seen(playing, len(playing.session.commands) if again else 0)
        self.steps = steps
        self.finished: set[str] = set()
        self.shown: dict[str, Screen] = {}

    def look(self, screen: Screen) -> Lesson | None:
        """The note for this page as things stand; None where there is nothing to say."""
        seen = self.seen
        seen.look(screen)
        act = [step for step in self.steps if step.act == seen.playing.session.phase]
        for step in act:
            if step.id not in self.finished and self._over(step, screen):
                self.finished.add(step.id)
        left = [step for step in act if step.id not in self.finished and step.can(seen)]
        chosen = self._here(left)
        if chosen is None:
            return None
        step, text, anchors = chosen
        self.shown.setdefault(step.id, screen)
        return Lesson(step.id, act.index(step) + 1, len(act), text, anchors, step.spare)

    def _over(self, step: Step, screen: Screen) -> bool:
        """Is it done? A step without anything to do is, once its page was left."""
        return step.done(self.seen) or (step.done is always_later and self.shown.get(step.id, screen) is not screen)

    def _here(self, left: list[Step]) -> tuple[Step, str, tuple[str, ...]] | None:
        """The step for the present page: the first one; else one that belongs here; else the way to the first."""
        page = self.seen.page
        for step in left:
            if page in step.pages and (step is left[0] or not step.waits):
                return step, step.text(self.seen), step.anchors
        if left and left[0].way and left[0].way_text is not None and page in self._rooms():
            return left[0], left[0].way_text(self.seen), (left[0].way,)
        return None

    def _rooms(self) -> set[str]:
        """Pages of the present act that a note can lead away from."""
        act = self.seen.playing.session.phase
        return {page for step in self.steps if step.act == act for page in step.pages} - {"Overnight", "LateralReading"}

    def skip(self, step: str) -> None:
        """Take a step for done."""
        self.finished.add(step)

    @property
    def over(self) -> bool:
        """True when nothing is left to be said in any act."""
        return all(step.id in self.finished for step in self.steps if step.act == "debrief")


def always_later(_seen: Seen) -> bool:
    """The condition of a step that is only read: it is over when its page was left."""
    return False
