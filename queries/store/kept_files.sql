-- Files that imports and evidence name, each with the folder of its kind.
-- reads: batches, evidence
-- -> folder, stored_name
select
    'sources' as folder,
    stored_name
from import_batch
where stored_name <> ''
union
select
    'evidence' as folder,
    stored_name
from evidence
where stored_name <> ''
union
select
    'evidence' as folder,
    thumbnail as stored_name
from evidence
where thumbnail <> ''
order by folder, stored_name;
