-- Who signs the documents of the office, in the order of signing.
-- reads: catalogue, batches
-- -> role, name, title
select
    role,
    name,
    title
from signatory
order by position;
