-- Scores as published (0-100), one row a value a batch; no key index, it would cost bulk imports dear.
create table score (
    agency_id integer not null,
    year smallint not null,
    level varchar not null,
    code varchar not null,
    batch_id integer not null,
    value double not null,
    provisional boolean not null,
    sheet varchar not null,
    cell varchar not null
);
