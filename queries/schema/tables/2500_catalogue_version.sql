-- Versions of the parts of the catalogue: "2568", "comparisons", "organisation" or "office".
-- batch_id is the import that brought it and agency_id whose change it is, both null for what the
-- app comes with, which has a revision instead.
create table catalogue_version (
    version_id integer primary key,
    part varchar not null,
    batch_id integer,
    agency_id integer,
    revision integer
);
