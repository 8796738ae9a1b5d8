-- Scores as published (0-100), one row a value a batch; no key index, it would cost bulk imports dear.
-- Its sheet is that of its batch. A cell is kept as numbers from 0, half the size of its text; cell_part is "p3t1!" in a print.
-- A column generated from them would be made at each insert, for a third of its time.
create table score (
    agency_id integer not null,
    year smallint not null,
    level varchar not null,
    code varchar not null,
    batch_id integer not null,
    value double not null,
    provisional boolean not null,
    cell_part varchar not null,
    cell_row integer,
    cell_column smallint
);
