-- Append-only: evidence that was added by mistake; its row and its file stay.
create table evidence_withdrawal (
    evidence_id integer primary key,
    withdrawn_by varchar not null,
    withdrawn_at timestamptz not null default current_timestamp
);
