"""Reporting on one measure: whose it is, its form, its history."""
