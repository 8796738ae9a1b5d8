"""A figure is a function of a frame."""
