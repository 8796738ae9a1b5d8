"""Backups: one zip each, taken by hand or by themselves, asked for, and put back."""
