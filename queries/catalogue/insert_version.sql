-- Note a version of a part of the catalogue; its rows go into the tables of the part.
-- writes: catalogue
-- $version_id integer
-- $part varchar
-- $batch_id integer or null
-- $agency_id integer or null
-- $revision integer or null
insert into catalogue_version (version_id, part, batch_id, agency_id, revision)
values ($version_id, $part, $batch_id, $agency_id, $revision);
