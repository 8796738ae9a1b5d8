"""Words about scores, movement and levels."""
