-- Measures of an import, for the length of a transaction.
-- sqlfluff:dialect:postgres
create temporary table incoming_measure (
    measure_id varchar,
    indicator smallint,
    position smallint,
    items varchar[],
    question varchar,
    analysis varchar,
    action varchar,
    alignment varchar,
    steps varchar[],
    period_text varchar,
    start_date date,
    end_date date,
    responsible_text varchar,
    lead varchar[],
    support varchar[],
    budget_planned double,
    plan_year smallint,
    item_year smallint,
    sheet varchar,
    cell varchar,
    budget_cell varchar
) on commit drop;
