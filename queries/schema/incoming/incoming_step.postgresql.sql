-- Steps of the measures of an import, for the length of a transaction.
-- sqlfluff:dialect:postgres
create temporary table incoming_step (
    step_id varchar,
    measure_id varchar,
    position smallint,
    text varchar,
    sheet varchar,
    cell varchar
) on commit drop;
