"""Budgets of the shown measures."""
