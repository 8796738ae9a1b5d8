"""The command line: one module a family of verbs, each giving an answer that `output` writes."""
