-- prefixes is JSON here: lists of PostgreSQL in a list are all of one length.
-- sqlfluff:dialect:postgres
create table organisation_version (
    version_id integer not null,
    agency_id integer not null,
    name varchar not null,
    short_name varchar not null,
    aliases varchar[] not null,
    kind varchar not null,
    district varchar not null,
    province varchar not null,
    district_words varchar[] not null,
    province_words varchar[] not null,
    prefixes jsonb not null,
    primary key (version_id)
);
