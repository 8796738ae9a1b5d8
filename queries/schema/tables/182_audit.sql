-- Append-only: every write and every refusal, with the person and the role he had then.
create table audit (
    audit_id integer primary key,
    logged_at timestamptz not null default current_timestamp,
    person varchar not null,
    role varchar not null,
    action varchar not null,
    subject varchar not null,
    outcome varchar not null check (outcome in ('allowed', 'refused')),
    detail varchar not null
);
