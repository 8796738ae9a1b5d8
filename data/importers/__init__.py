"""From the bytes of a file to rows with an address, and the problems found on the way."""
