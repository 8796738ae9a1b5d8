"""A sheet as rows of cells with addresses, whatever file it came from."""
