"""Golden playthroughs in words."""
