-- The register of a database that holds several agencies, each with schemas of its own.
-- sqlfluff:dialect:postgres
create schema agencies;
