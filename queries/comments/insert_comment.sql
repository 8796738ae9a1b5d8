-- Append a comment on a measure and give its number.
-- writes: reports
-- $measure_id varchar
-- $text varchar
-- $commented_by varchar
-- $batch_id integer or null
-- -> comment_id
insert into measure_comment (comment_id, measure_id, text, commented_by, batch_id)
select
    coalesce(max(comment_id), 0) + 1 as comment_id,
    $measure_id,
    $text,
    $commented_by,
    $batch_id
from measure_comment
returning comment_id;
