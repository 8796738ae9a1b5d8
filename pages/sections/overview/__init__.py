"""The five answers for the executive."""
