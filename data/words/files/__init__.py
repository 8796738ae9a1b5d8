"""Words inside files that are handed out."""
