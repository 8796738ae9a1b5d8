"""Score sheets in their four forms, and what makes a score plausible."""
