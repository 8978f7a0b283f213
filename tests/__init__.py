"""Tests, in rooms like the game."""
