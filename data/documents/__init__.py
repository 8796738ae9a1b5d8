"""Documents to publish and to send: official forms, the one-page summary, the yearly report."""
