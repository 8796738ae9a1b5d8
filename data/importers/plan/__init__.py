"""The action plan: eight columns of the official form to measures."""
