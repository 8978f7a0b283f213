"""Print the fingerprint of a short campaign: run by the golden test, also in processes with other settings."""

from __future__ import annotations

import hashlib
from dataclasses import fields

import numpy as np

from game.electorate import (
    Contact,
    Lived,
    Mind,
    NightPlan,
    Parameters,
    Streams,
    Target,
    ask,
    ballot,
    choose,
    collect,
    fit,
    found,
    night,
    poll,
    scandal,
    score,
)
from tests.electorate.sample_town import make_ad, make_persona, make_town


def fingerprint() -> str:
    """Return a digest of everything that decides: minds, impressions, scorecards, poll and papers."""
    streams, parameters = Streams(2026), Parameters()
    people = found(make_town(), (make_persona(),), 3001, streams, parameters)
    mind = people.start()
    digest = hashlib.sha256()

    def add(values: object) -> None:
        array = np.ascontiguousarray(np.asarray(values))
        digest.update(array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes())

    holding = collect(people, range(6), 0.6, 0.7, False, streams, "file")
    card = fit(people, mind, holding, ask(people, mind, 400, streams, "s"), Target("concern", 0))
    aimed = choose(card, score(people, holding, card))
    add(card.points)
    add(aimed)
    for number in range(1, 4):
        plan = NightPlan(
            ads=(
                make_ad(people, "a", members=aimed, guess=0, tone="fear", budget=400.0),
                make_ad(people, "b", 1, truth="fabricated", headline="outrage", signed=False, budget=500.0),
                make_ad(people, "c", 1, kind="demobilise"),
                make_ad(people, "d", channel="influencer", people=2000.0),
            ),
            bots=(1.0, 0.5),
            street=(Contact("door", "doors", 0, 500.0, 1), Contact("hall", "hall", 1, 300.0)),
            shocks=(scandal(1, parameters),) if number == 2 else (),
        )
        log = night(people, mind, plan, number, streams, parameters, lived={0: Lived(clicks=((0.7, 2.0),), dx=0.01)})
        for values in (log.delivery.ad, log.delivery.voter, log.delivery.rank, log.delivery.clicked, log.effects):
            add(values)
        add(log.delivery.spent)
        add(poll(people, mind, streams, number, 300, parameters).said)
    for item in fields(Mind):
        add(getattr(mind, item.name))
    add(ballot(people, mind, streams, parameters).choice)
    return digest.hexdigest()[:24]


if __name__ == "__main__":
    import sys

    sys.stdout.write(fingerprint())
