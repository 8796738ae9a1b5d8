-- Append evidence and give its number.
-- writes: evidence
-- $measure_id varchar
-- $step_id varchar or '' for the whole measure
-- $proves varchar
-- $name varchar
-- $link varchar or '' of a file
-- $stored_name varchar or '' of a link
-- $media_type varchar
-- $size integer
-- $thumbnail varchar or '' of what is no picture
-- $item_year integer or null
-- $item varchar
-- $added_by varchar
-- -> evidence_id
insert into evidence (
    evidence_id, measure_id, step_id, proves, name, link, stored_name, media_type, size,
    thumbnail, item_year, item, added_by
)
values (
    nextval('evidence_number'),
    $measure_id,
    $step_id,
    $proves,
    $name,
    $link,
    $stored_name,
    $media_type,
    $size,
    $thumbnail,
    $item_year,
    $item,
    $added_by
)
returning evidence_id;
