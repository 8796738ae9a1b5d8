-- Append-only: what became of a division's part of a round; the newest row is its state.
create table round_event (
    event_id integer primary key,
    round_id integer not null,
    division varchar not null,
    mark varchar not null check (mark in ('sent', 'checked', 'returned')),
    comment varchar not null,
    made_by varchar not null,
    made_at timestamptz not null default current_timestamp
);
