"""What a division is reminded of, without a mail server: a calendar, a message, a picture."""
