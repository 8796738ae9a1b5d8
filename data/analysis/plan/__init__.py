"""Measures of a plan beside the results they answer: weak points, outcomes, work."""
