-- The agency whose store this is, and the words by which its name is known in a file.
-- Each list in prefixes holds the short prefix of a kind of agency, then the longer ones.
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
    prefixes varchar[][] not null,
    primary key (version_id)
);
