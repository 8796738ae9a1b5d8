"""From the bytes of any uploaded file to plain cells; hostile files stay outside the server."""
