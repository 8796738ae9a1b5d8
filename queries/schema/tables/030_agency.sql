-- Agencies, one row for each that any import has named; match_key is the name as compared.
create table agency (
    agency_id integer primary key,
    match_key varchar not null,
    name varchar not null,
    district varchar not null,
    province varchar not null,
    is_home boolean not null
);
