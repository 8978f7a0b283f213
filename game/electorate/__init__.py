"""The simulated town: arrays and whole numbers, no file, clock, screen or sentence.

``population`` founds it, ``plan`` says what a night brings, ``delivery`` holds the auction, ``day`` steps the night,
``profiler`` guesses, ``ballot`` polls and counts, ``measures`` takes the town's health.
"""

from game.electorate.ads.trials import Trial, trial
from game.electorate.ballot import Ballots, Poll, ballot, gap_margin, margin, poll, predicted, turnout_chance
from game.electorate.chance import Streams
from game.electorate.data.holding import Holding, collect, merge
from game.electorate.data.scorecard import Scorecard, auc, choose, fit, score
from game.electorate.data.survey import Survey, ask
from game.electorate.data.targets import Target, truth
from game.electorate.day import Lived, NightLog, night
from game.electorate.delivery import Delivery, deliver, impression_id, price_per_thousand
from game.electorate.founding import found
from game.electorate.generations import next_chance, next_vote
from game.electorate.margins import Margins, margins, redrawn
from game.electorate.measures import (
    next_turnout,
    polarisation,
    privacy,
    trust_campaign,
    trust_town,
    turnout_intention,
)
from game.electorate.parameters import PARAMETERS, Parameter, ParameterError, Parameters, drawn, fixed
from game.electorate.plan import Ad, Contact, NightPlan, Shock
from game.electorate.population import AGAINST, FOR, SIGN, Mind, Population, side_index
from game.electorate.ranking import CLASSES, Slot, feed_slots
from game.electorate.shocks import scandal, strike

__all__ = [
    "AGAINST",
    "CLASSES",
    "FOR",
    "PARAMETERS",
    "SIGN",
    "Ad",
    "Ballots",
    "Contact",
    "Delivery",
    "Holding",
    "Lived",
    "Margins",
    "Mind",
    "NightLog",
    "NightPlan",
    "Parameter",
    "ParameterError",
    "Parameters",
    "Poll",
    "Population",
    "Scorecard",
    "Shock",
    "Slot",
    "Streams",
    "Survey",
    "Target",
    "Trial",
    "ask",
    "auc",
    "ballot",
    "choose",
    "collect",
    "deliver",
    "drawn",
    "feed_slots",
    "fit",
    "fixed",
    "found",
    "gap_margin",
    "impression_id",
    "margin",
    "margins",
    "merge",
    "next_chance",
    "next_turnout",
    "next_vote",
    "night",
    "polarisation",
    "poll",
    "predicted",
    "price_per_thousand",
    "privacy",
    "redrawn",
    "scandal",
    "score",
    "side_index",
    "strike",
    "trial",
    "trust_campaign",
    "trust_town",
    "truth",
    "turnout_chance",
    "turnout_intention",
]
