"""Several servers at one store on PostgreSQL, killed on purpose."""
