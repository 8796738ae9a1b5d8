-- What a person said the columns under a heading row mean; columns are JSON, column from 0 to field.
-- agency_id is the agency whose people said it; kind is what they said that the scores are, asked
-- what was asked then: another question under the same headings is asked anew.
create table heading_match (
    fingerprint varchar primary key,
    form varchar not null,
    matched_columns varchar not null,
    remembered_by varchar not null,
    remembered_at timestamptz not null default current_timestamp,
    agency_id integer default 1,
    kind varchar,
    asked varchar default ''
);
