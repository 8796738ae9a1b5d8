-- Which statements of tables and migrations this store has.
create table applied_schema (
    name varchar primary key,
    applied_at timestamptz not null default current_timestamp
);
