"""Commands that answer questions about scores."""
