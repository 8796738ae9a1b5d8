"""Words about files that come in and where values came from."""
