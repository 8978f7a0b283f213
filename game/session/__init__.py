"""One run: submit a command, get events; save is the seed and the commands."""
