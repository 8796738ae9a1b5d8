"""What kind of sheet it is, whose, and of which year: told with its cell, or asked."""
