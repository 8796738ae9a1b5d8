"""Batches, provenance and the audit log."""
