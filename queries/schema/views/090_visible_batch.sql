-- Batches whose values count: not undone, and samples only while no real scores are in.
create or replace view visible_batch as
select
    batch_id,
    kind,
    is_sample
from import_batch
where
    state = 'active'
    and (
        not is_sample
        or not exists (
            select 1
            from import_batch as other
            where other.kind = 'scores' and other.state = 'active' and not other.is_sample
        )
    );
