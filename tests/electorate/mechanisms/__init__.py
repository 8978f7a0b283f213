"""Each mechanism on and off with the same luck: sign and bound as declared."""
