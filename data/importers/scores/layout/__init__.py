"""Where the scores of a sheet stand and what each column means."""
