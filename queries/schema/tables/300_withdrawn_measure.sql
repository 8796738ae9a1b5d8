-- Measures that the plan of a batch no longer has; they are withdrawn while that batch counts.
-- Those withdrawn before are named again, so that the batches before can be undone in any order.
create table withdrawn_measure (
    measure_id varchar not null,
    batch_id integer not null,
    primary key (measure_id, batch_id)
);
