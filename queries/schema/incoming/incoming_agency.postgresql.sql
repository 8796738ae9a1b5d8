-- Agencies that an import adds, for the length of a transaction.
-- sqlfluff:dialect:postgres
create temporary table incoming_agency (
    agency_id integer,
    match_key varchar,
    name varchar,
    district varchar,
    province varchar,
    is_home boolean
) on commit drop;
