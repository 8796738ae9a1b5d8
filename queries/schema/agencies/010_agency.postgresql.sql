-- The agencies; what they are called and where they lie, each tells itself.
-- sqlfluff:dialect:postgres
create table agencies.agency (
    number integer generated always as identity unique,
    code text primary key check (code ~ '^[a-z][a-z0-9]{1,19}$'),
    name text not null default '',
    short_name text not null default '',
    kind text not null default '',
    district text not null default '',
    province text not null default '',
    open_to_readers boolean not null default false
);
