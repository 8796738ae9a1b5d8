"""Which store is a visitor's own: the one of this process, or that of his agency of several."""
