"""Serving a store that several servers share."""
