-- Published levels of an import, for the length of a transaction.
-- sqlfluff:dialect:postgres
create temporary table incoming_level (
    agency varchar,
    district varchar,
    province varchar,
    year smallint,
    published_level varchar,
    sheet varchar,
    cell varchar,
    agency_id integer
) on commit drop;
