-- The level of a year as the sheet prints it.
create table published_level (
    agency_id integer not null,
    year smallint not null,
    batch_id integer not null,
    published_level varchar not null,
    sheet varchar not null,
    cell varchar not null
);
