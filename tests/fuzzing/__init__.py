"""Good files changed at random, and what must hold of whatever comes of them."""
