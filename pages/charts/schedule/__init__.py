"""The schedule of a plan: quarters, measures as bars, steps as diamonds."""
