"""Killing the engine and failing its disk on purpose, and what must hold all the same."""
