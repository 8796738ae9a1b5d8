-- What a closed round holds for good: measures and steps as they stood, as JSON, and its hash.
create table round_snapshot (
    round_id integer primary key,
    sha256 varchar not null,
    content varchar not null,
    closed_by varchar not null,
    closed_at timestamptz not null default current_timestamp
);
