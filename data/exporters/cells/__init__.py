"""One cell: its text, its value, its width, its look."""
