-- The version of each part that counts: the newest import, else the newest the app came with.
create or replace view current_catalogue as
select distinct on (catalogue_version.part)
    catalogue_version.version_id,
    catalogue_version.part,
    catalogue_version.batch_id,
    catalogue_version.revision
from catalogue_version
left join import_batch on catalogue_version.batch_id = import_batch.batch_id
where coalesce(import_batch.state, 'active') = 'active'
order by
    catalogue_version.part asc,
    catalogue_version.batch_id desc nulls last,
    catalogue_version.revision desc nulls last;
