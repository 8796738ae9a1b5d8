"""The plan in time: measures, their steps, the quarters of the fiscal year."""
