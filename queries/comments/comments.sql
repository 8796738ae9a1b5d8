-- Comments on measures, in the order they were made.
-- reads: comments, batches
-- $measure_ids varchar[] or null for every measure
-- -> comment_id, measure_id, text, commented_by, commented_at
select
    comment_id,
    measure_id,
    text,
    commented_by,
    commented_at
from active_comment
where $measure_ids is null or measure_id = any($measure_ids)
order by comment_id;
