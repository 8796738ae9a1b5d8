-- Everything that became of the divisions' parts of all rounds, in the order it happened.
-- reads: rounds
-- -> event_id, round_id, division, mark, comment, made_by, made_at
select
    event_id,
    round_id,
    division,
    mark,
    comment,
    made_by,
    made_at
from round_event
order by event_id;
