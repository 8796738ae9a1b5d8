-- Measures of action plans, one row a measure a batch; measure_id stays the same over re-imports.
-- budget_planned is in baht, null where the plan tells none; its cell is another than the measure's.
create table measure (
    measure_id varchar not null,
    batch_id integer not null,
    plan_year smallint not null,
    indicator smallint not null,
    position smallint not null,
    item_year smallint not null,
    items varchar[] not null,
    question varchar not null,
    analysis varchar not null,
    action varchar not null,
    alignment varchar not null,
    steps varchar[] not null,
    period_text varchar not null,
    start_date date,
    end_date date,
    responsible_text varchar not null,
    lead varchar[] not null,
    support varchar[] not null,
    sheet varchar not null,
    cell varchar not null,
    budget_planned double,
    budget_cell varchar default '',
    primary key (measure_id, batch_id)
);
