"""What is refused by its bytes, before anything reads it."""
