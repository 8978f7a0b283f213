"""Bots that play from the legal commands, as a person could."""
