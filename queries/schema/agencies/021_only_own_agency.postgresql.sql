-- The owner of the register alone sees all rows.
-- sqlfluff:dialect:postgres
alter table agencies.agency enable row level security;
