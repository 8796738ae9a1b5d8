-- Append-only: files and links that prove what was done on a measure, or on one step of it.
-- A file, and the small picture of one, lies beside the store under its own fingerprint.
-- item is a code of the year it serves.
create table evidence (
    evidence_id integer primary key,
    agency_id integer not null default 1,
    measure_id varchar not null,
    step_id varchar not null,
    proves varchar not null,
    name varchar not null,
    link varchar not null,
    stored_name varchar not null,
    media_type varchar not null,
    size bigint not null,
    thumbnail varchar not null,
    item_year smallint,
    item varchar not null,
    added_by varchar not null,
    added_at timestamptz not null default current_timestamp
);
