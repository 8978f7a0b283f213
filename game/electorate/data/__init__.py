"""Data on voters: what is on file, how far it is right, and what a scorecard makes of it."""
