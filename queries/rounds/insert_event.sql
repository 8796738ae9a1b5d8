-- Append what became of a division's part of a round.
-- writes: rounds
-- $round_id integer
-- $division varchar
-- $mark varchar sent, checked or returned
-- $comment varchar
-- $made_by varchar
insert into round_event (event_id, round_id, division, mark, comment, made_by)
values (
    nextval('event_number'),
    $round_id,
    $division,
    $mark,
    $comment,
    $made_by
);
