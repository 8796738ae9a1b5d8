"""Scores: trends, movement, next level, comparison."""
