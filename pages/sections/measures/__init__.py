"""Measures and what they are tied to."""
