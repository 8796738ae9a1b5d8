"""Commands that write files: exports, documents, workbooks."""
