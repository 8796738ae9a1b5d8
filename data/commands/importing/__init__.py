"""The import command: files in, one answer for each sheet out."""
