-- Scores of an import, for the length of a transaction.
-- sqlfluff:dialect:postgres
create temporary table incoming_score (
    agency varchar,
    district varchar,
    province varchar,
    year smallint,
    level varchar,
    code varchar,
    value double,
    provisional boolean,
    cell_part varchar,
    cell_row integer,
    cell_column smallint,
    agency_id integer
) on commit drop;
