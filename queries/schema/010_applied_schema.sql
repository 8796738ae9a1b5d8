-- Which numbered schema statements this store already has.
create table applied_schema (
    name varchar primary key,
    applied_at timestamptz not null default current_timestamp
);
