-- Invented levels go with the invented scores.
delete from published_level
where
    batch_id in (
        select batch_id from import_batch
        where is_sample
    );
