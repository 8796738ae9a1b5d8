-- The agency's own divisions in their official order; filled from the organisation file at start.
create table division (
    division varchar primary key,
    position smallint not null
);
