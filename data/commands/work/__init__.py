"""Verbs of the work on measures."""
