"""From tables to files people open: Excel and CSV."""
