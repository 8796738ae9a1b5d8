-- Who signs the documents of the office, in the order of signing.
-- reads: catalogue, batches
-- -> signatory.* - version_id - agency_id - position
select
    role,
    name,
    title
from signatory
order by position;
