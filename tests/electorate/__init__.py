"""Tests of the room ``electorate``."""
