"""Tables of the work on measures: steps, evidence, rounds."""
