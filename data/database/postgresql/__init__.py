"""The store many servers share: PostgreSQL."""
