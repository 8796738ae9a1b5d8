"""Words about measures, divisions and their reports."""
