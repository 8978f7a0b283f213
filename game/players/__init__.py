"""Bots that play a whole run from the legal commands; they see what a player sees, never the truth."""

from game.players.play import STRATEGIES, Strategy, play

__all__ = ["STRATEGIES", "Strategy", "play"]
