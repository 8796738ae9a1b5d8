-- Steps of measures, one row a step a batch; step_id stays the same over re-imports.
create table step (
    step_id varchar not null,
    batch_id integer not null,
    agency_id integer not null default 1,
    measure_id varchar not null,
    position smallint not null,
    text varchar not null,
    sheet varchar not null,
    cell varchar not null,
    primary key (step_id, batch_id)
);
