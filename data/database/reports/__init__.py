"""Status reports in the store: comparing, saving, reading."""
