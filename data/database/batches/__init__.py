"""Imports in the store: saving, undo, kept sources, remembered columns."""
