"""Bytes of one kind of file to rows of cells, without meaning."""
