-- The agency whose people said what these columns mean.
alter table heading_match add column agency_id integer default 1;
