-- Append a comment on a measure and give its number.
-- writes: comments
-- $measure_id varchar
-- $text varchar
-- $commented_by varchar
-- $batch_id integer or null
-- -> comment_id
insert into measure_comment (comment_id, measure_id, text, commented_by, batch_id)
values (
    nextval('comment_number'),
    $measure_id,
    $text,
    $commented_by,
    $batch_id
)
returning comment_id;
