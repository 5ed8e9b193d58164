"""Each stage as a filter: JSON Lines in, JSON Lines out."""
