"""What the pages are made of, by subject."""
