"""What the literature found and the design decided, asked of whole campaigns over many seeds."""
