"""What the user guide shows below the text of a chapter."""
