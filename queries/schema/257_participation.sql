-- How many agencies of the country were assessed and passed; null where it is not known.
create table participation (
    year smallint primary key,
    agencies integer not null,
    passed integer,
    passed_percent decimal(18, 9),
    note varchar not null
);
