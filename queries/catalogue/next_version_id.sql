-- The number the next version of a part of the catalogue gets.
-- reads: catalogue
-- -> version_id
select coalesce(max(version_id), 0) + 1 as version_id
from catalogue_version;
