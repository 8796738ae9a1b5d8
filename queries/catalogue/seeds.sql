-- What each part of the catalogue tables was taken over from.
-- -> part, fingerprint
select
    part,
    fingerprint
from catalogue_seed
order by part;
