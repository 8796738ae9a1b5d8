-- The scores of an agency without reading those of a nation; a whole year is read in one go anyway.
-- sqlfluff:dialect:postgres
create index score_newest_first on score (agency_id, year, level, code, batch_id desc);
