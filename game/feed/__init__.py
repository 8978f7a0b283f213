"""Act II: what a voter sees and may do; lateral reading."""
