"""Commands about the store itself: batches, backups, checks, the audit."""
