"""Values without behaviour, known to every floor above."""
