-- The newest revision of each part of the catalogue that the app ever brought into this store.
-- reads: catalogue
-- -> part, revision
select
    part,
    max(revision) as revision
from catalogue_version
where batch_id is null
group by part
order by part;
