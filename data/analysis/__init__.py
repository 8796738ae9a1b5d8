"""What the numbers mean: pure functions over values and tables."""
