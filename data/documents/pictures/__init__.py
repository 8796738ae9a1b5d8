"""A figure drawn as a picture, without a browser."""
