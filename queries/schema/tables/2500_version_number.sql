-- The numbers of versions of the catalogue.
create sequence version_number;
