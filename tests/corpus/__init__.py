"""Awkward and hostile files, each made by code with the outcome it must have."""
