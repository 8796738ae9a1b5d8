"""The official plan form and result form, Word and Excel."""
