"""Saying whose dashboard it is, and what its office has decided."""
