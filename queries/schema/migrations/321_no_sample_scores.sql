-- Invented scores go from a real store: the example has a store of its own.
delete from score
where
    batch_id in (
        select batch_id from import_batch
        where is_sample
    );
