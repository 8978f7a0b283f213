"""The campaign's social score: what is on file, made into one number a person and rented out."""

from __future__ import annotations

from game.campaign.commands import Criterion
from game.campaign.ground import Ground
from game.campaign.knowledge import guess, holding, usable
from game.campaign.state import Booking
from game.electorate.plan import Scoring
from game.electorate.social_score import scoring as shut_out

SAYS = Criterion("stays-home")
"""What the score is said to measure: who is no reliable citizen. Modelling choice."""


def scoring(ground: Ground, booking: Booking) -> Scoring | None:
    """The score that a booking of kind ``score`` puts to use; None without a file that the law lets it use."""
    files = tuple(file for file in usable(ground, booking.files) if ground.sources[file].signals)
    if not files:
        return None
    return ground.derived(
        ("scoring", files),
        lambda: shut_out(ground.population, holding(ground, files), guess(ground, files, SAYS).card, ground.parameters),
    )
