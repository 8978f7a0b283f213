"""A small invented town for the electorate's tests, made in Python so that no scenario has to exist."""

from __future__ import annotations

import numpy as np

from game.electorate import Ad, Population
from game.scenario.model import Concern, District, Persona, Signal, Town, TownMap

SIZE = 6000


def make_town(*, districts: int = 3, lean: float = 0.0, voters: int = 20_000) -> Town:
    """Return a town with two worries, one of them shared by supporters, and six signals."""
    leans = [lean - 0.15, lean + 0.15, lean, lean + 0.05]
    return Town(
        voters=voters,
        turnout=0.6,
        trust=0.6,
        districts=tuple(
            District(
                id=f"d{k}",
                name=f"District {k}",
                voters=0.2 + 0.1 * k,
                lean=leans[k % 4] if districts > 1 else lean,
                young=0.15 + 0.1 * k,
                seed=(100.0 * k, 100.0),
                label=(100.0 * k, 90.0),
                streets=("First Street",),
            )
            for k in range(districts)
        ),
        concerns=(
            Concern(id="safety", name="Safety", guess="anxious", mean=0.42, worry=0.6, young=0.2),
            Concern(id="money", name="Money", guess="short of money", mean=0.5, young=0.2),
            Concern(id="air", name="Air", guess="bothered by exhaust", mean=0.4, lean=0.4),
        ),
        signals=(
            Signal(id="tea", name="Tea", clause="buy tea", receipt="Tea", rate=0.22, concerns={"safety": 2}, young=-1),
            Signal(id="torch", name="Torch", clause="own one", receipt="Torch", rate=0.09, concerns={"safety": 1}),
            Signal(
                id="brand", name="Own brand", clause="buy it", receipt="Own brand", rate=0.34, concerns={"money": 2}
            ),
            Signal(id="quiz", name="Quiz", clause="took it", receipt="8 of 10", rate=0.35, concerns={"safety": 1}),
            Signal(id="bike", name="Bike", clause="rent one", receipt="Bike", rate=0.3, concerns={"air": 2}, lean=1),
            Signal(id="face", name="Face", clause="hurried", receipt="Hurry", rate=0.4, turnout=-1),
        ),
        map=TownMap(coast=((0, 0), (8, 0), (8, 6), (4, 7), (0, 6), (0, 3))),
    )


def make_persona() -> Persona:
    """Return a first-time voter with values that chance would not give."""
    return Persona(
        id="noa",
        name="Noa",
        age=18,
        district="d1",
        art="people/noa",
        avatar="avatars/noa",
        colour="mint",
        line="Just moved here.",
        attention=60,
        stance=0.05,
        certainty=0.25,
        trust=0.55,
        turnout=0.5,
        anxiety=0.9,
        concerns={"safety": 0.8, "money": 0.3, "air": 0.6},
        signals=("tea", "quiz"),
        friends=("a", "b"),
    )


def make_ad(population: Population, name: str, side: int = 0, **changes: object) -> Ad:
    """Return an ad to everybody with 300 euros, changed as asked."""
    values: dict[str, object] = {
        "id": name,
        "side": side,
        "members": np.ones(population.n, dtype=np.bool_),
        "claim": "claim",
        "concern": 0,
        "budget": 300.0,
    }
    values.update(changes)
    return Ad(**values)  # type: ignore[arg-type]  # because tests name any field
