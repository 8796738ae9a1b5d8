-- Every version of one score of an agency, undone ones included, newest first.
-- reads: scores, batches
-- $agency_id integer 1 is the home agency
-- $year integer
-- $level varchar total, instrument, indicator or item
-- $code varchar
-- -> batch_id, score, provisional, current, state, seen, is_sample, file_name, sheet, cell, imported_at, imported_by, identity, undone_at, undone_by
select
    score.batch_id,
    score.value as score,
    score.provisional,
    current_score.batch_id is not null as current,
    import_batch.state,
    visible_batch.batch_id is not null as seen,
    import_batch.is_sample,
    import_batch.file_name,
    import_batch.sheet,
    score.cell,
    import_batch.imported_at,
    import_batch.imported_by,
    import_batch.identity,
    import_batch.undone_at,
    import_batch.undone_by
from addressed_score as score
inner join import_batch on score.batch_id = import_batch.batch_id
left join visible_batch on score.batch_id = visible_batch.batch_id
left join current_score
    on
        score.agency_id = current_score.agency_id
        and score.year = current_score.year
        and score.level = current_score.level
        and score.code = current_score.code
        and score.batch_id = current_score.batch_id
where
    score.agency_id = $agency_id
    and score.year = $year
    and score.level = $level
    and score.code = $code
order by score.batch_id desc;
