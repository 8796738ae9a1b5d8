-- The owner of the register alone sees all rows.
-- sqlfluff:dialect:postgres
alter table agencies.listed_person enable row level security;
