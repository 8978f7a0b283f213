"""How fast the town runs and how much room it takes, against the same day written for Mesa. Nothing in the game needs it."""
