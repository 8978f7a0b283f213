"""Every constant of the electorate, with its range, its source and how sure anybody is of it.

``kind`` is ``evidence`` where an entry of ``sources.yaml`` that was seen as text or abstract gives sign and size, and
``choice`` where it is a modelling choice: made so that a stylised fact holds or that the game can be played, and said so
wherever it shows. Points are percentage points.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Literal, cast

from game.electorate.chance import Streams

Certainty = Literal["high", "medium", "low"]
Kind = Literal["evidence", "choice"]


@dataclass(frozen=True)
class Parameter:
    """One constant: central value, range to sample from, unit, source id (or empty), certainty, kind and meaning."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    source: str
    certainty: Certainty
    kind: Kind
    meaning: str


def _choice(value: float, low: float, high: float, unit: str, meaning: str, source: str = "") -> float:
    """Declare a modelling choice."""
    return _declare(value, low, high, unit, source, "low", "choice", meaning)


def _evidence(
    value: float, low: float, high: float, unit: str, source: str, certainty: Certainty, meaning: str
) -> float:
    """Declare a constant that is calibrated to a published figure."""
    return _declare(value, low, high, unit, source, certainty, "evidence", meaning)


def _declare(
    value: float, low: float, high: float, unit: str, source: str, certainty: Certainty, kind: Kind, meaning: str
) -> float:
    """Return a dataclass field that carries its Parameter; typed as the float that instances hold."""
    rest = (low, high, unit, source, certainty, kind, meaning)
    declared: float = field(default=value, metadata={"parameter": rest})
    return declared


@dataclass(frozen=True)
class Parameters:
    """The values a run uses; defaults are the central ones. ``dataclasses.replace`` makes variants."""

    # The town
    town_mood: float = _choice(0.02, 0.0, 0.04, "stance", "how much a town's mean stance differs between runs (sd)")
    stance_spread: float = _choice(0.5, 0.4, 0.6, "stance", "spread of stances inside a district (sd)")
    homophily: float = _choice(0.68, 0.6, 0.75, "correlation", "how well stance predicts the circle one moves in")
    rewired: float = _choice(0.15, 0.1, 0.25, "share", "ties to anybody instead of the own circle")
    trace_loading: float = _choice(
        0.36, 0.25, 0.45, "sd per weight", "how much one step of a signal's weight says", "kosinski-2013"
    )
    # The feed
    slots: float = _choice(20.0, 10.0, 30.0, "posts", "posts read on an evening with the phone")
    base_click: float = _choice(0.05, 0.02, 0.08, "probability", "chance of a click on an ordinary post")
    supply_friends: float = _choice(8.0, 6.0, 10.0, "posts", "supply of friends' posts")
    supply_news: float = _choice(6.0, 4.0, 8.0, "posts", "supply of news")
    supply_outrage: float = _choice(4.0, 2.0, 5.0, "posts", "supply of outrage on each side")
    supply_clickbait: float = _choice(1.0, 0.5, 2.0, "posts", "supply of clickbait")
    supply_bot: float = _choice(2.0, 1.0, 3.0, "posts", "supply of posts by one unit of bots", "shao-2018")
    rank_arousal: float = _choice(
        1.6, 1.0, 2.2, "gain", "ranking rewards arousal; the direction is evidence", "milli-2025"
    )
    rank_match: float = _choice(2.0, 1.0, 2.5, "gain", "ranking rewards what matches past clicks", "milli-2025")
    outrage_lean: float = _choice(0.7, 0.5, 0.9, "stance", "where partisan posts stand")
    click_arousal: float = _choice(1.0, 0.5, 1.5, "gain", "clicks follow arousal", "robertson-2023")
    click_match: float = _choice(2.0, 1.0, 3.0, "gain", "clicks follow agreement")
    profile_learning: float = _choice(0.1, 0.05, 0.2, "per click", "how fast the platform learns one's side")
    # What a day does
    listening: float = _choice(1.2, 0.9, 1.5, "stance", "distance at which nobody listens any more")
    friends_pull: float = _choice(0.04, 0.02, 0.06, "per day", "pull of three friends' posts")
    outrage_pull: float = _choice(0.002, 0.0, 0.004, "per post", "pull of one partisan post", "nyhan-2023")
    conformity: float = _choice(
        0.001, 0.0, 0.004, "per day", "pull of the perceived majority", "rothschild-malhotra-2014"
    )
    silence: float = _choice(4.0, 2.0, 6.0, "gain", "who feels in a minority posts more mildly")
    climate_pace: float = _choice(0.25, 0.1, 0.4, "per day", "how fast the perceived majority follows the feed")
    arousal_pace: float = _choice(0.3, 0.2, 0.5, "per day", "how fast arousal follows the feed")
    certainty_push: float = _choice(0.02, 0.0, 0.04, "per share", "agreeable posts make surer")
    certainty_return: float = _choice(0.05, 0.02, 0.1, "per day", "certainty returns to its start")
    anchor: float = _evidence(
        0.12, 0.09, 0.2, "per day", "gerber-2011", "medium", "return to the own stance: ads are gone within days"
    )
    trust_return: float = _choice(0.03, 0.01, 0.06, "per day", "trust in the town returns to its start")
    trust_clickbait: float = _choice(
        0.0012, 0.0, 0.003, "per post", "clickbait wears trust down; null for belief", "munger-2020"
    )
    trust_bot: float = _choice(0.0012, 0.0, 0.003, "per post", "bots wear trust down")
    # Advertising
    cpm: float = _choice(
        120.0, 60.0, 200.0, "euros per 1,000", "price of a thousand impressions before demand and quality"
    )
    demand_price: float = _choice(0.5, 0.2, 1.0, "gain", "price rises with demand over supply")
    delivery_match: float = _choice(0.5, 0.2, 0.8, "gain", "delivery prefers those expected to click")
    ad_click: float = _choice(0.02, 0.005, 0.04, "probability", "chance of a click on a plain ad")
    ad_gain: float = _evidence(
        0.042, 0.0, 0.12, "stance", "coppock-2020", "high", "one ad: +0.7 points of vote choice at once"
    )
    ad_spread: float = _evidence(
        0.5, 0.2, 1.0, "share of the effect", "hewitt-2024", "medium", "ads differ a little in effect (sd)"
    )
    ad_wear: float = _choice(2.0, 1.0, 4.0, "ads", "seen ads that halve the effect of the next")
    ad_memory: float = _choice(0.93, 0.85, 0.98, "per day", "share of the wear that lasts to the next day")
    topic_floor: float = _choice(0.5, 0.3, 0.8, "factor", "effect of an ad on somebody without the concern")
    topic_slope: float = _evidence(
        1.15, 0.6, 1.6, "factor", "tappin-2023", "medium", "one matched attribute: about x1.3"
    )
    match_gain: float = _choice(
        1.1, 1.0, 1.3, "factor", "an appeal made for a guessed concern, where the guess is not wrong", "tappin-2023"
    )
    fit_gain: float = _choice(1.05, 0.9, 1.3, "factor", "personality-matched wording", "matz-2017")
    wrong_loss: float = _evidence(
        0.25, 0.0, 1.0, "share of an ad", "hersh-schaffner-2013", "medium", "a wrong guess works against the sender"
    )
    wrong_trust: float = _choice(
        0.02, 0.0, 0.05, "trust", "a wrong guess costs trust in that campaign", "hersh-schaffner-2013"
    )
    untrue_trust: float = _choice(0.0015, 0.0, 0.004, "share of trust", "one untrue ad wears trust in the town down")
    bait_trust: float = _choice(0.002, 0.0, 0.006, "trust", "one baiting headline costs trust in its campaign")
    hidden_trust: float = _choice(0.0004, 0.0, 0.002, "share of trust", "one unsigned ad wears trust in the town down")
    ad_arousal: float = _choice(0.03, 0.0, 0.06, "arousal", "one fearful or angry ad")
    share_chance: float = _choice(0.15, 0.0, 0.3, "probability", "a click is passed on to a friend")
    passed_on: float = _choice(0.5, 0.2, 1.0, "factor", "effect of an ad passed on by a friend")
    hashtag_factor: float = _choice(0.5, 0.2, 0.8, "factor", "effect of a hashtag post against an ad")
    mobilise: float = _evidence(0.004, 0.001, 0.006, "turnout", "bond-2012", "medium", "one 'go and vote' message")
    persuade_turnout: float = _evidence(
        0.0003, -0.001, 0.001, "turnout", "aggarwal-2023", "high", "turnout effect of one persuasion ad"
    )
    demobilise: float = _evidence(0.004, 0.0, 0.008, "turnout", "kim-2026", "low", "one 'stay home' message takes")
    demobilise_floor: float = _evidence(
        0.019, 0.0, 0.02, "turnout", "kim-2026", "low", "all 'stay home' messages together take at most"
    )
    # The street
    door_rate: float = _choice(0.3, 0.2, 0.4, "share", "doors that open", "pons-2018")
    door_turnout: float = _choice(
        0.009, 0.0, 0.033, "turnout", "one door contact: +0.8 points in a European town", "bhatti-2016"
    )
    door_gain: float = _evidence(
        0.056, 0.0, 0.16, "stance", "pons-2018", "medium", "one door contact: +1 point of opinion"
    )
    door_trust: float = _choice(0.01, 0.0, 0.03, "trust", "one door contact, in town and campaign")
    hall_trust: float = _choice(0.03, 0.0, 0.06, "trust", "one evening at the town hall", "minozzi-2015")
    school_trust: float = _choice(0.03, 0.0, 0.06, "trust", "a school visit to the council", "addonizio-2007")
    school_turnout: float = _choice(0.01, 0.0, 0.03, "turnout", "a school visit, first-time voters", "addonizio-2007")
    concert_trust: float = _choice(0.02, 0.0, 0.04, "trust", "a small-donation concert")
    concert_turnout: float = _choice(0.006, 0.0, 0.012, "turnout", "a small-donation concert")
    answer_trust: float = _choice(0.02, 0.0, 0.05, "trust", "a question answered online", "minozzi-2015")
    # Scandal: no literature
    scandal_stance: float = _choice(0.04, 0.02, 0.08, "stance", "a scandal moves the town away, half of it for good")
    scandal_town: float = _choice(4.0, 1.0, 8.0, "points", "a scandal takes of trust in the town")
    scandal_campaign: float = _choice(12.0, 5.0, 20.0, "points", "a scandal takes of trust in the campaign")
    scandal_turnout: float = _choice(1.0, 0.0, 2.0, "points", "a scandal takes of its own supporters' turnout")
    # The ballot
    vote_noise: float = _choice(0.05, 0.0, 0.1, "stance", "second thoughts in the booth (sd)")
    blank: float = _choice(0.06, 0.0, 0.1, "probability", "an undecided voter leaves the paper blank")
    turnout_trust: float = _choice(0.1, 0.0, 0.3, "turnout per trust", "who lost trust stays at home")
    turnout_arousal: float = _choice(0.01, 0.0, 0.05, "turnout per arousal", "who is stirred up goes")
    habit: float = _evidence(
        0.05, 0.0, 0.12, "turnout", "dinas-2023", "low", "a first vote cast makes the next likelier"
    )

    def drawn(self, streams: Streams, run: int) -> Parameters:
        """Return a variant with every constant drawn from its range (triangular), for the band of what else could be.

        The formula is the inverse of the triangular distribution; ``sqrt`` is exact on every machine.
        """
        values = {name: _triangular(p, streams.chance("parameters", run, name)) for name, p in PARAMETERS.items()}
        return Parameters(**values)


def _triangular(parameter: Parameter, u: float) -> float:
    low, mode, high = parameter.low, parameter.value, parameter.high
    if high <= low:
        return mode
    split = (mode - low) / (high - low)
    if u < split:
        return low + math.sqrt(u * (high - low) * (mode - low))
    return high - math.sqrt((1.0 - u) * (high - low) * (high - mode))


PARAMETERS: Mapping[str, Parameter] = MappingProxyType(
    {
        item.name: Parameter(item.name, float(cast("float", item.default)), *item.metadata["parameter"])
        for item in fields(Parameters)
    }
)
"""The table of all constants, by name."""
