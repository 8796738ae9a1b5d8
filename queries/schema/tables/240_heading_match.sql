-- What a person said the columns under a heading row mean; columns are JSON, column from 0 to field.
-- agency_id is the agency whose people said it.
create table heading_match (
    fingerprint varchar primary key,
    form varchar not null,
    matched_columns varchar not null,
    remembered_by varchar not null,
    remembered_at timestamptz not null default current_timestamp,
    agency_id integer default 1
);
