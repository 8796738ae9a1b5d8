"""PDF and pictures set by Typst: templates and their typesetting."""
