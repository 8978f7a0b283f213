"""The profiler's front door: files, survey, targets and scorecard, each in a module of ``game.electorate.data``."""

from __future__ import annotations

from game.electorate.data.holding import Holding, collect, merge
from game.electorate.data.points import points
from game.electorate.data.scorecard import Scorecard, auc, choose, fit, lift, precision, score
from game.electorate.data.survey import Survey, ask
from game.electorate.data.targets import Target, TargetKind, truth

__all__ = [
    "Holding",
    "Scorecard",
    "Survey",
    "Target",
    "TargetKind",
    "ask",
    "auc",
    "choose",
    "collect",
    "fit",
    "lift",
    "merge",
    "points",
    "precision",
    "score",
    "truth",
]
