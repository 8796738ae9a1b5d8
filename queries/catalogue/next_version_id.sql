-- The number the next version of a part of the catalogue gets.
-- -> version_id
select nextval('version_number') as version_id;
