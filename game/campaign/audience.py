"""The audience desk: which words the sentence may use, and saving it."""

from __future__ import annotations

from game.campaign.commands import Criterion, SaveSegment
from game.campaign.events import Rejected, SegmentSaved
from game.campaign.ground import Ground
from game.campaign.knowledge import GUESSES, Files, from_file, members, usable
from game.campaign.state import State
from game.scenario.model import AGE_BANDS

LONGEST = 12
"""Most words in one sentence; more would not fit on the desk."""
ORDER = ("age", "signal", "concern", "leaning", "persuadable", "stays-home", "lookalike", "district")


def vocabulary(ground: Ground, files: Files) -> tuple[Criterion, ...]:
    """Every word that may be used now, with the files held and the law in force."""
    town = ground.scenario.town
    allowed = usable(ground, files)
    words = [Criterion("age", band) for band in AGE_BANDS]
    words += [Criterion("signal", signal.id) for signal in town.signals if from_file(ground, allowed, signal.id)]
    words += [Criterion("concern", concern.id) for concern in town.concerns]
    words += [Criterion("leaning", "for"), Criterion("leaning", "against")]
    words += [Criterion("persuadable"), Criterion("stays-home"), Criterion("lookalike")]
    words += [Criterion("district", district.id) for district in town.districts]
    return tuple(words)


def save(state: State, command: SaveSegment) -> tuple[SegmentSaved] | Rejected:
    """Save an audience sentence, in the sentence's own order and without doubles."""
    refusal = refused(state, command.criteria)
    if refusal is not None:
        return refusal
    return (SegmentSaved(tidy(command.criteria)),)


def tidy(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    """The same sentence with each word once, in the order in which it is spoken."""
    return tuple(sorted(dict.fromkeys(criteria), key=lambda word: (ORDER.index(word.kind), word.value)))


def refused(state: State, criteria: tuple[Criterion, ...]) -> Rejected | None:
    """Why a sentence cannot be saved now, or None."""
    ground = state.ground
    if len(criteria) > LONGEST:
        return Rejected("too-long", str(LONGEST))
    words = frozenset(vocabulary(ground, state.owned))
    for criterion in criteria:
        if criterion in words:
            continue
        if criterion.kind == "signal" and from_file(ground, state.owned, criterion.value):
            return Rejected("not-allowed", "consent")
        if criterion.kind == "signal" and criterion.value in ground.signals:
            return Rejected("no-data", criterion.value)
        return Rejected("unknown", criterion.value or criterion.kind)
    if criteria and not members(ground, state.owned, tidy(criteria)).any():
        return Rejected("no-audience", "")
    return None


def sentences(state: State) -> tuple[SaveSegment, ...]:
    """Representative audiences for buttons and bots: everyone, and each single word."""
    singles = (SaveSegment((word,)) for word in vocabulary(state.ground, state.owned))
    return (SaveSegment(()), *(one for one in singles if refused(state, one.criteria) is None))


def guessed(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    """The words that only the profiler can answer."""
    return tuple(criterion for criterion in criteria if criterion.kind in GUESSES)
