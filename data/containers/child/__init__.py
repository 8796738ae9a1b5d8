"""The process that opens a file under limits, and what it answers."""
